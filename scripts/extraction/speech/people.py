"""The register of an article's people: full names, what surnames and first names stand for, gender."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extraction import wordlists
from extraction.speech import nicknames
from extraction.speech.mentions import Name, without_honors

_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
_CAPITAL = rf"(?:[dDlL][’'])?[{_UPPER}]\w{{0,30}}(?:[’'-](?!s\b)[^\W\d_]\w{{0,30}}){{0,3}}"
_WORD = rf"(?:(?:[A-ZÀ-ÖØ-Þ]\.){{1,4}}(?!\w)|(?:St|Jr|Sr|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col)\.|{_CAPITAL})"
_LINK = r"(?:de|del|la|las|los|van|von|der|den|bin|al|el|da|dos|du)"
_RUN = re.compile(rf"(?=[{_UPPER}dl])\b{_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,2}}{_WORD})+")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_SUFFIX_INITIALS = frozenset("jsiJSI,")
_BEFORE_FIRST = frozenset(
    ["sir", "dame", "lord", "lady", "king", "queen", "prince", "princess", "father", "sister", "brother"]
)
"""Titles that go with a first name."""
_SHORTEST = 4
"""Letters of the shortest name that a headline or a transcript may set in capitals."""
DOMINANCE = 3
"""A surname shared by several stands for the one named this many times as often as the next."""


@dataclass(slots=True)
class Entry:
    """Somebody, or something, the article names in full: `forms` counts the ways it does."""

    first: str
    surname: str
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The commonest form; of equals the longest."""
        return max(self.forms, key=lambda form: (self.forms[form], len(form)))

    @property
    def gender(self) -> str | None:
        """`m` or `f` where the first name tells it."""
        return wordlists.genders().get(self.first)


class Register:
    """All full names of an article, found by surname or first name."""

    def __init__(self, text: str) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}
        self._by_surname: dict[str, list[Entry]] = {}
        self._by_first: dict[str, list[Entry]] = {}
        for words in _full_names(nicknames.without(text)):
            self._add(words)
        for nickname, name in nicknames.named(text):
            self._add_nickname(nickname, name)

    def _add(self, words: Sequence[str]) -> None:
        core = _without_suffix(words)
        first, surname = core[0].lower(), core[-1].lower()
        entry = self.entries.get((first, surname))
        if entry is None:
            entry = self.entries[first, surname] = Entry(first, surname)
            self._by_surname.setdefault(surname, []).append(entry)
            self._by_first.setdefault(first, []).append(entry)
        entry.forms[" ".join(words)] += 1

    def _add_nickname(self, nickname: str, name: str) -> None:
        """Let a nickname stand for the first name of whoever bears it."""
        words = next(_full_names(name), None)
        entry = self.entries.get((words[0].lower(), words[-1].lower())) if words else None
        if entry is not None:
            self.entries.setdefault((nickname.lower(), entry.surname), entry)
            self._by_first.setdefault(nickname.lower(), []).append(entry)

    def sharing(self, surname: str) -> Sequence[Entry]:
        """Return everybody with a surname."""
        return self._by_surname.get(surname.lower(), ())

    def knows(self, name: str) -> bool:
        """Tell whether a name is that of somebody named in full."""
        words = _without_suffix(name.lower().split())
        return bool(words) and (words[0], words[-1]) in self.entries

    def find(self, name: Name) -> Entry | None:
        """Return the person a name stands for, or None where nobody or more than one fits."""
        words = _without_suffix(name.words)
        if not words:
            return None
        word = words[0].lower()
        if len(words) > 1:
            found = self.entries.get((word, words[-1].lower()))
            return found or (_only(self.sharing(words[-1])) if is_particle(word) else None)
        entry = _dominant(self._by_surname.get(word, ()), gender_of(name, None))
        by_first = word in wordlists.first_names() or any(
            title.lower() in _BEFORE_FIRST for title in name.titles
        )
        by_first = by_first or word in wordlists.groups("grammar")["surname-first"]
        if entry is None and by_first:
            entry = _only(self._by_first.get(word, ()))
        return entry


def gender_of(name: Name, entry: Entry | None) -> str | None:
    """Return `m` or `f` where a title or the first name tells it."""
    table = wordlists.genders()
    for title in name.titles:
        if gender := table.get(title.lower()):
            return gender
    if entry is not None:
        return entry.gender
    return table.get(name.words[0].lower()) if len(name.words) > 1 else None


def may_be_person(name: Name) -> bool:
    """Tell whether a name can be a person's: its last word names no body, place, day or thing.

    A single word of a few capitals, "TL;DR", is an abbreviation.
    """
    if name.titles:
        return True
    short = len(name.words) == 1 and len(name.words[0]) < _SHORTEST and name.words[0].isupper()
    return not short and name.words[-1].lower() not in wordlists.not_names()


def _full_names(text: str) -> Iterator[list[str]]:
    """Yield names of two to four words, as every article gives them at first mention, titles cut off."""
    for match in _RUN.finditer(text):
        words = match.group().replace("\u00a0", " ").split(" ")
        words = without_honors(words[_end_of_titles(words) :])
        core = _without_suffix(words)
        if 2 <= len(core) <= 4 and _may_end_name(core[-1].lower()) and not _is_surname(core):
            yield words


def _end_of_titles(words: Sequence[str]) -> int:
    cut = 0
    for place, word in enumerate(words[:-1]):
        lower = word.lower()
        if (
            lower in wordlists.titles()
            or (lower in wordlists.not_names() and place + 2 < len(words))
            or (place == 0 and lower in wordlists.classes() and lower not in wordlists.genders())
        ):
            cut = place + 1
    return cut


def _is_surname(words: Sequence[str]) -> bool:
    """Tell a surname of two words, "Ó Briain" or "Le Pen", from a first name and a surname."""
    return len(words) == 2 and is_particle(words[0])


def is_particle(word: str) -> bool:
    """Tell the first part of a surname; one that is a first name too is that: Al, Van."""
    lower = word.lower()
    return lower in wordlists.groups("grammar")["surname-particle"] and lower not in wordlists.first_names()


def _may_end_name(word: str) -> bool:
    if len(word) < 2 or word in wordlists.not_names() or word in wordlists.titles():
        return False
    return word not in wordlists.classes() or word in wordlists.genders()


def _without_suffix(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word[0] not in _SUFFIX_INITIALS or _is_no_suffix(word)]


def _is_no_suffix(word: str) -> bool:
    return word.lower().strip(",") not in _SUFFIXES


def _dominant(entries: Iterable[Entry], gender: str | None) -> Entry | None:
    fitting = [entry for entry in entries if not (gender and entry.gender and entry.gender != gender)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    fitting.sort(key=lambda entry: -entry.forms.total())
    first, second = fitting[:2]
    return first if first.forms.total() >= DOMINANCE * second.forms.total() else None


def _only(entries: Sequence[Entry]) -> Entry | None:
    return entries[0] if len(entries) == 1 else None
