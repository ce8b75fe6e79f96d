"""Find a Chromium for tests and screenshots, or install one.

Debian's own where we are root and apt is there; Playwright's elsewhere. CHROMIUM=/path names another.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> Path | None:
    """Return the path of the Chromium that is named, or of the system's; None if there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    return Path(found) if found else None


def find() -> Path | None:
    """Return a Chromium's path: the one named, the system's, else Playwright's; None if there is none."""
    if found := installed():
        return found
    from playwright.sync_api import sync_playwright  # slow to import, and seldom needed

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def main() -> int:
    """Make sure that there is one; say what to do where that fails."""
    if find():
        return 0
    for command in _commands():
        print(f"Installing a browser for the tests: {' '.join(command)}", file=sys.stderr)
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
            break
    if find():
        return 0
    print(
        "The tests need Chromium and none could be installed. Install it (on Debian and Ubuntu: "
        "sudo apt-get install chromium) or name one: CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1


def _commands() -> list[list[str]]:
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        return [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


if __name__ == "__main__":
    sys.exit(main())
