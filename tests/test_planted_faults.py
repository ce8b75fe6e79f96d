"""Many faults in many records are told in one run, each once and at its place. PLANTED=1000 plants more."""

import os
from pathlib import Path

import pytest

from explainer.contents.folder import read_all
from explainer.rules import check
from lab.faults import FAULTS, plant
from lab.newsroom import write_newsroom

PLANTED = int(os.environ.get("PLANTED", "100"))
RECORDS = 5 * PLANTED


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_newsroom(tmp_path, records=RECORDS)
    return tmp_path


def test_a_made_up_newsroom_has_records_of_every_kind_and_no_fault(newsroom: Path) -> None:
    assert len(list(newsroom.glob("*/*.yml"))) >= RECORDS
    assert {fault.folder for fault in FAULTS} <= {path.name for path in newsroom.iterdir()}
    assert [str(problem) for problem in check(read_all(newsroom)).problems] == []


def test_each_planted_fault_is_told_once_at_its_place_and_nothing_else_is(newsroom: Path) -> None:
    planted = plant(newsroom, PLANTED)
    told = {
        (problem.path, problem.line, problem.column): f"{problem.field}: {problem.message}"
        for problem in check(read_all(newsroom)).problems
    }
    for path, line, column, words in planted:
        place = path.relative_to(newsroom), line, column
        assert words in told.pop(place, "nothing"), (place, words)
    assert told == {}
    assert len(planted) == PLANTED
