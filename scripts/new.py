"""Write an empty record to fill in, with a word on each of its fields.

    make new ARGS="quote smith-on-water"

The first word is the kind of record, the second its id: lower-case letters, digits and hyphens, at most 64.
Required fields stand at the top; take the `#` away before any other field you need. It is a draft: it stops
nothing, readers do not see it, the preview does. Take `status: draft` out when all is written.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from command import run
from explainer.contents.ids import renew_ids
from explainer.records.explanations import explained
from explainer.records.fields import ID_PATTERN, RESERVED_IDS
from explainer.records.model import BY_KIND, Record

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the file, unless there is one of that name."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=list(BY_KIND), help="what kind of record")
    parser.add_argument("id", help="the record's id, also the stem of its file")
    parser.add_argument(
        "--content", type=Path, default=ROOT / "content", metavar="DIR", help="the writers' folder"
    )
    options = parser.parse_args()
    if re.fullmatch(RESERVED_IDS, options.id):
        parser.error(f"{options.id!r} is a reserved name; choose another id")
    if not re.fullmatch(ID_PATTERN, options.id):
        parser.error(
            f"{options.id!r} is not an id: lower-case letters, digits and hyphens, such as smith-on-water"
        )
    record_type = BY_KIND[options.kind]
    path = options.content / record_type.FOLDER / f"{options.id}.yml"
    if path.exists():
        parser.error(f"{path} exists; ids are never used twice")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(skeleton(record_type), encoding="utf-8")
    renew_ids(options.content)
    print(f"{path}: fill in {', '.join(_required(record_type))}, then run make check")
    return 0


def skeleton(record_type: type[Record]) -> str:
    """Return the YAML of an empty record: required fields first, the others behind `#`."""
    lines = [f"# yaml-language-server: $schema=../schema/{record_type.KIND}.schema.json"]
    lines += [f"{name}:  # {_hint(record_type, name)}".rstrip(" #") for name in _required(record_type)]
    lines += ["status: draft  # shown in the preview alone; take it out when all is written", ""]
    for name, field in record_type.model_fields.items():
        if name not in ("id", "status", *_required(record_type)):
            lines.append(f"# {field.alias or name}:  # {_hint(record_type, name)}".rstrip(" #"))
    return "\n".join(lines) + "\n"


def _required(record_type: type[Record]) -> list[str]:
    fields = record_type.model_fields
    wanted = {name for name, field in fields.items() if field.is_required()} | {*record_type.WANTED}
    return [name for name in fields if name in wanted - {"id"}]


def _hint(record_type: type[Record], name: str) -> str:
    told = explained(record_type, name)
    example = told.example if isinstance(told.example, str) else json.dumps(told.example)
    return f"{told.description} Such as: {example}"


if __name__ == "__main__":
    sys.exit(run(main))
