"""Make the site from the articles.

Extracts what is new in content/sources/, checks every record, builds strictly into a folder beside the
site, checks the result, and only then swaps it in: whatever goes wrong, the old site stays whole. Where
nothing has changed since the last clean build, it says so and does nothing.

Exit status: 0 built, 1 faults (nothing was changed on the site), 3 extraction found conflicts,
4 another build of the same site is under way, 5 built, without articles that cannot be read (a plain
list of them comes last). `make` says `Error 5` and itself ends with 2.
"""

import argparse
import gc
import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from atomic.freshness import State, digest, is_fresh, remember, states
from atomic.staging import Busy, Foreign, refuse_place
from command import (
    SET_ASIDE,
    Progress,
    Refused,
    add_workers,
    leave,
    parser_of,
    render,
    run,
    set_aside,
    summary,
)
from explainer.errors import ContentError, Problem
from explainer.places import GENERATOR, newsroom

_MADE_BY = ("docs", "hooks", "scripts", "mkdocs.yml")
_MADE_OF = ("docs", "mkdocs.yml", ".git/HEAD", ".git/logs/HEAD")
_TOLD_BY = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "SOURCE_DATE_EPOCH")


def main(held: list[object] | None = None) -> int:
    """Follow the recipe, one step after the other; into `held` goes what the process ends with."""
    gc.disable()  # what loads and is read stays to the end
    options = _options()
    name = hashlib.sha256(os.fsencode(options.site.absolute())).hexdigest()[:16]
    note, inputs = newsroom(options.content) / ".cache/built" / name, _inputs(options)
    if is_fresh(note, inputs=inputs.told, made=options.site):
        print(f"Nothing has changed since the site was built: {options.site}/index.html")
        return 0
    return _build(options, note, inputs, [] if held is None else held)


class _Inputs(NamedTuple):
    """All that a build depends on: files, the settings around it, and the day."""

    told: str
    """What tells it from any other."""
    files: Mapping[str, State]


def _inputs(options: argparse.Namespace) -> _Inputs:
    around = [os.environ.get(name, "") for name in _TOLD_BY]
    settings = [sys.version, date.today().isoformat(), str(options.no_extract), *around]
    own = newsroom(options.content)
    places = [*(GENERATOR / name for name in _MADE_BY), *(own / name for name in _MADE_OF)]
    files = states([options.content, *places])
    return _Inputs(digest(files, str(options.content.absolute()), *settings), files)


def _build(options: argparse.Namespace, note: Path, inputs: _Inputs, held: list[object]) -> int:
    from publish import publish  # what makes pages takes time to load: only where it is needed

    progress = Progress()
    unread: list[Problem] = []
    try:
        refuse_place(options.site)
        if not options.no_extract:
            from extract import extract_new, workers  # loaded for this alone

            outcome = extract_new(options.content, workers=workers(options), progress=progress)
            unread += outcome.set_aside
            if outcome.plan.conflicts:
                raise Refused("The site was not built.", status=3)
            inputs = _inputs(options)
        published = publish(options.content, options.site, progress, inputs.files)
        held.append(published)
        unread += published.library.set_aside
    except ContentError as error:
        told = f"{render(error.problems)}\n{summary(error.problems)}; the site was not built"
        return _stop(told, 1, progress, unread)
    except Refused as refusal:
        return _stop(str(refusal), refusal.status, progress, unread)
    except Foreign as foreign:
        return _stop(str(foreign), 1, progress, unread)
    except Busy as busy:
        return _stop(f"{options.site}: {busy}", 4, progress, unread)
    if unread:
        return _stop("", SET_ASIDE, progress, unread)
    if not published.library.warnings:  # what is saved meanwhile has other times than these
        remember(note, inputs=inputs.told, made=published.sizes)
    return 0


def _stop(words: str, status: int, progress: Progress, unread: Sequence[Problem]) -> int:
    """Say why the build ends here and, last, which articles nobody could read."""
    progress.clear()
    told = [words, set_aside(unread) if unread else ""]
    print("\n".join(part for part in told if part), file=sys.stderr, flush=True)
    return status


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("--site", type=Path, metavar="DIR", help="where the site goes; default: site")
    add_workers(parser)
    parser.add_argument("--no-extract", action="store_true", help="leave content/ alone: build what is there")
    options = parser.parse_args()
    options.site = options.site or newsroom(options.content) / "site"
    return options


if __name__ == "__main__":
    until_the_end: list[object] = []
    leave(run(partial(main, until_the_end)))
