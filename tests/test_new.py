"""`make new` writes a record that is easy to fill in, and never over another."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.library.reading import read
from explainer.pages import pages
from explainer.pages.labels import STATUSES
from explainer.records.model import RECORD_TYPES, Record
from new import skeleton

COMPLETE = ROOT / "tests/sites/complete"
SCRIPT = Path(__file__).resolve().parent.parent / "scripts/new.py"


def run(*words: str, content: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *words, "--content", str(content)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.KIND)
def test_every_field_stands_in_the_new_file(record_type: type[Record]) -> None:
    text = skeleton(record_type)
    for name, field in record_type.model_fields.items():
        if name not in ("id", "status"):
            assert f"\n{'' if field.is_required() or name in record_type.WANTED else '# '}{name}:" in text


def test_a_new_record_lands_in_its_folder(tmp_path: Path) -> None:
    assert run("quote", "smith-on-water", content=tmp_path).returncode == 0
    assert (tmp_path / "quotes/smith-on-water.yml").is_file()


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.KIND)
def test_a_new_record_is_a_draft_that_stops_nothing_and_nobody_sees(
    record_type: type[Record], tmp_path: Path
) -> None:
    content = shutil.copytree(COMPLETE, tmp_path / "content")
    assert run(record_type.KIND, "just-begun", content=content).returncode == 0
    library = read(content)
    assert any(problem.path.stem == "just-begun" for problem in library.warnings)
    assert f"{record_type.KIND}:just-begun" not in {each.ref for each in library}


def test_a_whole_draft_is_seen_in_the_preview_alone(tmp_path: Path) -> None:
    content = shutil.copytree(COMPLETE, tmp_path / "content")
    (content / "terms/begun.yml").write_text("term: Begun\ndefinition: Not done.\nstatus: draft\n")
    assert "begun" not in read(content).terms
    previewed = read(content, show_drafts=True)
    assert "begun" in previewed.terms
    glossary = next(page for page in pages(previewed) if page.path == "glossary/")
    assert STATUSES["draft"] in glossary.body


def test_a_record_is_never_overwritten(tmp_path: Path) -> None:
    run("quote", "smith-on-water", content=tmp_path)
    assert "exists" in run("quote", "smith-on-water", content=tmp_path).stderr


def test_a_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    result = run("quote", "../Smith", content=tmp_path)
    assert result.returncode == 2 and "is not an id" in result.stderr
    assert list(tmp_path.iterdir()) == []
