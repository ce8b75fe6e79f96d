"""What the card of each kind of record says: the words, whose they are, the chart that shows it."""

from explainer.charts import sources_drawn
from explainer.data.poster import Poster
from explainer.data.typeface import covers
from explainer.library.library import Library
from explainer.library.titles import caution, given_line, source_line, speaker_name
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote
from explainer.records.wording import figure_words, sentence
from explainer.text.pattern import pattern
from explainer.verification.quotation import display

ACCENTS = (
    (0x1A, 0x5A, 0x99), (0x1E, 0x6A, 0x43), (0x95, 0x40, 0x0C), (0x77, 0x30, 0x7A),
    (0x0A, 0x65, 0x6F), (0x7D, 0x54, 0x00), (0x47, 0x47, 0x9B), (0x9C, 0x24, 0x58),
)  # fmt: skip
"""The issues' colours on paper, as in docs/assets/page.css."""
BRAND = (0xA1, 0x26, 0x1C)
_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
"""Subscripts, which the typeface lacks."""
_LETTERED = pattern(r"<text[^>]*>([^<]*)")
"""What a chart's drawing says in words; `&amp;` and its like are letters that any typeface has."""
_QUOTED = (70, 62, 54, 47, 41, 36, 31)
_SHORT = (110, 92, 76, 62)
_NUMBER = (150, 128, 108, 92, 78, 66, 54, 44)


def poster(record: AnyRecord | None, library: Library) -> Poster:
    """Return the card of a record without a chart, or the site's, in letters that the typeface has."""
    plain = _worded(record, library)
    foot = [line.translate(_PLAIN) for line in plain.foot]
    return plain._replace(text=plain.text.translate(_PLAIN), foot=foot, kicker=plain.kicker.translate(_PLAIN))


def _worded(record: AnyRecord | None, library: Library) -> Poster:
    site = library.site.short_title or library.site.title
    accent = _accent(record, library)
    match record:
        case Quote():
            given = sentence(given_line(record, library, headline=False))
            foot = [line for line in (speaker_name(record, library), given, caution(record, library)) if line]
            return Poster(f"{display(record.exact)}”", foot, site, accent, sizes=_QUOTED, quoted=True)
        case Figure():
            foot = [record.label, source_line(record, library, headline=False)]
            said = sentence(figure_words(record, library.words))
            return Poster(said, foot, site, accent, sizes=_NUMBER, heavy=True)
        case Issue():
            return Poster(record.question, ("",), site, accent, kicker=record.title)
        case Check():
            claim = library.words("embeds.claim", source=source_line(record, library, headline=False))
            words, kicker = f"{display(record.exact)}”", library.words.findings[record.finding]
            foot = [record.verdict or "", claim]
            return Poster(words, foot, site, accent, sizes=_QUOTED[1:], quoted=True, kicker=kicker)
        case Person():
            roles = [role.title for role in record.roles[:2]]
            return Poster(record.name, [*roles, _quoted(record, library)], site, accent, sizes=_SHORT)
        case _:
            return Poster(library.site.question or library.site.title, ("",), library.site.title, accent)


def charted(plain: Poster, record: AnyRecord | None, library: Library) -> Poster:
    """Return the card with the record's chart, where it has one that the typeface can letter."""
    from explainer.charts.foot import source_words  # what draws is loaded where something is drawn
    from explainer.charts.on_card import card_chart

    chart = card_chart(record, library)
    if chart is None:
        return plain
    svg, title = chart.svg.translate(_PLAIN), chart.title.translate(_PLAIN)
    if not covers("".join(_LETTERED.findall(svg)) + title):
        return plain
    drawn_from = source_words(sources_drawn(chart.figures, library), library.words)
    foot = plain.foot if isinstance(record, Figure) else (title, drawn_from)
    return plain._replace(chart=svg, foot=foot)


def _quoted(person: Person, library: Library) -> str:
    count = sum(1 for quote in library.quotes_by(person.id) if quote.is_statement)
    return library.words("count.quote", n=count) if count else library.words("embeds.no-quote")


def _accent(record: AnyRecord | None, library: Library) -> tuple[int, int, int]:
    issues = [record.id] if isinstance(record, Issue) else list(getattr(record, "issues", ()))
    order = list(library.issues)
    return ACCENTS[order.index(issues[0]) % len(ACCENTS)] if issues and issues[0] in library.issues else BRAND
