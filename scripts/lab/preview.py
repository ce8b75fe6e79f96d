"""How long a writer waits from saving a file to seeing the page."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

_LONGEST = 600.0
"""Seconds after which a server that does not answer is given up."""


class Preview:
    """A server that renews its pages at each save; it stands still while another one is looked at."""

    def __init__(self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], page: str) -> None:
        """Start it; `command` takes the port in place of `{port}`, and `page` is the address looked at."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._address = f"http://127.0.0.1:{port}/{page}"
        self._server = subprocess.Popen(
            [part.format(port=port) for part in command],
            cwd=cwd,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def __enter__(self) -> "Preview":
        """Wait for the first page and have the server stand still."""
        try:
            self._await("")
        except TimeoutError:
            self.__exit__(None, None, None)
            raise
        self._tell(signal.SIGSTOP)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the server."""
        self._tell(signal.SIGCONT)
        self._server.terminate()
        self._server.wait()

    def seconds(self, edited: Path, *, line: str, word: str) -> float:
        """Return how long after a save of `edited` with `line` at its end the page shows `word`."""
        text = edited.read_text(encoding="utf-8")
        self._tell(signal.SIGCONT)
        try:
            edited.write_text(f"{text}{line.format(word=word)}\n", encoding="utf-8")
            return self._await(word)
        finally:
            edited.write_text(text, encoding="utf-8")
            self._await_gone(word)
            self._tell(signal.SIGSTOP)

    def _await_gone(self, word: str) -> None:
        """Wait until the page is as it was, so that the next save meets an idle server."""
        begun = time.monotonic()
        while word in self._page() and time.monotonic() - begun < _LONGEST:
            time.sleep(0.1)
        time.sleep(0.5)

    def _await(self, word: str) -> float:
        begun = time.monotonic()
        while time.monotonic() - begun < _LONGEST:
            page = self._page()
            if page and word in page:
                return time.monotonic() - begun
            time.sleep(0.02)
        raise TimeoutError(self._address)

    def _page(self) -> str:
        """Return the page, empty while there is none."""
        try:
            with urllib.request.urlopen(self._address, timeout=_LONGEST) as answer:
                return bytes(answer.read()).decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def _tell(self, sign: signal.Signals) -> None:
        os.killpg(self._server.pid, sign)
