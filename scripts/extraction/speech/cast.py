"""The cast of an article: everybody quoted, and everybody else it names in full."""

import re
from collections import Counter
from collections.abc import Iterable

from extraction import wordlists
from extraction.candidates import PersonCandidate, PersonKind, QuoteCandidate
from extraction.speech.naming import Identity, Naming

LONGEST = 6
"""Words of the longest name: "Maria del Carmen de la Cruz"."""
_CLOSED = frozenset("dpwarfcgbVvx")


def find(naming: Naming, quotes: Iterable[QuoteCandidate]) -> list[PersonCandidate]:
    """Return who is quoted by name, and who is named in full with a known first name or a title.

    A described source ("a senior official") is nobody in particular and therefore not among them, nor is a
    surname that several share.
    """
    mentions = Counter(naming.identity(one) for one in naming.around.mentions if one.kind == "name")
    forms: dict[str, list[Identity]] = {}
    for identity in mentions:
        forms.setdefault(identity.name, []).append(identity)
    speakers = {quote.speaker for quote in quotes}
    return [
        PersonCandidate(
            name=name,
            kind=kind_of(name),
            aliases=tuple(sorted({one.alias for one in same} - {name})),
            titles=tuple(dict.fromkeys(one.title for one in same if one.title)),
            mentions=sum(mentions[one] for one in same),
        )
        for name, same in forms.items()
        if (any(map(_is_certain, same)) or (name in speakers and len(naming.register.sharing(name)) < 2))
        and _reads_as_name(name)
    ]


_BRANDED = re.compile(r"[a-z]{3}[A-Z]|\w\.[a-z]{2,}\b")
"""A capital well within a word, or an address: OpenOffice, Arduino.cc. Not McAdam, DiCaprio, MacDonald."""


def _reads_as_name(name: str) -> bool:
    """Tell a name from a headline's words: "While Clinton", "WITH HIM", "Americans"."""
    words = name.split()
    first = words[0].lower()
    if first in wordlists.first_names():
        return len(words) <= LONGEST
    closed = wordlists.classes().get(first, "") in _CLOSED or first in wordlists.groups("grammar")["opener"]
    shouted = len(words) > 1 and all(word.isupper() and len(word) > 2 for word in words)
    thing = len(words) == 1 and first in wordlists.groups("not-names")["thing"]
    return not (closed or shouted or thing) and len(words) <= LONGEST


def _is_certain(identity: Identity) -> bool:
    return identity.full and identity.person and bool(identity.gender or identity.title)


def kind_of(name: str) -> PersonKind:
    """Tell a person from a government or another body by the words of its name."""
    words = name.lower().split()
    bodies = wordlists.groups("not-names")
    if words[-1] in bodies["government"] or name.lower() in {"white house", "supreme court"}:
        return "government"
    if words[-1] in bodies["body"] or words[-1] in bodies["place"] or (len(words) == 1 and name.isupper()):
        return "organisation"
    if _BRANDED.search(name):
        return "organisation"
    return "person"
