"""Write content/schema/ anew: the JSON Schemas by which editors complete and explain every field."""

import argparse
import sys
from pathlib import Path

from command import run
from explainer.contents.ids import renew_ids
from explainer.records.schemas import schema_files

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write one schema per record type."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--content", type=Path, default=ROOT / "content", metavar="DIR", help="the writers' folder"
    )
    folder = parser.parse_args().content / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schema_files():
        (folder / name).write_bytes(content)
    renew_ids(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
