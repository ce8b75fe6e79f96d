"""The one command of an installed generator: `explainer build` runs what `make site` runs, and so on.

Each is the script of that name beside this one.
"""

import ast
import difflib
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from command import run
from explainer.places import as_typed

SCRIPTS = Path(__file__).resolve().parent
COMMANDS = (
    "build", "serve", "check", "extract", "article", "review", "new", "gate", "changes", "summary",
    "screenshots", "export", "schema", "new-site", "pins",
)  # fmt: skip
"""The commands for newsrooms; those for developers are make's alone."""


def main() -> int:
    """Run the command that is named; say which there are where none is, or none of that name."""
    name, *arguments = sys.argv[1:] or ["--help"]
    if name == "--version":
        print(f"explainer {version('explainer')}")
    elif name in ("--help", "-h", "help"):
        print(_overview())
    elif name not in COMMANDS:
        near = difflib.get_close_matches(name, COMMANDS, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else "; `explainer --help` lists them"
        print(f'explainer: there is no command "{name}"{hint}', file=sys.stderr)
        return 2
    else:
        sys.argv = [f"explainer {name}", *arguments]
        sys.path.insert(0, str(SCRIPTS))  # before anything of the same name that is installed
        return run(import_module(_script(name).stem).main)
    return 0


def _overview() -> str:
    lines = [f"  explainer {name:<12} {_first_line(name)}" for name in COMMANDS]
    return "\n".join(["Turns news articles into an explainer microsite. Run it beside content/:", "", *lines])


def _first_line(name: str) -> str:
    told = ast.get_docstring(ast.parse(_script(name).read_text(encoding="utf-8"))) or ""
    return as_typed(told.partition("\n")[0])


def _script(name: str) -> Path:
    return SCRIPTS / f"{name.replace('-', '_')}.py"
