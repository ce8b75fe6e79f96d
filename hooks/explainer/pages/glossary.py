"""Explain a term of the glossary where a page first uses it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from markupsafe import Markup

from explainer.library.index import Index
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.sheets import place
from explainer.records.address import relative
from explainer.records.model import Term
from explainer.text.form import Form
from explainer.text.pattern import pattern

_TAG = pattern(r'(<(?:[^<>"]|"[^"]*")*>)')
_NOT_INSIDE = frozenset({"a", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "span"})
_TOOLTIP = Form(
    '<span class="term"><a href="{href}" aria-describedby="tip-{id}">{words}</a>'
    '<span class="tip" role="tooltip" id="tip-{id}">{definition}</span></span>'
)


class Glossary:
    """The terms one page has explained so far."""

    def __init__(self, library: Library, *, base: str) -> None:
        self._library = library
        self._base = base
        self._explained: set[str] = set()
        library.terms.values()  # which notes that the page depends on them
        self._names, self._pattern = _names(library.index)

    def introduce(self, html: Markup) -> Markup:
        """Return the HTML with a tooltip at the first use of each term, outside links and headings."""
        if self._pattern is None or not self._pattern.search(html):
            return html
        inside = 0
        parts = []
        for part in _TAG.split(html):
            if part.startswith("<"):
                name = part.strip("</> ").split(" ", 1)[0].split(">", 1)[0]
                if name in _NOT_INSIDE:
                    inside += -1 if part.startswith("</") else 1
                parts.append(part)
            else:
                parts.append(part if inside else self._pattern.sub(self._explain, part))
        return Markup("".join(parts))

    def _explain(self, match: re.Match[str]) -> str:
        term = self._names[match[0].casefold()]
        if term.id in self._explained:
            return match[0]
        self._explained.add(term.id)
        return _TOOLTIP(
            href=relative(place(term, self._library), base=self._base),
            id=term.id,
            words=Markup(match[0]),
            definition=plain(term.definition, self._library),
        )


@lru_cache(maxsize=2)
def _names(index: Index) -> tuple[dict[str, Term], re.Pattern[str] | None]:
    names: dict[str, Term] = {}
    for term in cast(Iterable[Term], index.ordered[Term.KIND].values()):
        for name in filter(None, (term.term, term.abbr)):
            names.setdefault(str(Markup.escape(name)).casefold(), term)
    if not names:
        return names, None
    longest = sorted(names, key=len, reverse=True)
    return names, re.compile(
        rf"(?<![\w&]){'(?:' + '|'.join(map(re.escape, longest)) + ')'}(?!\w)", re.IGNORECASE
    )
