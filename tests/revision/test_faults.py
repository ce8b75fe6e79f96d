"""Whatever fails, and whenever the process dies, files are whole and the next run puts things right."""

import errno
import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from atomic import files
from atomic.files import Saved, Write
from revision.journal import recover
from revision.transaction import Busy, commit, locked

CALLS = ("open", "write", "fsync", "link", "rename", "replace", "unlink", "fchmod", "mkdir")
FAILURES = (errno.ENOSPC, errno.EACCES, errno.EIO)
GROUND = Path(__file__).resolve().parents[1] / "proving_ground.py"


class Killed(BaseException):
    """The process dies here; nothing of ours catches it."""


@pytest.fixture
def content(ground: Path) -> Path:
    content = ground / "content"
    for name in ("quotes", "figures", ".extracted"):
        (content / name).mkdir(parents=True)
    for number in range(3):
        (content / f"quotes/q{number}.yml").write_bytes(f"old {number}\n".encode())
    (content / ".extracted/wire.json").write_bytes(b"{}\n")
    return content


def writes(content: Path) -> list[Write]:
    changed = [content / f"quotes/q{number}.yml" for number in range(3)]
    return [
        *(Write(path, path.read_bytes(), path.read_bytes().replace(b"old", b"new")) for path in changed),
        Write(content / "figures/f.yml", None, b"new figure\n"),
        Write(content / "people/p.yml", None, b"new person\n"),
        Write(content / ".extracted/wire.json", b"{}\n", b'{"new": 1}\n'),
    ]


