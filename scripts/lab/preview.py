"""How long a writer waits from saving a file to seeing the page."""

import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

_LONGEST = 300.0
"""Seconds after which a server that does not answer is given up."""


def edit_to_served(
    command: Sequence[str], *, edited: Path, line: str, page: str, cwd: Path, edits: int
) -> float:
    """Return the median seconds from an edit to its page, over `edits` edits; raises TimeoutError.

    `command` takes the port in place of `{port}`. `line` holds `{word}`, is set at the end of `edited`, and
    its word is looked for on the page at the address `page`.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = edited.read_text(encoding="utf-8")
    address = f"http://127.0.0.1:{port}/{page}"
    server = subprocess.Popen(
        [part.format(port=port) for part in command],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(address, "")
        waits = []
        for number in range(edits):
            word = f"savedword{number}"
            edited.write_text(f"{text}{line.format(word=word)}\n", encoding="utf-8")
            waits.append(_await(address, word))
        return statistics.median(waits)
    finally:
        server.terminate()
        server.wait()
        edited.write_text(text, encoding="utf-8")


def _await(address: str, word: str) -> float:
    begun = time.monotonic()
    while time.monotonic() - begun < _LONGEST:
        try:
            with urllib.request.urlopen(address, timeout=_LONGEST) as answer:
                if word in answer.read().decode():
                    return time.monotonic() - begun
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise TimeoutError(address)
