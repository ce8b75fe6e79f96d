"""`make changes` says in words what differs between two versions of the content."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.library.difference import NAMES
from explainer.library.revising import differing
from explainer.records.model import BY_KIND

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "tests/sites/complete"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Return a content folder under git, with one commit."""
    content = tmp_path / "content"
    shutil.copytree(SITE, content)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "First")
    return content


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@gazette.example")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def changes(content: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/changes.py"), "--content", str(content), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def edit(content: Path, kind: str, old: str, new: str) -> None:
    """Replace words in the only record of a kind that has them."""
    paths = [path for path in (content / BY_KIND[kind].FOLDER).glob("*.yml") if old in path.read_text()]
    paths[0].write_text(paths[0].read_text().replace(old, new, 1))


def first(content: Path, kind: str) -> Path:
    return min((content / BY_KIND[kind].FOLDER).glob("*.yml"))


def test_every_record_type_has_a_name_for_its_changes() -> None:
    assert set(NAMES) == set(BY_KIND)


def test_nothing_changed_is_said_so(newsroom: Path) -> None:
    told = changes(newsroom)
    assert (told.returncode, told.stdout.strip()) == (0, "")
    assert "Nothing that a reader sees has changed" in told.stderr


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_record_that_came_is_told_and_one_that_went(newsroom: Path, kind: str) -> None:
    path = first(newsroom, kind)
    text = path.read_text()
    path.unlink()
    assert f"{NAMES[kind]} removed: " in changes(newsroom).stdout
    commit(newsroom.parent, "Gone")
    path.write_text(text)
    assert f"{NAMES[kind]} added: " in changes(newsroom).stdout


def test_a_figure_is_told_from_what_to_what(newsroom: Path) -> None:
    path = first(newsroom, "figure")
    lines = path.read_text().splitlines()
    number = next(i for i, line in enumerate(lines) if line.startswith("value:"))
    lines[number] = "value: 4321"
    path.write_text("\n".join(lines) + "\n")
    told = changes(newsroom).stdout
    assert "Figure revised: " in told and "4,321" in told and ": from " in told


def test_of_a_series_only_the_points_that_differ_are_told(newsroom: Path) -> None:
    path = next(path for path in (newsroom / "figures").glob("*.yml") if "\nseries:" in path.read_text())
    value = re.search(r"value: (\d+)", path.read_text())
    assert value
    path.write_text(path.read_text().replace(value[0], "value: 4321", 1))
    told = next(line for line in changes(newsroom).stdout.splitlines() if "Figure revised" in line)
    assert told.count(" in ") == 2 and "4,321" in told


def test_of_long_words_only_what_differs_is_told_with_a_few_around_it() -> None:
    was = "“One two three four five six seven ends here and now it is done for all time”"
    now = was.replace("ends here", "goes on")
    cut = "“… four five six seven {} and now it is …”"
    assert differing(was, now) == (cut.format("ends here"), cut.format("goes on"))
    assert differing("“One two”", "“One three”") == ("“One two”", "“One three”")
    assert differing("", "“One”") == ("", "“One”")


def test_each_thing_that_changed_in_a_record_is_told(newsroom: Path) -> None:
    path = next(path for path in (newsroom / "checks").glob("*.yml") if "\nverdict:" in path.read_text())
    lines = path.read_text().splitlines()
    finding = "qualifies" if "finding: supports" in lines else "supports"
    for number, line in enumerate(lines):
        if line.startswith("finding:"):
            lines[number] = f"finding: {finding}"
        if line.startswith("verdict:"):
            lines[number] = "verdict: It is otherwise."
    path.write_text("\n".join([line for line in lines if not line.startswith("locator:")]) + "\n")
    told = changes(newsroom).stdout
    assert "Check now: " in told and "Check reworded: " in told and "It is otherwise." in told


def test_a_record_that_names_what_is_gone_is_told_by_its_id(newsroom: Path) -> None:
    path = next(path for path in (newsroom / "quotes").glob("*.yml") if "\nspeaker: " in path.read_text())
    path.write_text(re.sub(r"\nspeaker: .*", "\nspeaker: nobody-known", path.read_text()))
    told = changes(newsroom)
    assert told.returncode == 0 and "Quote given to nobody-known (before: " in told.stdout


def test_offsets_and_contexts_are_no_change_for_readers(newsroom: Path) -> None:
    path = first(newsroom, "quote")
    text = "".join(
        "" if line.startswith(("start:", "end:")) else line
        for line in path.read_text().splitlines(keepends=True)
    )
    path.write_text(text)
    assert "Nothing that a reader sees has changed" in changes(newsroom).stderr


def test_two_named_versions_are_compared_whatever_lies_in_the_folder(newsroom: Path) -> None:
    first(newsroom, "term").unlink()
    commit(newsroom.parent, "Second")
    first(newsroom, "event").unlink()
    told = changes(newsroom, "--from", "HEAD~1", "--to", "HEAD").stdout
    assert "Term removed: " in told and "Event removed" not in told


def test_a_version_that_is_none_is_a_sentence(newsroom: Path) -> None:
    for name in ("nonesuch", "-o/tmp/x"):
        told = changes(newsroom, f"--from={name}")
        assert told.returncode == 1 and name in told.stderr and "Traceback" not in told.stderr


def test_a_record_that_cannot_be_read_is_named_and_not_called_new(newsroom: Path) -> None:
    path = first(newsroom, "term")
    path.write_text(path.read_text() + "nonsense: 1\n")
    told = changes(newsroom).stdout
    assert f"cannot be read: term:{path.stem}" in told and "Term removed" not in told


def test_words_of_a_record_are_no_markup_in_a_summary(newsroom: Path) -> None:
    path = first(newsroom, "term")
    path.write_text("term: '<img src=x> [a](b) `c`'\ndefinition: A thing.\n")
    told = changes(newsroom, "--format", "markdown").stdout
    assert "### Revised (1)" in told or "### Changed (1)" in told
    assert "<img" not in told and "[a](" not in told


def test_an_accepted_note_stands_first_and_leaves_the_rest_of_the_file(newsroom: Path) -> None:
    before = (newsroom / "site.yml").read_text()
    first(newsroom, "term").unlink()
    told = changes(newsroom, "--accept", "major")
    after = (newsroom / "site.yml").read_text()
    assert "Written into" in told.stdout and "Term removed: " in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
