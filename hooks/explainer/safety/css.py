"""Style sheets as a browser reads them: escapes undone, and every way in which they fetch something."""

import re

from explainer.text.pattern import pattern

_ESCAPE = pattern(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|([^\r\n\f]))")
_COMMENT = pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_FETCH = pattern(
    r"@import\s*(?:url\(\s*)?['\"]?\s*(?P<import>[^'\");\s]*)"
    r"|\b(?:url|src|image)\(\s*['\"]?\s*(?P<url>[^'\")\s]*)"
    r"|(?:-webkit-)?(?:image-set|cross-fade)\((?P<set>[^)]*)",
    re.IGNORECASE,
)
_STRING = pattern(r"['\"]\s*([^'\"]*)")
_ACTIVE = pattern(r"javascript:|expression\(|-moz-binding|behavior\s*:", re.IGNORECASE)


def as_read(stylesheet: str) -> str:
    """Return a style sheet without comments and escapes (CSS Syntax Level 3, 4.3.7)."""
    return _ESCAPE.sub(_character, _COMMENT.sub(" ", stylesheet))


def fetched(stylesheet: str) -> list[str]:
    """Return every address that a style sheet fetches, in order."""
    found: list[str] = []
    for match in _FETCH.finditer(as_read(stylesheet)):
        found += (
            _STRING.findall(match["set"])
            if match["set"] is not None
            else [match["import"] or match["url"] or ""]
        )
    return found


def is_active(stylesheet: str) -> bool:
    """Say whether a style sheet runs anything."""
    return _ACTIVE.search(as_read(stylesheet)) is not None


def _character(match: "re.Match[str]") -> str:
    if match[2] is not None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
