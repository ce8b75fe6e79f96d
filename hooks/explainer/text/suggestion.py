"""The known word that a misspelled one stands for."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelled one stands for, or None."""
    from difflib import get_close_matches  # only a fault needs it

    return next(iter(get_close_matches(word[:100], list(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""
