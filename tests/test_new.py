"""`make new` writes a record that is easy to fill in, and never over another."""

import subprocess
import sys
from pathlib import Path

import pytest

from explainer.records.model import RECORD_TYPES, Record
from new import skeleton

SCRIPT = Path(__file__).resolve().parent.parent / "scripts/new.py"


def run(*words: str, content: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *words, "--content", str(content)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.KIND)
def test_every_field_stands_in_the_new_file(record_type: type[Record]) -> None:
    text = skeleton(record_type)
    for name, field in record_type.model_fields.items():
        if name != "id":
            assert f"\n{'' if field.is_required() or name in record_type.WANTED else '# '}{name}:" in text


def test_a_new_record_lands_in_its_folder(tmp_path: Path) -> None:
    assert run("quote", "smith-on-water", content=tmp_path).returncode == 0
    assert (tmp_path / "quotes/smith-on-water.yml").is_file()


def test_a_record_is_never_overwritten(tmp_path: Path) -> None:
    run("quote", "smith-on-water", content=tmp_path)
    assert "exists" in run("quote", "smith-on-water", content=tmp_path).stderr


def test_a_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    result = run("quote", "../Smith", content=tmp_path)
    assert result.returncode == 2 and "is not an id" in result.stderr
    assert list(tmp_path.iterdir()) == []
