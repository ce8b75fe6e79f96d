"""Editors are told in one line what a reader who looks a source up would miss."""

import shutil
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.library import provenance
from explainer.library.reading import read


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))


def archived(content: Path) -> None:
    for source in (content / "sources").glob("*.yml"):
        text = source.read_text()
        if "url:" in text and "archive_url" not in text:
            source.write_text(f"{text.rstrip()}\narchive_url: https://archive.example/{source.stem}\n")


def test_a_site_that_names_every_place_and_archive_is_told_nothing(content: Path) -> None:
    archived(content)
    assert list(provenance.notes(read(content))) == []


def test_sources_without_an_archived_copy_are_one_line_however_many_they_are(content: Path) -> None:
    archived(content)
    for number in range(5):
        page = content / "sources" / f"new-{number}.yml"
        page.write_text(f"title: Page\nurl: https://new.example/{number}\n")
    (note,) = provenance.notes(read(content))
    assert note == "5 sources without an archived copy (archive_url): new-0, new-1, new-2 and 2 more"


@pytest.mark.parametrize(
    ("file", "ref"),
    [
        ("checks/full-hall.yml", "check:full-hall"),
        ("events/parish-meeting.yml", "event:parish-meeting"),
        ("terms/row.yml", "term:row"),
        ("quotes/late-frost.yml", "quote:late-frost"),
    ],
)
def test_a_record_that_names_no_place_in_its_sources_is_listed(content: Path, file: str, ref: str) -> None:
    record = content / file
    text = record.read_text().replace(", locator: Wordsplaceword on page 7", "")
    record.write_text("\n".join(line for line in text.splitlines() if not line.startswith("locator:")) + "\n")
    assert any(ref in note and "locator" in note for note in provenance.notes(read(content)))
