"""The preview's own pages: faults over the last good page, all of them, and what editors look after."""

import html
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from explainer.contents.folder import read_all
from explainer.errors import Problem, shown_path
from explainer.library.attention import attention

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Not shown: faults in content</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body{{font:1.1rem/1.6 system-ui;max-width:60rem;margin:3rem auto;padding:0 1rem}}
li{{white-space:pre-wrap;margin:0 0 .75rem}}</style>
<body><h1>{title}</h1>{faults}</body></html>"""
_MEND = "Mend this, and the page comes back"
_OVERLAY = """<!-- faults --><div role="alert" style="position:fixed;inset:auto 0 0 0;max-height:45vh;
overflow:auto;z-index:2147483647;background:#7a1020;color:#fff;font:1rem/1.5 system-ui;padding:1rem 1.25rem">
<p style="margin:0 0 .5rem"><b>This is the last good page.</b> {count};
<a style="color:#fff" href="/__faults/">all of them</a></p>
<ul style="margin:0;padding:0 0 0 1.25rem">{faults}</ul></div><!-- /faults -->"""
_SHOWN = 5
"""Faults on the page itself."""


def faults(problems: Sequence[Problem]) -> bytes:
    """Return the page of all faults; each opens its file."""
    if not problems:
        return _page("Faults", "<p>There are none.</p>")
    return _page(_MEND, f"<ul>{''.join(map(_item, problems))}</ul>")


def overlay(problems: Sequence[Problem], *, count: str) -> bytes:
    """Return what lies over the last good page: the first faults, and how many there are."""
    items = "".join(map(_item, problems[:_SHOWN]))
    return _OVERLAY.format(count=count, faults=items).encode()


def editors(content: Path) -> bytes:
    """Return the page of what asks for an editor's attention."""
    return _page("For editors", _attention(content))


def _item(problem: Problem) -> str:
    """Return a fault with a link that opens its file at its line (vscode://file/…)."""
    return _linked(str(problem), f"{problem.path.absolute()}:{problem.line}:{problem.column}")


def _linked(words: str, place: str) -> str:
    link = html.escape(f"vscode://file{quote(place)}", quote=True)
    return f'<li>{html.escape(words)} <a style="color:inherit" href="{link}">open</a></li>'


def _page(title: str, body: str) -> bytes:
    return _PAGE.format(title=title, faults=body).encode()


def _attention(content: Path) -> str:
    """Return lists of what asks for a look, by reason, each with a link that opens its file."""
    groups: dict[str, list[str]] = {}
    for why, path, words in attention(read_all(content), today=date.today()):
        shown = f"{shown_path(path)}: {words}"
        groups.setdefault(why, []).append(_linked(shown, f"{path.absolute()}:1:1"))
    lists = (f"<h2>{why} ({len(items)})</h2><ul>{''.join(items)}</ul>" for why, items in groups.items())
    return "".join(lists) or "<p>Nothing asks for your attention.</p>"
