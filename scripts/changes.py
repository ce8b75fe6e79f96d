"""Tell in words what changed in content/ between two versions: quotes, figures, checks, and all the rest.

    make changes                          what was edited since the last commit
    make changes FROM=v1.2                since a tag, a branch or a commit
    make changes FROM=v1.2 TO=v1.3        between two of them
    make changes FROM=v1.2 ARGS="--accept correction"
                                          write it into content/site.yml, for readers and the feeds to tell

Exit status: 0 told (also where nothing changed), 1 a version or a folder that cannot be read.
"""

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from command import as_markdown, parser_of, run
from explainer.library.difference import Act, Difference, differences
from explainer.library.library import Library
from explainer.library.reading import as_it_stands
from explainer.places import as_typed
from explainer.records.address import url
from explainer.records.part import fields_of
from explainer.records.parts import ChangeKind
from explainer.records.site import Site
from explainer.strict_yaml.dump import mapping_lines
from explainer.strict_yaml.patch import patch
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import decode

_ENDED = (".", ".”", "?”", "!”", "…”")
"""How words end that need no full stop."""
_NOTED = 6
"""Differences that a note for readers names; of the others it says how many there are."""


class NoVersion(Exception):
    """Raised where git has no such version of the folder; the message says why."""


def main() -> int:
    """Compare two versions and say what differs."""
    options = _options()
    try:
        told = compared(options.content, options.start, options.end)
    except NoVersion as error:
        print(error, file=sys.stderr)
        return 1
    found = told.found
    print(listed(found) if options.format == "markdown" else "\n".join(each.words for each in found))
    if told.unread:
        print(f"Not compared, because one of the two cannot be read: {', '.join(sorted(told.unread))}")
    if not found:
        print("Nothing that a reader sees has changed.", file=sys.stderr)
    elif options.accept:
        _accept(options.content / "site.yml", options.accept, _note(found))
    elif options.format == "text":
        how = as_typed('make changes ARGS="--accept minor"')
        print(f"\nFor readers, as a proposal (`{how}` writes it):\n\n{_proposal(found)}")
    return 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two versions, what a reader cares for most first."""

    found: tuple[Difference, ...]
    unread: frozenset[str]
    """What cannot be read in one of the two."""
    after: Library

    def pages(self) -> tuple[str, ...]:
        """Return the addresses of the pages that show what was added or changed, without anchors."""
        by_ref = {record.ref: url(record).partition("#")[0] for record in self.after}
        shown = ("" if each.ref == "site" else by_ref.get(each.ref) for each in self.found)
        return tuple(dict.fromkeys(page for page in shown if page is not None))


def compared(content: Path, start: str, end: str | None = None) -> Comparison:
    """Compare two versions, by default with the folder as it is now; raises NoVersion."""
    with _version(content, start) as old, _version(content, end) as new:
        (before, lost), (after, broken) = as_it_stands(old), as_it_stands(new)
    unread = lost | broken
    acts = get_args(Act)
    told = [each for each in differences(before, after) if each.ref not in unread]
    return Comparison(tuple(sorted(told, key=lambda each: acts.index(each.act))), unread, after)


def _note(found: Sequence[Difference]) -> str:
    """Return the differences as one note for readers."""
    named = " ".join(
        each.words if each.words.endswith(_ENDED) else f"{each.words}." for each in found[:_NOTED]
    )
    more = len(found) - _NOTED
    rest = f" And {more} more change{'s' if more > 1 else ''}." if more > 0 else ""
    return f"{named}{rest}"


def _proposal(found: Sequence[Difference]) -> str:
    kind = "minor" if all(each.act == "changed" for each in found) else "major"
    return "\n".join(mapping_lines({"changes": [_entry(kind, _note(found))]}))


def _entry(kind: str, note: str) -> dict[str, str]:
    return {"date": date.today().isoformat(), "kind": kind, "note": note}


def _accept(path: Path, kind: str, note: str) -> None:
    """Put the note before the others in the site's file; every other byte of it stays."""
    data = path.read_bytes() if path.exists() else b""
    written = (parse(decode(data)).value or {}).get("changes") or []
    order = tuple(field.written for field in fields_of(Site))
    path.write_bytes(patch(data, {"changes": [_entry(kind, note), *written]}, order=order))
    print(f"Written into {path}; shorten it for readers, then run {as_typed('make check')}.")


def listed(found: Sequence[Difference]) -> str:
    """Return the differences as Markdown, for the summary of a workflow's run."""
    lines: list[str] = []
    for act in get_args(Act):
        told = [f"- {as_markdown(each.words)}" for each in found if each.act == act]
        lines += [f"### {act.capitalize()} ({len(told)})", "", *told, ""] if told else []
    return "\n".join(lines) or "Nothing that a reader sees has changed."


@contextmanager
def _version(content: Path, name: str | None) -> Iterator[Path]:
    """Yield the folder as it was at a version; as it is now where no version is named."""
    if name is None:
        yield content
        return
    if name.startswith("-"):
        raise NoVersion(f"{name} is no version; give a tag, a branch or a commit")
    with tempfile.TemporaryDirectory(prefix="content-") as room:
        command = ["git", "-C", str(content), "archive", "--format=tar", name, "."]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip().splitlines()
            raise NoVersion(f"{content} at {name}: {told[-1] if told else 'git failed'}")
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            _unpack(archive, Path(room))
        yield Path(room)


def _unpack(archive: tarfile.TarFile, room: Path) -> None:
    """Write the plain files of an archive: no links, and nothing outside the folder.

    Python's own filter for that came with 3.11.4 and 3.12, and Debian 12 has 3.11.2.
    """
    for member in archive:
        data = archive.extractfile(member) if member.isfile() else None
        target = room / member.name
        if data is not None and target.resolve().is_relative_to(room.resolve()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data.read())


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("--from", dest="start", default="HEAD", metavar="VERSION", help="default: HEAD")
    parser.add_argument("--to", dest="end", metavar="VERSION", help="default: the files as they are now")
    parser.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="markdown: for a workflow's summary"
    )
    parser.add_argument(
        "--accept", choices=get_args(ChangeKind), metavar="KIND", help="minor, major or correction"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run(main))
