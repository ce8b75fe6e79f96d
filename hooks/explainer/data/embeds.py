"""Cards that other sites may embed: a quote, figure or check on a small page, and oEmbed beside it.

embed/quotes/<id>/      embed/figures/<id>/ …          the cards; styled by docs/assets/embed.css
oembed/quotes/<id>.json oembed/figures/<id>.json …     https://oembed.com; only where the site has an address
"""

import json
from collections.abc import Iterator
from typing import TypeAlias, assert_never

from markupsafe import Markup

from explainer.data.published import address, home, record_address
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import caution, given_line, source_line, speaker_name, title
from explainer.records.address import relative, url
from explainer.records.model import Check, Figure, Quote
from explainer.records.wording import FINDINGS, figure_words, sentence
from explainer.verification.quotation import display

Embedded: TypeAlias = Quote | Figure | Check
WIDTH, HEIGHT = 560, 320
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<link rel="stylesheet" href="{css}">
</head>
<body>
<main class="embed embed-{kind}">
{card}
<p class="embed-from"><a href="{link}" target="_blank" rel="noopener">{site}</a></p>
</main>
</body>
</html>
""")
_QUOTE = Markup("""<h1 class="hidden">{title}</h1>
<blockquote cite="{link}"{lang}><p>“{words}”</p></blockquote>{translation}
<p class="embed-who"><strong>{who}</strong>{source}</p>{caution}""")
_CAUTION = Markup('\n<p class="embed-caveat">{}</p>')
_LANG = Markup(' lang="{}"')
_TRANSLATION = Markup('\n<p class="embed-caveat">In our translation: {}</p>')
_CHECK = Markup("""<p class="embed-caveat">{finding}</p>
<h1 class="embed-label">“{words}”</h1>
<p>{verdict}</p>
<p class="embed-who">{source}</p>""")
_FIGURE = Markup("""<p class="embed-number">{words}</p>
<h1 class="embed-label">{label}</h1>
<p class="embed-who">{source}</p>{caveats}""")


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield each card and, where the site has an address, its oEmbed answer."""
    records: list[Embedded] = [*library.quotes.values(), *library.figures.values(), *library.checks.values()]
    for record in records:
        yield f"{embed_path(record)}index.html", card(record, library).encode()
        if home(library):
            yield oembed_path(record), oembed(record, library).encode()


def embed_path(record: Embedded) -> str:
    """Return the card's address relative to the root."""
    return f"embed/{record.FOLDER}/{record.id}/"


def oembed_path(record: Embedded) -> str:
    """Return the address of the oEmbed answer relative to the root."""
    return f"oembed/{record.FOLDER}/{record.id}.json"


def card(record: Embedded, library: Library) -> Markup:
    """Return the card's page; every value is escaped."""
    base = embed_path(record)
    return _PAGE.format(
        language=library.site.language,
        policy=_POLICY,
        title=title(record, library),
        canonical=record_address(record, library) if home(library) else relative(url(record), base=base),
        css=relative("assets/embed.css", base=base),
        kind=record.KIND,
        card=_body(record, library),
        link=relative(url(record), base=base),
        site=library.site.title,
    )


def oembed(record: Embedded, library: Library) -> str:
    """Return the oEmbed answer, of type rich: an iframe that may run nothing."""
    src = address(embed_path(record), library)
    frame = Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title(record, library),
        "provider_name": library.site.title,
        "provider_url": home(library),
        "html": str(frame.format(src, title(record, library), WIDTH, HEIGHT)),
        "width": WIDTH,
        "height": HEIGHT,
    }
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _body(record: Embedded, library: Library) -> Markup:
    match record:
        case Quote():
            return _quote(record, library)
        case Figure():
            return _figure(record, library)
        case Check():
            return _check(record, library)
        case _:
            assert_never(record)


def _quote(quote: Quote, library: Library) -> Markup:
    words = caution(quote, library)
    return _QUOTE.format(
        link=record_address(quote, library),
        title=title(quote, library),
        words=display(quote.exact),
        lang=_LANG.format(quote.lang) if quote.lang else "",
        translation=_TRANSLATION.format(quote.translation) if quote.translation else "",
        who=speaker_name(quote, library),
        source=f", {given_line(quote, library, headline=True)}",
        caution=_CAUTION.format(words) if words else "",
    )


def _figure(figure: Figure, library: Library) -> Markup:
    caveats = Markup("").join(_CAUTION.format(words) for words in figure.caveats[:1])
    return _FIGURE.format(
        words=sentence(figure_words(figure)),
        label=figure.label,
        source=source_line(figure, library, headline=True),
        caveats=caveats,
    )


def _check(check: Check, library: Library) -> Markup:
    return _CHECK.format(
        finding=FINDINGS[check.finding],
        words=display(check.exact),
        verdict=plain(check.verdict or check.note, library),
        source=f"A claim of {source_line(check, library, headline=True)}",
    )
