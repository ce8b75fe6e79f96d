"""An archive is read on a Dask cluster: the same bytes as here, and no run is lost with a worker."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mixtures import write
from newsroom import ROOT

from revision.parallel import Cores
from revision.run import Options, revise

ARTICLES = 32
LONGEST = 600.0
"""Seconds; nothing is measured here."""
REVISE = """
import sys
from pathlib import Path
from explainer.errors import ContentError
from revision import cluster
from revision.run import Options, revise
content, address = sys.argv[1:3]
try:
    revise(Path(content), Options(workers=cluster.Cluster(address, patience=2)))
except ContentError as error:
    sys.exit(str(error.problems[0]))
"""
OF_ANOTHER_VERSION = "from revision import cluster; cluster.code_here = lambda: 'another'" + REVISE
KILLING = """
import os, signal, sys, time
from revision.cluster import Cluster
take = Cluster._answer
def take_after_death(self, client, future):
    Cluster._answer = take
    while client.nthreads() and sum(map(len, client.processing().values())) == 0:
        time.sleep(0.05)
    os.kill(int(sys.argv[3]), signal.SIGKILL)
    return take(self, client, future)
Cluster._answer = take_after_death
"""


@dataclass(frozen=True)
class Local:
    """A scheduler and its workers, each a process of its own, as on machines of their own."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "list[subprocess.Popen[bytes]]"


def started(folder: Path, part: str, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "dask", part, "--no-dashboard", *options]
    with (folder / f"{part}.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Local]:
    known = tmp_path / "scheduler.json"
    file = ("--scheduler-file", str(known))
    scheduler = started(tmp_path, "scheduler", "--host", "127.0.0.1", "--port", "0", *file)
    alone = (*file, "--no-nanny", "--nthreads", "1")
    workers = [started(tmp_path, "worker", *alone, "--name", str(number)) for number in range(2)]
    try:
        begun, log = time.monotonic(), tmp_path / "worker.log"
        while log.read_text(encoding="utf-8").count("Registered to:") < len(workers):
            assert time.monotonic() - begun < LONGEST, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        yield Local(json.loads(known.read_text(encoding="utf-8"))["address"], scheduler, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def files(content: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


def articles(folder: Path) -> Path:
    write(folder, random.Random(5), articles=ARTICLES)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of the articles."""
    content = articles(tmp_path_factory.mktemp("whole") / "content")
    revise(content, Options(workers=Cores(1)))
    return files(content)


def revised(content: Path, address: str, *more: str, script: str = REVISE) -> str:
    """Extract on a cluster and return what was said."""
    command = [sys.executable, "-c", script, str(content), address, *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
    return done.stderr


def test_two_workers_write_the_same_bytes_as_this_machine_and_another_version_none(
    cluster: Local, whole: dict[str, bytes], tmp_path: Path
) -> None:
    content = articles(tmp_path / "content")
    before = files(content)
    told = revised(content, cluster.address, script=OF_ANOTHER_VERSION)
    assert "has another version of this project" in told
    assert files(content) == before
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--content", str(content)]
    done = subprocess.run([*command, "--cluster", cluster.address], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert files(content) == whole


def test_a_worker_that_dies_does_not_lose_the_run(
    cluster: Local, whole: dict[str, bytes], tmp_path: Path
) -> None:
    content = articles(tmp_path / "content")
    # It is given half of the work, does none of it, and dies before the first answer is taken.
    lost = cluster.workers[0].pid
    os.kill(lost, signal.SIGSTOP)
    assert not revised(content, cluster.address, str(lost), script=KILLING + REVISE)
    assert cluster.workers[0].wait() == -signal.SIGKILL
    assert files(content) == whole


def test_a_cluster_that_is_not_there_is_told_in_words_and_nothing_is_written(tmp_path: Path) -> None:
    content = articles(tmp_path / "content")
    before = files(content)
    told = revised(content, "tcp://127.0.0.1:9")
    assert (
        told.startswith("--cluster:1:1: tcp://127.0.0.1:9: no scheduler answers") and "Traceback" not in told
    )
    assert files(content) == before
