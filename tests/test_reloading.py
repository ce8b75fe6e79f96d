"""What is saved is noticed: at once where the system tells of it, by looking where it does not."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileCreatedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

import reloading
from reloading import Watch

PATIENCE = 60.0


class Heard(FileSystemEventHandler):
    """What was told of files, in order."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.created: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.append(Path(str(event.src_path)).name)
        if isinstance(event, FileCreatedEvent):
            self.created.append(Path(str(event.src_path)).name)


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """Everything told of a folder that is watched, by a system that tells of saves."""
    yield from watching(tmp_path, monkeypatch)


@pytest.fixture
def unaided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """The same by a system that has no watch left to give."""

    def refuse(_: object) -> None:
        raise OSError("inotify instance limit reached")

    monkeypatch.setattr(Observer, "start", refuse)
    yield from watching(tmp_path, monkeypatch)


def watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    monkeypatch.setattr(reloading, "_SELDOM", 0.5)
    watch, heard = Watch(), Heard()
    watch.schedule(heard, str(folder), recursive=True)
    watch.start()
    watch.await_first_look()
    yield heard
    watch.stop()
    watch.join()


def has(heard: Heard, name: str) -> bool:
    end = time.monotonic() + PATIENCE
    while name not in heard.names and time.monotonic() < end:
        time.sleep(0.01)
    return name in heard.names


def test_a_save_that_the_system_tells_of_is_not_told_again_by_looking(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / "trade.yml").write_text("title: Trade")
    assert has(heard, "trade.yml")
    time.sleep(2)  # some looks
    assert heard.created == ["trade.yml"]


def test_a_file_put_in_the_place_of_another_is_noticed(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / ".trade.new").write_text("title: Trade")
    assert has(heard, ".trade.new")
    (tmp_path / ".trade.new").rename(tmp_path / "trade.yml")
    (tmp_path / "later.yml").write_text("title: Later")
    assert has(heard, "later.yml") and heard.names.count(".trade.new") > 1


def test_where_the_system_tells_of_nothing_what_is_saved_is_found(tmp_path: Path, unaided: Heard) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues/trade.yml").write_text("title: Trade")
    assert has(unaided, "trade.yml")


def test_what_the_system_did_not_tell_is_found(
    tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reloading._Notice, "on_any_event", lambda *_: None)
    (tmp_path / "trade.yml").write_text("title: Trade")
    assert has(heard, "trade.yml")


def test_what_python_compiles_is_no_save(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/page.pyc").write_text("compiled")
    (tmp_path / "trade.yml").write_text("title: Trade")
    assert has(heard, "trade.yml")
    time.sleep(1)  # a look or two
    assert "page.pyc" not in heard.names
