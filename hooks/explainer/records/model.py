"""The record types: what a writer may put into each file of `content/`.

The descriptions become the hover texts of editors, through the JSON Schemas made from these classes.
Offsets are code points into the source's text, end exclusive; `exact`, `prefix` and `suffix` follow the
W3C Web Annotation model (TextQuoteSelector).
"""

from typing import Annotated, Literal, TypeAlias, cast, get_args

from explainer.records.fields import (
    Around,
    Date,
    Digest,
    FileName,
    Id,
    Language,
    Line,
    Markdown,
    Number,
    Offset,
    Range,
    Ref,
    Url,
    Words,
)
from explainer.records.parts import (
    Change,
    Chart,
    KeyPoint,
    Passage,
    Period,
    Picture,
    Place,
    Point,
    Qualifier,
    Related,
    Role,
    SearchTerms,
    Transcription,
)
from explainer.records.record import Record

QuoteKind = Literal["direct", "transcribed", "continuation", "fragment", "scare"]
Basis = Literal["quoted", "reported", "inferred", "silent"]
Finding = Literal["supports", "qualifies", "differs", "not-found", "cannot-be-checked"]


class Source(Record):
    """Anything cited. With its text beside it, it is an article to extract from."""

    KIND = "source"
    FOLDER = "sources"
    HAS_PAGE = True
    APART = (*Record.APART, "notes")

    title: Annotated[Line, "The headline, or words that describe the page (see title_kind)."]
    title_kind: Annotated[
        Literal["headline", "descriptive"],
        "descriptive: our words, not the source's headline; shown without quotation marks.",
    ] = "headline"
    publisher: Annotated[Line | None, "The outlet or office that first published it."] = None
    via: Annotated[Line | None, "The copy or translation that was read, if not the original."] = None
    authors: Annotated[tuple[Line, ...], "Who wrote it, as it says."] = ()
    url: Url | None = None
    archive_url: Url | None = None
    published: Annotated[Date | None, "As the source states it; leave out when it does not."] = None
    modified: Annotated[Date | None, "As the source states it."] = None
    accessed: Date | None = None
    language: Language = "en"
    licence: Line | None = None
    rights: Annotated[
        Literal["excerpt", "full"], "excerpt: only the passages used are shown. full: the whole text may be."
    ] = "excerpt"
    file: Annotated[
        FileName | None, "The text's file beside this record, or in a folder below, if not <id>.txt or .md."
    ] = None
    original: Annotated[
        FileName | None,
        "The saved page or Word file that the text was read from: each paragraph stands in it.",
    ] = None
    sha256: Annotated[Digest | None, "Of the text's file."] = None
    confidence: Literal["high", "medium", "low"] | None = None
    reliability: Annotated[Words | None, "What is known of how far it can be relied on."] = None
    caution: Annotated[
        Line | None, "One sentence that goes wherever a quote of this source goes: found nowhere else."
    ] = None
    unknowns: Annotated[tuple[Words, ...], "What is not known about it: author, date, …"] = ()
    image: Picture | None = None
    notes: Markdown = ""

    @property
    def states_no_date(self) -> bool:
        """Say whether somebody looked and found none; of a source just proposed it is only not recorded."""
        return self.published is None and self.status != "proposed"


class Issue(Record):
    """An issue explained."""

    KIND = "issue"
    FOLDER = "issues"
    WANTED = ("summary",)
    HAS_PAGE = True
    APART = (*Record.APART, "background")

    title: Line
    question: Annotated[Line, "The question a reader brings."]
    answer: Annotated[Words | None, "The answer in 60 words at most; stands right under the question."] = None
    summary: Annotated[
        Words, "The issue in 60 words at most, for lists and cards; only a proposed issue lacks it."
    ] = ""
    order: Annotated[int, "Place on the home page; smaller first."] = 100
    image: Picture | None = None
    places: Annotated[tuple[Place, ...], "Where it plays: shown on a map and listed beside it."] = ()
    key_points: tuple[KeyPoint, ...] = ()
    background: Markdown = ""
    open_questions: tuple[Words, ...] = ()
    related: tuple[Related, ...] = ()
    charts: tuple[Chart, ...] = ()
    match: SearchTerms = SearchTerms()
    also: Annotated[
        tuple[Line, ...], "Other words readers search for who mean this issue, in any language."
    ] = ()
    passages: Annotated[tuple[Passage, ...], "Made by extraction."] = ()
    sources: Annotated[tuple[Id, ...], "Sources of the background, beside those of the records."] = ()
    reviewed_on: Date | None = None
    changes: tuple[Change, ...] = ()

    @property
    def is_explained(self) -> bool:
        """Tell whether somebody has written about the issue; if not, it lists what the articles say."""
        return bool(self.answer or self.summary)

    @property
    def gist(self) -> str:
        """Return the issue in a sentence or some, the question where nobody has written more."""
        return self.answer or self.summary or self.question


