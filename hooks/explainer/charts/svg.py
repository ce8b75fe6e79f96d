"""Build SVG as strings: every text and every attribute escaped, every number short.

Colours and type come from classes (`docs/assets/charts.css`); presentation attributes are what shows
where that sheet is absent, so no style attribute is needed and a strict CSP holds.
"""

from typing import Any

from explainer.text.entities import escape

Looks = dict[str, Any]
"""Attributes shared by several elements."""


def element(name: str, /, *children: str, **attributes: str | float | None) -> str:
    """Return an element; `class_` becomes class and `_` becomes `-`. Children are finished markup."""
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{_value(value)}"')
    head = " ".join(parts)
    return f"<{head}>{''.join(children)}</{name}>" if children else f"<{head}/>"


def text(words: str, x: float, y: float, *, class_: str, size: int, anchor: str | None = None) -> str:
    """Return a line of text on the baseline y; `anchor` is start where it is left out."""
    looks: Looks = {"class_": class_, "text_anchor": anchor, "fill": "currentColor"}
    return element("text", escape(words), x=x, y=y, font_size=size, **looks)


def title(words: str) -> str:
    """Return a title, which browsers show as a tooltip."""
    return element("title", escape(words))


def wrap(words: str, width: int) -> list[str]:
    """Break words into lines of at most `width` characters; a longer word stands alone."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
