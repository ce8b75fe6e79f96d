"""A journal and a base are files like any other, and may have come with anybody's commit."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import wire

from explainer.errors import ContentError
from revision.run import Options, revise

QUOTE = "quotes/ruiz-quay-is-full.yml"
OPTIONS = Options(extract=wire.extract)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A newsroom with one article extracted, and outside it a file that is nobody's business."""
    (tmp_path / "content/sources").mkdir(parents=True)
    words = ("the", "quay", "is", "full", "of", "boats", "today")
    text = wire.article([wire.Passage("Ana Ruiz", words, 12)])
    (tmp_path / "content/sources/wire.txt").write_text(text, encoding="utf-8")
    revise(tmp_path / "content", OPTIONS)
    (tmp_path / "victim.yml").write_text("ours")
    return tmp_path / "content"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def journal(content: Path, path: object, **more: object) -> None:
    """Put a journal there that replaces a file's text by that of the temporary file beside it."""
    target = content / str(path).replace("\0", "")
    temporary = target.with_name(f".{target.name}.new")
    old = digest(target.read_bytes()) if target.is_file() else None
    if target.parent.is_dir():
        temporary.write_bytes(b"owned")
    entry = {"path": path, "old": old, "new": digest(b"owned"), **more}
    (content / ".extracted/.journal.json").write_text(json.dumps([entry]), encoding="utf-8")


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(content: Path, file: str, words: str) -> None:
    before = files(content.parent)
    with pytest.raises(ContentError) as caught:
        revise(content, OPTIONS)
    assert file in str(caught.value) and words in str(caught.value) and "\n" not in str(caught.value)
    assert files(content.parent) == before


ROOTED = "/motd"
"""Stands for a path from the root of the file system, in a folder that the test may write to."""
OUTSIDE = (
    "../victim.yml", "quotes/../../victim.yml", "./../victim.yml", "quotes/./x.yml", "quotes//x.yml",
    ROOTED, "victim.yml", "site.yml", "sources/wire.html", "terms/tide.yml", "quotes/.x.yml",
    "quotes\\x.yml", "quotes/x.yml\0", "quotes/x\n.yml/../../../victim.yml", ".extracted/../../victim.yml",
    ".extracted/.journal.json", ".git/config", "", 5, None, ["quotes/x.yml"],
)  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE, ids=repr)
def test_a_journal_names_files_that_extraction_writes_and_no_others(content: Path, path: object) -> None:
    journal(content, f"{content.parent}{ROOTED}" if path == ROOTED else path)
    refused(content, ".extracted/.journal.json:1:1: ", "is not what extraction wrote; delete it")
    assert (content.parent / "victim.yml").read_text() == "ours"


@pytest.mark.parametrize(
    "more", [{"new": "x"}, {"new": None}, {"old": ""}, {"old": 7}, {"then": "rm"}], ids=repr
)
def test_a_journal_holds_digests_and_nothing_else(content: Path, more: dict[str, Any]) -> None:
    journal(content, QUOTE, **more)
    refused(content, ".extracted/.journal.json:1:1: ", "is not what extraction wrote")


BROKEN = (b'{"a', b"[1]", b'[{"path":5}]', b"{}", b"null", b"\xff\xfe", b"[" * 200_000)


@pytest.mark.parametrize("data", BROKEN, ids=lambda data: repr(data[:9]))
def test_a_malformed_journal_is_refused_in_one_line(content: Path, data: bytes) -> None:
    (content / ".extracted/.journal.json").write_bytes(data)
    refused(content, ".extracted/.journal.json:1:1: ", "is not what extraction wrote")


def test_a_journal_of_our_own_is_carried_out(content: Path) -> None:
    journal(content, QUOTE)
    with pytest.raises(ContentError, match=QUOTE):  # "owned" is no record
        revise(content, OPTIONS)
    assert (content / QUOTE).read_bytes() == b"owned"
    assert not (content / ".extracted/.journal.json").exists()


