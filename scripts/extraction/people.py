"""The register of an article's people: full names, what surnames and first names stand for, gender."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extraction import lexicon
from extraction.candidates import PersonCandidate
from extraction.mentions import Name

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČ](?:[\w]|[’'-](?=[A-Za-zÀ-ÿ]{2}))*"
_WORD = rf"(?:(?:[A-ZÀ-ÖØ-Þ]\.)+(?!\w)|(?:St|Jr|Sr|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Lt|Col)\.|{_CAPITAL})"
_LINK = r"(?:de|del|la|las|los|van|von|der|den|bin|al|el|da|dos|du)"
_RUN = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,2}}{_WORD})+")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
DOMINANCE = 3
"""A surname shared by several stands for the one named this many times as often as the next."""


@dataclass(slots=True)
class Entry:
    """Somebody the article names in full."""

    name: str
    first: str
    surname: str
    forms: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    mentions: int = 0
    aliases: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)


class Register:
    """All full names of an article, found by surname or first name."""

    def __init__(self, text: str) -> None:
        self.entries: dict[tuple[str, str], Entry] = {}
        for words in _full_names(text):
            self._add(words)
        self.by_surname: dict[str, list[Entry]] = {}
        self.by_first: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            entry.name = _common_form(entry.forms)
            self.by_surname.setdefault(entry.surname, []).append(entry)
            self.by_first.setdefault(entry.first, []).append(entry)

    def _add(self, words: Sequence[str]) -> None:
        core = _without_suffix(words)
        first, surname = core[0].lower(), core[-1].lower()
        entry = self.entries.setdefault((first, surname), Entry("", first, surname))
        entry.forms[" ".join(words)] += 1
        entry.gender = entry.gender or lexicon.genders().get(first)

    def people(self) -> Iterator[PersonCandidate]:
        """Yield everybody with a known first name, as named in full."""
        for entry in self.entries.values():
            if entry.gender or entry.first in lexicon.genders():
                yield PersonCandidate(entry.name, mentions=sum(entry.forms.values()))

    def find(self, name: Name) -> Entry | None:
        """Return the person a name stands for, or None where nobody or more than one fits."""
        words = _without_suffix(name.words)
        if not words:
            return None
        if len(words) > 1:
            return self.entries.get((words[0].lower(), words[-1].lower()))
        word = words[0].lower()
        gender = next((g for t in name.titles if (g := lexicon.genders().get(t.lower()))), None)
        return _dominant(self.by_surname.get(word, ()), gender) or _only(self.by_first.get(word, ()))


def gender_of(name: Name, entry: Entry | None) -> str | None:
    """Return `m` or `f` where a title or the first name tells it."""
    for title in name.titles:
        if gender := lexicon.genders().get(title.lower()):
            return gender
    if entry is not None:
        return entry.gender
    return lexicon.genders().get(name.words[0].lower()) if name.words else None


def may_be_person(name: Name) -> bool:
    """Tell whether a name can be a person's: its last word names no body, place, day or thing."""
    return bool(name.titles) or name.words[-1].lower() not in lexicon.not_names()


def _full_names(text: str) -> Iterator[list[str]]:
    titles, others = lexicon.titles(), lexicon.not_names()
    classes = lexicon.classes()
    for match in _RUN.finditer(text):
        words = match.group().replace("\u00a0", " ").split(" ")
        cut = 0
        for place, word in enumerate(words[:-1]):
            lower = word.lower()
            if (
                lower in titles
                or (lower in others and place + 2 < len(words))
                or (place == 0 and lower in classes)
            ):
                cut = place + 1
        words = words[cut:]
        core = _without_suffix(words)
        if (
            2 <= len(core) <= 4
            and core[-1].lower() not in others
            and core[-1].lower() not in titles
            and len(core[-1]) > 1
        ):
            yield words


def _without_suffix(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word.lower().strip(",") not in _SUFFIXES]


def _common_form(forms: Counter[str]) -> str:
    return max(forms, key=lambda form: (forms[form], len(form)))


def _dominant(entries: Iterable[Entry], gender: str | None) -> Entry | None:
    fitting = [entry for entry in entries if not (gender and entry.gender and entry.gender != gender)]
    fitting.sort(key=lambda entry: -sum(entry.forms.values()))
    if len(fitting) == 1:
        return fitting[0]
    counts = [sum(entry.forms.values()) for entry in fitting[:2]]
    return fitting[0] if len(fitting) > 1 and counts[0] >= DOMINANCE * counts[1] else None


def _only(entries: Sequence[Entry]) -> Entry | None:
    return entries[0] if len(entries) == 1 else None
