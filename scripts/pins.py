"""Write down which generator a newsroom's own repository is built with, and all that it rests on.

    explainer pins

Written beside content/: `requirements.txt` (the generator, at one commit), `requirements.lock` (all that it
needs, by hash) and `.github/workflows/site.yml`, ten lines that call the generator's workflow at that commit.
To take a new version, install it and run this again.
Exit status: 0 written, 1 it is not known which generator this is.
"""

import json
import re
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from command import parser_of, run
from explainer.places import LOCK, newsroom

_NAMED = re.compile(
    r"(?:(?P<host>https://[\w.-]+)/)?(?P<name>[\w.-]+(?:/[\w.-]+)+?)@(?P<commit>[0-9a-f]{40})"
)
_GITHUB = "https://github.com"


class NotKnown(Exception):
    """Raised where it cannot be told which generator to write down; the message says how to name it."""


class Generator(NamedTuple):
    """A repository and a commit of it."""

    host: str
    name: str
    commit: str


def main() -> int:
    """Write the files anew."""
    parser = parser_of(__doc__)
    parser.add_argument("--generator", metavar="OWNER/NAME@COMMIT", help="default: what was installed")
    options = parser.parse_args()
    try:
        written = write(newsroom(options.content), generator(options.generator))
    except NotKnown as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Wrote {', '.join(str(path) for path in written)}. Commit them.")
    return 0


def generator(named: str | None) -> Generator:
    """Return the generator that is named, or else the one that is installed; raises NotKnown."""
    found = _NAMED.fullmatch(named or _installed())
    if not found:
        told = f'"{named}" is none' if named else "this one was not installed from a repository"
        raise NotKnown(f"{told}; name it: --generator OWNER/NAME@COMMIT, the commit by its 40 digits")
    return Generator(found["host"] or _GITHUB, found["name"].removesuffix(".git"), found["commit"])


def write(folder: Path, made_by: Generator) -> list[Path]:
    """Write requirements and, where the generator is on GitHub, the workflow; return the files."""
    commit, version = made_by.commit, distribution("explainer").version
    files = {
        "requirements.txt": f"# The generator, at one commit; `explainer pins` writes it anew.\n"
        f"explainer @ git+{made_by.host}/{made_by.name}@{commit}\n",
        "requirements.lock": LOCK.read_text(encoding="utf-8"),
    }
    if made_by.host == _GITHUB:
        files[".github/workflows/site.yml"] = _WORKFLOW.format(
            name=made_by.name, commit=commit, version=version
        )
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def _installed() -> str:
    """Return `ADDRESS@COMMIT` as pip keeps it of what came from a repository (PEP 610), or nothing."""
    told = json.loads(distribution("explainer").read_text("direct_url.json") or "{}")
    commit = told.get("vcs_info", {}).get("commit_id")
    return f"{told['url']}@{commit}" if commit else ""


_WORKFLOW = """\
# Checks and builds at every push and pull request, publishes from main. `explainer pins` writes it.
name: site
on: {{ push: {{ branches: [main] }}, pull_request: {{}} }}
permissions: {{}}
concurrency: {{ group: "site-${{{{ github.ref }}}}" }}
jobs:
  site:
    name: Site
    permissions: {{ contents: read, pages: write, id-token: write }} # the last two: to publish
    uses: {name}/.github/workflows/publish.yml@{commit} # v{version}
"""


if __name__ == "__main__":
    sys.exit(run(main))
