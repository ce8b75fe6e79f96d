"""The word lists beside this module, read once at import; a list tells its scope on its first line."""

from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = (files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines()[1:] if line.strip()]


def words(name: str) -> frozenset[str]:
    """Return the words of a list that holds any number of them to a line."""
    return frozenset(word for line in _lines(name) for word in line.split())


def rows(name: str, separator: str | None = None) -> list[list[str]]:
    """Return a list's lines, each cut at `separator` (white space when None) and stripped."""
    return [[cell.strip() for cell in line.split(separator)] for line in _lines(name)]


def either(name: str) -> str:
    """Return the words of a list as the alternatives of a regular expression."""
    return "|".join(sorted(words(name)))
