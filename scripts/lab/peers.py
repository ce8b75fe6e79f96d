"""Other generators, building the same content as Markdown: what `scripts/export.py` writes.

Stock MkDocs with Material and a short nav is the yardstick. Hugo is asked of the package index once and kept
in `.cache/peers/`; where it is not to be had, the table is without it.
"""

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

_STOCK = """site_name: Stock
docs_dir: export/docs
site_dir: {site}
theme: {{name: material, font: false}}
nav: [index.md, issues/index.md, quotes/index.md, figures/index.md]
not_in_nav: "*"
validation: {{nav: {{omitted_files: ignore}}}}
"""
_HUGO = """baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[outputs]
home = ["HTML", "JSON"]
[[menus.main]]
name = "Quotes"
pageRef = "/quotes"
[[menus.main]]
name = "Figures"
pageRef = "/figures"
"""
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="stylesheet" href="/assets/page.css"></head>
<body><nav>{{ range .Site.Menus.main }}<a href="{{ .URL }}">{{ .Name }}</a> {{ end }}</nav>
<main>{{ .Content }}</main>
</body></html>
"""
_SEARCH = """[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}
{{ dict "title" .Title "address" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator, ready to build."""

    name: str
    command: tuple[str, ...]
    folder: Path
    """Where it is run."""
    site: Path
    """What it makes; taken away before each run, as its `cache` is."""
    cache: Path


def stock(folder: Path) -> Peer:
    """Return stock MkDocs over the pages in `folder/export`."""
    (folder / "mkdocs.yml").write_text(_STOCK.format(site="stock"), encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "-q")
    return Peer("stock MkDocs + Material", command, folder, folder / "stock", folder / "no-cache")


def zensical(folder: Path) -> Peer:
    """Return Zensical over the same pages, with the same settings."""
    (folder / "zensical.yml").write_text(_STOCK.format(site="zensical"), encoding="utf-8")
    command = (sys.executable, "-m", "zensical", "build", "-f", "zensical.yml")
    return Peer("Zensical", command, folder, folder / "zensical", folder / ".cache")


def hugo(folder: Path, tools: Path) -> Peer:
    """Return Hugo over the same pages, with the least of a theme and an index for search."""
    root = folder / "hugo"
    _sort(folder / "export/docs", root)
    layouts = root / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, text in {"single.html": _PAGE, "list.html": _PAGE, "index.json": _SEARCH}.items():
        (layouts / name).write_text(text, encoding="utf-8")
    (root / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    # The program itself: what lies in bin/ starts a Python first.
    program = next(tools.glob("lib/*/site-packages/hugo/binaries/hugo*"))
    command = (str(program), "--quiet", "--destination", "public")
    return Peer("Hugo", command, root, root / "public", root / "resources")


def _sort(docs: Path, root: Path) -> None:
    """Lay Markdown and all else out as Hugo wants it: only a page over others is its folder's `_index`."""
    for path in (path for path in docs.rglob("*") if path.is_file()):
        place = path.relative_to(docs)
        if path.suffix != ".md":
            target = root / "static" / place
        elif any(beside.is_dir() for beside in path.parent.iterdir()):
            target = root / "content" / place.parent / "_index.md"
        else:
            target = root / "content" / place.parent.with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def at_hand(name: str, tools: Path) -> bool:
    """Say whether a generator is in the folder of tools; asks the package index for it where it is not."""
    if not (tools / "bin/python").exists():
        venv.create(tools, with_pip=True)
    if not (tools / "bin" / name).exists():
        install = [
            str(tools / "bin/python"),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            name,
        ]
        subprocess.run(install, capture_output=True, check=False)
    return (tools / "bin" / name).exists()
