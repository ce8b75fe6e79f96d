"""SVG files served from our origin run no script and fetch nothing."""

from lxml import etree

from explainer.safety.addresses import scheme
from explainer.safety.css import fetched, is_active
from explainer.text.encoding import NotText

MAX_BYTES = 2_000_000
_FORBIDDEN_NAMES = """
    script foreignobject iframe embed object audio video handler set animate animatetransform animatemotion
"""
_FORBIDDEN = frozenset(_FORBIDDEN_NAMES.split())
_XHTML = "http://www.w3.org/1999/xhtml"


def svg_fault(data: bytes) -> NotText | None:
    """Return why an SVG may not be served, with its line, or None.

    Refused are document types, scripts, event handlers, foreign content, animation of attributes, and
    references to anything but a part of the same file.
    """
    if len(data) > MAX_BYTES:
        return NotText(f"is larger than {MAX_BYTES / 1e6:.0f} MB")
    if (
        b"<!DOCTYPE" in data[:100_000].upper()
        or b"<!ENTITY" in data.upper()
        or b"<?xml-stylesheet" in data.lower()
    ):
        return NotText("document types, entities and stylesheets are not allowed in SVG")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (1, 1)) or (1, 1)
        return NotText("is not well-formed SVG", max(line, 1), max(column, 1))
    tree = root.getroottree()
    instructions = [*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()]
    if tree.docinfo.doctype or any(isinstance(each, etree._ProcessingInstruction) for each in instructions):
        return NotText("document types, entities and stylesheets are not allowed in SVG")
    for element in root.iter():
        message = _element_fault(element) if isinstance(element.tag, str) else ""
        if message:
            return NotText(f"{message} is not allowed in SVG", element.sourceline or 1)
    return None


def _element_fault(element: "etree._Element") -> str:
    name = etree.QName(element).localname.lower()
    if name in _FORBIDDEN or etree.QName(element).namespace == _XHTML:
        return f"<{name}>"
    if name == "style" and _leads_out("".join(element.itertext())):
        return "a reference out of the file"
    for attribute, value in element.attrib.items():
        local = etree.QName(str(attribute)).localname.lower()
        if local.startswith("on"):
            return str(local)
        if local in ("href", "src") and not str(value).startswith("#") and not _is_link(name, str(value)):
            return "a reference out of the file"
        if local == "srcset" or (local not in ("href", "src") and _leads_out(str(value))):
            return "a reference out of the file"
    return ""


def _leads_out(css: str) -> bool:
    return is_active(css) or any(not address.startswith("#") for address in fetched(css))


def _is_link(name: str, value: str) -> bool:
    return name == "a" and scheme(value) in ("http", "https", "mailto")
