"""What a command costs: CPU time with all its children's, wall time, and the most memory it held."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """One run."""

    cpu: float
    """Seconds, user and system, of the process and the children that it waited for."""
    wall: float
    """Seconds by the clock."""
    peak: float
    """Megabytes that the largest of them held."""
    status: int = 0
    said: str = ""


def cost(command: Sequence[str], *, cwd: Path, env: Mapping[str, str], must: bool = True) -> Cost:
    """Run a command and return what it cost; where it `must` succeed and does not, end with its words."""
    with tempfile.TemporaryFile() as told:
        begun = time.monotonic()
        process = subprocess.Popen(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=told, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        said = told.read().decode(errors="replace")
    if must and process.returncode:
        sys.exit(f"{' '.join(command)}\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(
        used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / 1e6, process.returncode, said.strip()
    )


def median(values: Iterable[float]) -> float:
    """Return the middle one."""
    return statistics.median(values)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> float:
    """Return the median of the ratios of CPU time, round by round: both of one round met the same machine."""
    return median(our.cpu / their.cpu for our, their in zip(ours, theirs, strict=True))
