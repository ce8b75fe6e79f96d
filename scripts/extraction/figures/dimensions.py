"""Sizes in several directions ("18 x 25 metres"): neither side is a figure, and "18 x" is no multiple."""

import re

_LENGTH = (
    r"m|cm|mm|km|ft|in|metres?|meters?|feet|foot|inch(?:es)?|miles?|yards?|kilomet(?:re|er)s?"
    r"|centimet(?:re|er)s?"
)
_NUMBER = r"\d[\d,]{0,12}(?:\.\d{1,6})?"
_CROSSED = re.compile(
    rf"{_NUMBER}(?:[ -]?(?:{_LENGTH}))?(?: ?[x×] ?{_NUMBER}(?:[ -]?(?:{_LENGTH})\b)?){{1,3}}(?![\w%$])"
)
_BY = re.compile(rf"{_NUMBER}(?:[ -]?(?:{_LENGTH}))?(?:(?: by |-by-){_NUMBER}){{1,3}}[ -]?(?:{_LENGTH})\b")


def end(text: str, start: int) -> int | None:
    """Return where the size that begins at `start` ends; None where there is none."""
    found = _CROSSED.match(text, start) or _BY.match(text, start)
    return found.end() if found else None
