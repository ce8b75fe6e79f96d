"""The text of a saved page is read once and stored beside it; it can be corrected, and nothing invented."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.contents.folder import read_all
from explainer.errors import ContentError
from explainer.rules import check
from reading import main_content
from revision.outcome import Outcome
from revision.run import Options, revise

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(__file__).with_name("ferry.html")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "sources").mkdir(parents=True)
    shutil.copy(PAGE, folder / "sources/Ferry fares.htm")
    return folder


def run(content: Path) -> Outcome:
    return revise(content, Options())


def text(content: Path) -> Path:
    return content / "sources/ferry-fares.txt"


def faults(content: Path) -> list[str]:
    return [str(problem) for problem in check(read_all(content)).problems if problem.severity == "error"]


def extract(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/extract.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_text_is_stored_beside_the_page_and_quotes_stand_in_it(content: Path) -> None:
    run(content)
    assert text(content).read_text(encoding="utf-8").startswith("Islanders say the new price")
    record = (content / "sources/ferry-fares.yml").read_text(encoding="utf-8")
    assert 'original: "Ferry fares.htm"' in record or "original: Ferry fares.htm" in record
    for line in ("publisher: Alder Gazette", "authors: [Ida Moss, Tom Reed]", "published: 2024-05-03",
                 "modified: 2024-05-04", "language: en-GB", "file: ferry-fares.txt"):  # fmt: skip
        assert line in record
    assert not faults(content)
    assert not (content / "people/ida-moss.yml").exists()


def test_a_second_run_writes_nothing(content: Path) -> None:
    run(content)
    assert not run(content).plan.writes


def test_a_library_that_reads_otherwise_moves_no_stored_text(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(content)
    before = text(content).read_bytes()
    monkeypatch.setattr(main_content.trafilatura, "extract", lambda *_, **__: "")
    revise(content, Options(again=True))
    assert text(content).read_bytes() == before


def test_a_writer_s_correction_stays_and_the_records_follow_it(content: Path) -> None:
    run(content)
    paragraphs = text(content).read_text(encoding="utf-8").split("\n\n")
    text(content).write_text("\n\n".join(paragraphs[1:]), encoding="utf-8")
    run(content)
    assert text(content).read_text(encoding="utf-8").startswith("The harbour board")
    assert not faults(content)


def test_what_the_page_does_not_say_is_refused_with_its_line(content: Path) -> None:
    run(content)
    corrected = text(content).read_text(encoding="utf-8").replace("Nobody asked", "Nobody ever asked")
    text(content).write_text(corrected + "\nThe boat sank.\n", encoding="utf-8")
    run(content)
    first, second = (fault for fault in faults(content) if "which this text was read from" in fault)
    assert "sources/ferry-fares.txt:5:1: " in first and "Nobody ever asked" in first
    assert "sources/ferry-fares.txt:11:1: " in second and "The boat sank." in second


def test_a_page_that_changed_is_read_anew_unless_its_text_was_corrected(content: Path) -> None:
    run(content)
    page = content / "sources/Ferry fares.htm"
    page.write_text(page.read_text(encoding="utf-8").replace("12 May", "19 May"), encoding="utf-8")
    run(content)
    assert "19 May" in text(content).read_text(encoding="utf-8")
    text(content).write_text(
        text(content).read_text(encoding="utf-8").replace("Its members", "members"), "utf-8"
    )
    run(content)
    page.write_text(page.read_text(encoding="utf-8").replace("19 May", "26 May"), encoding="utf-8")
    run(content)
    assert "19 May" in text(content).read_text(encoding="utf-8")


def test_a_deleted_text_is_read_anew(content: Path) -> None:
    run(content)
    before = text(content).read_bytes()
    text(content).unlink()
    run(content)
    assert text(content).read_bytes() == before


def test_a_text_of_the_same_name_is_an_article_of_its_own(content: Path) -> None:
    (content / "sources/ferry-fares.txt").write_text("Ann Lee said: “We sail.”\n", encoding="utf-8")
    run(content)
    assert text(content).read_text(encoding="utf-8") == "Ann Lee said: “We sail.”\n"
    assert "Islanders" in (content / "sources/ferry-fares-2.txt").read_text(encoding="utf-8")
    assert not faults(content)


def test_subfolders_and_upper_case_are_read_and_what_a_browser_saved_beside_a_page_is_not(
    content: Path,
) -> None:
    (content / "sources/2024/May").mkdir(parents=True)
    (content / "sources/2024/May/BOAT.TXT").write_text("Ann Lee said: “We will sail.”\n", encoding="utf-8")
    (content / "sources/Ferry fares_files").mkdir()
    (content / "sources/Ferry fares_files/ad.html").write_text("<p>Buy a boat for 9 dollars.</p>", "utf-8")
    (content / "sources/Ferry fares_files/a.png").write_bytes(b"\x89PNG")
    outcome = run(content)
    assert (outcome.articles, outcome.set_aside) == (2, ())
    assert 'file: "2024/May/BOAT.TXT"' in (content / "sources/boat.yml").read_text(encoding="utf-8")
    assert not faults(content)


def test_a_file_below_a_linked_folder_is_not_read(content: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("Secret.", encoding="utf-8")
    (content / "sources/linked").symlink_to(tmp_path / "elsewhere")
    (content / "sources/a.yml").write_text("title: A\nfile: linked/a.txt\n", encoding="utf-8")
    assert run(content).articles == 1
    assert any("symbolic link" in fault for fault in faults(content))


def test_an_author_is_nobody_of_the_story(content: Path) -> None:
    page = content / "sources/Ferry fares.htm"
    closing = "<p>Ida Moss has written about the boats and the harbour since 2012 for us.</p></article>"
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", closing), encoding="utf-8")
    run(content)
    assert "Ida Moss has written" in text(content).read_text(encoding="utf-8")
    assert not (content / "people/ida-moss.yml").exists()


def test_a_pdf_is_set_aside_in_one_sentence_and_the_others_are_read(content: Path) -> None:
    (content / "sources/report.pdf").write_bytes(b"%PDF-1.4")
    done = extract("--content", content)
    assert done.returncode == 5
    assert done.stderr.count("is a PDF, which is not read: open it and copy its text into a file") == 1
    assert text(content).exists()


@pytest.mark.parametrize("name", [None, "report.pdf", "photo.JPG"])
def test_where_nothing_can_be_read_the_status_is_1_and_says_what_to_do(
    tmp_path: Path, name: str | None
) -> None:
    (tmp_path / "sources").mkdir()
    if name:
        (tmp_path / "sources" / name).write_bytes(b"%PDF-1.4")
    with pytest.raises(ContentError) as caught:
        run(tmp_path)
    assert "holds no article that can be read; put texts, saved pages or Word files into it" in str(
        caught.value
    )
    build = [
        sys.executable,
        str(ROOT / "scripts/build.py"),
        "--content",
        str(tmp_path),
        "--site",
        str(tmp_path / "s"),
    ]
    assert subprocess.run(build, capture_output=True, check=False).returncode == 1
