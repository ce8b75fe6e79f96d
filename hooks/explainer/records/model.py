"""The record types: what a writer may put into each file of `content/`.

The descriptions become the hover texts of editors, through the JSON Schemas made from these classes.
Offsets are code points into the source's text, end exclusive; `exact`, `prefix` and `suffix` follow the
W3C Web Annotation model (TextQuoteSelector).
"""

from typing import Literal, TypeAlias, cast, get_args

from pydantic import Field

from explainer.records.fields import (
    FILE_NAME,
    LANGUAGE,
    SHA256,
    Date,
    Id,
    Line,
    Markdown,
    Number,
    Offset,
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

    title: Line = Field(description="The headline, or words that describe the page (see title_kind).")
    title_kind: Literal["headline", "descriptive"] = Field(
        "headline",
        description="descriptive: our words, not the source's headline; shown without quotation marks.",
    )
    publisher: Line | None = Field(None, description="The outlet or office that first published it.")
    via: Line | None = Field(None, description="The copy or translation that was read, if not the original.")
    authors: tuple[Line, ...] = Field((), description="Who wrote it, as it says.")
    url: Url | None = None
    archive_url: Url | None = None
    published: Date | None = Field(None, description="As the source states it; leave out when it does not.")
    modified: Date | None = Field(None, description="As the source states it.")
    accessed: Date | None = None
    language: str = Field("en", pattern=LANGUAGE)
    licence: Line | None = None
    rights: Literal["excerpt", "full"] = Field(
        "excerpt", description="excerpt: only the passages used are shown. full: the whole text may be."
    )
    file: str | None = Field(
        None, max_length=255, pattern=FILE_NAME,
        description="The text's file beside this record, or in a folder below, if not <id>.txt or .md.",
    )  # fmt: skip
    original: str | None = Field(
        None, max_length=255, pattern=FILE_NAME,
        description="The saved page or Word file that the text was read from: each paragraph stands in it.",
    )  # fmt: skip
    sha256: str | None = Field(None, pattern=SHA256, description="Of the text's file.")
    confidence: Literal["high", "medium", "low"] | None = None
    reliability: Words | None = Field(None, description="What is known of how far it can be relied on.")
    caution: Line | None = Field(
        None,
        description="One sentence that goes wherever a quote of this source goes: found nowhere else.",
    )
    unknowns: tuple[Words, ...] = Field((), description="What is not known about it: author, date, …")
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
    question: Line = Field(description="The question a reader brings.")
    answer: Words | None = Field(
        None, description="The answer in 60 words at most; stands right under the question."
    )
    summary: Words = Field(
        "", description="The issue in 60 words at most, for lists and cards; only a proposed issue lacks it."
    )
    order: int = Field(100, description="Place on the home page; smaller first.")
    image: Picture | None = None
    places: tuple[Place, ...] = Field((), description="Where it plays: shown on a map and listed beside it.")
    key_points: tuple[KeyPoint, ...] = ()
    background: Markdown = ""
    open_questions: tuple[Words, ...] = ()
    related: tuple[Related, ...] = ()
    charts: tuple[Chart, ...] = ()
    match: SearchTerms = SearchTerms()
    also: tuple[Line, ...] = Field(
        (), description="Other words readers search for who mean this issue, in any language."
    )
    passages: tuple[Passage, ...] = Field((), description="Made by extraction.")
    sources: tuple[Id, ...] = Field((), description="Sources of the background, beside those of the records.")
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
    exact: Words = Field(
        description="The words as they stand in the source; […] and … mark what was left out."
    )
    transcribed: Transcription | None = Field(
        None,
        description="With kind: transcribed. Who copied the words from which pages that are not held here.",
    )
    prefix: str = Field("", max_length=200)
    suffix: str = Field("", max_length=200)
    start: Offset | None = None
    end: Offset | None = None
    speaker: Id | None = Field(None, description="Id of the person; left out where the source names nobody.")
    speaker_as_named: Line | None = Field(None, description="How the source names the speaker there.")
    cue: Line | None = None
    kind: QuoteKind = "direct"
    lang: str | None = Field(
        None,
        pattern=LANGUAGE,
        description="Language of the words, where it is not the site's.",
    )
    translation: Words | None = Field(
        None,
        description="What the words mean in the site's language, by our translation; never shown as theirs.",
    )
    said_on: Date | None = None
    issues: tuple[Id, ...] = ()
    note: Words | None = None
    signed_off: Words | None = Field(
        None,
        description="Who looked at a warning (a cut condition, a hidden negation) and why the quote is fair.",
    )

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

    label: Line = Field(description="What the number says, as a title.")
    measures: Line | None = Field(None, description="What is measured, without place and time.")
    value: Number | None = None
    value_max: Number | None = Field(None, description="Upper end of a range.")
    series: tuple[Point, ...] = Field((), description="Values over time, in place of one value.")
    unit: Line = Field(description="ISO currency code, percent, people, hectares, …")
    qualifier: Qualifier | None = Field(None, description="Bound or precision as the source words it.")
    period: Period | None = None
    as_of: Date | None = None
    geography: Line | None = None
    source: Id | None = None
    sources: tuple[Id, ...] = ()
    locator: Line | None = Field(None, description="Where in the source: a table, a page, a paragraph.")
    exact: Words | None = None
    prefix: str = Field("", max_length=200)
    suffix: str = Field("", max_length=200)
    start: Offset | None = None
    end: Offset | None = None
    issues: tuple[Id, ...] = ()
    compare: tuple[Id, ...] = Field((), description="Figures to read beside this one.")
    caveats: tuple[Words, ...] = ()
    signed_off: Words | None = Field(
        None,
        description="Who looked at a difference between the figure and its sentence, and why it is right.",
    )
    confidence: Literal["high", "medium", "low"] | None = None


class Person(Record):
    """Who speaks or acts: a person, an organisation or a government."""

    KIND = "person"
    FOLDER = "people"
    HAS_PAGE = True

    name: Line
    kind: Literal["person", "organisation", "government"] = "person"
    aliases: tuple[Line, ...] = Field((), description="Other names; one in the form of an id redirects here.")
    roles: tuple[Role, ...] = ()
    about: Words | None = None
    image: Picture | None = Field(None, description="A portrait.")
    refs: tuple[Ref, ...] = Field((), description="Records that bear out `about`.")
    same_as: tuple[Url, ...] = ()


class Position(Record):
    """Where an actor stands on an issue, and how that is known."""

    KIND = "position"
    FOLDER = "positions"
    HAS_PAGE = False

    actor: Id
    issue: Id
    text: Words
    basis: Basis = Field(
        description="quoted, reported, inferred; silent where no words of theirs are in our sources."
    )
    refs: tuple[Ref, ...] = ()
    as_of: Date = Field(description="The day, month or year up to which this was looked into.")


class Event(Record):
    """A dated event."""

    KIND = "event"
    FOLDER = "events"
    HAS_PAGE = False

    date: Date
    label: Line
    detail: Words | None = None
    reply: Words | None = Field(
        None,
        description="Where somebody is accused: who answered what, or that no reply was found.",
    )
    people: tuple[Id, ...] = Field((), description="Who took part or is spoken of.")
    issues: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    locator: Line | None = Field(None, description="Where in the source: a page, a paragraph, a section.")
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
    also: tuple[Line, ...] = Field(
        (), description="Other words readers search for who mean this term, in any language."
    )
    see_also: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    locator: Line | None = Field(None, description="Where in the sources: a page, a paragraph, a section.")


class Check(Record):
    """A source's own claim beside what independent sources say."""

    KIND = "check"
    FOLDER = "checks"
    HAS_PAGE = True

    source: Id
    exact: Words
    prefix: str = Field("", max_length=200)
    suffix: str = Field("", max_length=200)
    start: Offset | None = None
    end: Offset | None = None
    finding: Finding
    verdict: Line | None = Field(None, description="The outcome in one line; stands before the note.")
    note: Words
    sources: tuple[Id, ...] = ()
    locator: Line | None = Field(None, description="Where in the sources: a page, a paragraph, a section.")
    refs: tuple[Ref, ...] = ()
    issues: tuple[Id, ...] = ()


AnyRecord: TypeAlias = Source | Issue | Quote | Figure | Person | Position | Event | Term | Check
"""Every record type, in the order of reading. A `match` over it ends in `assert_never`."""

RECORD_TYPES = cast(tuple[type[AnyRecord], ...], get_args(AnyRecord))
"""The same as a table: loading, data, schemas, search, sitemap and the `new` command all go by it."""

BY_KIND: dict[str, type[AnyRecord]] = {record_type.KIND: record_type for record_type in RECORD_TYPES}