def change(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda base: base.__setitem__(name, value)


DAMAGE: dict[str, Callable[[dict[str, Any]], object]] = {
    "a record outside": lambda base: base["records"].__setitem__("../victim", {"exact": "x"}),
    "a record two folders up": lambda base: base["records"].__setitem__("quotes/../../victim", {}),
    "a record of no folder": lambda base: base["records"].__setitem__("terms/tide", {"term": "x"}),
    "a record without a folder": lambda base: base["records"].__setitem__("x", {}),
    "a hidden record": lambda base: base["records"].__setitem__("quotes/.x", {}),
    "a record that is a text": lambda base: base["records"].__setitem__("quotes/x", "words"),
    "a number for a text": lambda base: base["records"].__setitem__("quotes/x", {"start": 5}),
    "nothing for a text": lambda base: base["records"].__setitem__("quotes/x", {"issues": [None]}),
    "a deletion outside": change("deleted", ["../victim"]),
    "a former record outside": change("retired", ["quotes/../../victim"]),
    "deletions that are a text": change("deleted", "quotes/x"),
    "an article outside": change("file", "../victim.yml"),
    "an article that is a list": change("file", ["wire.txt"]),
    "another source": change("source", "../wire"),
    "no digest": change("sha256", "x"),
    "records that are a list": change("records", []),
    "a field that is not ours": change("hook", "rm"),
    "no records": lambda base: base.pop("records"),
    "another version": change("version", 99),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_base_names_records_and_nothing_outside_the_folder(content: Path, damage: str) -> None:
    path = content / ".extracted/wire.json"
    base = json.loads(path.read_bytes())
    DAMAGE[damage](base)
    path.write_text(json.dumps(base), encoding="utf-8")
    refused(content, ".extracted/wire.json:1:1: ", "restore it with git")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"5", b'{"version": 1}', *BROKEN], ids=lambda data: repr(data[:9])
)
def test_a_malformed_base_is_refused_in_one_line(content: Path, data: bytes) -> None:
    (content / ".extracted/wire.json").write_bytes(data)
    refused(content, ".extracted/wire.json:1:1: ", "restore it with git")


@pytest.mark.parametrize("folder", ["quotes", "sources", ".extracted"])
def test_nothing_is_written_through_a_folder_that_is_a_link(content: Path, folder: str) -> None:
    elsewhere = content.parent / "elsewhere"
    (content / folder).rename(elsewhere)
    (content / folder).symlink_to(elsewhere)
    refused(content, folder, "is a symbolic link; put the folder itself here")


def test_nothing_is_written_through_a_temporary_file_that_is_a_link(content: Path) -> None:
    (content / f"quotes/.{Path(QUOTE).name}.new").symlink_to(content.parent / "victim.yml")
    article = content / "sources/wire.txt"
    article.write_text("\n" + article.read_text(encoding="utf-8"), encoding="utf-8")
    assert revise(content, OPTIONS).written
    assert (content.parent / "victim.yml").read_text() == "ours"


def test_what_others_hide_beside_the_records_is_left_alone(content: Path) -> None:
    theirs = [
        "quotes/.notes.old",
        "quotes/.notes.new",
        "terms/.tide.yml.new",
        "quotes/.x.yml.old",
        "drafts/.a.new",
    ]
    for name in theirs:
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("theirs")
    revise(content, OPTIONS)
    assert [name for name in theirs if not (content / name).is_file()] == []


@pytest.mark.parametrize("name", [".#{}", ".{}.swp", "#{}#", "{}~", "._{}", ".DS_Store"])
def test_what_editors_put_beside_a_file_is_no_record_and_no_article(content: Path, name: str) -> None:
    for path in (content / QUOTE, content / "sources/wire.txt"):
        beside = path.with_name(name.format(path.name))
        if name.startswith(".#"):
            beside.symlink_to("me@host.123")
        else:
            beside.write_bytes(b"\0 not YAML")
    assert revise(content, OPTIONS).written == 0


@pytest.mark.parametrize("name", [b"quotes/\xff.yml", b"sources/\xe9t\xe9.txt", b".extracted/\xff.json"])
def test_a_name_that_is_not_utf_8_is_a_sentence(content: Path, name: bytes) -> None:
    path = Path(str(content)) / name.decode("utf-8", "surrogateescape")
    path.write_text("Head\n\nText.\n")
    refused(content, str(path.parent), "its name is not UTF-8; rename the file")
