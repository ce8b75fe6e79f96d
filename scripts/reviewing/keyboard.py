"""One key at a time from a terminal; where there is none, the first letter of each line."""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import termios
    import tty
except ImportError:  # Windows: keys come as lines
    termios = tty = None  # type: ignore[assignment]

QUIT = "q"
_ESCAPE = b"\x1b"
_AT_ONCE = 0.05
"""Seconds within which one key's bytes arrive."""


def key() -> str:
    """Return the next key; `q` where the input ends or Ctrl-C or Ctrl-D is pressed."""
    if not sys.stdin.isatty() or termios is None:
        line = sys.stdin.readline()
        return (line.strip() or " ")[:1] if line else QUIT
    terminal = sys.stdin.fileno()
    with _single_keys():
        pressed = os.read(terminal, 1)
        if pressed == _ESCAPE:
            _swallow(terminal)
    return QUIT if pressed in (b"", b"\x03", b"\x04") else pressed.decode("ascii", "replace")


def line(question: str) -> str:
    """Ask for a line of words; empty where nothing is given."""
    print(question, end="", flush=True)
    return sys.stdin.readline().strip()


def _swallow(terminal: int) -> None:
    """Read the rest of what an arrow or a function key sends, so that its last letter is taken for no key."""
    while select.select([terminal], [], [], _AT_ONCE)[0]:
        last = os.read(terminal, 1)
        if last == b"~" or (last.isalpha() and last != b"O"):
            return


@contextmanager
def _single_keys() -> Iterator[None]:
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
