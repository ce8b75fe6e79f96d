"""`make new` writes a record that is easy to fill in, and never over another."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.library.reading import read
from explainer.pages import pages
from explainer.records.model import RECORD_TYPES
from explainer.records.part import fields_of
from explainer.records.record import Record
from explainer.records.skeletons import skeleton

COMPLETE = ROOT / "tests/sites/complete"
SCRIPT = Path(__file__).resolve().parent.parent / "scripts/new.py"


def run(*words: str, content: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *words, "--content", str(content)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.KIND)
def test_every_field_stands_in_the_new_file(record_type: type[Record]) -> None:
    text = skeleton(record_type)
    for field in fields_of(record_type):
        name = field.name
        if name not in ("id", "status"):
            assert f"\n{'' if field.is_required or name in record_type.WANTED else '# '}{name}:" in text


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
    assert previewed.words.group("statuses")["draft"] in glossary.body


def test_a_record_is_never_overwritten(tmp_path: Path) -> None:
    run("quote", "smith-on-water", content=tmp_path)
    assert "exists" in run("quote", "smith-on-water", content=tmp_path).stderr


def test_a_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    result = run("quote", "../Smith", content=tmp_path)
    assert result.returncode == 2 and "is not an id" in result.stderr
    assert list(tmp_path.iterdir()) == []


FERRY = """Ferry news

“The piers are late, and we know it,” said Ann Lee, who runs the yard. “The hull is ready.”

The delay raised the cost to more than $120 million. The piers are late for a third time.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "sources/ferry.yml").write_text("title: Ferry news\n", encoding="utf-8")
    (tmp_path / "people").mkdir()
    (tmp_path / "people/ann-lee.yml").write_text("name: Ann Lee\n", encoding="utf-8")
    return tmp_path


def test_a_quote_is_cut_out_of_its_source_and_its_speaker_is_found(ferry: Path) -> None:
    words = ("--source", "ferry", "--from", "The piers are late, and", "--to", "it,")
    told = run("quote", *words, content=ferry)
    assert told.returncode == 0, told.stderr
    (path,) = (ferry / "quotes").iterdir()
    text = path.read_text(encoding="utf-8")
    assert '\nexact: "The piers are late, and we know it,"\nspeaker: ann-lee\n' in text
    assert "status: draft" in text
    assert re.search(r"status: draft\nprefix: .*\nsuffix: .*\nstart: \d+\nend: \d+\n\Z", text), (
        "for machines: last"
    )
    read(ferry)  # raises where the check finds an error


def test_a_figure_is_cut_with_its_number(ferry: Path) -> None:
    told = run("figure", "--source", "ferry", "--from", "The delay", "--to", "million", content=ferry)
    (path,) = (ferry / "figures").iterdir()
    assert told.returncode == 0 and "value: 120000000\nunit: USD\nqualifier: over" in path.read_text()


def test_a_figure_that_a_record_has_already_is_not_cut_again_however_many_words_are_cut(ferry: Path) -> None:
    run("figure", "--source", "ferry", "--from", "The delay", "--to", "million", content=ferry)
    (path,) = (ferry / "figures").iterdir()
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(("start:", "end:"))), "utf-8")
    for words in (
        ("--from", "The delay", "--to", "million"),
        ("--from", "raised the cost", "--to", "million"),
    ):
        told = run("figure", "--source", "ferry", *words, content=ferry)
        assert told.returncode == 2 and f"{path} has these words already" in " ".join(told.stderr.split())
    assert list((ferry / "figures").iterdir()) == [path]


def test_a_check_is_cut_and_says_what_is_still_to_write(ferry: Path) -> None:
    told = run("check", "--source", "ferry", "--from", "The delay raised the cost", content=ferry)
    assert "fill in finding, note" in told.stdout
    (path,) = (ferry / "checks").iterdir()
    assert re.search(r"\nfinding:  # .+\nnote:  # .+\nstatus: draft\n", path.read_text(encoding="utf-8"))


def test_words_that_a_record_has_already_are_not_cut_again(ferry: Path) -> None:
    words = ("--source", "ferry", "--from", "The piers are late, and", "--to", "it,")
    assert run("quote", *words, content=ferry).returncode == 0
    (path,) = (ferry / "quotes").iterdir()
    told = run("quote", "--source", "ferry", "--from", "piers are late, and", content=ferry)
    assert told.returncode == 2 and f"{path} has these words already" in " ".join(told.stderr.split())
    assert list((ferry / "quotes").iterdir()) == [path]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("quote", "--source", "ferry", "--from", "The peers are late"),
            "is not in the source; nearest, at its line 3",
        ),
        (("quote", "--source", "ferry", "--from", "The piers are late"), "stands 2 times in the source"),
        (("quote", "--source", "ferry", "--from", "“The hull", "--to", "never"), "does not stand behind"),
        (
            ("quote", "--source", "none", "--from", "x"),
            'there is no source "none" with a text; there are: ferry',
        ),
        (("figure", "--source", "ferry", "--from", "The hull is"), "one figure must stand in these words"),
        (("term", "--source", "ferry", "--from", "hull"), "only quote, figure, check can be cut"),
        (("quote", "--source", "fery", "--from", "x"), 'with a text; did you mean "ferry"?'),
        (("quote", "--source", "ferry", "--from", "ull is"), "is not in the source"),
        (("quote",), "give the id of the record, or --source and --from to cut it"),
        (("term",), 'give the id of the record, such as: make new ARGS="term smith-on-water"'),
        ((), "say what kind of record: one of source, issue,"),
        (("qoute", "a-b"), '"qoute" is no kind of record; did you mean "quote"?'),
        (("quote", "A_b"), '"A_b" is not an id: lower-case letters'),
        (("quote", "a-b", "--from", "The hull"), "cutting takes --source and --from"),
    ],
)
def test_what_cannot_be_cut_is_told_in_a_sentence(words: tuple[str, ...], message: str, ferry: Path) -> None:
    told = run(*words, content=ferry)
    assert told.returncode == 2 and message in told.stderr
    assert len(told.stderr.splitlines()) == 1, "the reason, and not how the command is used"


def test_what_extraction_would_not_propose_is_not_cut_either(ferry: Path) -> None:
    text = "The council voted 9 to 4 on Friday to keep the pier."
    (ferry / "sources/ferry.txt").write_text(text, encoding="utf-8")
    told = run("figure", "--source", "ferry", "--from", "9 to 4", content=ferry)
    assert told.returncode == 2 and '"9 to 4" was not cut: it is a result of two numbers' in told.stderr
    assert not (ferry / "figures").exists()


def test_a_person_is_begun_from_a_name(ferry: Path) -> None:
    assert run("person", "--from-name", "Bo Ek", content=ferry).returncode == 0
    assert "name: Bo Ek" in (ferry / "people/bo-ek.yml").read_text()
