"""Start an empty newsroom: take the records and articles of the site that came with the generator away.

    make new-site

Everything below content/ goes but the schemas, what extraction remembers (`.extracted`) with it; git keeps
it. A site.yml with all fields to fill in is written. Nothing is done where content/ holds what git lacks.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from command import run
from explainer.contents.ids import renew_ids
from explainer.records.explanations import explained
from explainer.records.model import RECORD_TYPES, Site

ROOT = Path(__file__).resolve().parent.parent
_KEPT = "schema"


def main() -> int:
    """Empty the folder, unless something would be lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--content", type=Path, default=ROOT / "content", metavar="DIR", help="the writers' folder"
    )
    parser.add_argument("--yes", action="store_true", help="even where git does not have all of it")
    options = parser.parse_args()
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
    (content / "site.yml").write_text(_site(), encoding="utf-8")
    renew_ids(content)
    print(f"{content} is empty. Put articles into {content / 'sources'}, then make site; see README.md")
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
    for model in RECORD_TYPES:
        (content / model.FOLDER).mkdir(exist_ok=True)
        (content / model.FOLDER / ".gitkeep").touch()


def _site() -> str:
    """Return a site.yml with each field behind `#`, and what it is for."""
    lines = ["# yaml-language-server: $schema=schema/site.schema.json", "title: A new site"]
    for name, field in Site.model_fields.items():
        if name != "title":
            lines.append(f"# {field.alias or name}:  # {explained(Site, name).description}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(run(main))
