"""Write content/schema/ anew: the JSON Schemas by which editors complete and explain every field."""

import sys

from command import parser_of, run
from explainer.contents.ids import renew_ids
from explainer.records.schemas import schema_files


def main() -> int:
    """Write one schema per record type."""
    parser = parser_of(__doc__)
    folder = parser.parse_args().content / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schema_files():
        (folder / name).write_bytes(content)
    renew_ids(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
