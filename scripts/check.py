"""Check content/ without building the site: every fault of every file, in one run.

Exit status: 0 nothing but warnings, 1 errors, 5 no errors, but articles that cannot be read: a site is
built without what rests on them.
"""

import gc
import sys

from command import FORMATS, SET_ASIDE, parser_of, render, run, summary
from explainer.contents.ids import renew_ids
from explainer.errors import ContentError
from explainer.library import provenance
from settings import published


def main() -> int:
    """Read the content folder and report."""
    parser = parser_of(__doc__)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="github: annotations; markdown: a run's summary"
    )
    options = parser.parse_args()
    gc.disable()  # nothing is thrown away before the end, so looking for it is a tenth of the work
    renew_ids(options.content)
    notes: tuple[str, ...] = ()
    try:
        library = published(options.content)
        problems, status = (*library.warnings, *library.set_aside), SET_ASIDE if library.set_aside else 0
        notes = tuple(provenance.notes(library))
    except ContentError as error:
        problems, status = error.problems, 1
    if problems or options.format == "json":
        print(render(problems, options.format))
    print(*(f"note: {note}" for note in notes), sep="\n", end="\n" * bool(notes), file=sys.stderr)
    print(f"{options.content}: {summary(problems)}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(run(main))
