"""What a page may not hold: scripts and handlers of its own, foreign requests, redirects."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from explainer.safety.addresses import is_safe, scheme
from explainer.safety.css import fetched, is_active
from explainer.safety.policy import UNSAFE

if TYPE_CHECKING:
    from lxml import etree

_DATA_TYPES = frozenset(("application/ld+json", "application/json"))
_FORBIDDEN = frozenset(
    ("iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "foreignobject")
)
TELLING = _FORBIDDEN | {"script", "meta"}
"""Elements that may be faults in themselves, or hold the page's policy."""
_LOADING = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "audio": ("src",),
    "video": ("src", "poster"), "track": ("src",), "input": ("src",), "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"), "form": ("action",), "button": ("formaction",),
}  # fmt: skip
"""Elements whose attributes make the browser fetch or send something."""
_POINTING = frozenset(("href", "src", "action", "formaction", "xlink:href", "poster"))
_LOADING_LINKS = frozenset(
    ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"]
)


def element_faults(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with an element whatever else is on its page."""
    if tag in _FORBIDDEN:
        yield f"holds <{tag}>"
    if tag == "script" and attributes.get("src") is None and attributes.get("type", "") not in _DATA_TYPES:
        yield "holds a script of its own"


def is_refresh(attributes: Mapping[str, str]) -> bool:
    """Say whether an element sends readers on."""
    return attributes.get("http-equiv", "").lower() == "refresh"


def redirect_fault(element: "etree._Element") -> str | None:
    """Return what is wrong with an element that sends readers on."""
    if element.tag != "meta" or not is_refresh(element.attrib) or _leads_on(element):
        return None
    return "holds a redirect that no reader asked for"


@lru_cache(maxsize=4_096)
def may_be_fault(tag: str, name: str) -> bool:
    """Tell whether it depends on its value if an attribute is a fault: of most that pages have, none is."""
    named = name.startswith("on") or name in ("style", "srcdoc") or name in _POINTING
    return named or name in _LOADING.get(tag, ())


def attribute_fault(tag: str, name: str, value: str, rel: str) -> str | None:
    """Return what is wrong with one attribute; `rel` is the element's, for links in the head."""
    if name.startswith("on") or name in ("style", "srcdoc"):
        return f"<{tag}> has the attribute {name}"
    if name in _POINTING and not _is_allowed(tag, value):
        return f'<{tag}> points to "{value[:60]}"'
    if tag == "link" and name == "href":
        loads = _LOADING_LINKS & set(rel.lower().split()) and _is_foreign(value)
        return f'loads "{value[:60]}" from another origin' if loads else None
    if name in _LOADING.get(tag, ()) and _is_foreign(value):
        return f'<{tag}> loads "{value[:60]}" from another origin'
    return None


def is_policy(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is a content security policy that allows no inline scripts."""
    is_one = attributes.get("http-equiv", "").lower() == "content-security-policy"
    return is_one and UNSAFE not in attributes.get("content", "")


def loads_from_elsewhere(stylesheet: str) -> bool:
    """Say whether a style sheet fetches anything from another origin."""
    return is_active(stylesheet) or any(map(_is_foreign, fetched(stylesheet)))


def _leads_on(refresh: "etree._Element") -> bool:
    """Say whether a refresh is a moved page's own: to the one place in this site that its head names."""
    canonical = refresh.getroottree().xpath("/html/head/link[@rel = 'canonical']/@href")
    return (
        len(canonical) == 1
        and not _is_foreign(canonical[0])
        and refresh.get("content") == f"0; url={canonical[0]}"
    )


def _is_allowed(tag: str, value: str) -> bool:
    return is_safe(value) or (tag in ("img", "image") and value.startswith("data:image/"))


def _is_foreign(address: str) -> bool:
    return scheme(address) in ("http", "https") or bool(urlsplit(address.strip()).netloc)
