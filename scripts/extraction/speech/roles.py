"""Who in an article is "the minister" or "the 63-year-old": the one named with that title, trade or age."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from extraction import wordlists
from extraction.speech.clauses import Surroundings
from extraction.speech.mentions import Mention

_AGED = re.compile(r"(\d{1,3})-year-old")
_PARAGRAPHS = 2
"""A role takes up somebody who was given it in the same paragraph, or so many before."""
_REACH = 8
"""Words of an apposition, "Ann Lee, the chief of the harbor police", within which the trade is named."""


class Roles:
    """The titles, trades and ages that an article gives people; a role that several have is nobody's."""

    def __init__(self, around: Surroundings, person: Callable[[Mention], str | None]) -> None:
        self._around = around
        self._person = person

    @cached_property
    def _holders(self) -> Mapping[str, Mapping[str, int]]:
        """Role -> who has it -> the token behind the name where that was said first."""
        found: dict[str, dict[str, int]] = {}
        for mention in self._around.mentions:
            if mention.kind == "name" and (roles := list(self._roles_of(mention))):
                name = self._person(mention)
                for role in roles if name else ():
                    found.setdefault(role, {}).setdefault(str(name), mention.last)
        return found

    def holder(self, description: Mention) -> str | None:
        """Return the one person of a description with "the", or None where it fits nobody or several."""
        words = [word.lower() for word in self._around.tokens.words[description.first : description.last]]
        if words[0] != "the":
            return None
        aged = next((word for word in words if _AGED.fullmatch(word)), None)
        holders = self._holders.get(aged or words[-1], {})
        if len(holders) != 1:
            return None
        name, at = next(iter(holders.items()))
        near = self._around.breaks_between(at, description.first) <= _PARAGRAPHS
        return name if at < description.first and near else None

    def _roles_of(self, mention: Mention) -> Iterator[str]:
        words, kinds = self._around.tokens.words, self._around.tokens.kinds
        before = [words[at].lower() for at in range(mention.first, mention.last) if kinds[at] in "jT"]
        around = {words[at].lower() for at in range(max(0, mention.first - 2), mention.last)}
        if before and not around & wordlists.groups("grammar")["qualifying"]:
            yield before[-1]
        if kinds[mention.last] != ",":
            return
        age = words[mention.last + 1]
        if age.isdigit() and kinds[mention.last + 2] in ",.":
            yield f"{age}-year-old"
        for at in range(mention.last + 1, min(mention.last + _REACH, len(kinds))):
            if kinds[at] in ",.rf|QVvxw" or words[at].lower() in wordlists.groups("grammar")["qualifying"]:
                break
            if kinds[at] == "j" and kinds[at + 1] not in "jn":
                yield words[at].lower()
                break
