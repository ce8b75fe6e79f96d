"""One key at a time from a terminal; where there is none, the first letter of each line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import termios
    import tty
except ImportError:  # Windows: keys come as lines
    termios = tty = None  # type: ignore[assignment]

QUIT = "q"


def key() -> str:
    """Return the next key; `q` where the input ends or Ctrl-C or Ctrl-D is pressed."""
    if not sys.stdin.isatty() or termios is None:
        line = sys.stdin.readline()
        return (line.strip() or " ")[:1] if line else QUIT
    with _single_keys():
        pressed = sys.stdin.read(1)
    return QUIT if pressed in ("", "\x03", "\x04") else pressed


def line(question: str) -> str:
    """Ask for a line of words; empty where nothing is given."""
    print(question, end="", flush=True)
    return sys.stdin.readline().strip()


@contextmanager
def _single_keys() -> Iterator[None]:
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
