"""The cast of an article: everybody quoted, and everybody else it names in full."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extraction import lexicon
from extraction.candidates import PersonCandidate, PersonKind, QuoteCandidate
from extraction.mentions import read_name
from extraction.naming import Naming


@dataclass(slots=True)
class _Role:
    mentions: int = 0
    certain: bool = False
    aliases: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)


def find(naming: Naming, quotes: Iterable[QuoteCandidate]) -> list[PersonCandidate]:
    """Return who is quoted by name, and who is named in full with a known first name or a title.

    A described source ("a senior official") is nobody in particular and therefore not among them, nor is a
    surname that several share.
    """
    speakers = {quote.speaker for quote in quotes}
    return [
        PersonCandidate(
            name=name,
            kind=kind_of(name),
            aliases=tuple(sorted(alias for alias in role.aliases if alias != name)),
            titles=tuple(title for title, _ in role.titles.most_common() if title),
            mentions=role.mentions,
        )
        for name, role in _roles(naming).items()
        if role.certain or (name in speakers and len(naming.register.sharing(name)) < 2)
    ]


def _roles(naming: Naming) -> dict[str, _Role]:
    roles: dict[str, _Role] = {}
    around = naming.around
    for mention in around.mentions:
        if mention.kind != "name":
            continue
        identity = naming.identity(mention)
        name = read_name(around.tokens, mention)
        role = roles.setdefault(identity.name, _Role())
        role.mentions += 1
        role.aliases[" ".join(name.words)] += 1
        title = " ".join(word for word in name.titles if word.lower() in lexicon.titles())
        role.titles[title] += 1
        role.certain |= identity.full and identity.person and bool(identity.gender or title)
    return roles


def kind_of(name: str) -> PersonKind:
    """Tell a person from a government or another body by the words of its name."""
    words = name.lower().split()
    bodies = lexicon.groups("not-names")
    if words[-1] in bodies["government"] or name.lower() in {"white house", "supreme court"}:
        return "government"
    if words[-1] in bodies["body"] or words[-1] in bodies["place"] or (len(words) == 1 and name.isupper()):
        return "organisation"
    return "person"
