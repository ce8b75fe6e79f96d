"""Start an empty newsroom, in a repository of its own or in place of the site that came along.

    explainer new-site ferries    a new folder with content/, the generator's pins and a workflow
    make new-site                 take the first site's records and articles away

The latter keeps nothing below content/ but the schemas; what extraction remembers (`.extracted`) goes
too, and git keeps it all. Nothing is done where content/ holds what git lacks. Either way a site.yml with
all fields to fill in is written. Exit status: 0 done, 1 not, with the reason.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import pins
from command import parser_of, run
from explainer.contents.ids import renew_ids
from explainer.places import as_typed
from explainer.records.explanations import explained
from explainer.records.model import RECORD_TYPES
from explainer.records.part import fields_of
from explainer.records.schemas import schema_files
from explainer.records.site import Site

_KEPT = "schema"
_IGNORED = "\n".join(
    ("site/", "export/", "screenshots/", ".cache/", ".*.lock", ".site.*/", "content/.extracted/.*",
     "content/schema/ids.schema.json", "")
)  # fmt: skip


def main() -> int:
    """Do what the command line says."""
    parser = parser_of(__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a new folder; without it content/ is emptied")
    parser.add_argument("--generator", metavar="OWNER/NAME@COMMIT", help="default: what was installed")
    parser.add_argument("--yes", action="store_true", help="even where git does not have all of it")
    options = parser.parse_args()
    return _own_repository(options) if options.folder else _emptied(options)


def _own_repository(options: argparse.Namespace) -> int:
    """Make a folder that is all a newsroom keeps; the generator is installed beside it."""
    folder: Path = options.folder
    if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
        print(f"{folder}: is not empty; name a new folder", file=sys.stderr)
        return 1
    try:
        made_by = pins.generator(options.generator)
    except pins.NotKnown as error:
        print(error, file=sys.stderr)
        return 1
    content = folder / "content"
    _folders(content)
    (content / "schema").mkdir()
    for name, data in schema_files():
        (content / "schema" / name).write_bytes(data)
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")
    pins.write(folder, made_by)
    _begin(content)
    print(f"{folder} is ready. Put articles into {content / 'sources'}, then there: explainer build")
    return 0


def _emptied(options: argparse.Namespace) -> int:
    """Empty the folder, unless something would be lost."""
    content: Path = options.content
    if not content.is_dir() or content.is_symlink():
        print(f"{content}: is no folder; --content names the writers' folder", file=sys.stderr)
        return 1
    unsaved = [] if options.yes else _unsaved(content)
    if unsaved:
        print(
            f"{content}: git does not have {', '.join(unsaved[:3])}; commit first, or --yes", file=sys.stderr
        )
        return 1
    _empty(content)
    _folders(content)
    _begin(content)
    then = as_typed("then make site; see README.md")
    print(f"{content} is empty. Put articles into {content / 'sources'}, {then}")
    return 0


def _unsaved(content: Path) -> list[str]:
    """Return what git does not have; the folder itself where there is no git."""
    command = ["git", "-C", str(content), "status", "--porcelain", "--untracked-files=all", "--", "."]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        return ["any of it"]
    return [line[3:] for line in told.stdout.splitlines()]


def _empty(content: Path) -> None:
    for entry in content.iterdir():
        if entry.name == _KEPT:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _folders(content: Path) -> None:
    for model in RECORD_TYPES:
        (content / model.FOLDER).mkdir(parents=True, exist_ok=True)
        (content / model.FOLDER / ".gitkeep").touch()


def _begin(content: Path) -> None:
    """Write what the site says of itself, and the ids that there are: none."""
    (content / "site.yml").write_text(_site(), encoding="utf-8")
    renew_ids(content)


def _site() -> str:
    """Return a site.yml with each field behind `#`, and what it is for."""
    lines = ["# yaml-language-server: $schema=schema/site.schema.json", "title: A new site"]
    for field in fields_of(Site):
        if field.name != "title":
            lines.append(f"# {field.written}:  # {explained(Site, field.name).description}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(run(main))
