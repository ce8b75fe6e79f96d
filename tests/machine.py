"""Writers and articles change in any order, runs are cut short: what must hold after each extraction.

The machine keeps its own account of what writers wrote and what articles said, and compares files with
that, never with what the merge believes.
"""

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import wire
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from explainer.strict_yaml.dump import file_text
from explainer.strict_yaml.patch import patch
from explainer.strict_yaml.reading import parse
from revision.outcome import Outcome
from revision.plan import Settings
from revision.run import Options, revise

WORDS = ["boats", "nets", "tides", "piers", "fish", "ropes", "sails", "docks", "winds", "gulls"]
GROUP = {"quotes": ("exact", "speaker"), "figures": ("value", "unit", "exact")}
NEVER_STOP = {"accept_orphans": True, "accept_deletions": True}


class Killed(BaseException):
    """The process dies here; nothing of ours catches it."""


class Newsroom(RuleBasedStateMachine):
    """One folder, one article, and everything people do to both."""

    def __init__(self) -> None:
        super().__init__()
        self.content = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        (self.content / "sources").mkdir()
        self.fresh_words = map("word{}".format, itertools.count())
        self.passages: list[wire.Passage] = []
        self.edits: dict[str, dict[str, str | None]] = {}
        """By `folder/id`, the fields writers set (None: removed) to what no extraction had said."""
        self.said: dict[str, dict[str, Any]] = {}
        """What the file held after the last extraction that did not ask about it."""
        self.comments: dict[str, set[str]] = {}
        self.deleted: set[str] = set()
        self.pairs: set[tuple[str, ...]] = set()
        self.conflicts: set[str] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.content)

    @initialize(count=st.integers(1, 3), data=st.data())
    def first_edition(self, count: int, data: st.DataObject) -> None:
        self.passages = [self._passage(data) for _ in range(count)]
        self._publish()
        self._extract()

    # The article changes.

    @rule(data=st.data(), place=st.integers(0, 4))
    def add_passage(self, data: st.DataObject, place: int) -> None:
        if len(self.passages) < 5:
            self.passages.insert(place, self._passage(data))
            self._publish()

    @precondition(lambda self: self.passages)
    @rule(data=st.data())
    def repeat_passage(self, data: st.DataObject) -> None:
        if len(self.passages) < 5:
            self.passages.append(data.draw(st.sampled_from(self.passages)))
            self._publish()

    @precondition(lambda self: len(self.passages) > 1)
    @rule(place=st.integers(0, 4))
    def remove_passage(self, place: int) -> None:
        self.passages.pop(place % len(self.passages))
        self._publish()

    @precondition(lambda self: self.passages)
    @rule(place=st.integers(0, 4), to=st.integers(0, 4))
    def move_passage(self, place: int, to: int) -> None:
        self.passages.insert(to, self.passages.pop(place % len(self.passages)))
        self._publish()

    @precondition(lambda self: self.passages)
    @rule(
        place=st.integers(0, 4),
        what=st.sampled_from(["word", "word", "speaker", "cost", "opening"]),
        word=st.sampled_from(WORDS),
        number=st.integers(0, 9),
    )
    def correct_passage(self, place: int, what: str, word: str, number: int) -> None:
        place %= len(self.passages)
        old = self.passages[place]
        self.passages[place] = {
            "word": old.with_word(number, word),
            "speaker": replace(old, speaker=wire.NAMES[number % 3]),
            "cost": replace(old, cost=10 + number),
            "opening": replace(old, opening=word.title()),
        }[what]
        self._publish()

    # Writers work.

    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def edit(self, data: st.DataObject, word: str) -> None:
        ref = self._some_file(data)
        if ref:
            folder = ref.partition("/")[0]
            fields = {
                "quotes": ("exact", "speaker", "kind", "note", "status", "cue"),
                "figures": ("value", "unit", "label", "qualifier", "status"),
            }[folder]
            field = data.draw(st.sampled_from(fields))
            self._write(ref, field, self._value(field, word, data))

    @rule(data=st.data())
    def remove_field(self, data: st.DataObject) -> None:
        ref = self._some_file(data)
        removable = [
            name for name in ("speaker", "cue", "issues", "label") if ref and name in self._read(ref)
        ]
        if ref and removable:
            self._write(ref, data.draw(st.sampled_from(removable)), None)

    @rule(data=st.data())
    def delete_file(self, data: st.DataObject) -> None:
        ref = self._some_file(data)
        if ref:
            self._path(ref).unlink()
            self.deleted.add(ref)
            for account in (self.edits, self.comments, self.said):
                account.pop(ref, None)

    @rule(data=st.data())
    def rename_file(self, data: st.DataObject) -> None:
        ref = self._some_file(data)
        record = self._read(ref) if ref else {}
        others = [other for other in self._refs() if self._read(other).get("exact") == record.get("exact")]
        if ref and others == [ref] and self.said.get(ref, {}).get("exact") == record.get("exact"):
            new = f"{ref.partition('/')[0]}/renamed-{next(self.fresh_words)}"
            self._path(ref).rename(self._path(new))
            self.deleted.add(ref)
            self.conflicts.discard(ref)
            for account in (self.edits, self.comments, self.said):
                if ref in account:
                    account[new] = account.pop(ref)  # type: ignore[attr-defined]
            self._extract()

    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def write_own_quote(self, data: st.DataObject, word: str) -> None:
        number = next(self.fresh_words)
        passage = data.draw(st.sampled_from([None, *self.passages]))
        own = {"source": "wire", "exact": passage.exact if passage else f"Own {word} {number}.", "note": word}
        ref = f"quotes/own-{number}"
        self._path(ref).parent.mkdir(exist_ok=True)
        self._path(ref).write_text(file_text(own, schema="quote"), encoding="utf-8")
        self.edits[ref] = dict(own)
        self._allow(ref)

    @rule(data=st.data(), how=st.sampled_from(["comment", "note", "crlf", "order", "quoted"]))
    def relayout(self, data: st.DataObject, how: str) -> None:
        ref = self._some_file(data)
        if not ref:
            return
        path, word = self._path(ref), next(self.fresh_words)
        lines = path.read_bytes().decode().replace("\r\n", "\n").splitlines()
        if how == "comment":
            lines.insert(data.draw(st.integers(0, len(lines))), f"# {word}")
        elif how == "note":
            place = data.draw(st.sampled_from([at for at, line in enumerate(lines) if line[:1].isalpha()]))
            lines[place] += f"  # {word}"
        elif how == "order":
            tops = [line for line in lines if line[:1].isalpha() and line.partition(":")[2].strip()]
            if len(tops) == len([line for line in lines if line.strip() and not line.startswith("#")]):
                lines = [line for line in lines if line not in tops] + list(reversed(tops))
        elif how == "quoted":
            lines = [
                f'{line[:5]} "{line[6:]}"' if line.startswith("kind: d") and "#" not in line else line
                for line in lines
            ]
        if how in ("comment", "note"):
            self.comments.setdefault(ref, set()).add(f"# {word}")
        path.write_bytes(("\r\n" if how == "crlf" else "\n").join([*lines, ""]).encode())

    # Extraction runs.

    @rule()
    def extract(self) -> None:
        self._extract()

    @precondition(lambda self: self.conflicts)
    @rule(side=st.sampled_from(["ours", "theirs"]), data=st.data())
    def settle(self, side: str, data: st.DataObject) -> None:
        ref = data.draw(st.sampled_from(sorted(self.conflicts)))
        if side == "theirs":
            for account in (self.edits, self.said):
                account.pop(ref, None)
            self.deleted.discard(ref)
        else:
            self.said.pop(ref, None)
        outcome = self._extract(settings={"take": side, "only": frozenset({ref})})
        assert not any(each.ref == ref for each in outcome.plan.conflicts), f"{ref} was settled"

    @rule(calls=st.integers(0, 60))
    def crash(self, calls: int) -> None:
        before = self._files()
        with _dying_after(calls):
            try:
                revise(self.content, self._options({}))
            except Killed:
                self._nothing_is_torn(before)
        self._extract()

    # What must hold.

    @invariant()
    def every_file_can_be_read(self) -> None:
        for ref in self._refs():
            parsed = parse(self._path(ref).read_bytes().decode("utf-8"))
            assert not parsed.faults, (ref, parsed.faults)

    def _extract(self, settings: dict[str, Any] | None = None) -> Outcome:
        outcome = revise(self.content, self._options(settings or {}))
        self.conflicts = {each.ref for each in outcome.plan.conflicts}
        for passage in self.passages:
            speaker = passage.speaker.lower().replace(" ", "-")
            self.pairs |= {(passage.exact, speaker), _cost(passage)}
        self._no_edit_is_lost()
        self._no_conflict_is_silent()
        self._nothing_is_stitched_together()
        self._remember()
        state = self._files()
        again = revise(self.content, self._options({}))
        assert again.written == 0 and self._files() == state, "a second run wrote"
        return outcome

    def _no_edit_is_lost(self) -> None:
        for ref, edits in self.edits.items():
            record = self._read(ref)
            for name, value in edits.items():
                assert record.get(name) == value, f"{ref}: {name} was {value!r}, is {record.get(name)!r}"
        for ref, comments in self.comments.items():
            text = self._path(ref).read_text(encoding="utf-8")
            assert all(comment in text for comment in comments), f"{ref}: a comment is gone"
        for ref in self.deleted:
            assert not self._path(ref).exists(), f"{ref} came back"

    def _no_conflict_is_silent(self) -> None:
        """An edited record whose passage now says something else is asked about, or marked orphaned."""
        for ref, edits in self.edits.items():
            folder = ref.partition("/")[0]
            said = self.said.get(ref)
            if not said or said.get("status") == "orphaned" or not set(edits) & {*GROUP[folder], "status"}:
                continue
            only_checked = not set(edits) & set(GROUP[folder])
            still = [p for p in self.passages if self._says(folder, p, said, anywhere=only_checked)]
            record = self._read(ref)
            agrees = any(self._says(folder, passage, record) for passage in self.passages)
            asked = ref in self.conflicts or record.get("status") == "orphaned"
            assert still or asked or agrees, f"{ref}: the article changed and nobody was asked"

    def _nothing_is_stitched_together(self) -> None:
        for ref in self._refs():
            assert self._pair(ref) in self.pairs, (
                f"{ref}: {self._pair(ref)} is half one version, half another"
            )

    def _remember(self) -> None:
        """Take over what the files say now, where extraction and writer agree on it."""
        for ref in self._refs():
            folder, record = ref.partition("/")[0], self._read(ref)
            found = [passage for passage in self.passages if self._says(folder, passage, record)]
            if not self.edits.get(ref) or record.get("status") == "orphaned":
                self.said[ref] = record
            elif found and ref not in self.conflicts:
                self.said[ref] = record
                for name in GROUP[folder]:
                    self.edits[ref].pop(name, None)

    def _nothing_is_torn(self, before: dict[Path, bytes]) -> None:
        for path, data in before.items():
            now = path.read_bytes()
            assert now == data or path.suffix in (".yml", ".json"), path
        for path in self.content.rglob("*.yml"):
            assert not path.name.startswith(".") and not parse(path.read_bytes().decode("utf-8")).faults

    # Particulars.

    def _passage(self, data: st.DataObject) -> wire.Passage:
        words = data.draw(st.lists(st.sampled_from(WORDS), min_size=9, max_size=12))
        speaker = data.draw(st.sampled_from(wire.NAMES))
        return wire.Passage(speaker, (next(self.fresh_words), *words), data.draw(st.integers(10, 99)))

    def _publish(self) -> None:
        (self.content / "sources/wire.txt").write_text(wire.article(self.passages), encoding="utf-8")

    def _options(self, settings: dict[str, Any]) -> Options:
        return Options(settings=Settings(**NEVER_STOP, **settings), extract=wire.extract)

    def _refs(self) -> list[str]:
        found = (path for folder in GROUP for path in (self.content / folder).glob("[!.]*.yml"))
        return sorted(f"{path.parent.name}/{path.stem}" for path in found)

    def _some_file(self, data: st.DataObject) -> str | None:
        refs = self._refs()
        return data.draw(st.sampled_from(refs)) if refs else None

    def _path(self, ref: str) -> Path:
        return self.content / f"{ref}.yml"

    def _read(self, ref: str) -> dict[str, Any]:
        value: dict[str, Any] = parse(self._path(ref).read_bytes().decode("utf-8")).value
        return value

    def _value(self, field: str, word: str, data: st.DataObject) -> str:
        choices = {
            "status": ["checked", "withdrawn"],
            "kind": ["fragment", "scare"],
            "speaker": ["ana-ruiz", "ben-okoro", "chloe-marsh"],
            "value": ["7", "8"],
            "unit": ["EUR"],
            "qualifier": ["about"],
        }
        return data.draw(st.sampled_from(choices.get(field, [f"Edited {word} {next(self.fresh_words)}"])))

    def _write(self, ref: str, field: str, value: str | None) -> None:
        path = self._path(ref)
        if self._read(ref).get(field) == value:
            return
        path.write_bytes(patch(path.read_bytes(), {field: value}))
        last = self.said.get(ref, {}).get(field)
        edits = self.edits.setdefault(ref, {})
        edits[field] = value
        if value == last and self.said.get(ref) is not None:
            del edits[field]
        self._allow(ref)

    def _allow(self, ref: str) -> None:
        self.pairs.add(self._pair(ref))

    def _pair(self, ref: str) -> tuple[str, ...]:
        record = self._read(ref)
        return tuple(str(record.get(name)) for name in GROUP[ref.partition("/")[0]])

    def _says(
        self, folder: str, passage: wire.Passage, record: dict[str, Any], *, anywhere: bool = False
    ) -> bool:
        """Say whether a passage stands in the article as a record has it, with its context or anywhere."""
        text = wire.article(self.passages)
        if folder == "quotes":
            same = (passage.exact, passage.speaker.lower().replace(" ", "-")) == (
                record.get("exact"),
                record.get("speaker"),
            )
        else:
            same = _cost(passage) == tuple(record.get(name) for name in GROUP["figures"])
        around = f"{record.get('prefix', '')}{record.get('exact')}{record.get('suffix', '')}"
        return same and (anywhere or around in text)

    def _files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in sorted(self.content.rglob("*")) if path.is_file()}


def _cost(passage: wire.Passage) -> tuple[str, ...]:
    return (str(passage.cost * 10**6), "USD", f"${passage.cost} million")


def _dying_after(calls: int) -> Any:
    """Let the process die at the call of that number to whatever changes a file."""
    left = itertools.count(calls, -1)

    def dying(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            if next(left) == 0:
                raise Killed(name)
            return real(*arguments, **options)

        return call

    names = ("open", "fsync", "link", "rename", "replace", "unlink", "fchmod")
    return mock.patch.multiple(os, **{name: dying(name) for name in names})
