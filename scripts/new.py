"""Write an empty record to fill in, with a word on each of its fields.

    make new ARGS="quote smith-on-water"
    make new ARGS='quote --source 2024-ferry --from "The piers" --to "before winter"'
    make new ARGS='person --from-name "Ann Lee"'

Quotes, figures and checks are cut out of a source by how they open and close; nobody types them. Speaker,
issues and id are proposed. The first word is the kind of record, the second its id: lower-case letters,
digits and hyphens, at most 64.
Required fields stand at the top; take the `#` away before any other field you need. It is a draft: it stops
nothing, readers do not see it, the preview does. Take `status: draft` out when all is written.
Exit status: 0 written, 2 nothing was written, with the reason.
"""

import argparse
import re
import sys
from pathlib import Path

from command import parser_of, run
from explainer.contents.ids import renew_ids
from explainer.places import as_typed
from explainer.records.fields import ID_PATTERN, RESERVED_IDS
from explainer.records.model import BY_KIND
from explainer.records.record import Record
from explainer.records.skeletons import asked, required, skeleton
from explainer.text.characters import shown
from explainer.text.suggestion import did_you_mean
from reviewing.cutting import CUT, NotCut, cut, file_text, person

_ID_FORM = "lower-case letters, digits and hyphens, such as smith-on-water"


def main() -> int:
    """Write the file, unless there is one of that name."""
    options = _parser().parse_args()
    try:
        _require_kind(options.kind)
        new, text = _drafted(options)
        path = _path(options, options.id or new)
    except NotCut as error:
        print(error, file=sys.stderr)
        return 2
    record_type = BY_KIND[options.kind]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or skeleton(record_type), encoding="utf-8")
    renew_ids(options.content)
    missing = [name for name in required(record_type) if not text or f"\n{name}:  #" in text]
    todo = f"fill in {', '.join(missing)}" if missing else "read it, take `status: draft` out"
    print(f"{path}: {todo}, then run {as_typed('make check')}")
    return 0


def _require_kind(kind: str | None) -> None:
    """Raise NotCut for a word that is no kind of record."""
    kinds = f"one of {', '.join(BY_KIND)}"
    if kind is None:
        raise NotCut(f"say what kind of record: {kinds}; such as: {_example('quote')}")
    if kind not in BY_KIND:
        raise NotCut(f'"{shown(kind)}" is no kind of record{did_you_mean(kind, BY_KIND) or f"; {kinds}"}')


def _path(options: argparse.Namespace, record_id: str | None) -> Path:
    """Return where the record is to be written; raises NotCut for an id that cannot be its."""
    if record_id is None:
        cutting = ", or --source and --from to cut it out of a source" if options.kind in CUT else ""
        raise NotCut(f"give the id of the record{cutting}, such as: {_example(options.kind)}")
    if re.fullmatch(RESERVED_IDS, record_id):
        raise NotCut(f'"{record_id}" is a reserved name; choose another id')
    if not re.fullmatch(ID_PATTERN, record_id):
        raise NotCut(f'"{shown(record_id)}" is not an id: {_ID_FORM}')
    path: Path = options.content / BY_KIND[options.kind].FOLDER / f"{record_id}.yml"
    if path.exists():
        raise NotCut(f"{path} exists; ids are never used twice")
    return path


def _example(kind: str) -> str:
    return as_typed(f'make new ARGS="{kind} smith-on-water"')


def _drafted(options: argparse.Namespace) -> tuple[str | None, str]:
    """Return the id and the text of what is cut or named; nothing of either for an empty record."""
    if options.from_name:
        new, record = person(options.from_name, options.content)
    elif options.source and options.opening:
        if options.kind not in CUT:
            raise NotCut(f"only {', '.join(CUT)} can be cut out of a source")
        new, record = cut(options.kind, options.source, options.opening, options.closing, options.content)
    elif options.source or options.opening or options.closing:
        raise NotCut("cutting takes --source and --from, and --to where more words follow")
    else:
        return None, ""
    return new, _with_gaps(file_text(options.kind, record), BY_KIND[options.kind])


def _with_gaps(text: str, record_type: type[Record]) -> str:
    """Return the text of a draft with a line and a word on each field that it still lacks."""
    lacking = [name for name in required(record_type) if f"\n{name}:" not in text]
    gaps = "".join(f"{asked(record_type, name)}\n" for name in lacking)
    return text.replace("\nstatus: draft", f"\n{gaps}status: draft", 1)


def _parser() -> argparse.ArgumentParser:
    parser = parser_of(__doc__)
    parser.add_argument("kind", nargs="?", help=f"what kind of record: {', '.join(BY_KIND)}")
    parser.add_argument("id", nargs="?", help="the record's id; proposed for what is cut or named")
    parser.add_argument("--source", metavar="ID", help="the source to cut the words out of")
    parser.add_argument("--from", dest="opening", metavar="WORDS", help="how the words open")
    parser.add_argument("--to", dest="closing", metavar="WORDS", help="how they close; else --from is all")
    parser.add_argument("--from-name", metavar="NAME", help="a person's name, for a person")
    return parser


if __name__ == "__main__":
    sys.exit(run(main))
