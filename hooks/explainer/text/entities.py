"""Characters that are written as names or numbers: `&amp;`, `&#39;`.

To load the table of two thousand takes as long as a page to make, and most pages need none.
"""


def unescape(text: str) -> str:
    """Return a text with these read as HTML reads them."""
    if "&" not in text:
        return text
    from html import unescape as unescaped

    return unescaped(text)


def escape(text: str, *, quote: bool = True) -> str:
    """Return a text for HTML and XML; with `quote` for an attribute's value, too."""
    from html import escape as escaped

    return escaped(text, quote=quote)
