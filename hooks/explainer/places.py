"""Where the generator's own files are, and where a newsroom's: the one module that knows.

The generator is a tree of `hooks/`, `scripts/`, `docs/` and `mkdocs.yml`: this repository, or the same
tree as its wheel installs it. A newsroom is the folder that holds `content/`: this repository again, or one
of its own.
"""

import re
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[2]
"""The tree that this module lies in."""
DOCS = GENERATOR / "docs"
"""Pages and assets that every site has, unless a newsroom's own `docs/` has one of the same name."""
SETTINGS = GENERATOR / "mkdocs.yml"
LOCK = GENERATOR / "requirements.lock"

_TARGETS = (
    "site", "serve", "check", "extract", "article", "review", "new-site", "new", "gate", "changes", "summary",
    "screenshots", "export", "schema",
)  # fmt: skip
_VALUE = r"(\"[^\"]*\"|'[^']*'|[^\s`]+)"
_VARIABLE = re.compile(rf" ([A-Z]+)={_VALUE}")
_MAKE = re.compile(rf"make ({'|'.join(_TARGETS)})\b((?:{_VARIABLE.pattern})*)" + "( {2,})?")
_NAMES = {"site": "build"}
"""Commands whose name is not that of their target."""


def newsroom(content: Path) -> Path:
    """Return the folder that holds the records and, beside them, own pages, settings and the built site."""
    return content.resolve().parent


def as_typed(words: str) -> str:
    """Return words with each `make …` in them as it is typed where the generator is installed."""
    if (GENERATOR / "Makefile").is_file():
        return words
    return _MAKE.sub(_command, words)


def _command(found: re.Match[str]) -> str:
    arguments = [
        value[1:-1] if name == "ARGS" else f"--{name.lower()} {value}"
        for name, value in _VARIABLE.findall(found[2])
    ]
    typed = " ".join(["explainer", _NAMES.get(found[1], found[1]), *arguments])
    return f"{typed}  ".ljust(len(found[0])) if found[5] else typed
