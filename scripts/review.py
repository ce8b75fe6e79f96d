"""Review what extraction proposed: each record beside its words, a key for each decision.

    make review                              everything that waits, article by article
    make review ARGS="--source 2024-ferry"   one article's records
    make review ARGS="--kind figure"         one kind

Keys: a accept, e edit in $EDITOR, s give the speaker, w withdraw, k skip, u undo, A accept all of this kind,
o and t settle a conflict, ? help, q quit. Each decision changes only the fields it is about, and one that the
check refuses is taken back at once. For scripts:

    make review ARGS="--list"                what waits, one `kind:id path` a line
    make review ARGS="--batch accept --kind figure"

Exit status: 0 done, 1 faults or decisions that the check refused.
"""

import argparse
import sys

from rich.console import Console

from command import parser_of, run
from explainer.errors import shown_path
from explainer.records.model import BY_KIND
from reviewing.decisions import Decisions
from reviewing.session import Session, batch
from reviewing.waiting import Wanted, queue


def main() -> int:
    """Walk, list or decide in a batch, as the command line says."""
    options = _options()
    wanted = Wanted(options.content, tuple(options.source), tuple(options.kind))
    if not options.content.is_dir():
        print(f"{options.content}: no such folder; --content names the writers' folder", file=sys.stderr)
        return 1
    if options.list:
        for item in queue(wanted)[0]:
            print(f"{item.ref} {shown_path(item.path)}")
        return 0
    console = Console(highlight=False)
    session = Session(wanted, console, Decisions(options.content, console))
    if options.batch:
        refused = batch(session, options.batch)
        print(session.summary())
        return 1 if refused else 0
    session.walk()
    return 0


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("--source", action="append", default=[], metavar="ID", help="an article's id")
    parser.add_argument("--kind", action="append", default=[], choices=list(BY_KIND), help="a kind of record")
    parser.add_argument("--list", action="store_true", help="print what waits and change nothing")
    parser.add_argument("--batch", choices=("accept", "withdraw"), help="decide on all of it without asking")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run(main))
