"""A page's content security policy, by meta tag: its own files only, inline code only by hash.

Hashes are computed from the finished page, so that no template needs `unsafe-inline` (CSP Level 3, 8.4).
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from explainer.text.pattern import pattern

UNSAFE = "'unsafe-"
"""What no policy of ours may hold."""
BASE = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:",
    "font-src": "'self'", "connect-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
}  # fmt: skip

_TAG = pattern(rb"<meta\s+http-equiv=[\"']?Content-Security-Policy[\"']?\s[^>]*>\n?", re.IGNORECASE)
_HEAD = pattern(rb"<head[^>]*>\s*(?:<meta\s+charset=[^>]*>\s*)?", re.IGNORECASE)
_SCRIPT = pattern(
    rb"<script(?=[\s>])(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
_STYLE = pattern(rb"<style(?=[\s>])[^>]*>(?P<code>.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_DATA = pattern(rb"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)


def with_policy(page: bytes) -> bytes:
    """Return an HTML page with its policy as the first thing in its head, in place of any it had.

    Inline scripts and styles that stand in the page are allowed by their SHA-256; blocks of data need none.
    """
    scripts = [found["code"] for found in _SCRIPT.finditer(page) if not _DATA.search(found["attributes"])]
    styles = [found["code"] for found in _STYLE.finditer(page)]
    own = {"script-src": _hashes(scripts), "style-src": _hashes(styles)}
    bare = _TAG.sub(b"", page)
    head = _HEAD.search(bare)
    return bare[: head.end()] + f"{tag(own)}\n".encode() + bare[head.end() :] if head else page


def without_policy(page: bytes) -> bytes:
    """Return a page without any policy."""
    return _TAG.sub(b"", page)


def tag(more: Mapping[str, Sequence[str]] = MappingProxyType({})) -> str:
    """Return the meta tag of the policy, with `more` values for some of its rules."""
    rules = (" ".join([name, value, *more.get(name, ())]) for name, value in BASE.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _hashes(blocks: list[bytes]) -> list[str]:
    digests = {base64.b64encode(hashlib.sha256(block).digest()).decode() for block in blocks}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]
