"""What a template may ask while one page is made: links, prose, evidence, all relative to that page."""

from collections.abc import Iterable
from typing import NamedTuple

from jinja2.runtime import Macro
from markupsafe import Markup, escape

from explainer.charts import Cell, Drawing
from explainer.charts.spark import spark
from explainer.charts.xray import Xray, xray
from explainer.data.citations import Forms, files_path, told
from explainer.data.embeds import Embedded, chart_frame, code, frame_path, record_code
from explainer.data.pictures import Shown, shown
from explainer.data.published import address, home
from explainer.library import excerpts, links, titles
from explainer.library.library import Library
from explainer.library.repository import repository, titled
from explainer.library.sheets import place, sheet_path, text_sheet
from explainer.library.titles import source_line
from explainer.pages.glossary import Glossary
from explainer.pages.paging import AT_ONCE
from explainer.records.address import ANYWHERE, anchor, led_from, relative, url
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote, Source
from explainer.records.parts import Picture
from explainer.records.wording import date_words, listing
from explainer.text.escaping import marked
from explainer.text.form import Form

ACCENTS = 8
"""Colours in the palette of assets/explainer.css; issues take them in turn."""

_LINK = Form('<a href="{}">{}</a>')
_TITLED = Form('<a href="{}" title="{}">{}</a>')
_NOTE = Form(' <span class="meta">{}</span>')


class Framed(NamedTuple):
    """A frame for other sites: the link to it, and the code to copy while the site has an address."""

    link: str
    code: str | None


