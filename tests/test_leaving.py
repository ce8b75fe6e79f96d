"""A command that leaves at once has said all it had to say."""

import subprocess
import sys

LEAVING = """
import atexit, sys
from command import leave
atexit.register(print, "tidied up")
print("made " * 20_000, end="")
print("told", end="", file=sys.stderr)
leave(5)
"""


def test_what_was_printed_arrives_and_what_was_begun_is_tidied_up() -> None:
    done = subprocess.run([sys.executable, "-c", LEAVING], capture_output=True, text=True, check=False)
    assert done.returncode == 5
    assert done.stdout == "made " * 20_000 + "tidied up\n" and done.stderr == "told"


def test_that_nobody_reads_any_more_is_no_fault() -> None:
    made = "sys.stdin.read() + 'made'"
    code = f"import sys; from command import leave, run; leave(run(lambda: print({made}) or 0))"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as left:
        assert left.stdin and left.stdout and left.stderr
        left.stdout.close()
        left.stdin.close()
        assert left.stderr.read() == b""
    assert left.returncode == 1
