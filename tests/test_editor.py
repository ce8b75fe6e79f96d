"""An editor that opens the project knows each record type, and where the faults are."""

import json
import re
from pathlib import Path

from explainer.records.model import RECORD_TYPES

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
