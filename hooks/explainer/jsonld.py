"""Schema.org descriptions of each page as JSON-LD: what the page says, and nothing it does not.

    script(graph(library, path="quotes/x/", title=…, record=quote, crumbs=[("Quotes", "quotes/")]))

Addresses are absolute where the site has one, else relative to the page. No date stands here that no
writer gave.
"""

import json
from collections.abc import Sequence
from typing import Any

from explainer.address import relative, url
from explainer.charts import figure_chart
from explainer.display import display
from explainer.library import Library, sources_of
from explainer.links import plain
from explainer.model import RECORD_TYPES, Figure, Issue, Person, Quote, Record, Source
from explainer.published import address, home

Node = dict[str, Any]
_PERSON_TYPES = {"person": "Person", "organisation": "Organization", "government": "GovernmentOrganization"}
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Here:
    """The page being described, and links from it."""

    def __init__(self, library: Library, path: str) -> None:
        self.library = library
        self.path = path

    def to(self, path: str) -> str:
        """Return a link to a path of the site."""
        return address(path, self.library) if home(self.library) else relative(path, base=self.path)

    def brief(self, record: Record) -> Node:
        """Return a record as another's description names it."""
        match record:
            case Person():
                return {"@type": _PERSON_TYPES[record.kind], "@id": self.to(url(record)), "name": record.name}
            case Source():
                return self.source(record)
            case Issue():
                return {"@type": "Article", "@id": self.to(url(record)), "headline": record.title}
        return {"@type": "CreativeWork", "@id": self.to(url(record))}

    def source(self, source: Source) -> Node:
        """Return a source as what it is: an article with its text here is taken for a news article."""
        news = source.id in self.library.articles
        return _filled(
            {
                "@type": "NewsArticle" if news else "CreativeWork",
                "@id": self.to(url(source)),
                "headline" if news else "name": source.title,
                "url": source.url,
                "archivedAt": source.archive_url,
                "author": source.author and {"@type": "Person", "name": source.author},
                "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
                "datePublished": source.published,
                "inLanguage": source.language,
                "license": source.licence,
            }
        )

    def publisher(self) -> Node:
        """Return who publishes the site."""
        site = self.library.site
        return {"@type": "Organization", "name": site.publisher or site.title, "url": self.to("")}


def graph(
    library: Library,
    *,
    path: str,
    title: str,
    description: str = "",
    record: Record | None = None,
    crumbs: Sequence[tuple[str, str]] = (),
) -> list[Node]:
    """Return the descriptions of one page: its subject, then the way to it."""
    here = Here(library, path)
    page = {"@id": here.to(path), "url": here.to(path), "inLanguage": library.site.language}
    match record:
        case Issue():
            nodes = [page | _issue(record, here)]
        case Quote():
            nodes = [page | _quote(record, here)]
        case Figure():
            nodes = _figure(record, here, page)
        case Source():
            nodes = [here.source(record)]
        case Person():
            nodes = [_person(record, here)]
        case _:
            nodes = [page | _index(path, title, description, here)]
    return [_filled(node) for node in nodes] + ([_breadcrumbs(title, crumbs, here)] if path else [])


