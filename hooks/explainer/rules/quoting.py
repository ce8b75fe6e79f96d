"""Every quoted phrase of our own prose is somebody's words that a record has, and his whom it is about.

A phrase between marks of any kind, in `<q>` or in a block quotation must stand in a quotation or in another
passage of a source; on a position or a person's page it must be that one's own words, or those of a record
that it names in `refs`. A figure's label may quote the paragraph that it is cut from. A source's headline
bears out nothing. What is no quotation goes into `exempt`.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import target
from explainer.records.model import Figure, Person, Position, Quote, Term
from explainer.records.part import Part
from explainer.records.walking import leaves
from explainer.rules.exemptions import Exemptions
from explainer.rules.prose import UNSEEN, Prose, proses
from explainer.rules.unread import Unread
from explainer.text.characters import shown
from explainer.text.pattern import pattern
from explainer.verification.folding import fold

_BREAK = r"(?:[^{marks}\n]|\n(?!\s*\n)){{1,1000}}"


def _between(opening: str, closing: str) -> str:
    inner = _BREAK.format(marks=re.escape(opening + closing))
    return f"{opening}{inner}[{closing}]"


_PAIRS = (
    ("“", "“”"), ("„", "“”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"), ("＂", "＂"), ("「", "」"),
    ("『", "』"), ('"', '"'),
)  # fmt: skip
_SINGLE = (
    r"(?<!\w)‘(?:[^‘’\n]|’(?=\w)|\n(?!\s*\n)){1,1000}’(?!\w)",
    r"(?<![\w)])‚(?:[^‚‘\n]|\n(?!\s*\n)){1,1000}‘(?!\w)",
    r"(?<![\w.,;:!?)])'(?=\S)(?:[^'\n]|'(?=\w)|\n(?!\s*\n)){1,1000}(?<=\S)'(?!\w)",
    r"(?<![`\w])`{2}[^`'\n]{1,1000}'{2}",
)
QUOTED = pattern("|".join((*(_between(*pair) for pair in _PAIRS), *_SINGLE)))
"""Words between marks of one kind, within a paragraph; line breaks may stand among them."""
_BLOCK = pattern(r"^(?:[ ]{0,3}>[^\n]*\n?)+", re.MULTILINE)
_PASSAGES = frozenset(("exact", "speaker_as_named"))
_TERMS = _PASSAGES | {"term"}
_OUTER = " ,.;:!?'\"\n\t"


def misquoting(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each quoted phrase of ours that no record has, or that has another speaker."""
    evidence, exemptions, unread = Evidence(contents), Exemptions(), Unread(contents)
    for prose in proses(contents):
        for offset, phrase in phrases(prose.text):
            if exemptions.hold(prose.loaded, phrase) or evidence.is_beside(prose, phrase):
                continue
            fault = evidence.fault(prose.loaded.record, phrase)
            if fault and not unread.may_say_words(prose.loaded.record, phrase):
                yield prose.problem(offset, fault)


@lru_cache(maxsize=8192)
def phrases(text: str) -> tuple[tuple[int, str], ...]:
    """Return each quoted phrase of a text, folded, with its offset."""
    found = ((match.start(), fold(_inner(match[0])).strip(_OUTER)) for match in _quotations(text))
    return tuple((at, phrase) for at, phrase in found if phrase)


def _quotations(text: str) -> Iterator["re.Match[str]"]:
    yield from QUOTED.finditer(text)
    if ">" in text:
        yield from _BLOCK.finditer(text)


def _inner(words: str) -> str:
    if words.lstrip().startswith(">"):
        bare = re.sub(r"^[ ]{0,3}>[ ]?", "", words, flags=re.MULTILINE)
        return QUOTED.sub(lambda found: found[0][1:-1], " ".join(bare.split()))
    return " ".join(words[1:-1].split())


class Evidence:
    """Whose words the records have, gathered once."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._by_actor: dict[str, str] = {}

    def fault(self, record: Any, phrase: str) -> str | None:
        """Return what is wrong with a quoted phrase in a record (None: on a page), or None."""
        advice = "quote them as a record has them, or add them to exempt"
        if not _holds(self.words, phrase):
            return f'the quoted words "{shown(phrase)}" are in no quote; {advice}'
        actor = self._actor(record)
        if (
            actor
            and not _holds(self._said_by(actor), phrase)
            and not _holds(self._named_in(record, actor), phrase)
        ):
            advice = "quote that one, or add them to exempt"
            return f'the quoted words "{shown(phrase)}" are not words of "{actor}"; {advice}'
        return None

    @cached_property
    def words(self) -> str:
        """Return every passage and the glossary's terms in one folded text, parted by lines."""
        take = self.contents.derived.take
        return "\n".join(word for loaded in self.contents.parts() for word in take(_words, loaded.record))

    def is_beside(self, prose: Prose, phrase: str) -> bool:
        """Return whether a figure's label has the phrase from the paragraph that the figure is cut from."""
        record = prose.loaded.record
        if not isinstance(record, Figure) or not prose.is_label or not record.exact:
            return False
        article = self.contents.articles.get(record.source or "")
        at = article.text.find(record.exact, record.start or 0) if article else -1
        if article is None or at < 0:
            return False
        paragraph = article.text[article.text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
        return _holds(fold(paragraph), phrase)

    def _actor(self, record: Any) -> str | None:
        return (
            record.actor
            if isinstance(record, Position)
            else record.id
            if isinstance(record, Person)
            else None
        )

    def _said_by(self, actor: str) -> str:
        if actor not in self._by_actor:
            quotes = self.contents.records[Quote.KIND].values()
            said = [
                fold(quote.exact) for quote in quotes if isinstance(quote, Quote) and quote.speaker == actor
            ]
            self._by_actor[actor] = "\n".join(said)
        return self._by_actor[actor]

    def _named_in(self, record: Any, actor: str) -> str:
        """Return the passages of the records that refs name, but for what somebody else said."""
        found = []
        for leaf in leaves(record):
            named = self.contents.files.get(target(leaf.value)) if leaf.name == "refs" else None
            if named and not (isinstance(named.record, Quote) and named.record.speaker not in (None, actor)):
                found.append(fold(getattr(named.record, "exact", None) or ""))
        return "\n".join(found)


def _words(record: Part) -> list[str]:
    """Return a record's passages, its name for a speaker and its term, folded."""
    if getattr(record, "status", "") in UNSEEN:
        return []
    names = _TERMS if isinstance(record, Term) else _PASSAGES
    return [fold(leaf.value) for leaf in leaves(record) if leaf.name in names and isinstance(leaf.value, str)]


def _holds(text: str, phrase: str) -> bool:
    """Say whether a phrase stands, as whole words, in a text, its first letter aside."""
    return _stands(text, phrase) or _stands(text, phrase[0].swapcase() + phrase[1:])


def _stands(text: str, words: str) -> bool:
    at = text.find(words)
    while at >= 0:
        around = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
        if not any(character.isalnum() for character in around):
            return True
        at = text.find(words, at + 1)
    return False
