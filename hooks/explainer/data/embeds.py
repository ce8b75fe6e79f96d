"""Frames for other sites: a quote, figure, check or chart on a small page, the code to copy, and oEmbed.

embed/quotes/<id>.html  embed/charts/<chart>.html …    the pages; styled by docs/assets/embed.css
oembed/quotes/<id>.json oembed/figures/<id>.json …     https://oembed.com; only where the site has an address
"""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, assert_never, cast
from zlib import crc32

from markupsafe import Markup

from explainer.charts import Drawing, figure_chart, issue_charts
from explainer.data.frames import WIDTH, Frame, Kind, Part, heights
from explainer.data.published import address, home
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import caution, given_line, source_line, speaker_name, title
from explainer.records.address import relative, url
from explainer.records.model import Check, Figure, Issue, Quote
from explainer.records.wording import figure_words, sentence
from explainer.text.form import Form
from explainer.verification.quotation import display

Embedded: TypeAlias = Quote | Figure | Check
_GROUPS = 256
"""Drafts for the records of a kind, at most."""
_POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
_PAGE = Form("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
{styles}
</head>
<body>
<main class="embed embed-{kind}">
{parts}
<p class="embed-from"><a href="{link}" target="_blank" rel="noopener">{site}</a></p>
</main>
</body>
</html>
""")
_STYLE = Form('<link rel="stylesheet" href="{}">')
_CHART = Form('<div class="chart-box">{}</div>')
_CODE = Form(
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
    'style="border: 0; width: 100%; max-width: {}px; height: {}" '
    'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
)
"""The attributes are for hosts that take the style away."""
_HIDDEN = Form('<h1 class="hidden">{}</h1>')
_LABEL = Form('<h1 class="embed-label">{}</h1>')
_NUMBER = Form('<p class="embed-number">{}</p>')
_QUOTE = Form('<blockquote cite="{}"{}><p>{}</p></blockquote>')
_LANG = Form(' lang="{}"')
_WHO = Form('<p class="embed-who"><strong>{}</strong>{}</p>')
_BODY = Form("<p>{}</p>")
_SMALL = Form('<p class="embed-who">{}</p>')
_CAVEAT = Form('<p class="embed-caveat">{}</p>')


def drafts(library: Library) -> Iterator[Draft[Iterator[tuple[str, bytes]]]]:
    """Yield drafts for the records that others may frame, and for the charts of each issue.

    A draft is of some records of a kind: to look after thousands costs more than to make a few again. Which
    go together is told by a digest of their ids, so that a new record changes the draft of a few.
    """
    for kind in (Quote.KIND, Figure.KIND, Check.KIND):
        groups: dict[int, list[str]] = {}
        for id_ in library.by_id(kind):
            groups.setdefault(crc32(id_.encode()) % _GROUPS, []).append(id_)
        for number, ids in sorted(groups.items()):
            yield Draft(f"embeds of {kind} {number}", record_files, (kind, tuple(ids)))
    for id_ in library.issues:
        yield Draft(f"embeds of issue:{id_}", chart_files, (id_,))


def record_files(library: Library, kind: str, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the frames of some records and, where the site has an address, the oEmbed answers."""
    for id_ in ids:
        record = cast(Embedded, library.by_id(kind)[id_])
        frame = record_frame(record, library)
        yield frame.path, page(frame, library).encode()
        if home(library):
            yield oembed_path(record), oembed(record, library).encode()


def chart_files(library: Library, id_: str) -> Iterator[tuple[str, bytes]]:
    """Yield the frames of an issue's charts."""
    issue = library.issues[id_]
    for drawing in issue_charts(issue, library):
        if drawing.svg:
            frame = chart_frame(drawing, issue, library)
            yield frame.path, page(frame, library).encode()


def record_frame(record: Embedded, library: Library) -> Frame:
    """Return the frame of a record; every value is escaped."""
    match record:
        case Quote():
            chart, parts = None, _quote(record, library)
        case Figure():
            chart, parts = figure_chart(record, library), _figure(record, library)
        case Check():
            chart, parts = None, _check(record, library)
        case _:
            assert_never(record)
    name, svg = title(record, library), chart.svg if chart else Markup()
    kept = tuple(part for part in parts if part.words)
    return Frame(frame_path(record), url(record), name, record.KIND, kept, svg)


def chart_frame(drawing: Drawing, issue: Issue, library: Library) -> Frame:
    """Return the frame of an issue's chart."""
    parts = [
        _part("label", _LABEL, drawing.title),
        _part("small", _CAVEAT, drawing.subtitle or ""),
        _part("small", _CAVEAT, plain(drawing.note or "", library)),
    ]
    back = f"{url(issue)}#{drawing.place}"
    kept = tuple(part for part in parts if part.words)
    return Frame(f"embed/charts/{drawing.id}.html", back, drawing.title, "chart", kept, drawing.svg)


def frame_path(record: Embedded) -> str:
    """Return the address of a record's frame relative to the root."""
    return f"embed/{record.FOLDER}/{record.id}.html"


def oembed_path(record: Embedded) -> str:
    """Return the address of the oEmbed answer relative to the root."""
    return f"oembed/{record.FOLDER}/{record.id}.json"


def page(frame: Frame, library: Library) -> Markup:
    """Return a frame's page."""
    *above, last = (part.markup for part in frame.parts)
    chart = [_CHART(frame.chart)] if frame.chart else []
    sheets = ("charts.css", "embed.css") if frame.chart else ("embed.css",)
    styles = (_STYLE(relative(f"assets/{sheet}", base=frame.path)) for sheet in sheets)
    return _PAGE(
        language=library.site.language,
        policy=_POLICY,
        title=frame.title,
        canonical=address(frame.back, library) if home(library) else relative(frame.back, base=frame.path),
        styles=Markup("\n".join(styles)),
        kind=frame.kind,
        parts=Markup("\n".join([*above, *chart, last])),
        link=relative(frame.back, base=frame.path),
        site=library.site.title,
    )


class Code(NamedTuple):
    """The HTML that frames a page and may run nothing, and the frame's height in pixels in a column."""

    html: str
    height: int


def code(frame: Frame, library: Library) -> Code:
    """Return the code to copy, of a site with an address."""
    tall = heights(frame, library.site.title)
    src = address(frame.path, library)
    return Code(str(_CODE(src, frame.title, WIDTH, tall.phone, WIDTH, tall.css)), tall.column)


def record_code(record: Embedded, library: Library) -> Code:
    """Return the code that frames a record, which its page and the oEmbed answer show."""
    return library.once(("frame", record.ref), lambda asked: code(record_frame(record, asked), asked))


def oembed(record: Embedded, library: Library) -> str:
    """Return the oEmbed answer, of type rich."""
    framed = record_code(record, library)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title(record, library),
        "provider_name": library.site.title,
        "provider_url": home(library),
        "html": framed.html,
        "width": WIDTH,
        "height": framed.height,
    }
    return json.dumps(answer, ensure_ascii=False, sort_keys=True) + "\n"


