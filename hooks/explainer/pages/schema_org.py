"""The records as schema.org (https://schema.org) describes them: one node each."""

from typing import Any

from explainer.charts import figure_chart
from explainer.data.published import address, home
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import caution
from explainer.records.address import relative, url
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote, Source
from explainer.records.parts import Point
from explainer.records.wording import last_known, per_words
from explainer.verification.quotation import display
from explainer.words import Words

_SIDES = {"over": "minValue", "at-least": "minValue", "under": "maxValue", "up-to": "maxValue"}
Node = dict[str, Any]
_PERSON_TYPES = {"person": "Person", "organisation": "Organization", "government": "GovernmentOrganization"}


class Describer:
    """The page being described, and links from it."""

    def __init__(self, library: Library, path: str) -> None:
        self.library = library
        self.path = path

    def to(self, path: str) -> str:
        """Return a link to a path of the site."""
        return address(path, self.library) if home(self.library) else relative(path, base=self.path)

    def brief(self, record: AnyRecord) -> Node:
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
        """Return a source as what it is: an article with its text here, and no caution, is a news article."""
        news = source.id in self.library.articles and not source.caution
        return filled(
            {
                "@type": "NewsArticle" if news else "CreativeWork",
                "@id": self.to(url(source)),
                "headline" if news else "name": source.title,
                "description": source.caution,
                "url": source.url,
                "archivedAt": source.archive_url,
                "author": [{"@type": "Person", "name": author} for author in source.authors],
                "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
                "datePublished": source.published,
                "dateModified": source.modified,
                "inLanguage": source.language,
                "license": source.licence,
            }
        )

    def publisher(self) -> Node:
        """Return who publishes the site."""
        site = self.library.site
        return {"@type": "Organization", "name": site.publisher or site.title, "url": self.to("")}


def issue_node(issue: Issue, describer: Describer) -> Node:
    """Return an issue as an article: what it is based on, what else it cites, whom it names."""
    library = describer.library
    records: list[AnyRecord] = [
        *library.quotes_on(issue.id),
        *library.figures_on(issue.id),
        *library.checks_on(issue.id),
    ]
    named = dict.fromkeys(source for record in [issue, *records] for source in sources_of(record))
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
        "abstract": plain(issue.gist, library),
        "publisher": describer.publisher(),
        "dateModified": max((change.date for change in issue.changes), default=None),
        "isBasedOn": [describer.source(library.sources[source]) for source in named if source in based],
        "citation": [describer.source(library.sources[source]) for source in named if source not in based],
        "mentions": [
            describer.brief(library.people[person]) for person in speakers if person in library.people
        ],
        "correction": [
            {"@type": "CorrectionComment", "text": plain(change.note, library), "datePublished": change.date}
            for change in corrections
        ],
    }


def quote_node(quote: Quote, describer: Describer) -> Node:
    """Return a quotation: its words, who said them, the source they stand in."""
    library = describer.library
    unconfirmed = caution(quote, library)
    creator: Node | None = (
        {"@type": "Person", "name": quote.speaker_as_named} if quote.speaker_as_named else None
    )
    if quote.speaker and quote.speaker in library.people:
        creator = describer.brief(library.people[quote.speaker])
    return {
        "@type": "Quotation",
        "text": display(quote.exact),
        "inLanguage": quote.lang or library.site.language,
        "creator": None if unconfirmed else creator,
        "description": unconfirmed,
        "dateCreated": quote.said_on,
        "isBasedOn": describer.source(library.sources[quote.source]),
        "about": [
            describer.brief(library.issues[issue]) for issue in quote.issues if issue in library.issues
        ],
    }


def check_node(check: Check, describer: Describer) -> Node:
    """Return a check as a review of a claim: whose it is, the finding in words, what it was held against."""
    library = describer.library
    source = describer.source(library.sources[check.source])
    return {
        "@type": "ClaimReview",
        "claimReviewed": display(check.exact),
        "itemReviewed": {"@type": "Claim", "appearance": source},
        "reviewRating": {"@type": "Rating", "alternateName": library.words.findings[check.finding]},
        "reviewBody": plain(check.verdict or check.note, library),
        "author": describer.publisher(),
        "isBasedOn": [describer.source(library.sources[other]) for other in dict.fromkeys(check.sources)],
    }


def figure_nodes(figure: Figure, describer: Describer, page: Node) -> list[Node]:
    """Return a single value as an observation, a series as a data set with its CSV."""
    based = [describer.source(describer.library.sources[source]) for source in sources_of(figure)]
    drawing = figure_chart(figure, describer.library)
    if drawing is None:
        return [
            _observation(figure, describer.library.words)
            | {"@id": page["@id"], "url": page["url"], "subjectOf": based}
        ]
    dates = [point.date for point in figure.series]
    dataset = {
        "@type": "Dataset",
        "name": figure.label,
        "description": drawing.alt,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": figure.measures or figure.label,
            "unitText": figure.unit,
        },
        "temporalCoverage": f"{min(dates)}/{max(dates)}",
        "spatialCoverage": figure.geography,
        "creator": describer.publisher(),
        "isBasedOn": based,
        "distribution": [download(describer.to(drawing.csv_path), "text/csv")],
    }
    return [page | dataset]


def _observation(figure: Figure, words: Words) -> Node:
    """Return a single value; a bound is given as the least or the greatest, never as the value itself."""
    said = last_known(figure) or figure
    low = float(said.value) if said.value is not None else None
    high = float(said.value_max) if said.value_max is not None else None
    bounds: Node = {"minValue": low, "maxValue": high}
    if high is None:
        bounds = {_SIDES.get(said.qualifier or "", "value"): low}
    period = figure.period
    span = f"{period.start or '..'}/{period.end or '..'}" if period and (period.start or period.end) else None
    return {
        "@type": "Observation",
        "name": figure.label,
        "measuredProperty": figure.measures and {"@type": "Property", "name": figure.measures},
        "observationAbout": figure.geography and {"@type": "Place", "name": figure.geography},
        "measurementQualifier": said.qualifier and {"@type": "Enumeration", "name": said.qualifier},
        "unitText": f"{figure.unit} {per_words(period, words)}".rstrip(),
        "observationDate": said.date if isinstance(said, Point) else figure.as_of,
        "observationPeriod": span,
    } | bounds


def person_node(person: Person, describer: Describer) -> Node:
    """Return a person, an organisation or a government."""
    node = describer.brief(person) | {
        "url": describer.to(url(person)),
        "alternateName": list(person.aliases),
        "description": person.about and plain(person.about, describer.library),
        "sameAs": list(person.same_as),
    }
    return node | ({"jobTitle": [role.title for role in person.roles]} if person.kind == "person" else {})


def download(address: str, form: str) -> Node:
    """Return one file of a data set."""
    return {"@type": "DataDownload", "encodingFormat": form, "contentUrl": address}


def filled(node: Node) -> Node:
    """Return the node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
