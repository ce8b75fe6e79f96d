"""A page at each former id of a record, which leads on to where the record stands now."""

import re
from collections.abc import Iterator

from explainer.library.library import Library
from explainer.records.address import relative, url
from explainer.records.fields import ID_PATTERN
from explainer.text.entities import escape

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield one HTML file per former id, for records with a page of their own."""
    for record in library:
        here = url(record)
        if "#" in here:
            continue
        for alias in record.aliases:
            if re.fullmatch(ID_PATTERN, alias) and alias not in library.by_id(record.KIND):
                former = f"{record.FOLDER}/{alias}/"
                target = relative(here, base=former)
                page = _PAGE.format(
                    language=escape(library.site.language),
                    title=escape(_name(record) or library.words("data.moved")),
                    target=escape(target),
                )
                yield f"{former}index.html", page.encode()


def _name(record: object) -> str:
    names = (getattr(record, field, None) for field in ("title", "name", "label", "exact"))
    return next((name for name in names if name), "")
