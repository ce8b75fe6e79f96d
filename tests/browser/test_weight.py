"""A first visit is cheap: counted as a host that compresses would send it."""

import gzip
import re
from pathlib import Path

BUDGET = 80 * 1024


def sent(path: Path) -> int:
    """Return the bytes of a file on the wire; fonts are compressed already."""
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, mtime=0))


def loaded(page: Path) -> set[Path]:
    """Return the page and every file it loads, those that its scripts and styles load too."""
    files, queue = set(), [page]
    while queue:
        path = queue.pop()
        if path in files:
            continue
        files.add(path)
        text = path.read_text(encoding="utf-8") if path.suffix in (".html", ".css", ".js") else ""
        if path.suffix == ".html":
            found = re.findall(
                r"<(?:script src|link rel=\"(?:stylesheet|icon|preload)\" href)=\"([^\"]+)\"", text
            )
        else:
            found = re.findall(r"url\(\"([^\"]+)\"\)|^import [^;]*? from \"([^\"]+)\"", text, re.MULTILINE)
            found = [first or second for first, second in found]
        queue += [(path.parent / name).resolve() for name in found]
    return files


def test_an_issue_page_costs_80_kib_at_most_fonts_included(built_site: Path) -> None:
    for page in sorted((built_site.resolve() / "issues").glob("*/index.html")):
        files = loaded(page)
        assert any(path.suffix == ".woff2" for path in files)
        weight = {path.name: sent(path) for path in files}
        assert sum(weight.values()) <= BUDGET, weight