class Here:
    """One page being made. `path` is its address, as in `Page.path`."""

    def __init__(self, library: Library, path: str) -> None:
        self.library = library
        self.site = library.site
        self._words = library.words
        self.path = path
        self._glossary = Glossary(library, base=path)

    def once(self, macro: Macro, record: AnyRecord) -> Markup:
        """Return what a macro makes of a record, made once for all pages.

        It may ask for links and words; what else it asks of the page, such as a term's first use, is lost.
        """

        def make(library: Library) -> str:
            return str(macro(Here(library, ANYWHERE), record))

        return marked(led_from(self.library.once((macro, record.ref), make), base=self.path))

    def to(self, record: AnyRecord | str) -> str:
        """Return the link to a record, or to an address relative to the root."""
        return relative(record if isinstance(record, str) else place(record, self.library), base=self.path)

    @property
    def address(self) -> str:
        """Return where this page stands on the web, or from the root while the site has no address."""
        return address(self.path, self.library)

    def anchor(self, record: AnyRecord) -> str:
        """Return the id of the record's element."""
        return anchor(record)

    def mark_id(self, record: AnyRecord) -> str:
        """Return the id of the record's words in an annotated source; a check has an entry there too."""
        return f"text-{anchor(record)}" if isinstance(record, Check) else anchor(record)

    def marked(self, record: Quote | Figure | Check) -> str:
        """Return the link to the record's words in the annotated source."""
        source = self.library.sources[record.source or ""]
        found, text = excerpts.place(record, self.library), self.library.texts.get(source.id, "")
        number = text_sheet(found[0], text) if found else 1
        return f"{relative(sheet_path(url(source), number), base=self.path)}#{self.mark_id(record)}"

    def title(self, record: AnyRecord) -> str:
        """Return the record's name in plain text."""
        return titles.title(record, self.library)

    def words(self, text: str) -> Markup:
        """Return a field of plain prose as HTML: links made, terms explained at first use."""
        return self._glossary.introduce(links.words_html(text, self.library, base=self.path))

    def linked(self, text: str) -> Markup:
        """Return a field of plain prose as HTML with its links, no terms explained."""
        return links.words_html(text, self.library, base=self.path)

    def plain(self, text: str) -> str:
        """Return a field of prose without its links, for places that hold none."""
        return links.plain(text, self.library)

    def markdown(self, text: str, *, level: int = 3) -> Markup:
        """Return a field of Markdown as safe HTML, its highest heading at `level`."""
        from explainer.pages.rich_text import markdown_html  # loads Markdown: only where some is written

        html = markdown_html(text, self.library, base=self.path, level=level)
        return self._glossary.introduce(html)

    def evidence(self, refs: Iterable[str]) -> list[AnyRecord]:
        """Return the records that are named as evidence, in the order named."""
        found = ((self.library.get(ref), ref.partition("@")[2]) for ref in refs)
        return [_at(record, date) for record, date in found if record is not None]

    def accent(self, issue: str) -> int:
        """Return which colour of the palette an issue has, from 1."""
        return list(self.library.issues).index(issue) % ACCENTS + 1

    def source_name(self, source: str) -> str:
        """Return a source's name within a sentence: its publisher, else its opening words."""
        found = self.library.sources[source]
        if found.publisher:
            return found.publisher
        alone = len(self.library.articles) == 1 and source in self.library.articles
        return self._words("shared.the-article") if alone else titles.source_name(found)

    def listed(self, sources: Iterable[str]) -> Markup:
        """Return the names of sources within a sentence, each with its link."""
        names = [_LINK(self.to(self.library.sources[id]), self.source_name(id)) for id in sources]
        return Markup(listing(names, self._words))

    def source_line(self, record: Quote | Figure) -> str:
        """Return publisher, headline and date of the source a record's words or value stand in."""
        return source_line(record, self.library, headline=True)

    def locator(self, record: AnyRecord) -> str:
        """Return where in its sources a record's words stand, as its writer says; empty where nobody does."""
        holder = record.transcribed or record if isinstance(record, Quote) else record
        return getattr(holder, "locator", None) or ""

    def caution(self, quote: AnyRecord) -> str:
        """Return what goes wherever a quote goes: its source's caution; empty for none."""
        return titles.caution(quote, self.library) if isinstance(quote, Quote) else ""

    def cautioned(self, quotes: Iterable[Quote]) -> list[Source]:
        """Return the sources of some quotes that carry a caution, each once."""
        ids = dict.fromkeys(quote.source for quote in quotes)
        return [source for id_ in ids if (source := self.library.sources[id_]).caution]

    @property
    def later_words(self) -> str:
        """Say what "later" means here: after the event that the writer names."""
        divide = self.library.divide
        if not divide:
            return ""
        date = date_words(divide.date, self._words)
        return self._words("titles.later", date=date, label=self.plain(divide.label))

    def speaker(self, quote: AnyRecord) -> str:
        """Return who said a quote, in words."""
        return titles.speaker_name(quote, self.library)  # type: ignore[arg-type]

    def xray(self, source: Source) -> Xray | None:
        """Return the strip that shows what was made of an article, stretch by stretch."""
        return xray(source, self.library, base=self.path)

    @property
    def holds_quotes(self) -> bool:
        """Whether the page has a section of the quotes themselves, to which evidence need only point."""
        if not self.path.startswith("issues/") or self.path == "issues/":
            return False
        return len(self.library.quotes_on(self.path.split("/")[1])) <= AT_ONCE

    def spoken(self, quotes: Iterable[Quote]) -> list[Quote]:
        """Return those that count as somebody's statement: not words that a source sets off."""
        return [quote for quote in quotes if quote.is_statement]

    def named(self, person: Person) -> str:
        """Return a name as it stands in a sentence: a government or an office takes its article."""
        official = person.kind != "person" and " of " in person.name and not person.name.startswith("The ")
        return self._words("titles.office", name=person.name) if official else person.name

    def around(self, record: AnyRecord) -> excerpts.Passage:
        """Return the passage of the source around a record's words."""
        return excerpts.around(record, self.library)

    def beside(self, quote: AnyRecord) -> excerpts.Passage:
        """Return the nearest words before and after a quote, to stand outside its quotation marks."""
        return excerpts.beside(quote, self.library)

    def spark(self, figure: Figure) -> Markup | None:
        """Return a figure at a glance, as a small drawing; None where there is nothing to see."""
        return spark(figure, self._words)

    def picture(self, picture: Picture) -> Shown:
        """Return the files of a picture with their links from this page."""
        found = shown(picture, self.library)
        return found._replace(files=tuple((self.to(file), width) for file, width in found.files))

    def cell(self, cell: Cell) -> Markup:
        """Return one cell of a chart's table, linked to its source."""
        words = escape(cell.text)
        if cell.source:
            words = _TITLED(self.to(self.library.sources[cell.source]), self.source_name(cell.source), words)
        return words + _NOTE(cell.note) if cell.note else words

    def citation(self, record: AnyRecord | None) -> Forms:
        """Return how to cite a record, or the site."""
        return told(record, self.library)

    def cited_in(self, record: AnyRecord | None) -> str:
        """Return the address of the files that cite all records of a kind, or the site, without a suffix."""
        return files_path(record.KIND if record else "")

    def embed(self, record: AnyRecord) -> Framed | None:
        """Return the frame of a quote, figure or check for other sites."""
        if not isinstance(record, Embedded):
            return None
        html = record_code(record, self.library).html if home(self.library) else None
        return Framed(self.to(frame_path(record)), html)

    def embed_chart(self, drawing: Drawing, issue: Issue) -> Framed:
        """Return the frame of an issue's chart for other sites."""
        frame = chart_frame(drawing, issue, self.library)
        return Framed(self.to(frame.path), code(frame, self.library).html if home(self.library) else None)

    def in_source(self, record: AnyRecord, source: Source) -> str | None:
        """Return the address of the record's words in the original, or None where it has no address."""
        return excerpts.fragment_url(record, source, self.library)

    def edit_url(self, file: str | None) -> str | None:
        """Return where a writer edits the file behind this page, if the site names its repository."""
        if not self.site.repository or not file:
            return None
        return repository(self.site.repository).edit(f"{self.library.folder.name}/{file}")

    def report_url(self, record: AnyRecord | None) -> str | None:
        """Return where a reader reports an error, the record's id filled in; None where nobody can be told.

        Without a contact it is the repository's form for issues.
        """
        kept = self.site.repository
        form = self.site.contact or (repository(kept).new_issue if kept else None)
        if not form:
            return None
        where = record.ref if record else self.path or self._words("titles.home-page")
        return titled(form, self._words("titles.error", record=where))


def _at(record: AnyRecord, date: str) -> AnyRecord:
    """Return a series as its one point at a date, where one is named."""
    if not date or not isinstance(record, Figure):
        return record
    return record.replace(series=tuple(point for point in record.series if point.date == date))
