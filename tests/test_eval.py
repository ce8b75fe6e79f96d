"""Measuring extraction where the yardsticks are at hand, and where they are not."""

import json
import subprocess
import sys
from pathlib import Path

from newsroom import ROOT


def run_eval(yardsticks: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/lab/eval.py"), "--yardsticks", str(yardsticks)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_yardsticks_it_says_so_and_measures_nothing(tmp_path: Path) -> None:
    done = run_eval(tmp_path)
    assert done.returncode == 0
    assert done.stdout == f"There are no yardsticks in {tmp_path}, so nothing was measured.\n"
    assert done.stderr == ""


def test_the_json_contract_has_every_field_and_plain_periods() -> None:
    text = "“We spend $5 million a year,” Ruth Alder said. “It is too little."
    code = "import sys; from extraction import extract; from extraction.candidates import as_json;"
    code += "print(as_json(extract(sys.argv[1]), id='a'))"
    done = subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True)
    line = json.loads(done.stdout)
    assert list(line) == ["id", "quotes", "figures", "passages", "people", "notes"]
    assert [quote["speaker"] for quote in line["quotes"]] == ["Ruth Alder", "Ruth Alder"]
    assert line["figures"][0]["period"] == "per-year"
    assert line["notes"][0]["reason"] == "unclosed-mark"
