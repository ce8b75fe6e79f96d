"""Write content/schema/ anew: the JSON Schemas by which editors complete and explain every field.

The schemas of the published data are written anew as well, beside the code that publishes it. Where the
content stands beside a `.vscode` folder, the snippets of all record types are written there, too.
"""

import sys

from command import parser_of, run
from explainer.contents.ids import renew_ids
from explainer.data import SCHEMAS
from explainer.records.schemas import data_schemas, schema_files
from explainer.records.skeletons import snippets

SNIPPETS = "records.code-snippets"


def main() -> int:
    """Write two schemas per record type, and the snippets."""
    parser = parser_of(__doc__)
    folder = parser.parse_args().content / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schema_files():
        (folder / name).write_bytes(content)
    for name, content in data_schemas():
        (SCHEMAS / name).write_bytes(content)
    renew_ids(folder.parent)
    settings = folder.absolute().parent.parent / ".vscode"
    if settings.is_dir():
        (settings / SNIPPETS).write_bytes(snippets())
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
