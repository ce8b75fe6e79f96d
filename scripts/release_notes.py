"""Tell what a version brings, for its release: the changelog's entry, and what to do when upgrading.

    make release-notes                   what is not released yet
    make release-notes VERSION=0.2.0     what that version brought

Exit status: 0 told, 1 the changelog has no such version.
"""

import re
import sys
from pathlib import Path

from command import parser_of, run
from explainer.places import GENERATOR

UNRELEASED = "Unreleased"
_UPGRADE = """
### Upgrading

Get the new version into your copy of the repository (`git merge v{version}` or the archive), then:

    make check    # fields that changed are told with file, line and what to do
    make site

Where your content is a repository of its own, install the new version beside it instead:

    pip install "explainer @ git+https://github.com/OWNER/NAME@v{version}"
    explainer pins && explainer check

Records that you edited stay as they are; `content/schema/` is renewed by `make schema`
(`explainer schema`).
"""


def main() -> int:
    """Print the notes as Markdown."""
    parser = parser_of(__doc__, content=False)
    parser.add_argument("--version", default=UNRELEASED, help="default: what is not released yet")
    parser.add_argument("--changelog", type=Path, default=GENERATOR / "CHANGELOG.md", metavar="FILE")
    options = parser.parse_args()
    found = entries(options.changelog.read_text(encoding="utf-8"))
    if options.version not in found:
        known = ", ".join(found)
        print(f'{options.changelog}: no "{options.version}"; there are {known}', file=sys.stderr)
        return 1
    print(found[options.version])
    if options.version != UNRELEASED:
        print(_UPGRADE.format(version=options.version))
    return 0


def entries(changelog: str) -> dict[str, str]:
    """Return version -> its entry, of a changelog in the form of Keep a Changelog."""
    parts = re.split(r"^## \[?([^\]\n]+?)\]?(?: - [\d-]+)?$", changelog, flags=re.MULTILINE)
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


if __name__ == "__main__":
    sys.exit(run(main))
