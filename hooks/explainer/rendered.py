"""The last check: what stands in the built HTML is what the records say, and runs nothing of anybody else's.

It catches what Markdown, typography, escaping or a template may have done to a quotation on its way, and any
markup that got through: scripts, event handlers, foreign requests.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from explainer.checking.svg import svg_fault
from explainer.checking.urls import is_safe, scheme
from explainer.csp import META, UNSAFE
from explainer.fidelity.display import display
from explainer.model import Quote

_DATA_TYPES = frozenset(("application/ld+json", "application/json"))
_FORBIDDEN = frozenset(
    ("iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "foreignobject")
)
_LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "audio": ("src",),
    "video": ("src", "poster"), "track": ("src",), "input": ("src",), "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"), "form": ("action",), "button": ("formaction",),
}  # fmt: skip
"""Elements whose attributes make the browser fetch or send something."""
_LOADING_LINKS = frozenset(
    ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"]
)
_FOREIGN_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"]?)\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something in the built site that must not be published."""

    page: str
    message: str

    def __str__(self) -> str:
        """Return page and message in one line."""
        return f"{self.page}: {self.message}"


def faults(site: Path, quotes: Mapping[str, Quote]) -> list[Fault]:
    """Return everything wrong with the built site in `site`, every page and asset looked at.

    `quotes` are the published ones by id: each must be shown somewhere, in its own words.
    """
    found: list[Fault] = []
    shown: set[str] = set()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
            found += [
                Fault(name, message) for message in (*_quotations(tree, quotes, shown), *page_faults(tree))
            ]
        elif path.suffix == ".css" and _FOREIGN_CSS.search(path.read_text(encoding="utf-8")):
            found.append(Fault(name, "loads something from another origin"))
        elif path.suffix == ".svg" and (fault := svg_fault(path.read_bytes())):
            found.append(Fault(name, str(fault)))
    missing = sorted(set(quotes) - shown)
    return sorted({*found, *(Fault("quotes/", f'quote "{quote}" is on no page') for quote in missing)})


def _quotations(tree: html.HtmlElement, quotes: Mapping[str, Quote], shown: set[str]) -> Iterator[str]:
    for element in tree.iter():
        quote_id = element.get("data-quote") if isinstance(element.tag, str) else None
        if quote_id is None:
            continue
        quote = quotes.get(quote_id)
        if quote is None:
            yield f'shows the quote "{quote_id}", which is no published record'
            continue
        shown.add(quote_id)
        text = element.text_content()
        if text != display(quote.exact):
            yield f'quote "{quote_id}" reads "{text}", its record "{display(quote.exact)}"'


def page_faults(tree: html.HtmlElement) -> Iterator[str]:
    """Yield what a page may not hold: scripts and handlers of its own, foreign requests, a weak policy."""
    policy = tree.xpath(META)
    if not policy or UNSAFE in policy[0].get("content", ""):
        yield "has no content security policy, or one that allows inline scripts"
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from _element_faults(element)


def _element_faults(element: html.HtmlElement) -> Iterator[str]:
    tag = element.tag.lower()
    if tag in _FORBIDDEN:
        yield f"holds <{tag}>"
    if tag == "script" and element.get("src") is None and element.get("type", "") not in _DATA_TYPES:
        yield "holds a script of its own"
    if tag == "meta" and element.get("http-equiv", "").lower() == "refresh" and not _leads_on(element):
        yield "holds a redirect that no reader asked for"
    for name, value in element.items():
        yield from _attribute_faults(element, tag, name.lower(), value)


def _leads_on(refresh: html.HtmlElement) -> bool:
    """Say whether a refresh is a moved page's own: to the one place in this site that its head names."""
    canonical = refresh.getroottree().xpath("/html/head/link[@rel = 'canonical']/@href")
    return (
        len(canonical) == 1
        and not _is_foreign(canonical[0])
        and refresh.get("content") == f"0; url={canonical[0]}"
    )


def _attribute_faults(element: html.HtmlElement, tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on") or name in ("style", "srcdoc"):
        yield f"<{tag}> has the attribute {name}"
    elif name in ("href", "src", "action", "formaction", "xlink:href", "poster") and not _allowed(tag, value):
        yield f'<{tag}> points to "{value[:60]}"'
    elif tag == "link" and name == "href":
        if _LOADING_LINKS & set(element.get("rel", "").lower().split()) and _is_foreign(value):
            yield f'loads "{value[:60]}" from another origin'
    elif name in _LOADING.get(tag, ()) and _is_foreign(value):
        yield f'<{tag}> loads "{value[:60]}" from another origin'


def _allowed(tag: str, value: str) -> bool:
    return is_safe(value) or (tag in ("img", "image") and value.startswith("data:image/"))


def _is_foreign(address: str) -> bool:
    return scheme(address) in ("http", "https") or bool(urlsplit(address.strip()).netloc)
