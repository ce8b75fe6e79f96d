"""What the commands cost, as ratios within one run, beside what other generators need for the same content.

Content is made up in the proportions of real news (lab/news.py). A figure is the median of runs that
take turns; CPU is user and system time of a command and all its children. Other work on the machine moves
the seconds; the ratios, taken round by round, less so. `served` is by the clock, from saving a record to
seeing it.

  python scripts/lab/bench.py --records 500 --rows build,edit
"""

import argparse
import gzip
import math
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from lab import peers
from lab.costs import Cost, cost, median, ratio
from lab.preview import Preview
from lab.workbench import ROOT, Workbench, weight

AGAINST = {
    "stock": "", "zensical": "stock", "hugo": "stock", "addressed": "stock", "build": "stock",
    "first": "stock", "edit": "build", "remake": "build", "unchanged": "build", "check": "", "load": "",
    "extract": "", "served": "",
}  # fmt: skip
"""Each row, in the order of a round, and what its ratio is to."""
GROWTH = ("build", "check", "load", "extract")
"""Rows of which it is told how they grow with the number of records."""
Costs = dict[str, list[Cost]]
Work = dict[str, Callable[[], Cost]]


def main() -> int:
    """Measure size after size and print a table for each."""
    options = _options()
    growing = [row for row in options.rows if row in GROWTH] if len(options.records) > 1 else []
    print(f"Load before: {_load()}")
    measured: dict[int, Costs] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        # What a command costs that has next to nothing to do: it is no part of how it grows.
        starts = _work(Workbench(Path(folder), 10), growing) if growing else {}
        for records in options.records:
            runs = options.runs or (7 if records <= 100 else 3)
            measured.update([measure(records, options.rows, runs=runs, starts=starts)])
    for row in growing:
        print(_growth(row, measured))
    print(f"Load after: {_load()}")
    return 0


