"""What a run finds waits on disk: memory grows little with an archive, and nothing is lost on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import ROOT

from lab.news import write_articles
from revision.spool import Shelved, Spooled

FEW, MANY = 1_000, 9_000
"""Records that the articles of a newsroom make."""
A_RECORD = 4_000
"""Bytes of memory that a record may cost a run: 2,600 were measured, 5,700 while all stayed in memory."""
A_KNOWN_RECORD = 3_000
"""The same of a run that finds all as it left it: 1,100 were measured, 6,600 while all stayed in memory."""


@given(st.lists(st.binary(max_size=2_000), max_size=30))
def test_a_list_gives_back_what_was_put_into_it(values: list[bytes]) -> None:
    spooled = Spooled[bytes]()
    for number, value in enumerate(values):
        spooled.append(value)
        assert spooled[0] == values[0] and spooled[-1] == value and len(spooled) == number + 1
    assert list(spooled) == values and spooled[1:3] == values[1:3]


def test_what_is_put_on_a_shelf_again_takes_the_place_of_what_was_there() -> None:
    shelf = Shelved[str]()
    for key, value in (("a", "first"), ("b", "other"), ("a", "second")):
        shelf.put(key, value)
        assert shelf[key] == value
    assert dict(shelf) == {"a": "second", "b": "other"} and "c" not in shelf


def test_a_shelf_is_brought_into_order() -> None:
    shelf = Shelved[int]()
    for number, key in enumerate("cab"):
        shelf.put(key, number)
    shelf.sort()
    assert list(shelf.items()) == [("a", 1), ("b", 2), ("c", 0)]


def test_what_is_large_is_given_back_as_it_was() -> None:
    spooled = Spooled[bytes]()
    spooled.extend((os.urandom(200_000), b"small", b"x" * 2_000_000))
    assert [len(value) for value in spooled] == [200_000, 5, 2_000_000]


def peak(content: Path) -> int:
    """Extract in a process of its own; return its greatest memory in bytes."""
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--content", str(content), "--jobs", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_a_first_run_and_a_second_need_little_memory_for_each_record_more(tmp_path: Path) -> None:
    if not hasattr(os, "wait4"):
        pytest.skip("no wait4 here")
    folders = {FEW: tmp_path / "few", MANY: tmp_path / "many"}
    for records, folder in folders.items():
        write_articles(folder / "sources", records=records)
    for most in (A_RECORD, A_KNOWN_RECORD):
        few, many = peak(folders[FEW]), peak(folders[MANY])
        assert many - few <= most * (MANY - FEW), f"{few / 1e6:.0f} and {many / 1e6:.0f} MB"
