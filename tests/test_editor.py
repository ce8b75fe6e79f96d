"""An editor that opens the project knows each record type, and where the faults are."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.contents.store import read_text
from explainer.records.model import RECORD_TYPES, AnyRecord
from explainer.records.skeletons import required, snippets
from lab.faults import plant
from lab.newsroom import write_newsroom

ROOT = Path(__file__).resolve().parent.parent


def settings(name: str) -> dict:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_each_folder_of_records_has_its_schema() -> None:
    schemas = settings("settings.json")["yaml.schemas"]
    for model in RECORD_TYPES:
        assert schemas[f"content/schema/{model.KIND}.schema.json"] == f"content/{model.FOLDER}/*.yml"
    assert all((ROOT / path).is_file() for path in schemas)


def test_a_fault_is_shown_at_its_place() -> None:
    pattern = settings("tasks.json")["tasks"][0]["problemMatcher"]["pattern"][0]
    line = "content/quotes/roe-pipes.yml:3:8: warning: exact: hides a negation"
    found = re.fullmatch(pattern["regexp"], line)
    assert found
    assert (found[pattern["line"]], found[pattern["column"]], found[pattern["severity"]]) == (
        "3",
        "8",
        "warning",
    )
    assert re.fullmatch(pattern["regexp"], "content/site.yml:1:1: title: is missing")


def test_every_line_that_a_check_prints_is_shown_and_nothing_else_is(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_newsroom(content, records=400)
    planted = plant(content, 60)
    command = [sys.executable, str(ROOT / "scripts/check.py")]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    pattern = settings("tasks.json")["tasks"][0]["problemMatcher"]["pattern"][0]
    found = [re.fullmatch(pattern["regexp"], line) for line in told.stdout.splitlines()]
    shown = {(tmp_path / each[1], int(each[2]), int(each[3])) for each in found if each}
    assert all(found)
    assert shown == {(each.path, each.line, each.column) for each in planted}
    assert not any(re.fullmatch(pattern["regexp"], line) for line in told.stderr.splitlines())


def test_the_snippets_are_those_of_the_record_types() -> None:
    assert (ROOT / ".vscode/records.code-snippets").read_bytes() == snippets(), "run `make schema`"


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_a_snippet_as_it_is_inserted_is_a_draft_without_a_fault(model: type[AnyRecord]) -> None:
    snippet = json.loads(snippets())[model.KIND]
    assert (snippet["prefix"], snippet["scope"]) == (model.KIND, "yaml")
    text = "\n".join(snippet["body"])
    stops = re.findall(r"(?<!\\)\$(?:\{(\d+)|(0)$)", text)
    assert [int(a or b) for a, b in stops] == [*range(1, len(required(model)) + 1), 0]
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:[^\\}]|\\.)*)\}", r"\1", text).removesuffix("$0")
    loaded, problems = read_text(re.sub(r"\\([\\$}])", r"\1", text), Path("a.yml"), model)
    assert problems == []
    assert loaded and loaded.record.status == "draft"
