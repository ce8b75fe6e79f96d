"""The command itself: statuses, streams, and the contracts programs rely on."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parents[2] / "scripts/extract.py"
ARTICLE = """Harbour town votes on its quay
“The quay must stay public,” Mayor Ana Ruiz said on Monday.
The council has spent over $4 million a year on it.
“Trade will move elsewhere if tariffs rise,” said Ben Okoro, who runs the port.
“Nobody has asked us,” Ruiz added.
"""


def extract(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(COMMAND), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, input=stdin)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("newsroom") / "content"
    (content / "sources").mkdir(parents=True)
    (content / "sources/Harbour_1.txt").write_text(ARTICLE, encoding="utf-8")
    done = extract("--content", content)
    assert done.returncode == 0, done.stderr
    return content


@pytest.fixture
def content(extracted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(extracted, tmp_path / "content"))


def files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_an_article_becomes_records_of_every_kind(content: Path) -> None:
    written = {path.relative_to(content).as_posix() for path in content.rglob("*.yml")}
    assert "sources/harbour-1.yml" in written
    assert {"people/ana-ruiz.yml", "people/ben-okoro.yml", "figures/usd-4-million-per-year.yml"} <= written
    assert "quotes/ruiz-quay-must-stay-public.yml" in written
    assert "issues/trade.yml" in written
    quote = (content / "quotes/ruiz-quay-must-stay-public.yml").read_text(encoding="utf-8")
    assert quote.startswith(
        "# yaml-language-server: $schema=../schema/quote.schema.json\nsource: harbour-1\n"
    )
    assert quote.index("\nstatus: proposed\n") < quote.index("\nprefix: "), "for machines: last"
    source = (content / "sources/harbour-1.yml").read_text(encoding="utf-8")
    assert "title: Harbour town votes on its quay\nfile: Harbour_1.txt\n" in source


def test_a_second_extraction_writes_nothing(content: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, data) for path, data in files(content).items()}
    assert extract("--content", content).returncode == 0
    assert extract("--content", content, "--again").returncode == 0
    assert before == {path: (path.stat().st_mtime_ns, data) for path, data in files(content).items()}


def test_a_conflict_is_status_3_and_a_settled_one_0(content: Path) -> None:
    quote = content / "quotes/ruiz-quay-must-stay-public.yml"
    quote.write_text(quote.read_text(encoding="utf-8").replace("ana-ruiz", "ben-okoro"), encoding="utf-8")
    article = content / "sources/Harbour_1.txt"
    article.write_text(ARTICLE.replace("stay public", "stays public"), encoding="utf-8")
    asked = extract("--content", content)
    assert (asked.returncode, asked.stderr) == (3, "")
    assert "--take theirs ruiz-quay-must-stay-public" in asked.stdout
    assert extract("--content", content).returncode == 3
    assert extract("--content", content, "--take", "theirs", quote.stem).returncode == 0
    assert extract("--content", content).returncode == 0
    assert "speaker: ana-ruiz" in quote.read_text(encoding="utf-8")


def test_a_fault_is_status_1_with_its_place_and_no_traceback(content: Path) -> None:
    (content / "quotes/broken.yml").write_text("exact: one\nexact: two\n", encoding="utf-8")
    before = files(content)
    done = extract("--content", content)
    assert (done.returncode, done.stdout) == (1, "")
    assert "broken.yml:2:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(content) == before


def test_an_article_in_another_encoding_is_read_and_what_was_assumed_is_told(content: Path) -> None:
    (content / "sources/latin.txt").write_bytes("The mayor of Bogotá spoke.".encode("latin-1"))
    done = extract("--content", content)
    assert done.returncode == 0
    assert "latin.txt:1  is not UTF-8; read as Windows-1252" in done.stdout


def test_an_article_that_cannot_be_read_is_set_aside_with_status_5(content: Path) -> None:
    (content / "sources/controls.txt").write_bytes(b"Bogota \x00\x00")
    done = extract("--content", content)
    assert done.returncode == 5
    assert done.stderr.startswith("1 article was set aside, all others were read:\n")
    assert "controls.txt:1:8: " in done.stderr


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    done = extract("--content", tmp_path / "nowhere")
    assert done.returncode == 1 and "no such folder; --content names the writers' folder" in done.stderr


def test_json_prints_one_object_an_article_and_nothing_else(content: Path) -> None:
    before, path = files(content), content / "sources/Harbour_1.txt"
    done = extract("--json", path, path)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr, len(lines)) == (0, "", 2)
    found = lines[0]
    assert list(found) == ["article", "quotes", "figures", "passages", "people", "notes"]
    assert found["article"] == str(path)
    quote, figure = found["quotes"][0], found["figures"][0]
    named = {"exact", "start", "end", "speaker", "speaker_as_named", "cue", "kind", "lang", "issues"}
    assert set(quote) == named
    assert quote["speaker"] == "Ana Ruiz"
    assert ARTICLE[quote["start"] : quote["end"]] == quote["exact"]
    assert set(figure) == {
        "exact", "start", "end", "value", "value_max", "unit", "qualifier", "period", "issues",
    }  # fmt: skip
    assert (figure["value"], figure["unit"], figure["qualifier"], figure["period"]) == (
        4e6,
        "USD",
        "over",
        "per-year",
    )
    assert files(content) == before


def test_json_reports_unreadable_files_and_prints_the_others(content: Path, tmp_path: Path) -> None:
    done = extract("--json", tmp_path / "none.txt", content / "sources/Harbour_1.txt")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 1)
    assert "none.txt:1:1: cannot be read" in done.stderr


def test_jsonl_reads_lines_and_keeps_their_ids_and_order() -> None:
    lines = [json.dumps({"id": f"a{number}", "text": ARTICLE}) for number in range(40)]
    done = extract("--jsonl", "--jobs", "2", stdin="\n".join(lines))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == [f"a{number}" for number in range(40)]
    assert all(one["quotes"] == found[0]["quotes"] and len(one["quotes"]) == 3 for one in found)
    assert "article" not in found[0]


def test_classify_prints_ids_and_issues_alone() -> None:
    done = extract("--classify", stdin='{"id": "a", "text": "Tariffs on imports rose again."}\n')
    assert json.loads(done.stdout) == {"id": "a", "issues": ["trade"]}


@pytest.mark.parametrize("line", ["not json", '{"id": "a"}', "[]", '{"id": "a", "text": 5}'])
def test_a_line_that_is_no_article_is_a_fault_with_its_number(line: str) -> None:
    done = extract("--jsonl", stdin='{"id": "a", "text": "Some text."}\n' + line + "\n")
    assert done.returncode == 1
    assert "standard input:2:1: expected one JSON object a line" in done.stderr


def test_ids_need_a_side(content: Path) -> None:
    done = extract("--content", content, "ruiz-quay")
    assert (done.returncode, "--take ours" in done.stderr) == (2, True)


def test_the_help_teaches() -> None:
    done = extract("--help")
    assert "Exit status: 0 done, 1 faults" in done.stdout
    assert "settle a conflict" in done.stdout
