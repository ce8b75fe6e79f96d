"""Every internal link, anchor and asset of a built site leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

_LINKS = (
    ("a", "href"),
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("iframe", "src"),
)
_ORIGIN = "https://site.invalid/"


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link that leads nowhere, and the page it stands on."""

    page: str
    target: str
    reason: str

    def __str__(self) -> str:
        """Return the link's place, target and fault in one line."""
        return f"{self.page}: {self.target}: {self.reason}"


def broken_links(site: Path, *, home: str | None = None) -> list[BrokenLink]:
    """Follow every internal link of the site in `site`; `home` is its published address, if any."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    anchors = {name: ids for name, (ids, _) in pages.items()}
    return sorted(
        {
            BrokenLink(name, link, reason)
            for name, (_, links) in pages.items()
            for link in links
            if (reason := _fault(site, name, link, anchors, home))
        }
    )


def _read(path: Path) -> tuple[set[str], set[str]]:
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return set(tree.xpath("//@id")), set(_targets(tree))


def _targets(tree: html.HtmlElement) -> Iterator[str]:
    for tag, attribute in _LINKS:
        for element in tree.iter(tag):
            value = element.get(attribute)
            if value is not None and element.get("rel") not in ("canonical", "preconnect"):
                yield value


def _fault(site: Path, page: str, link: str, anchors: dict[str, set[str]], home: str | None) -> str | None:
    base = _ORIGIN + (page if page != "404.html" else "")
    url = urljoin(base, link)
    if home and url.startswith(home):
        url = _ORIGIN + url[len(home) :]
    if not url.startswith(_ORIGIN):
        return None
    parts = urlsplit(url)
    path = unquote(parts.path).lstrip("/")
    target = f"{path}index.html" if path.endswith("/") or not path else path
    if target in anchors:
        fragment = unquote(parts.fragment)
        missing = fragment and not fragment.startswith(":~:") and fragment not in anchors[target]
        return f"no element has the id {fragment!r}" if missing else None
    return None if (site / target).is_file() else "no such file"
