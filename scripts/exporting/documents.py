"""The documents of an export: every page as `<path>/index.md`.

There, a link in HTML means the same to builders that leave it alone and to those that take it as relative to
the document.
"""

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import yaml

from explainer.library.library import Library
from explainer.library.links import resolve_markdown
from explainer.pages.page import Page
from explainer.safety.addresses import scheme

_CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?P<before>\]\(<?|^ {0,3}\[[^\]\n]+\]:[ \t]+<?)(?P<target>[^\s()<>]+)", re.MULTILINE)


class Document(NamedTuple):
    """A file of an export, its path relative to the folder of documents."""

    path: str
    content: bytes


def generated(page: Page) -> Document:
    """Return a page made from records: what its head shows as front matter, then its HTML."""
    front = yaml.safe_dump(page.meta, allow_unicode=True, sort_keys=False, width=2**31)
    return Document(f"{page.path}index.md", f"---\n{front}---\n\n{page.body}\n".encode())


def by_hand(path: Path, library: Library, *, docs: Path) -> Document:
    """Return a hand-written page of the folder `docs`, its links made and following it to its new place."""
    name = PurePosixPath(path.relative_to(docs).as_posix())
    text = path.read_text(encoding="utf-8")
    if name.stem == "index":
        return Document(str(name), resolve_markdown(text, library, base=_base(name), path=str(name)).encode())
    text = resolve_markdown(_moved(text), library, base=_base(name), path=str(name))
    return Document(str(name.with_suffix("") / "index.md"), text.encode())


def moved_name(name: str) -> str:
    """Return where a document goes: `about.md` to `about/index.md`."""
    path = PurePosixPath(name)
    return name if path.stem == "index" else str(path.with_suffix("") / "index.md")


def _base(name: PurePosixPath) -> str:
    """Return the address of the page made of a document."""
    base = name.parent if name.stem == "index" else name.with_suffix("")
    return "" if str(base) == "." else f"{base}/"


def _moved(text: str) -> str:
    """Return Markdown whose links to files lead on from one folder further down; code is left alone."""
    parts, done = [], 0
    for code in _CODE.finditer(text):
        parts += [_LINK.sub(_further, text[done : code.start()]), code[0]]
        done = code.end()
    return "".join([*parts, _LINK.sub(_further, text[done:])])


def _further(link: re.Match[str]) -> str:
    target, _, anchor = link["target"].partition("#")
    if not target or target.startswith("/") or scheme(target):
        return link[0]
    target = moved_name(target) if target.endswith(".md") else target
    return f"{link['before']}../{target}{'#' if anchor else ''}{anchor}"
