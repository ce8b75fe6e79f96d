"""Tell machines what is here: robots.txt, llms.txt, and a sitemap whose dates are true."""

from collections.abc import Iterator

from explainer.data.feeds import entries, xml
from explainer.data.published import address, home
from explainer.library.library import Library, quote_kinds
from explainer.library.links import plain
from explainer.records.address import INDEXES, url
from explainer.records.model import RECORD_TYPES

_PROMISE = (
    "Every quote is found word for word in the text of its source, which does not show that it was said. "
    "Transcribed quotes are copied from pages that this site does not hold. "
    "Every figure keeps its bound and period."
)


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the three files; a sitemap only where the site has an address, for it needs whole ones."""
    yield "robots.txt", robots(library).encode()
    yield "llms.txt", llms(library).encode()
    if home(library):
        yield "sitemap.xml", sitemap(library).encode()


def robots(library: Library) -> str:
    """Return robots.txt: all may read; cards for embedding are no pages of their own."""
    lines = ["User-agent: *", "Disallow: /embed/", ""]
    return "\n".join([*lines, f"Sitemap: {address('sitemap.xml', library)}", ""] if home(library) else lines)


def llms(library: Library) -> str:
    """Return llms.txt (https://llmstxt.org): what the site is and where its records are."""
    site = library.site
    lines = [f"# {_line(site.title)}", ""]
    about = site.description or site.summary or site.question
    if about:
        lines += [f"> {_line(plain(about, library))}", ""]
    lines += [_PROMISE, ""]
    for source in library.articles.values():
        if source.caution:
            lines += [f"Quotes from “{_line(source.title)}”: {_line(source.caution)}", ""]
    lines += ["## Issues", ""]
    for issue in library.issues.values():
        lines.append(f"- [{_label(issue.title)}]({address(url(issue), library)}): {_line(issue.question)}")
    lines += ["", "## Data", ""]
    for model in RECORD_TYPES:
        lines.append(f"- [{model.FOLDER}]({address(f'data/{model.FOLDER}.json', library)})")
    lines.append(f"- [how the files belong together]({address('data/datapackage.json', library)})")
    return "\n".join([*lines, ""])


def sitemap(library: Library) -> str:
    """Return the sitemap; `lastmod` only where `changes` says when a page last changed."""
    changed = {entry.path: entry.date for entry in reversed(entries(library))}
    rows = []
    for path in paths(library):
        date = f"<lastmod>{changed[path]}</lastmod>" if path in changed else ""
        rows.append(f"<url><loc>{xml(address(path, library))}</loc>{date}</url>")
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    )
    return "\n".join([head, *rows, "</urlset>", ""])


def paths(library: Library) -> list[str]:
    """Return the address of every page, indexes first."""
    own = [url(record) for record in library if record.HAS_PAGE]
    return [
        *(index.path for index in INDEXES),
        *(f"quotes/kind/{kind}/" for kind in quote_kinds(library)),
        *own,
    ]


def _line(words: str) -> str:
    return " ".join(words.split())


def _label(words: str) -> str:
    return _line(words).replace("[", "(").replace("]", ")")