def _part(kind: Kind, form: Form, words: str) -> Part:
    return Part(kind, form(words), words)


def _quote(quote: Quote, library: Library) -> list[Part]:
    said, who = f"“{display(quote.exact)}”", speaker_name(quote, library)
    given = f", {given_line(quote, library, headline=True)}"
    heading = _HIDDEN(title(quote, library)) + "\n"
    lang = _LANG(quote.lang) if quote.lang else ""
    translation = library.words("quote.translation", words=quote.translation) if quote.translation else ""
    return [
        Part("quote", heading + _QUOTE(address(url(quote), library), lang, said), said),
        _part("small", _CAVEAT, translation),
        Part("small", _WHO(who, given), who + given),
        _part("small", _CAVEAT, caution(quote, library)),
    ]


def _figure(figure: Figure, library: Library) -> list[Part]:
    return [
        _part("number", _NUMBER, sentence(figure_words(figure, library.words))),
        _part("label", _LABEL, figure.label),
        *(_part("small", _CAVEAT, plain(words, library)) for words in figure.caveats[:1]),
        _part("small", _SMALL, source_line(figure, library, headline=True)),
    ]


def _check(check: Check, library: Library) -> list[Part]:
    claim = library.words("embeds.claim", source=source_line(check, library, headline=True))
    return [
        _part("small", _CAVEAT, library.words.findings[check.finding]),
        _part("label", _LABEL, f"“{display(check.exact)}”"),
        _part("body", _BODY, plain(check.verdict or check.note, library)),
        _part("small", _SMALL, claim),
    ]
