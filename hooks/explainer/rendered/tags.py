"""What a single tag brings to a page: ids, links, and what must not be there."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explainer.safety.markup import (
    TELLING,
    attribute_fault,
    element_faults,
    is_policy,
    is_refresh,
    may_be_fault,
)
from explainer.text.entities import unescape
from explainer.text.pattern import pattern

_LINKS = frozenset(
    [("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src")]
)
_ELSEWHERE = frozenset(("canonical", "preconnect"))
_VALUE = r'[^"<>&]*(?:&(?:amp|lt|gt|quot|#34|#39|#x27);[^"<>&]*)*'
_PLAIN = pattern(rf'<([a-z][a-z0-9-]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="{_VALUE}")?)*)\s*/?>')
_PLAIN_END = pattern(r"</[a-z][a-z0-9-]*>|<!doctype html>")
_ATTRIBUTE = pattern(r'([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
_SIMPLE = pattern(r'<[^<>&"]*(?:"[^<>&"]*"[^<>&"]*)*>')
"""In its values no sign is escaped."""
_NAMED = pattern(r'([a-zA-Z][a-zA-Z0-9:-]*)(="")?')
_REMEMBERED = 30_000


class Tag(NamedTuple):
    """What a tag has."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    is_policy: bool = False


class Unclear(Exception):
    """Raised for a tag that parsers may read in different ways."""


def tag(name: str, attributes: Mapping[str, str]) -> Tag | None:
    """Return what a tag has, None for nothing, as most; its page alone can tell if it may hold a redirect."""
    ids: list[str] = []
    links: list[str] = []
    faults: list[str] = []
    policy = False
    if name in TELLING:
        faults += element_faults(name, attributes)
        policy = is_policy(attributes)
    rel = attributes.get("rel", "")
    for key, value in attributes.items():
        if key == "id":
            ids.append(value)
        elif may_be_fault(name, key):
            if (name, key) in _LINKS and rel not in _ELSEWHERE:
                links.append(value)
            if fault := attribute_fault(name, key, value, rel if name == "link" else ""):
                faults.append(fault)
    if ids or links or faults or policy:
        return Tag(tuple(ids), tuple(links), tuple(faults), policy)
    return None


class PlainTags(dict[str, Tag | None]):
    """Source of a tag -> what it has, None for nothing; raises Unclear where it is not plain.

    Plain is what templates write: names in lower case, values in double quotes, and in them no sign that is
    not escaped. The pages of a site share most of their tags, and each is looked at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shapes: dict[tuple[str, ...], _Shape | None] = {}
        """What stands between the values of a tag -> where to look in all tags of that shape."""

    def __missing__(self, source: str) -> Tag | None:
        """Look at a tag that has not been seen."""
        if len(self) > _REMEMBERED:
            self.clear()
        between, values = (parts := source.split('"'))[::2], parts[1::2]
        shape = self._shape(tuple(between)) if _SIMPLE.fullmatch(source) else None
        self[source] = found = shape.tag(values) if shape else look_at(source)
        return found

    def _shape(self, between: tuple[str, ...]) -> "_Shape | None":
        if between not in self._shapes:
            self._shapes[between] = _shape_of('""'.join(between))
        return self._shapes[between]


class _Shape(NamedTuple):
    """A tag without its values: what all tags of that shape have is told by the values at some places."""

    name: str
    places: tuple[tuple[int, str], ...]
    """Which value, and of which attribute: one that is an id, leads somewhere or may be a fault."""

    def tag(self, values: Sequence[str]) -> Tag | None:
        """Return what the tag with these values has; in them no sign is escaped."""
        return tag(self.name, {key: values[at] for at, key in self.places}) if self.places else None


def _shape_of(bare: str) -> _Shape | None:
    """Return the shape of a plain tag whose values are empty; None where more than these places tells."""
    found = _PLAIN.fullmatch(bare)
    if not found:
        return None
    written = [(name.lower(), given) for name, given in _NAMED.findall(found[2])]
    names = {name for name, _ in written}
    is_told_by_more = len(names) < len(written) or found[1] in (TELLING - {"meta"})
    if is_told_by_more or not names.isdisjoint(("rel", "http-equiv")):
        return None
    valued = [name for name, given in written if given]
    if any(_counts(found[1], name) for name, given in written if not given):
        return None
    return _Shape(found[1], tuple((at, name) for at, name in enumerate(valued) if _counts(found[1], name)))


def _counts(name: str, key: str) -> bool:
    return key == "id" or may_be_fault(name, key)


def look_at(source: str) -> Tag | None:
    """Return what a plain tag has, None for nothing; raises Unclear."""
    if _PLAIN_END.fullmatch(source):
        return None
    found = _PLAIN.fullmatch(source)
    if not found:
        raise Unclear(source)
    written = _ATTRIBUTE.findall(found[2])
    attributes = {name.lower(): unescape(value) for name, value in written}
    if len(attributes) < len(written) or is_refresh(attributes):
        raise Unclear(source)
    return tag(found[1], attributes)