def script(nodes: Sequence[Node]) -> str:
    """Return the nodes as a script element that no value can end or break out of."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": list(nodes)}, ensure_ascii=False, sort_keys=True
    )
    for char, escaped in _ESCAPES.items():
        text = text.replace(char, escaped)
    return f'<script type="application/ld+json">{text}</script>'


def _issue(issue: Issue, here: Here) -> Node:
    library = here.library
    records = [*library.quotes_on(issue.id), *library.figures_on(issue.id), *library.checks_on(issue.id)]
    named = dict.fromkeys(source for record in (issue, *records) for source in sources_of(record))
    speakers = dict.fromkeys(
        [quote.speaker for quote in library.quotes_on(issue.id) if quote.speaker]
        + [position.actor for position in library.positions_on(issue.id)]
    )
    based = {source for source in named if source in library.articles}
    corrections = [change for change in issue.changes if change.kind == "correction"]
    return {
        "@type": "Article",
        "headline": issue.title,
        "alternativeHeadline": issue.question,
        "abstract": plain(issue.summary, library),
        "publisher": here.publisher(),
        "dateModified": max((change.date for change in issue.changes), default=None),
        "isBasedOn": [here.source(library.sources[source]) for source in named if source in based],
        "citation": [here.source(library.sources[source]) for source in named if source not in based],
        "mentions": [here.brief(library.people[person]) for person in speakers if person in library.people],
        "correction": [
            {"@type": "CorrectionComment", "text": plain(change.note, library), "datePublished": change.date}
            for change in corrections
        ],
    }


def _quote(quote: Quote, here: Here) -> Node:
    library = here.library
    creator: Node | None = (
        {"@type": "Person", "name": quote.speaker_as_named} if quote.speaker_as_named else None
    )
    if quote.speaker and quote.speaker in library.people:
        creator = here.brief(library.people[quote.speaker])
    return {
        "@type": "Quotation",
        "text": display(quote.exact),
        "creator": creator,
        "dateCreated": quote.said_on,
        "isBasedOn": here.source(library.sources[quote.source]),
        "about": [here.brief(library.issues[issue]) for issue in quote.issues if issue in library.issues],
    }


def _figure(figure: Figure, here: Here, page: Node) -> list[Node]:
    based = [here.source(here.library.sources[source]) for source in sources_of(figure)]
    drawing = figure_chart(figure)
    if drawing is None:
        return [_observation(figure) | {"@id": page["@id"], "url": page["url"], "subjectOf": based}]
    dataset = {
        "@type": "Dataset",
        "name": figure.label,
        "description": drawing.alt,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": figure.measures or figure.label,
            "unitText": figure.unit,
        },
        "temporalCoverage": f"{figure.series[0].date}/{figure.series[-1].date}",
        "spatialCoverage": figure.geography,
        "creator": here.publisher(),
        "isBasedOn": based,
        "distribution": [_download(here.to(drawing.csv_path), "text/csv")],
    }
    return [page | dataset]


def _observation(figure: Figure) -> Node:
    """Return a single value; a bound is given as the least or the greatest, never as the value itself."""
    low = float(figure.value) if figure.value is not None else None
    high = float(figure.value_max) if figure.value_max is not None else None
    bounds: Node = {"minValue": low, "maxValue": high}
    if high is None:
        bounds = {{"over": "minValue", "under": "maxValue"}.get(figure.qualifier or "", "value"): low}
    period = figure.period
    span = f"{period.start or '..'}/{period.end or '..'}" if period and (period.start or period.end) else None
    return {
        "@type": "Observation",
        "name": figure.label,
        "measuredProperty": figure.measures and {"@type": "Property", "name": figure.measures},
        "observationAbout": figure.geography and {"@type": "Place", "name": figure.geography},
        "measurementQualifier": figure.qualifier and {"@type": "Enumeration", "name": figure.qualifier},
        "unitText": f"{figure.unit} {period.kind}"
        if period and period.kind.startswith("per-")
        else figure.unit,
        "observationDate": figure.as_of,
        "observationPeriod": span,
    } | bounds


def _person(person: Person, here: Here) -> Node:
    node = here.brief(person) | {
        "url": here.to(url(person)),
        "alternateName": list(person.aliases),
        "description": person.about and plain(person.about, here.library),
        "sameAs": list(person.same_as),
    }
    return node | ({"jobTitle": [role.title for role in person.roles]} if person.kind == "person" else {})


def _index(path: str, title: str, description: str, here: Here) -> Node:
    library = here.library
    if path == "":
        return {
            "@type": "WebSite", "name": library.site.title, "description": description,
            "publisher": here.publisher(), "license": library.site.licence,
        }  # fmt: skip
    if path == "glossary/":
        terms = [
            {
                "@type": "DefinedTerm", "@id": here.to(url(term)), "name": term.term,
                "alternateName": term.abbr, "description": plain(term.definition, library),
                "inDefinedTermSet": here.to(path),
            }
            for term in library.terms.values()
        ]  # fmt: skip
        return {"@type": "DefinedTermSet", "name": title, "hasDefinedTerm": [_filled(term) for term in terms]}
    if path == "data/":
        return {
            "@type": "Dataset", "name": library.site.title, "description": description or title,
            "creator": here.publisher(), "license": library.site.licence,
            "distribution": [
                _download(here.to(f"data/{model.FOLDER}.{suffix}"), form)
                for model in RECORD_TYPES
                for suffix, form in (("json", "application/json"), ("csv", "text/csv"))
            ],
        }  # fmt: skip
    return {"@type": "CollectionPage", "name": title, "description": description}


def _download(address: str, form: str) -> Node:
    return {"@type": "DataDownload", "encodingFormat": form, "contentUrl": address}


def _breadcrumbs(title: str, crumbs: Sequence[tuple[str, str]], here: Here) -> Node:
    steps = [(here.library.site.title, ""), *crumbs, (title, here.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": words, "item": here.to(path)}
            for number, (words, path) in enumerate(steps, start=1)
        ],
    }


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
