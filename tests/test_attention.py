"""Editors see what is unfinished, unread, old, thin or loose, each with its file."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.contents.folder import read_all
from explainer.library.attention import attention

TODAY = date(2026, 6, 1)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))


def asked(content: Path) -> set[tuple[str, str]]:
    return {
        (each.why.split(":")[0].split(",")[0], each.path.stem)
        for each in attention(read_all(content), today=TODAY)
    }


def test_a_draft_says_what_is_still_to_be_written(content: Path) -> None:
    (content / "terms/begun.yml").write_text("term: Begun\nstatus: draft\n")
    (found,) = (each for each in attention(read_all(content), today=TODAY) if each.why == "Drafts")
    assert (found.path.stem, found.words) == ("begun", "still to be written: definition")


def test_what_nobody_read_and_what_is_withdrawn_but_used_is_listed(content: Path) -> None:
    quote = next((content / "quotes").glob("*.yml"))
    kind = content / "positions"
    position = next(kind.glob("*.yml"))
    lines = [line for line in quote.read_text().splitlines() if not line.startswith("status:")]
    quote.write_text("\n".join([*lines, "status: withdrawn"]) + "\n")
    text = [line for line in position.read_text().splitlines() if not line.startswith(("refs:", "status:"))]
    position.write_text("\n".join([*text, f'refs: ["quote:{quote.stem}"]', "status: proposed"]) + "\n")
    found = asked(content)
    assert ("Withdrawn", quote.stem) in found
    assert ("Proposed", position.stem) in found


def test_a_page_read_long_ago_is_listed(content: Path) -> None:
    issue = next((content / "issues").glob("*.yml"))
    lines = [line for line in issue.read_text().splitlines() if not line.startswith("reviewed_on:")]
    issue.write_text("\n".join([*lines, "reviewed_on: 2025-01-31"]) + "\n")
    assert ("Not read again for half a year", issue.stem) in asked(content)
