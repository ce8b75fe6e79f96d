"""Every hostile input is dealt with in two seconds and 300 MB, and every line of the manifest is held."""

import json
import re
import subprocess
import sys
from pathlib import Path

HOSTILE = Path(__file__).parent / "hostile"
SCRIPT = """
import json, resource, sys, time
from pathlib import Path
from explainer.articles import article
from explainer.text.encoding import NotText
from explainer.records.model import Issue
from explainer.contents.store import read
from explainer.safety.svg import svg_fault
from extraction import extract

def deal_with(path):
    if path.suffix == ".yml":
        return read(path, Issue)
    if path.suffix == ".svg":
        return svg_fault(path.read_bytes())
    try:
        return extract(article.read(path.read_bytes(), path.suffix).text)
    except NotText:
        return None

seconds = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.suffix in (".yml", ".txt", ".md", ".html", ".svg") and path.name != "README.md":
        start = time.process_time()
        deal_with(path)
        seconds[path.name] = time.process_time() - start
status = Path("/proc/self/status")
if status.exists():  # ru_maxrss would count the process that started this one
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak / 1024]))
"""


def test_every_hostile_input_is_dealt_with_in_two_seconds_and_300_megabytes() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(HOSTILE)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    seconds, megabytes = json.loads(result.stdout)
    assert len(seconds) >= 37
    assert max(seconds.values()) < 2, seconds
    assert megabytes < 300


def test_every_line_of_the_manifest_has_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in HOSTILE.parent.glob("test_hostile_*.py"))
    tests += (HOSTILE.parent / "test_payloads.py").read_text(encoding="utf-8")
    for line in (HOSTILE / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name = line.partition("\t")[0]
        assert (HOSTILE / name).exists()
        assert name in tests or re.search(rf"test_{name[:3]}_|\"{name[:3]} ", tests), name
