"""The places where a page speaks of itself: JSON-LD and `<meta>`, gathered once, as they are written."""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import html

Node: TypeAlias = Mapping[str, Any]

_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]{1,200}>")
_WRAPPED = re.compile(r"\A\s*(?:<!--|(?://)?<!\[CDATA\[)|(?:-->|(?://)?\]\]>);?\s*\Z")
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|Review|WebPage)\Z")


@dataclass(frozen=True, slots=True)
class Statements:
    """What a page says of itself; `article` is the JSON-LD object of its article, or empty."""

    tree: html.HtmlElement
    article: Node
    meta: Mapping[str, str]

    def first(self, names: Sequence[str]) -> str | None:
        """Return the first of some meta fields that says something."""
        return next((self.meta[name] for name in names if name in self.meta), None)


def statements(tree: html.HtmlElement) -> Statements:
    """Return what a page says of itself; what is broken is passed over."""
    meta = _meta(tree)
    found = [node for node in _linked_data(tree) if any(map(_ARTICLE.match, _kinds(node)))]
    found.sort(key=lambda node: "WebPage" in _kinds(node))
    title = fold(meta.get("og:title", ""))
    named = [node for node in found if title and fold(text(node.get("headline")) or "") == title]
    return Statements(tree, next(iter([*named, *found]), {}), meta)


def text(value: object) -> str | None:
    """Return a JSON-LD value's text: itself, its name, or the first of its list that has one."""
    if isinstance(value, list):
        return next((each for each in map(text, value) if each), None)
    if isinstance(value, dict):
        return text(value.get("name"))
    return clean(value) if isinstance(value, str) else None


def texts(value: object) -> list[str]:
    """Return all texts of a JSON-LD value."""
    return [each for each in map(text, value if isinstance(value, list) else [value]) if each]


def clean(value: str | None) -> str | None:
    """Return words with single spaces and without markup, None where there are none."""
    words = _SPACE.sub(" ", _TAG.sub("", entities.unescape(value))).strip() if value else ""
    return words or None


def fold(value: str) -> str:
    """Return the words of a text in small letters, to compare names and titles by."""
    return " ".join(re.findall(r"\w+", value.casefold()))


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        names = (element.get(name) for name in ("property", "name", "itemprop", "http-equiv"))
        name, content = next(filter(None, names), None), clean(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: html.HtmlElement) -> Iterator[Node]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            try:
                yield from _objects(json.loads(_WRAPPED.sub("", script.text or "").strip(), strict=False))
            except (ValueError, RecursionError):
                continue


def _objects(value: object) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each
        elif isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            waiting[:0] = graph if isinstance(graph, list) else []


def _kinds(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
