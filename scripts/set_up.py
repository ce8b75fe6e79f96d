"""Install what a requirements file names and say how far it is: with uv where it is at hand, else with pip.

    set_up.py --require-hashes -r requirements.lock

Takes the options of `pip install`, and installs into the Python that runs it. Needs nothing that would have
to be installed first. Exit status: that of uv or pip, whose words are shown where it fails.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from command import Progress

_DONE = ("Collecting ", "Requirement already satisfied: ")
_PINNED = re.compile(r"^[\w.-]+(?:\[[\w,]+\])?==", re.MULTILINE)


def main() -> int:
    """Install, and tell."""
    arguments = sys.argv[1:]
    if uv := shutil.which("uv"):
        quiet = [] if sys.stderr.isatty() else ["-q"]
        fast = [uv, "pip", "install", *quiet, "--python", sys.executable]
        return subprocess.run([*fast, *arguments], check=False).returncode
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    progress, total, words = Progress(), pinned(arguments), []
    with subprocess.Popen(
        [*pip, *arguments], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as running:
        for number, line in counted(running.stdout or ()):
            words.append(line)
            progress("Packages", min(number, total), total)
    progress.clear()
    if running.returncode:
        print("".join(words), file=sys.stderr, end="")
    return running.returncode


def counted(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each line that pip says with the number of packages that it has looked at by then."""
    number = 0
    for line in lines:
        number += line.startswith(_DONE)
        yield number, line


def pinned(arguments: Sequence[str]) -> int:
    """Return how many packages the files after `-r` pin; at least one."""
    files = [Path(name) for flag, name in pairwise(arguments) if flag == "-r"]
    return max(1, sum(len(_PINNED.findall(path.read_text(encoding="utf-8"))) for path in files))


if __name__ == "__main__":
    sys.exit(main())