class Quote(Record):
    """Words somebody said, as a source reports them."""

    KIND = "quote"
    FOLDER = "quotes"
    HAS_PAGE = True
    APART = (*Record.APART, "note", "signed_off")

    source: Id
    exact: Annotated[Words, "The words as they stand in the source; […] and … mark what was left out."]
    transcribed: Annotated[
        Transcription | None,
        "With kind: transcribed. Who copied the words from which pages that are not held here.",
    ] = None
    prefix: Around = ""
    suffix: Around = ""
    start: Offset | None = None
    end: Offset | None = None
    speaker: Annotated[Id | None, "Id of the person; left out where the source names nobody."] = None
    speaker_as_named: Annotated[Line | None, "How the source names the speaker there."] = None
    cue: Line | None = None
    kind: QuoteKind = "direct"
    lang: Annotated[Language | None, "Language of the words, where it is not the site's."] = None
    translation: Annotated[
        Words | None, "What the words mean in the site's language, by our translation; never shown as theirs."
    ] = None
    said_on: Date | None = None
    issues: tuple[Id, ...] = ()
    note: Words | None = None
    signed_off: Annotated[
        Words | None,
        "Who looked at a warning (a cut condition, a hidden negation) and why the quote is fair.",
    ] = None

    @property
    def is_statement(self) -> bool:
        """Whether it counts as somebody's words: not where the source only holds words at a distance."""
        return self.kind != "scare"


class Figure(Record):
    """A number with its meaning."""

    KIND = "figure"
    FOLDER = "figures"
    HAS_PAGE = True
    APART = (*Record.APART, "signed_off")

    label: Annotated[Line, "What the number says, as a title."]
    measures: Annotated[Line | None, "What is measured, without place and time."] = None
    value: Number | None = None
    value_max: Annotated[Number | None, "Upper end of a range."] = None
    series: Annotated[tuple[Point, ...], "Values over time, in place of one value."] = ()
    unit: Annotated[Line, "ISO currency code, percent, people, hectares, …"]
    qualifier: Annotated[Qualifier | None, "Bound or precision as the source words it."] = None
    period: Period | None = None
    as_of: Date | None = None
    geography: Line | None = None
    source: Id | None = None
    sources: tuple[Id, ...] = ()
    locator: Annotated[Line | None, "Where in the source: a table, a page, a paragraph."] = None
    exact: Words | None = None
    prefix: Around = ""
    suffix: Around = ""
    start: Offset | None = None
    end: Offset | None = None
    issues: tuple[Id, ...] = ()
    compare: Annotated[tuple[Id, ...], "Figures to read beside this one."] = ()
    caveats: tuple[Words, ...] = ()
    signed_off: Annotated[
        Words | None, "Who looked at a difference between the figure and its sentence, and why it is right."
    ] = None
    confidence: Literal["high", "medium", "low"] | None = None


class Person(Record):
    """Who speaks or acts: a person, an organisation or a government."""

    KIND = "person"
    FOLDER = "people"
    HAS_PAGE = True

    name: Line
    kind: Literal["person", "organisation", "government"] = "person"
    aliases: Annotated[tuple[Line, ...], "Other names; one in the form of an id redirects here."] = ()
    roles: tuple[Role, ...] = ()
    about: Words | None = None
    image: Annotated[Picture | None, "A portrait."] = None
    refs: Annotated[tuple[Ref, ...], "Records that bear out `about`."] = ()
    same_as: tuple[Url, ...] = ()


class Position(Record):
    """Where an actor stands on an issue, and how that is known."""

    KIND = "position"
    FOLDER = "positions"
    HAS_PAGE = False

    actor: Id
    issue: Id
    text: Words
    basis: Annotated[Basis, "quoted, reported, inferred; silent where no words of theirs are in our sources."]
    refs: tuple[Ref, ...] = ()
    as_of: Annotated[Date, "The day, month or year up to which this was looked into."]


class Event(Record):
    """A dated event."""

    KIND = "event"
    FOLDER = "events"
    HAS_PAGE = False

    date: Date
    label: Line
    detail: Words | None = None
    reply: Annotated[
        Words | None, "Where somebody is accused: who answered what, or that no reply was found."
    ] = None
    people: Annotated[tuple[Id, ...], "Who took part or is spoken of."] = ()
    issues: tuple[Id, ...] = ()
    sources: Annotated[tuple[Id, ...], Range(1)]
    locator: Annotated[Line | None, "Where in the source: a page, a paragraph, a section."] = None
    refs: tuple[Ref, ...] = ()
    confidence: Literal["high", "medium", "low"] | None = None


class Term(Record):
    """A glossary entry."""

    KIND = "term"
    FOLDER = "terms"
    HAS_PAGE = False

    term: Line
    abbr: Line | None = None
    definition: Words
    also: Annotated[
        tuple[Line, ...], "Other words readers search for who mean this term, in any language."
    ] = ()
    see_also: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    locator: Annotated[Line | None, "Where in the sources: a page, a paragraph, a section."] = None


class Check(Record):
    """A source's own claim beside what independent sources say."""

    KIND = "check"
    FOLDER = "checks"
    HAS_PAGE = True

    source: Id
    exact: Words
    prefix: Around = ""
    suffix: Around = ""
    start: Offset | None = None
    end: Offset | None = None
    finding: Finding
    verdict: Annotated[Line | None, "The outcome in one line; stands before the note."] = None
    note: Words
    sources: tuple[Id, ...] = ()
    locator: Annotated[Line | None, "Where in the sources: a page, a paragraph, a section."] = None
    refs: tuple[Ref, ...] = ()
    issues: tuple[Id, ...] = ()


AnyRecord: TypeAlias = Source | Issue | Quote | Figure | Person | Position | Event | Term | Check
"""Every record type, in the order of reading. A `match` over it ends in `assert_never`."""

RECORD_TYPES = cast(tuple[type[AnyRecord], ...], get_args(AnyRecord))
"""The same as a table: loading, data, schemas, search, sitemap and the `new` command all go by it."""

BY_KIND: dict[str, type[AnyRecord]] = {record_type.KIND: record_type for record_type in RECORD_TYPES}
