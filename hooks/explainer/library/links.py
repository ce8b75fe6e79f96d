"""Turn `[[kind:id]]` and `[[kind:id|words]]` into checked links.

    words_html       plain text of a record's field -> escaped HTML with links
    resolve_markdown a hand-written page's Markdown -> Markdown with links

Markdown fields of records go through `pages.rich_text`. `rules.references` reports each reference that
leads nowhere before a page is made; a record that is hidden leaves its words without a link.
"""

import re
from pathlib import Path

from markupsafe import Markup, escape

from explainer.errors import ContentError, Problem
from explainer.library.library import Library
from explainer.library.sheets import place
from explainer.library.titles import title
from explainer.records.address import relative
from explainer.records.fields import ID_PATTERN, KINDS
from explainer.records.links import MEANT
from explainer.records.model import BY_KIND
from explainer.text.form import Form
from explainer.text.pattern import pattern
from explainer.text.suggestion import nearest

_ANCHOR = Form('<a href="{}">{}</a>')
_ID = pattern(ID_PATTERN)
_CODE = pattern(r"^(`{3,}|~{3,}).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def anchor_parts(reference: str, words: str | None, library: Library, *, base: str) -> tuple[str, str] | None:
    """Return address and words of the link to a record, or None where no such record is shown."""
    record = library.get(reference)
    return (relative(place(record, library), base=base), words or title(record, library)) if record else None


def words_html(text: str, library: Library, *, base: str) -> Markup:
    """Return plain text as HTML, everything escaped but the links; records not shown leave their words."""
    if "[[" not in text:
        return escape(text)
    parts: list[Markup] = []
    done = 0
    for match in MEANT.finditer(text):
        link = anchor_parts(match[1], match[2], library, base=base)
        html = _ANCHOR(*link) if link else escape(match[2] or _bare(match[1]))
        parts += [escape(text[done : match.start()]), html]
        done = match.end()
    return Markup("").join([*parts, escape(text[done:])])


def plain(text: str, library: Library) -> str:
    """Return the text with each link replaced by its words, for places that hold no links."""

    if "[[" not in text:
        return text

    def named(match: re.Match[str]) -> str:
        record = library.get(match[1])
        return match[2] or (title(record, library) if record else _bare(match[1]))

    return MEANT.sub(named, text)


def resolve_markdown(markdown: str, library: Library, *, base: str, path: str) -> str:
    """Return a hand-written page's Markdown with its references as links.

    `base` is the page's address, `path` its file for messages. Code is left alone. The links are HTML,
    so that smart typography and MkDocs' own rules for links to files do not apply; the built site's
    crawler follows them. Raise ContentError with every reference that leads nowhere.
    """
    code = [match.span() for match in _CODE.finditer(markdown)]
    problems: list[Problem] = []
    parts: list[str] = []
    done = 0
    for match in MEANT.finditer(markdown):
        if any(start <= match.start() < end for start, end in code):
            continue
        link = anchor_parts(match[1], match[2], library, base=base)
        if link is None and not _known(match[1], library):
            problems.append(_problem(Path(path), markdown, match, library))
            continue
        html = _ANCHOR(*link) if link else escape(match[2] or _bare(match[1]))
        parts += [markdown[done : match.start()], html]
        done = match.end()
    if problems:
        raise ContentError(problems)
    return "".join([*parts, markdown[done:]])


def _known(reference: str, library: Library) -> bool:
    """Tell whether there is such a record, shown or hidden (a proposed one may be)."""
    if library.get(reference) is not None:
        return True
    kind, _, record_id = reference.partition(":")
    model = BY_KIND.get(kind)
    return bool(
        model and _ID.match(record_id) and (library.folder / model.FOLDER / f"{record_id}.yml").exists()
    )


def _bare(reference: str) -> str:
    return reference.partition(":")[2].replace("-", " ")


def _problem(path: Path, text: str, match: re.Match[str], library: Library) -> Problem:
    before = text[: match.start()]
    line, column = before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1
    return Problem(path, line, column, "", f"[[{match[1]}]] names no record{_advice(match[1], library)}")


def _advice(reference: str, library: Library) -> str:
    kind, colon, record_id = reference.partition(":")
    if not colon or kind not in KINDS:
        near = [ref for ref in (f"{known}:{record_id or kind}" for known in KINDS) if library.get(ref)]
        meant = near[0] if near else nearest(kind, KINDS)
        return f"; did you mean {meant}?" if meant else f"; write kind:id, a kind being {', '.join(KINDS)}"
    close = nearest(record_id, library.by_id(kind))
    return f"; did you mean {kind}:{close}?" if close else ""
