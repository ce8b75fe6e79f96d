"""Every internal link, anchor and asset of a built site leads somewhere."""

from collections.abc import Collection
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from explainer.rendered.site import BuiltSite, Fault
from explainer.safety.addresses import scheme


def broken_links(site: BuiltSite, among: Collection[str] | None = None, *, home: str = "") -> list[Fault]:
    """Follow every link within the site, or of the pages `among` it; `home` is its published address."""
    found: list[Fault] = []
    sound: dict[int, set[str]] = {}
    """Depth of a page -> links that lead somewhere from all that lie equally deep: they climb to the root."""
    for name, seen in site.pages.items():
        if among is not None and name not in among:
            continue
        depth = name.count("/")
        shared = sound.setdefault(depth, set())
        for link in seen.links - shared - {f"#{id_}" for id_ in seen.ids if "%" not in id_}:
            if reason := _reason(site, name, link, home):
                found.append(Fault(name, f"{link}: {reason}"))
            elif depth and link.startswith("../" * depth):
                shared.add(link)
    return sorted(found)


def _reason(site: BuiltSite, page: str, link: str, home: str) -> str | None:
    inside = _within(link, home)
    if inside is None:
        return "no such file"
    if inside.startswith("//") or (":" in inside and scheme(inside)):
        return None
    address, _, fragment = inside.partition("#")
    target = _target(page, unquote(address.partition("?")[0]))
    if target not in site.files:
        return "no such file"
    anchor = unquote(fragment)
    if not anchor or anchor.startswith(":~:") or target not in site.pages or anchor in site.pages[target].ids:
        return None
    return f"no element has the id {anchor!r}"


def _within(link: str, home: str) -> str | None:
    """Return a link as one from the site's root, wherever that is published; None from outside."""
    if home and link.startswith(home):
        return f"/{link[len(home) :]}"
    base = urlsplit(home).path or "/"
    if not link.startswith("/") or link.startswith("//"):
        return link
    return f"/{link[len(base) :]}" if link.startswith(base) else None


def _target(page: str, address: str) -> str:
    """Return the file that a path on a page means; a path ending in a slash means its index.html."""
    if not address:
        return page
    target = normpath(join(dirname(page), address)).lstrip("/")
    if address.rpartition("/")[2] not in ("", ".", ".."):
        return target
    return "index.html" if target in ("", ".") else f"{target}/index.html"
