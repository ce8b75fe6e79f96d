"""Check content/ without building the site: every fault of every file, in one run.

Exit status: 0 nothing but warnings, 1 errors.
"""

import argparse
import sys
from pathlib import Path

from command import FORMATS, render, run, summary
from explainer.errors import ContentError
from explainer.library.reading import read


def main() -> int:
    """Read the content folder and report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="DIR", help="default: content"
    )
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="github: annotations for a workflow run"
    )
    options = parser.parse_args()
    try:
        problems = read(options.content).warnings
    except ContentError as error:
        problems = error.problems
    if problems or options.format == "json":
        print(render(problems, options.format))
    print(f"{options.content}: {summary(problems)}", file=sys.stderr)
    return int(any(problem.severity == "error" for problem in problems))


if __name__ == "__main__":
    sys.exit(run(main))
