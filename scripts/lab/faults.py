"""Planted faults: what a tired writer does to a record, and where the checks must say that it was done.

Each is a search in a record's text and what takes its place; `¦` marks the place that must be told and is
not written.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Planted(NamedTuple):
    """One fault in one file and the words that the checks must say of it, at line and column from 1."""

    path: Path
    line: int
    column: int
    words: str


class Fault(NamedTuple):
    """A way to break a record: the pattern must be in its text once."""

    folder: str
    pattern: str
    instead: str
    words: str


FAULTS = (
    Fault("quotes", r"^speaker:", "¦speeker:", 'no field "speeker"; did you mean "speaker"'),
    Fault("quotes", r"^source:", "¦sorce:", 'no field "sorce"; did you mean "source"'),
    Fault("quotes", r"^speaker: (.)(.)", r"speaker: ¦\2\1", "there is no person"),
    Fault("quotes", r"^source: article", "source: ¦artcle", "there is no source"),
    Fault("quotes", r"^(exact: \w+ \w+ )\w+", r"\1¦bicycle", "is not in the source; nearest"),
    Fault("quotes", r"^(exact: .*) will see the ", r"\1 will ¦never see the ", "is not in the source"),
    Fault("quotes", r"^(exact: \w+ \w+ )(\w+) (\w+)", r"\1¦\3", "is left out"),
    Fault("quotes", r"^cue: said", "cue: said\n¦cue: noted", 'duplicate key "cue"'),
    Fault("quotes", r"^cue: said", "cue:¦\tsaid", "a tab; use spaces"),
    Fault("quotes", r"^cue: said", " ¦cue: said", "this line begins further in than its neighbors"),
    Fault("quotes", r"^cue: said", 'cue: ¦"said', "this quotation mark is never closed"),
    Fault("quotes", r"^cue: said", "cue: ¦shouted", "does not stand near the quotation"),
    Fault("quotes", r"^cue: said", "¦cue said", "a colon is missing"),
    Fault("quotes", r"^issues: \[", "issues: [¦x", "there is no issue"),
    Fault("quotes", r"^issues: \[(.*)\]", r"issues: ¦[\1", "lacks a comma or its closing ]"),
    Fault("quotes", r"^issues: \[(.*)\]", r"issues: ¦\1", "expected a list"),
    Fault("quotes", r"^source: .*\n", "", "source: is missing or empty"),
    Fault("quotes", r"^exact: .*", "exact:¦", "exact: is missing or empty"),
    Fault("quotes", r"^start: (\d+)", r"start: ¦\1x", "is not a whole number"),
    Fault("quotes", r"\A", "said_on: ¦1 January 2027\n", "is not a date"),
    Fault("quotes", r"\A", "said_on: ¦2027-02-30\n", "is not a day of the calendar"),
    Fault("quotes", r"\A", "said_on: ¦2999-01-01\n", "is after today"),
    Fault("quotes", r"\A", "kind: ¦drect\n", 'did you mean "direct"'),
    Fault("quotes", r"\A", "status: ¦cheked\n", 'did you mean "checked"'),
    Fault("quotes", r"\A", "id: ¦another\n", "is not the file's name"),
    Fault("quotes", r"\A", "note: mind¦: this\n", "a colon and a space inside an unquoted value"),
    Fault("quotes", r"\A", "note: see ¦#4 of the list\n", "text after # is dropped"),
    Fault("quotes", r"\A", "note: ¦*star of the day\n", "aliases are not allowed"),
    Fault("quotes", r"\A", "note: ¦@home in the harbour\n", "cannot begin with this sign"),
    Fault("quotes", r"\A", "note: It took ¦7717 boats.\n", 'the number "7717" is in no record'),
    Fault("quotes", r"\A", "note: They call it ¦“a boat of one’s own”.\n", "are in no quote"),
    Fault("quotes", r"\A", "note: Read ¦[[quote:nowhere]].\n", "there is no quote"),
    Fault("quotes", r"\A", "note: Read ¦[[nowhere]].\n", "is not a link"),
    Fault("quotes", r"\A", "¦<<<<<<< ours\n", "a conflict marker"),
    Fault("figures", r"^value: (\d+)", r"value: ¦1,\1", "is not a plain number"),
    Fault("figures", r"^value: (\d)", r"value: ¦9\1", "is not in its own words"),
    Fault("figures", r"^unit: tickets\n", "", "unit: is missing or empty"),
    Fault("figures", r"^unit: tickets", "unit: ¦tonnes", "nothing beside the number"),
    Fault("figures", r"^unit: tickets", "unit: tickets\nqualifier: ¦abuot", 'did you mean "about"'),
    Fault("figures", r"^unit: tickets", "unit: tickets\nqualifier: ¦over", "nothing beside the number"),
    Fault("figures", r"^unit: .*", "unit: tickets\nperiod:\n  kind: ¦per-yaer", 'did you mean "per-year"'),
    Fault("figures", r"^label:", "¦lable:", 'no field "lable"; did you mean "label"'),
    Fault("figures", r"^(label: .*)", r"\1 of ¦5557", 'the number "5557"'),
    Fault("figures", r"^exact: (\d+)", r"exact: ¦7773", "is not in the source"),
    Fault("terms", r"^definition: .*\n", "", "definition: is missing or empty"),
    Fault("events", r"^date: .*", "date: ¦March 2021", "is not a date"),
    Fault("checks", r"^finding: .*", "finding: ¦not-fuond", 'did you mean "not-found"'),
    Fault("positions", r"^basis: .*", "basis: ¦quote", 'did you mean "quoted"'),
    Fault("sources", r"^title: .*", "title: Boats\npublished: ¦2024-13-01", "is not a date"),
)


def plant(folder: Path, faults: int, *, seed: int = 1) -> list[Planted]:
    """Break so many records of a made-up newsroom, a fault each, each kind in turn while there are files."""
    chance = random.Random(seed)
    files = {fault.folder: sorted((folder / fault.folder).glob("*.yml")) for fault in FAULTS}
    for name, paths in files.items():
        paths[:] = [path for path in paths if _is_of_lost_article(path) == (name == "sources")]
        chance.shuffle(paths)
    return [_break(files[fault.folder].pop(), fault) for fault in _in_turn(files, faults)]


def _is_of_lost_article(path: Path) -> bool:
    """Say whether a record may be, or is cut from, a source that gets a fault: that silences the others."""
    return int((re.findall(r"\d+", path.stem) or "0")[0]) % 7 == 3


def _in_turn(files: dict[str, list[Path]], most: int) -> Iterator[Fault]:
    planted = 0
    while planted < most:
        for fault in FAULTS:
            if files[fault.folder] and planted < most:
                planted += 1
                yield fault


def _break(path: Path, fault: Fault) -> Planted:
    text, found = re.subn(fault.pattern, fault.instead, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert found, (path, fault.pattern)
    at = max(0, text.find("¦"))
    path.write_text(text.replace("¦", ""), "utf-8")
    return Planted(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), fault.words)
