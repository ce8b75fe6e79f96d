"""The words that stand for the values of records: statuses, bases, findings, tiers."""

from urllib.parse import urlsplit

STATUSES = {
    "draft": "A draft: shown in the preview alone, never published",
    "proposed": "Proposed by extraction, not yet checked by an editor",
    "disputed": "Disputed",
    "withdrawn": "Withdrawn",
    "orphaned": "Its passage is no longer in the source",
}
"""What a reader is told; a checked record needs no label."""

QUOTE_KINDS = {
    "direct": "Direct quote",
    "transcribed": "Copied from pages that this site does not hold",
    "continuation": "Direct quote, continued",
    "fragment": "Part of a sentence",
    "scare": "Words set off by the source",
}

BASES = {
    "quoted": ("Quoted", "in words that a source gives as theirs"),
    "reported": ("Reported", "as a source describes it"),
    "inferred": ("Inferred", "our reading of the sources"),
    "silent": ("Silent", "no words of theirs on this"),
}

FINDINGS_EXPLAINED = {
    "supports": "Other sources say the same.",
    "qualifies": "Right in part, or only under conditions that the claim leaves out.",
    "differs": "Other sources say something else.",
    "not-found": "We looked and found no other source that says it.",
    "cannot-be-checked": "Nothing we could find would settle it.",
}

TIERS = {
    "V0": "Every character matches the source, at the place recorded.",
    "V1": "Every character matches the source; the place was found anew.",
    "V2": "Every word matches the source; only spacing differs.",
    "V3": "Every word matches the source; only typographic marks differ.",
    "EDITED": "Every word shown stands in the source in this order; […] and … mark what was left out.",
}

BOUNDS = {
    "about": "Approximate",
    "over": "A lower bound: more than this, in the source’s words",
    "at-least": "A lower bound: this or more, in the source’s words",
    "under": "An upper bound: less than this, in the source’s words",
    "up-to": "An upper bound: this or less, in the source’s words",
    "nearly": "A little less than this",
    "between": "A range",
}

PERSON_KINDS = {"person": "Person", "organisation": "Organization", "government": "Government"}

CHANGES = {"minor": "Wording", "major": "Update", "correction": "Correction"}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 quote`, `3 quotes` or `no quotes`."""
    return f"{number or 'no'} {noun if number == 1 else plural or noun + 's'}"


def numeral(number: int) -> str:
    """Return a small number as a word."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if number < len(words) else str(number)


def host(url: str) -> str:
    """Return the site an address leads to, as readers know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
