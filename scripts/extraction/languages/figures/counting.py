"""What one language's newspapers write around numbers, as one typed table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extraction import wordlists
from extraction.figures.reading import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Counting:
    """The lists of one language; patterns match lower-case text with plain spaces and apostrophes."""

    code: str
    numbers: Mapping[str, float]
    magnitudes: Mapping[str, float]
    fractions: Mapping[str, float]
    units: Mapping[str, tuple[str, Kind, float]]
    qualifiers: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]
    """Groups of `counting`, each word with its spaces."""
    rates: Mapping[str, str]
    spelled: re.Pattern[str]
    """A number or fraction in words, at a word's beginning."""
    months: str
    """The months as alternatives."""


@cache
def load(code: str) -> Counting:
    """Return the table of a language; `code` names its folder."""
    room = f"languages/{code}"
    groups = {
        name: frozenset(word.replace("_", " ") for word in words)
        for name, words in wordlists.groups(f"{room}/counting").items()
    }
    numbers, magnitudes, fractions = (
        {form: float(value) for form, value in wordlists.rows(f"{room}/{name}", "|")}
        for name in ("numbers", "magnitudes", "fractions")
    )
    rows = [*wordlists.rows("languages/symbols", "|"), *wordlists.rows(f"{room}/units", "|")]
    return Counting(
        code=code,
        numbers=numbers,
        magnitudes=magnitudes,
        fractions=fractions,
        units={form: (name, kind, float(factor)) for form, name, kind, factor in rows},  # type: ignore[misc]
        qualifiers=dict(wordlists.rows(f"{room}/qualifiers", "|")),
        groups=groups,
        rates=dict(pair.split("/") for pair in groups["rates"]),
        spelled=_spelled([*numbers, *fractions]),
        months=either(groups["months"]),
    )


def _spelled(forms: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that tries its hundred words only where a word begins with a letter of theirs."""
    initials = re.escape("".join(sorted({form[0] for form in forms})))
    return re.compile(rf"(?<![\w-])(?=[{initials}])(?:{either(forms)})(?![\w-])", re.I)


def either(forms: Iterable[str]) -> str:
    """Return the forms as the alternatives of a regular expression, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
