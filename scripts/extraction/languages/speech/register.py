"""All people an article names: what surnames, first names and offices stand for, and where they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.languages.speech import phrases
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase

_POSSESSIVES = ("’s", "'s", "’", "'")


@dataclass(slots=True, eq=False)
class Entry:
    """Somebody, or a body, the article names: the fullest form of the name, and what tells of them."""

    words: tuple[str, ...]
    person: bool
    gender: str | None = None
    titles: list[str] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    mentions: int = 0

    @property
    def name(self) -> str:
        """The words of the name with single spaces."""
        return " ".join(self.words)


class Register:
    """The people of one article, with the places where each is mentioned."""

    def __init__(self, around: Narrative) -> None:
        self.around = around
        self.entries: list[Entry] = []
        self._by_word: dict[str, list[Entry]] = {}
        self._places: list[tuple[int, Entry]] = []
        self._first_named: dict[Entry, int] = {}
        found = list(_names(around))
        for phrase in sorted(found, key=lambda one: one.name - one.name_end):
            self._add(phrase)
        for phrase in found:
            entry = self.find(phrase)
            if entry is not None:
                entry.mentions += 1
                self._places.append((phrase.first, entry))

    def _add(self, phrase: Phrase) -> None:
        words = self.words(phrase)
        titled = phrase.head >= 0 and self.around.kinds[phrase.head] == "T"
        entry = self.find(phrase)
        if entry is None and (len(words) > 1 or titled) and self._may_be_name(words, titled=titled):
            entry = Entry(words, person=titled or words[0].lower() in self.around.language.first_names)
            self.entries.append(entry)
            for word in words:
                self._by_word.setdefault(word.lower(), []).append(entry)
        if entry is None:
            return
        self._first_named[entry] = min(phrase.first, self._first_named.get(entry, phrase.first))
        entry.aliases.add(" ".join(words))
        entry.person |= titled
        if titled:
            entry.titles.append(self.around.words[phrase.head].lower())
        entry.gender = entry.gender or self._gender(phrase, words)

    def _may_be_name(self, words: Sequence[str], *, titled: bool) -> bool:
        language = self.around.language
        if words[0].lower() in language.first_names:
            return True
        if language.capitalises_nouns and not titled:
            return False
        return not any(word.lower() in language.not_names for word in words)

    def _gender(self, phrase: Phrase, words: Sequence[str]) -> str | None:
        language = self.around.language
        first = language.gender(words[0]) if len(words) > 1 else None
        nouns = [self.around.words[phrase.head]] if phrase.head >= 0 else []
        if phrase.first < phrase.name and self.around.kinds[phrase.first] == "d":
            nouns.append(self.around.words[phrase.first])
        return next((gender for word in nouns if (gender := language.gender(word))), first)

    def words(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the words of a phrase's name without a possessive ending."""
        *before, last = self.around.words[phrase.name : phrase.name_end]
        return (*before, next((last.removesuffix(end) for end in _POSSESSIVES if last.endswith(end)), last))

    def find(self, phrase: Phrase) -> Entry | None:
        """Return whom a name stands for, or None where nobody or more than one fits."""
        words = [word.lower() for word in self.words(phrase)]
        if self.around.language.capitalises_nouns and words[-1] not in self._by_word:
            words[-1] = words[-1].removesuffix("s")
        fitting = [entry for entry in self._by_word.get(words[-1], ()) if _fits(words, entry)]
        if len(fitting) > 1:
            fitting = [
                entry for entry in fitting if self._first_named.get(entry, phrase.first) < phrase.first
            ]
        return fitting[0] if len(fitting) == 1 else None

    def sharing(self, surname: str) -> Sequence[Entry]:
        """Return everybody with a surname."""
        return [entry for entry in self._by_word.get(surname.lower(), ()) if len(entry.words) > 1]

    def holding(self, head: str) -> Entry | None:
        """Return the only one who bears a title: "la ministra", "die Ministerin" of an Umweltministerin."""
        noun = head.lower()
        compound = self.around.language.capitalises_nouns
        holders = [
            entry
            for entry in self.entries
            if any(title == noun or (compound and title.endswith(noun)) for title in entry.titles)
        ]
        return holders[0] if len(holders) == 1 else None

    def between(self, first: int, last: int) -> Sequence[tuple[int, Entry]]:
        """Return who is mentioned in tokens `first` to `last`, end exclusive, each with its place."""
        begin = bisect_left(self._places, first, key=lambda place: place[0])
        return self._places[begin : bisect_left(self._places, last, key=lambda place: place[0])]


def _fits(words: Sequence[str], entry: Entry) -> bool:
    """A single word fits as a surname or as the first name; several fit where they stand in order."""
    known = [word.lower() for word in entry.words]
    if len(words) == 1:
        return words[0] in known
    if words[0] != known[0]:
        return False
    return words[-1] in known[1:]


def _names(around: Narrative) -> Iterator[Phrase]:
    at = 0
    while at < len(around.kinds):
        phrase = phrases.parse(around, at) if around.kinds[at] in "dNTGBX" else None
        if phrase is None or phrase.kind != "name":
            at += 1
            continue
        yield phrase
        at = phrase.last
