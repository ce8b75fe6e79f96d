"""Where sentences begin and end in running text, abbreviations and line ends apart."""

from functools import lru_cache

from explainer.text.pattern import pattern

REACH = 400
"""Characters on either side in which a sentence's bounds are looked for."""
_END = pattern(
    r"[.!?…:;”\"» \t\r\n]"  # begins every end: most characters are passed over by that alone
    r"(?:(?<=[.!?…])[”\"’'»)]*\s+(?=[\"“„«‘¿¡(]*[A-ZÀ-ÖØ-Þ0-9])"
    r"|(?:(?<=\n)|(?<=[.!?:;”\"» \t\r])[ \t\r]*\n)(?=[ \t\r]*\n|[^a-z]))"
)
_ABBREVIATION = pattern(
    r"(?<!\w)(?:Mrs?|Ms|Drs?|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|Sra?|Dra|Jr|No|vs|approx|Nr|[A-Z])"
    r"\.\Z"
)
_LONGEST = len("approx.")
"""Characters of an abbreviation."""


@lru_cache(maxsize=256)
def start_of(text: str, at: int) -> int:
    """Return where the sentence begins that `at` lies in, at most 400 characters back."""
    first = max(0, at - REACH)
    start = first
    for end in _END.finditer(text, first, min(len(text), at + 2)):
        if end.end() <= at and not _is_abbreviated(text, first, end.start() + 1):
            start = end.end()
    return start


@lru_cache(maxsize=256)
def end_of(text: str, at: int) -> int:
    """Return where the sentence ends that `at` lies in, at most 400 characters on."""
    stop = min(len(text), at + REACH)
    for end in _END.finditer(text, at, stop):
        if not _is_abbreviated(text, at, end.start() + 1):
            return end.start() + 1
    return stop


def _is_abbreviated(text: str, first: int, end: int) -> bool:
    return _ABBREVIATION.search(text, max(first, end - _LONGEST), end) is not None
