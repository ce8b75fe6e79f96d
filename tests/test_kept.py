"""What is kept of earlier readings: after any edit the checks tell what they tell of a folder read anew."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.contents.folder import Contents, read_all
from explainer.contents.kept import Kept
from explainer.records.model import AnyRecord
from explainer.rules import Checked, check, passages
from explainer.rules.anchoring import Anchored

EDITS = int(os.environ.get("EDITS", "60"))
_WORDS = ("three million", "$12", "45 percent", "“the plan”", "1,250", "in 2019", "ten thousand", "never")
_NUMBER = re.compile(r"\d+")


def checked(folder: Path, kept: Kept | None = None) -> Checked:
    found = check(read_all(folder, kept), kept)
    if kept:
        kept.turn()
    return found


def edited(text: str, chance: random.Random) -> str:
    """A record's text after a writer was there: a word more or less, another number, a line less."""
    words, lines = text.split(" "), text.split("\n")
    match chance.randrange(4):
        case 0:
            words.insert(chance.randrange(len(words)), chance.choice(_WORDS))
            return " ".join(words)
        case 1:
            del words[chance.randrange(len(words))]
            return " ".join(words)
        case 2:
            del lines[chance.randrange(len(lines))]
            return "\n".join(lines)
        case _:
            return _NUMBER.sub(lambda found: str(int(found[0]) + chance.randrange(2)), text)


def test_what_was_silent_while_a_text_could_not_be_read_is_told_once_it_can(tmp_path: Path) -> None:
    content = tmp_path / "content"
    files = {
        "sources/told.yml": "title: Boats\n",
        "sources/told.txt": "The harbor has 12 boats, the council said.\n",
        "sources/other.yml": "title: More boats\n",
        "sources/other.txt": "\0",
        "figures/boats.yml": (
            "label: Boats in the harbor, of 4,711 licensed\nvalue: 12\nunit: boats\nexact: 12 boats\n"
            "source: told\nsources: [other]\nstatus: checked\n"
        ),
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    kept = Kept()
    assert not [problem for problem in checked(content, kept).problems if "4,711" in str(problem)]
    (content / "sources/other.txt").write_text("There are more boats in the south.\n", encoding="utf-8")
    anew = checked(content)
    assert [problem for problem in anew.problems if "4,711" in str(problem)]
    assert checked(content, kept) == anew


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edit_the_checks_tell_the_same_as_of_a_folder_read_anew(tmp_path: Path, seed: int) -> None:
    folder = Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))
    chance, kept = random.Random(seed), Kept()
    files = sorted(folder.glob("*/*.yml"))
    told = set()
    for _ in range(EDITS // 3):
        path = chance.choice(files)
        before = path.read_bytes()
        path.write_text(edited(before.decode("utf-8"), chance), encoding="utf-8")
        anew = checked(folder)
        assert checked(folder, kept) == anew
        told.update(anew.problems)
        if chance.random() < 0.7 or read_all(folder).broken:
            path.write_bytes(before)  # else it stays: later edits meet faults that are there already
    assert told
    assert len(kept.records) > len(files) / 2


def test_what_is_taken_from_a_record_is_taken_once_while_the_record_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.contents.kept._TICK", -1)  # files are as old as they need to be
    folder = Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))
    kept = Kept()
    first = read_all(folder, kept).fields
    kept.turn()
    second = read_all(folder, kept).fields
    same = [one is other for (_, one), (_, other) in zip(first, second, strict=True)]
    assert sum(same) == len(same) - 1  # the site's own settings are read each time


_SAID = {
    "sources/told.yml": "title: Boats\npublished: 2024-05-06\n",
    "sources/told.txt": "“We sail at dawn,” Ana Ruiz said.\n\n“They will wait for us,” Ben Okoro said.\n",
    "people/ana.yml": "name: Ana Ruiz\n",
    "people/ben.yml": "name: Ben Okoro\n",
    "quotes/dawn.yml": "source: told\nexact: We sail at dawn,\nspeaker: ana\nkind: direct\n",
    "quotes/wait.yml": "source: told\nexact: They will wait for us,\nspeaker: ben\nkind: direct\n",
}


@pytest.mark.parametrize(
    ("saved", "more", "weighed"),
    [
        ("quotes/dawn.yml", "note: Said on the pier.\n", ["dawn"]),
        ("people/ben.yml", "about: A skipper.\n", ["wait"]),
        ("sources/told.yml", "publisher: The Pier\n", ["dawn", "wait"]),
        ("sources/told.txt", "\nThe boats left.\n", ["dawn", "wait"]),
    ],
)
def test_only_what_a_save_may_bear_on_is_weighed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: str, more: str, weighed: list[str]
) -> None:
    for name, text in _SAID.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    kept, asked, find = Kept(), list[str](), passages.anchored

    def noting(contents: Contents, record: AnyRecord) -> Anchored:
        asked.append(record.id)
        return find(contents, record)

    monkeypatch.setattr(passages, "anchored", noting)
    assert not checked(tmp_path, kept).problems and asked == ["dawn", "wait"]
    asked.clear()
    assert len(checked(tmp_path, kept).matches) == 2 and not asked
    with (tmp_path / saved).open("a", encoding="utf-8") as file:
        file.write(more)
    assert len(checked(tmp_path, kept).matches) == 2 and asked == weighed


def test_a_quotation_whose_speaker_is_taken_away_or_another_now_is_judged_again(tmp_path: Path) -> None:
    for name, text in _SAID.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    kept, quote = Kept(), tmp_path / "quotes/wait.yml"
    checked(tmp_path, kept)
    for speaker in ("speaker: ana\n", "speaker: nobody\n", "", "speaker: ben\n"):
        quote.write_text(_SAID["quotes/wait.yml"].replace("speaker: ben\n", speaker), encoding="utf-8")
        assert checked(tmp_path, kept) == checked(tmp_path)
    (tmp_path / "people/ben.yml").unlink()
    assert checked(tmp_path, kept) == checked(tmp_path)
