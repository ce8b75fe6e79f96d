"""Broken content in, exact lines out: tests/rules/cases holds a content folder and what the checks print."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.contents.folder import read_all
from explainer.records.fields import KINDS
from explainer.rules import check

FOLDER = Path(__file__).parent / "rules"
BASE = yaml.safe_load((FOLDER / "base.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case.pop('name')}")
    for path in sorted((FOLDER / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_told_in_one_line_with_file_line_and_column(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {**BASE, **case["files"]}.items():
        if text is not None:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(text.encode())
    contents = read_all(Path())
    checked = check(contents)
    told = [problem.replace("{kinds}", ", ".join(KINDS)) for problem in case["problems"]]
    assert [str(problem) for problem in checked.problems] == told
    assert [str(problem) for problem in contents.set_aside] == case.get("set_aside", [])
    assert sorted(checked.withheld) == case.get("withheld", [])
    if readings := case.get("readings"):
        assert {ref: [*told] for ref, told in checked.readings.items()} == readings


def test_every_match_is_kept_with_its_tier_and_place(tmp_path: Path) -> None:
    for name, text in BASE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    checked = check(read_all(tmp_path))
    assert set(checked.matches) == {"quote:lee-harbour", "figure:trade", "figure:aid"}
    source = BASE["sources/gazette.txt"]
    for match in checked.matches.values():
        assert source[match.start : match.end].strip()
        assert match.tier == "V1"