def state(content: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


def after(content: Path, planned: list[Write]) -> dict[str, bytes]:
    return state(content) | {str(write.path.relative_to(content)): write.new for write in planned}


@contextmanager
def at_call(
    number: int, happening: Callable[[], BaseException], *, lasting: bool = False
) -> Iterator[list[int]]:
    """Let something happen at the call of that number to whatever changes a file, or from then on."""
    count = itertools.count()
    made: list[int] = []

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            made.append(next(count))
            if made[-1] == number or (lasting and made[-1] > number):
                raise happening()
            return real(*arguments, **options)

        return call

    calls = mock.patch.multiple(os, **{name: guarded(getattr(os, name)) for name in CALLS})
    with calls, mock.patch.object(files, "exchange", guarded(files.exchange)):
        yield made


def number_of_calls(content: Path) -> int:
    with at_call(-1, Killed) as made:
        commit(content, writes(content))
    return len(made)


def test_all_is_written_and_nothing_left_behind(content: Path) -> None:
    planned = writes(content)
    expected = after(content, planned)
    commit(content, planned)
    assert state(content) == expected
    assert not recover(content)


@pytest.mark.parametrize("code", FAILURES, ids=errno.errorcode.get)
def test_a_failure_at_any_call_changes_nothing(content: Path, code: int) -> None:
    before, planned = state(content), writes(content)
    expected = after(content, planned)
    refused = 0
    for number in range(number_of_calls(_copy(content))):
        with at_call(number, lambda: OSError(code, os.strerror(code), "somewhere")):
            try:
                commit(content, planned)
            except OSError:
                refused += 1
                assert {name: data for name, data in state(content).items() if name in before} == before
        recover(content)
        assert state(content) in (before, expected), number
        _restore(content, before)
    assert refused > 20


@pytest.mark.parametrize("code", FAILURES, ids=errno.errorcode.get)
def test_a_failure_that_lasts_is_made_good_by_the_next_run(content: Path, code: int) -> None:
    before, planned = state(content), writes(content)
    expected = after(content, planned)
    for number in range(number_of_calls(_copy(content))):
        failing = at_call(number, lambda: OSError(code, os.strerror(code), "somewhere"), lasting=True)
        with failing, suppress(OSError):
            commit(content, planned)
        recover(content)
        assert state(content) in (before, expected), number
        _restore(content, before)


@pytest.mark.parametrize("exchange", ["in one step", "in three steps"])
def test_a_death_at_any_call_is_made_good_by_the_next_run(
    content: Path, exchange: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exchange == "in three steps":
        monkeypatch.setattr(files, "exchange", lambda one, other: False)
    before, planned = state(content), writes(content)
    expected = after(content, planned)
    outcomes = set()
    for number in range(number_of_calls(_copy(content))):
        with at_call(number, Killed), pytest.raises(Killed):
            commit(content, planned)
        for name, data in before.items():
            assert (content / name).read_bytes() in (data, expected[name]), "a file is torn"
        recover(content)
        outcomes.add(state(content) == expected)
        assert state(content) in (before, expected), number
        assert not recover(content)
        _restore(content, before)
    assert outcomes == {True, False}


def test_a_death_during_recovery_is_made_good_too(content: Path) -> None:
    before, planned = state(content), writes(content)
    expected = after(content, planned)
    for first in range(25, number_of_calls(_copy(content)), 3):
        for second in range(0, 30, 2):
            with at_call(first, Killed), pytest.raises(Killed):
                commit(content, planned)
            with at_call(second, Killed), suppress(Killed):
                recover(content)
            recover(content)
            assert state(content) in (before, expected), (first, second)
            _restore(content, before)


@pytest.mark.parametrize("saved", ["quotes/q0.yml", "quotes/q2.yml", "figures/f.yml", "people/p.yml"])
def test_what_a_writer_saves_at_any_call_is_never_lost(content: Path, saved: str) -> None:
    before, planned = state(content), writes(content)
    expected = after(content, planned)
    for number in range(number_of_calls(_copy(content))):
        with saving_at(number, content / saved):
            try:
                commit(content, planned)
                done = True
            except Saved:
                done = False
        assert (content / saved).read_bytes() == b"by a writer\n", number
        rest = {name: data for name, data in state(content).items() if name != saved}
        whole = expected if done else before
        assert rest == {name: data for name, data in whole.items() if name != saved}, number
        _restore(content, before)


@pytest.mark.parametrize("saved", ["quotes/q0.yml", "quotes/q2.yml", "figures/f.yml"])
def test_what_a_writer_saves_after_a_death_is_kept(content: Path, saved: str) -> None:
    before, planned = state(content), writes(content)
    for number in range(number_of_calls(_copy(content))):
        with at_call(number, Killed), pytest.raises(Killed):
            commit(content, planned)
        base_was_new = (content / ".extracted/wire.json").read_bytes() != b"{}\n"
        (content / saved).write_bytes(b"by a writer\n")
        recover(content)
        assert (content / saved).read_bytes() == b"by a writer\n"
        if not base_was_new and (content / ".extracted/wire.json").read_bytes() != b"{}\n":
            pytest.fail("the base must stay old beside a file that a writer saved")
        assert not [path for path in content.rglob(".*.new")]
        _restore(content, before)


@contextmanager
def saving_at(number: int, path: Path) -> Iterator[None]:
    """Let a writer's editor save a file just before the call of that number."""

    real_replace = os.replace
    count = itertools.count()

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(count) == number:
                path.parent.mkdir(exist_ok=True)
                other = path.with_name("~editor")
                other.write_bytes(b"by a writer\n")
                real_replace(other, path)
            return real(*arguments, **options)

        return call

    calls = mock.patch.multiple(os, **{name: guarded(getattr(os, name)) for name in CALLS})
    with calls, mock.patch.object(files, "exchange", guarded(files.exchange)):
        yield


def test_two_runs_do_not_work_on_one_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy, match="another extraction"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


def test_a_file_keeps_its_rights(content: Path) -> None:
    (content / "quotes/q1.yml").chmod(0o640)
    commit(content, writes(content))
    assert (content / "quotes/q1.yml").stat().st_mode & 0o777 == 0o640


def proving_ground(*arguments: object) -> dict[str, int]:
    command = [sys.executable, str(GROUND), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, int] = json.loads(done.stdout)
    return result


def test_200_processes_killed_at_random_leave_nothing_torn(ground: Path) -> None:
    result = proving_ground("kill", ground, 200)
    assert (result["torn"], result["lost"], result["unrecovered"]) == (0, 0, 0)
    assert result["rounds"] >= 200
    assert result["killed in the middle"] >= 20, "no kill in the middle of writing proves nothing"


def test_500_rounds_of_two_extractions_and_an_editor_lose_no_save(ground: Path) -> None:
    result = proving_ground("race", ground, 500)
    assert (result["lost"], result["torn"], result["unrecovered"]) == (0, 0, 0)
    assert result["rounds"] == 500


def test_without_rights_nothing_changes_and_the_message_says_so(ground: Path) -> None:
    result = proving_ground("forbidden", ground, 1)
    assert result == {"rounds": 1, "refused": 1, "changed": 0}


def _copy(content: Path) -> Path:
    return Path(shutil.copytree(content, content.with_name("copy")))


def _restore(content: Path, before: dict[str, bytes]) -> None:
    for name in set(state(content)) - set(before):
        (content / name).unlink()
    for name, data in before.items():
        (content / name).write_bytes(data)
