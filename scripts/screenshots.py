"""Take a screenshot of each page that a change touches, for those who decide on it.

    make screenshots FROM=origin/main

The built site is served to a headless Chromium of this machine (CHROMIUM=/path names another). Exit status:
0 taken, also where no page has changed, 1 there is no site, no such version or no browser.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import chromium
from changes import NoVersion, compared
from command import Progress, parser_of, run
from explainer.places import as_typed, newsroom

_MOST = 60
"""Screenshots of one change; of the other pages it says how many there are."""
_SIZE = "1280,2400"
_SECONDS = 300
"""For one page."""


def main() -> int:
    """Take the screenshots."""
    parser = parser_of(__doc__)
    parser.add_argument("--from", dest="start", default="HEAD", metavar="VERSION", help="default: HEAD")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site; default: site")
    parser.add_argument("--out", type=Path, default=Path("screenshots"), metavar="DIR", help="where they go")
    options = parser.parse_args()
    site = options.site or newsroom(options.content) / "site"
    browser = chromium.installed()
    if browser is None or not (site / "index.html").is_file():
        told = (
            f"{site}: there is no site; run make site"
            if browser
            else "there is no Chromium; name one: CHROMIUM="
        )
        print(as_typed(told), file=sys.stderr)
        return 1
    try:
        changed = compared(options.content, options.start).pages()
    except NoVersion as error:
        print(error, file=sys.stderr)
        return 1
    pages = [page for page in changed if (site / page / "index.html").is_file()]
    options.out.mkdir(parents=True, exist_ok=True)
    progress = Progress()
    with _served(site) as address:
        for number, page in enumerate(pages[:_MOST], 1):
            _take(
                browser,
                f"{address}{page}",
                options.out / f"{page.strip('/').replace('/', '-') or 'home'}.png",
            )
            progress("Screenshots", number, len(pages[:_MOST]))
    progress.clear()
    left = len(pages) - _MOST
    print(
        f"{len(pages[:_MOST])} screenshots in {options.out}{f'; {left} pages more have changed' * (left > 0)}"
    )
    return 0


def _take(browser: Path, address: str, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="chromium-") as profile:
        command = [
            *(str(browser), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--user-data-dir={profile}", f"--window-size={_SIZE}"),
            *(f"--screenshot={target.resolve()}", address),
        ]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
    if not target.is_file():
        raise OSError(f"{address}: {browser} took no screenshot")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve the site on a free port of this machine while the screenshots are taken."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(run(main))
