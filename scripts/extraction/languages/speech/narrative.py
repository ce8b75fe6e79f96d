"""What stands between the quotes of an article, as words and a string of word classes, one letter a word.

N capitalised word    T noun for a person   G for several   B for a body   X for a text
V reporting verb      P its participle      A auxiliary     L "according to"
d determiner          r "of"                i preposition   w relative     c conjunction
p pronoun             o I, we               a adverb        t day, time    # number      n other word
. sentence's end      , : ( )               - other mark    Q quoted stretch             | paragraph's end
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extraction.languages.language import NOUNS, Language
from extraction.paragraphs import Span
from extraction.speech.marks import Quoted


@dataclass(frozen=True, slots=True)
class Narrative:
    """Words, their classes and where each begins; a quoted stretch is one token, its word empty."""

    language: Language
    words: Sequence[str]
    kinds: str
    starts: Sequence[int]
    titles: Mapping[int, str] = field(default_factory=dict)
    """The words of each short quoted stretch that may be a name, by its token."""

    def sentence(self, at: int) -> tuple[int, int]:
        """Return first and last token (exclusive) of the sentence around `at`; quotes stay inside."""
        first = max(self.kinds.rfind(".", 0, at), self.kinds.rfind("|", 0, at)) + 1
        ends = [end for end in (self.kinds.find(".", at + 1), self.kinds.find("|", at + 1)) if end >= 0]
        return first, min(ends, default=len(self.kinds))

    def phrase(self, first: int, last: int) -> str:
        """Return tokens as words with single spaces, none after an elision."""
        joined = " ".join(word for word in self.words[first:last] if word)
        return re.sub(r"(?<=\w['’]) ", "", re.sub(r" (?=[,.)])|(?<=\() ", "", joined))


_CLITIC = r"-t-(?:il|elle|on)s?\b|-(?:ils?|elles?|on)\b"
_TOKEN = re.compile(
    rf"(?:qu|jusqu|lorsqu|[cdjlmnstCDJLMNST]|Qu)['’](?=[\wÀ-ÿ])"
    rf"|{_CLITIC}|[\w@#$€£%]+(?:(?!{_CLITIC})(?:[&'’-]|(?<=\b\w)\.|(?<=\d)[.,](?=\d)|(?<=\w)\.(?=[a-zà-ÿ]))\w+)*(?:[’'](?<=s.))?|[^\w\s]"
)
_SENTENCE_MARKS = frozenset(".!?…")
_MARKS = {",": ",", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ";": "."}
AGED = re.compile(r"\d{1,3}-Jährige[rn]?")
"""Somebody by their age, in German."""
_TITLE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){0,3}(?<!\.)")
_INITIAL = re.compile(r"[^\W\d_]$|[^\W\d_](?:\.[^\W\d_])+$")


def read(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], language: Language) -> Narrative:
    """Return the narrative of `text`, each paragraph closed by a `|`."""
    words: list[str] = []
    kinds: list[str] = []
    starts: list[int] = []
    for word, start, kind in _tokens(text, paragraphs, quoted):
        first = not kinds or kinds[-1] in ".|:" or (kinds[-1] == "Q" and kind is None)
        if word == "." and kinds and _is_abbreviated(language, words[-1]):
            words[-1] += word
            kinds[-1] = _kind(language, words[-1], words, first=False)
            continue
        words.append(word)
        starts.append(start)
        kinds.append(kind or _kind(language, word, words, first=first))
    places = (at for at, kind in enumerate(kinds) if kind == "Q")
    inner = (text[one.start : one.end] for one in quoted)
    titles = {at: name for at, name in zip(places, inner, strict=True) if _TITLE.fullmatch(name)}
    return Narrative(language, words, "".join(kinds), starts, titles)


def _tokens(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]
) -> Iterator[tuple[str, int, str | None]]:
    place = 0
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while place < len(quoted) and quoted[place].paragraph == number:
            yield from _between(text, at, quoted[place].outer_start)
            yield "", quoted[place].start, "Q"
            at = quoted[place].outer_end
            place += 1
        yield from _between(text, at, paragraph.end)
        yield "", paragraph.end, "|"


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, int, None]]:
    for match in _TOKEN.finditer(text, start, end):
        yield match.group(), match.start(), None


def _kind(language: Language, word: str, words: Sequence[str], *, first: bool) -> str:
    """Return the class of a word; `words` end in it, and `first` says that its capital tells nothing."""
    if word[0] in _SENTENCE_MARKS:
        return "."
    if not word[0].isalnum() and word[0] not in "$€£@#-":
        return _MARKS.get(word, "-")
    lower = word.lower().replace("’", "'").lstrip("-")
    if word.startswith("-"):
        return "p"
    if AGED.fullmatch(word):
        return "T"
    if lower[0].isdigit():
        return "n" if re.fullmatch(r"\d+-[a-zà-ÿ]+", lower) else "#"
    if first and word[0].isupper() and lower in language.grammar.get("unaccented", ()):
        return "i"
    known = language.classes.get(lower)
    capital = word[0].isupper() or word.rpartition("-")[2][:1].isupper()
    if capital and not (first and known in set("dirLwcpoa")):
        return _capital(language, words, lower, known, first=first)
    noun = language.noun(lower) if not language.capitalises_nouns else None
    owned = len(words) > 1 and language.classes.get(words[-2].lower()) == "d"
    if noun and (known != "V" or noun != "text" or owned):
        return NOUNS[noun]
    return known or "n"


def _capital(language: Language, words: Sequence[str], lower: str, known: str | None, *, first: bool) -> str:
    if known == "t" and not first:
        return "t"
    if lower in {"er", "sie", "ich", "wir"} and known:
        return known
    noun = language.noun(words[-1]) or _inflected(language, words)
    if noun and (language.capitalises_nouns or first or noun in {"m", "f", "both", "body"}):
        return NOUNS[noun]
    if first and (known in {"V", "t"} or lower in language.grammar["opener"]):
        return known or "a"
    return "N"


def _inflected(language: Language, words: Sequence[str]) -> str | None:
    """Return the group of a noun in another case, behind an article or adjective in that case."""
    word = words[-1]
    if not language.capitalises_nouns or len(words) < 2 or not word.endswith("n"):
        return None
    if not words[-2].lower().endswith(("en", "em", "om", "um")):
        return None
    return language.noun(word[:-1]) or language.noun(word[:-2])


def _is_abbreviated(language: Language, word: str) -> bool:
    """Tell an abbreviation, an initial or an ordinal, whose point ends no sentence."""
    initial = bool(_INITIAL.match(word)) and word[0].isupper()
    return initial or word in language.grammar["abbreviation"] or (word.isdigit() and len(word) < 3)