def measure(records: int, rows: Sequence[str], *, runs: int, starts: Work) -> tuple[int, Costs]:
    """Measure one size and print its table; return its true number of records.

    The costs of `starts`, measured in turn with all else, are kept under `start of` each.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Workbench(Path(folder), records)
        others = _peers(bench, rows)
        work = _work(bench, rows) | {row: _builder(bench, peer) for row, peer in others.items()}
        costs: Costs = defaultdict(list)
        bench.build()
        for number in range(runs):
            for row in (row for row in AGAINST if row in work and row in rows):
                print(f"{bench.records} records, round {number + 1}: {row} …", file=sys.stderr, flush=True)
                costs[row].append(work[row]())
                if row in starts:
                    costs[_start(row)].append(starts[row]())
        bench.restore()
        _print(bench, costs, {"build": bench.site} | {row: peer.site for row, peer in others.items()})
        if "served" in rows:
            _serve(bench, runs)
        return bench.records, costs


def _work(bench: Workbench, rows: Sequence[str]) -> Work:
    return {row: getattr(bench, row) for row in rows if hasattr(bench, row)}


def _start(row: str) -> str:
    return f"start of {row}"


def _peers(bench: Workbench, rows: Sequence[str]) -> dict[str, peers.Peer]:
    """Return the other generators asked for that are at hand, over the same pages."""
    wanted = {"stock", "zensical", "hugo", "served"} & set(rows)
    if not wanted:
        return {}
    folder, tools = bench.root / "peers", ROOT / ".cache/peers"
    cost([*bench.script("export"), "--out", str(folder / "export")], cwd=bench.root, env=bench.env)
    found = {"stock": peers.stock(folder)} if wanted & {"stock", "served"} else {}
    if "zensical" in wanted:
        found["zensical"] = peers.zensical(folder)
    if "hugo" in wanted and peers.at_hand("hugo", tools):
        found["hugo"] = peers.hugo(folder, tools)
    return found


def _builder(bench: Workbench, peer: peers.Peer) -> Callable[[], Cost]:
    def build() -> Cost:
        shutil.rmtree(peer.site, ignore_errors=True)
        shutil.rmtree(peer.cache, ignore_errors=True)
        return cost(peer.command, cwd=peer.folder, env=bench.env, must=peer.name != "Zensical")

    return build


def _print(bench: Workbench, costs: Mapping[str, Sequence[Cost]], sites: Mapping[str, Path]) -> None:
    heads = ("what", "runs", "CPU s", "least–most", "wall s", "peak MB", "ratio", "files", "MB")
    print(f"\n{bench.records} records\n\n{_line(heads)}\n{_line('---' for _ in heads)}")
    for row, each in costs.items():
        cpu, against = [one.cpu for one in each], AGAINST.get(row, "")
        ratios = f"{ratio(each, costs[against]):.3f} of {against}" if against in costs else ""
        number, megabytes = weight(sites[row]) if row in sites else ("", 0)
        failed = "" if all(one.status == 0 for one in each) else f" (status {each[-1].status})"
        wall, peak = median(one.wall for one in each), max(one.peak for one in each)
        times = (f"{median(cpu):.2f}", f"{min(cpu):.2f}–{max(cpu):.2f}", f"{wall:.2f}", f"{peak:.0f}")
        size = (str(number), f"{megabytes:.1f}" if number else "")
        print(_line((f"{row}{failed}", str(len(each)), *times, ratios, *size)))
    if "build" in costs:
        print("\nLargest pages, KB and compressed:")
        for path in sorted(bench.site.rglob("*.html"), key=lambda path: -path.stat().st_size)[:5]:
            data = path.read_bytes()
            place = path.relative_to(bench.site)
            print(f"- {place}: {len(data) / 1e3:.0f}, {len(gzip.compress(data)) / 1e3:.0f}")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _serve(bench: Workbench, edits: int) -> None:
    """Print what a writer waits for after a save, the two previews taking turns."""
    folder, page = bench.root / "peers", bench.page
    stock = (sys.executable, "-m", "mkdocs", "serve", "-q", "-a", "127.0.0.1:{port}")
    with ExitStack() as stack:
        theirs = stack.enter_context(Preview(stock, cwd=folder, env=bench.env, page=page))
        command = (*bench.script("serve"), "--port", "{port}")
        ours = stack.enter_context(Preview(command, cwd=bench.root, env=bench.env, page=page))
        pairs = []
        for number in range(edits):
            word = f"savedword{number}"
            print(f"{bench.records} records, save {number + 1} …", file=sys.stderr, flush=True)
            theirs_took = theirs.seconds(folder / f"export/docs/{page}index.md", line="\n{word}", word=word)
            pairs.append((ours.seconds(bench.edited, line="note: {word}", word=word), theirs_took))
    ratios = median(our / their for our, their in pairs)
    print(f"\nSave to served: {median(our for our, _ in pairs):.2f} s; stock mkdocs serve", end=" ")
    print(f"{median(their for _, their in pairs):.2f} s; {ratios:.2f} of stock ({edits} saves each)")


def _growth(row: str, measured: Mapping[int, Costs]) -> str:
    """Return the exponent between the two largest sizes, with the start-up of the same rounds taken off."""
    small, large = sorted(measured)[-2:]
    cpu = {
        name: [median(one.cpu for one in measured[size][name]) for size in (small, large)]
        for name in (row, _start(row))
    }
    before, after = (all_of_it - start for all_of_it, start in zip(*cpu.values(), strict=True))
    if before < 0.2 * cpu[_start(row)][0]:
        return f"Growth of {row}: {small} records cost little more than the start"
    exponent = math.log(after / before) / math.log(large / small)
    return f"Growth of {row} from {small} to {large} records: exponent {exponent:.2f}"


def _load() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sizes, rows = "50,500,5000", ",".join(AGAINST)
    parser.add_argument("--records", default=sizes, metavar="N,…", help=f"default: {sizes}")
    parser.add_argument("--rows", default=rows, metavar="ROW,…", help=f"default: {rows}")
    parser.add_argument("--runs", type=int, metavar="N", help="default: 7 up to 100 records, 3 above")
    options = parser.parse_args()
    options.records = [int(size) for size in options.records.split(",")]
    options.rows = options.rows.split(",")
    if unknown := set(options.rows) - set(AGAINST):
        parser.error(f"no row is called {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    sys.exit(main())
