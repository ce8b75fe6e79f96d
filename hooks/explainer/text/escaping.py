"""Escaping of what pages print: as markupsafe does it, but into plain text, to be joined and marked once."""

from markupsafe import Markup
from markupsafe import escape as escaped

_SHORT = 60
"""Up to so many characters are quicker escaped sign by sign."""


def escape(value: object) -> str:
    """Return a value as HTML; what is markup already stays as it is.

    markupsafe makes new markup of each string, and of markup, too, which takes three times as long.
    """
    if type(value) is Markup:
        return value
    if type(value) is str and len(value) <= _SHORT:
        text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    return escaped(value)


def marked(html: str) -> Markup:
    """Return HTML as markup: `Markup` first asks it whether it is that already, which takes as long again."""
    return str.__new__(Markup, html)
