"""What the commands cost, as ratios within one run.

CPU seconds of the whole process and its children (of the preview, seconds by the clock), the median of
some runs. The yardstick is stock MkDocs
with Material and a short nav, building the same pages as `scripts/export.py` writes them. Other work on
the machine moves the seconds; the ratios less so.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lab.newsroom import write_newsroom
from lab.preview import edit_to_served

ROOT = Path(__file__).resolve().parents[2]
_STOCK = """site_name: Stock
theme: {name: material, font: false}
nav: [index.md, issues.md, quotes.md, figures.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
"""


def main() -> int:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 500], help="records; default: 50 500")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    table = Table("what", "records", "seconds", "against", "ratio", title="median of the runs")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size, options.runs, table)
    Console().print(table)
    return 0


def measure(folder: Path, size: int, runs: int, table: Table) -> None:
    """Add the rows of one size."""
    content, site = folder / "content", folder / "site"
    write_newsroom(content, records=size)
    build = (_python("build"), "--no-extract", "--content", str(content), "--site", str(site))
    (folder / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    _run(_python("export"), "--content", str(content), "--out", str(folder / "docs"))
    stock = _median(runs, lambda: _run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder))
    table.add_row("stock MkDocs + Material", str(size), f"{stock:.2f}", "", "")
    check = _median(runs, lambda: _run(_python("check"), "--content", str(content)))
    table.add_row("check", str(size), f"{check:.2f}", "", "")
    cold = _median(runs, lambda: _run(*build))
    table.add_row("build, cold", str(size), f"{cold:.2f}", "stock", f"{cold / stock:.2f}")
    record = content / "quotes/q-0-0.yml"
    text = record.read_text(encoding="utf-8")

    def edited() -> None:
        record.write_text(f"{record.read_text(encoding='utf-8')}# edited\n", encoding="utf-8")
        _run(*build)

    warm = _median(runs, edited)
    record.write_text(text, encoding="utf-8")
    table.add_row("build after one edit", str(size), f"{warm:.2f}", "cold", f"{warm / cold:.2f}")
    measure_preview(folder, size, runs, table)


def measure_preview(folder: Path, size: int, edits: int, table: Table) -> None:
    """Add what a writer waits for after saving a file, in seconds by the clock."""
    stock = edit_to_served(
        [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", "127.0.0.1:{port}"],
        edited=folder / "docs/quotes/q-0-0.md",
        line="\n{word}",
        page="quotes/q-0-0/",
        cwd=folder,
        edits=edits,
    )
    ours = edit_to_served(
        [*_python("serve"), "--content", str(folder / "content"), "--port", "{port}"],
        edited=folder / "content/quotes/q-0-0.yml",
        line="note: {word}",
        page="quotes/q-0-0/",
        cwd=folder,
        edits=edits,
    )
    table.add_row("edit to served, stock", str(size), f"{stock:.2f}", "", "")
    table.add_row("edit to served", str(size), f"{ours:.2f}", "stock", f"{ours / stock:.2f}")


def _python(script: str) -> list[str]:
    return [sys.executable, str(ROOT / f"scripts/{script}.py")]


def _run(command: list[str], *more: str, cwd: Path | None = None) -> None:
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(
        [*command, *more], cwd=cwd, env=settings, capture_output=True, text=True, check=False
    )
    if result.returncode:
        sys.exit(f"{' '.join([*command, *more])}\n{result.stderr}")


def _median(runs: int, work: Callable[[], None]) -> float:
    return statistics.median(_cpu(work) for _ in range(runs))


def _cpu(work: Callable[[], None]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
