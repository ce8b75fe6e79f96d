"""Schema.org descriptions of each page as JSON-LD: what the page says, and nothing it does not.

    script(graph(library, path="quotes/x/", title=…, record=quote, crumbs=[("Quotes", "quotes/")]))

Addresses are absolute where the site has one, else relative to the page. No date stands here that no
writer gave.
"""

import json
from collections.abc import Sequence
from itertools import islice

from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.sheets import MOST
from explainer.pages.schema_org import (
    Describer,
    Node,
    check_node,
    download,
    figure_nodes,
    filled,
    issue_node,
    person_node,
    quote_node,
)
from explainer.records.address import url
from explainer.records.model import RECORD_TYPES, AnyRecord, Check, Figure, Issue, Person, Quote, Source

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def graph(
    library: Library,
    *,
    path: str,
    title: str,
    description: str = "",
    record: AnyRecord | None = None,
    crumbs: Sequence[tuple[str, str]] = (),
) -> list[Node]:
    """Return the descriptions of one page: its subject, then the way to it."""
    describer = Describer(library, path)
    page = {"@id": describer.to(path), "url": describer.to(path), "inLanguage": library.site.language}
    match record:
        case Issue():
            nodes = [page | issue_node(record, describer)]
        case Quote():
            nodes = [page | quote_node(record, describer)]
        case Figure():
            nodes = figure_nodes(record, describer, page)
        case Source():
            nodes = [describer.source(record)]
        case Person():
            nodes = [person_node(record, describer)]
        case Check():
            nodes = [page | check_node(record, describer)]
        case _:
            nodes = [page | _index(path, title, description, describer)]
    return [filled(node) for node in nodes] + ([_breadcrumbs(title, crumbs, describer)] if path else [])


def script(nodes: Sequence[Node]) -> str:
    """Return the nodes as a script element that no value can end or break out of."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False, sort_keys=True
    )
    for char, escaped in _ESCAPES.items():
        text = text.replace(char, escaped)
    return f'<script type="application/ld+json">{text}</script>'


def _index(path: str, title: str, description: str, describer: Describer) -> Node:
    library = describer.library
    if path == "":
        return {
            "@type": "WebSite", "name": library.site.title, "description": description,
            "publisher": describer.publisher(), "license": library.site.licence,
        }  # fmt: skip
    if path == "glossary/":
        terms = [
            {
                "@type": "DefinedTerm", "@id": describer.to(url(term)), "name": term.term,
                "alternateName": term.abbr, "description": plain(term.definition, library),
                "inDefinedTermSet": describer.to(path),
            }
            for term in islice(library.terms.values(), MOST)
        ]  # fmt: skip
        return {"@type": "DefinedTermSet", "name": title, "hasDefinedTerm": [filled(term) for term in terms]}
    if path == "data/":
        return {
            "@type": "Dataset", "name": library.site.title, "description": description or title,
            "creator": describer.publisher(), "license": library.site.licence,
            "distribution": [
                download(describer.to(f"data/{model.FOLDER}.{suffix}"), form)
                for model in RECORD_TYPES
                for suffix, form in (("json", "application/json"), ("csv", "text/csv"))
            ],
        }  # fmt: skip
    return {"@type": "CollectionPage", "name": title, "description": description}


def _breadcrumbs(title: str, crumbs: Sequence[tuple[str, str]], describer: Describer) -> Node:
    steps = [(describer.library.site.title, ""), *crumbs, (title, describer.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": words, "item": describer.to(path)}
            for number, (words, path) in enumerate(steps, start=1)
        ],
    }
