"""How long a writer waits from a save to the page: many saves of one record, sound ones and broken ones.

Seconds by the clock, of a copy of the content folder; other work on the machine lengthens them.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from lab.preview import Preview

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"sound": "notes: {word}", "with a fault": "{word}: no field has this name"}


def main() -> int:
    """Measure and print a line for each kind of save."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument(
        "--record", default="", metavar="ID", help="a source without notes; default: the first"
    )
    parser.add_argument("--saves", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(options.content, Path(folder) / "content"))
        sources = sorted((content / "sources").glob(f"{options.record or '*'}.yml"))
        edited = next(path for path in sources if "\nnotes:" not in path.read_text(encoding="utf-8"))
        measure(content, edited, options.saves)
    return 0


def measure(content: Path, edited: Path, saves: int) -> None:
    """Print the median and the longest of so many saves of each kind."""
    command = [sys.executable, str(ROOT / "scripts/serve.py"), "--content", str(content), "--port", "{port}"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with Preview(command, cwd=ROOT, env=env, page=f"sources/{edited.stem}/") as preview:
        for kind, line in KINDS.items():
            taken = [preview.seconds(edited, line=line, word=f"save{number}") for number in range(saves)]
            told = f"median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s"
            print(f"{kind}: {saves} saves of {edited.stem}, {told}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
