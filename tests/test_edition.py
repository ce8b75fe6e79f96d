"""Only what has changed is made again, and the site is the same as if all of it had been."""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsroom import ROOT

from atomic.staging import succeeding
from explainer.contents.kept import Kept
from explainer.data import search_index
from explainer.errors import ContentError
from explainer.library import sheets
from explainer.library.draft import Draft
from explainer.library.reading import read
from explainer.pages import further, here, issues, paging, people, quotes, sources, timeline
from explainer.records.model import RECORD_TYPES, AnyRecord
from explainer.rendered import Memory, Press, remembered, write_edition
from written import build_written

SITE = ROOT / "tests/sites/complete"
EDITS = int(os.environ.get("EDITS", "40"))
_PROSE = re.compile(
    r"^(title|label|name|note|summary|about|term|definition|text|detail|verdict|gist|question|background"
    r"|signed_off): (.+)$",
    re.M,
)
_LISTED = re.compile(r"^(issues|refs|aliases|people): \[(.+)\]$", re.M)
_STATUS = re.compile(r"^status: \w+$", re.M)


class Newsroom:
    """A content folder that is edited, and its site, each time succeeded by the next."""

    def __init__(self, folder: Path) -> None:
        self.content = Path(shutil.copytree(SITE, folder / "content"))
        self.site, self.clean = folder / "site", folder / "clean"
        self.memory: Memory | None = None
        self.made_again, self.kept = set[str](), Kept()
        written = build_written(read(self.content), content=self.content)
        self.written = Draft("written by hand", lambda _: written)

    def publish(self) -> None:
        """Make the site anew from what is remembered; raise ContentError where the content has faults."""
        library = read(self.content, kept=self.kept)
        now = remembered(library, repr(library.site))
        before = self.memory if self.memory and self.memory.settings == now.settings else None
        with succeeding(self.site) as place:
            press = Press(place.folder, place.knowing(before.sizes) if before else None)
            faults = write_edition(library, press, now, before, written=self.written)
            place.hold(press.site.files)
            assert faults == []
        kept = before.made if before else {}
        self.made_again = {name for name, made in now.made.items() if made is not kept.get(name)}
        self.memory = now

    def publish_all(self) -> None:
        """Make the same site from nothing, beside it."""
        shutil.rmtree(self.clean, ignore_errors=True)
        library = read(self.content)
        press, now = Press(self.clean), remembered(library, "")
        assert write_edition(library, press, now, written=self.written) == []


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".explainer")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def different(one: Path, other: Path) -> list[str]:
    """The files that are not the same in both folders."""
    here, there = files(one), files(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    made = Newsroom(tmp_path)
    made.publish()
    return made


def reworded(text: str, chance: random.Random) -> str:
    places = list(_PROSE.finditer(text))
    if not places:
        return text
    place = chance.choice(places)
    word = chance.choice(("harvest", "orchard", "later", "again"))
    return f"{text[: place.end()]} {word}{text[place.end() :]}"


def with_less_listed(text: str, chance: random.Random) -> str:
    return _LISTED.sub(lambda m: f"{m[1]}: [{', '.join(m[2].split(', ')[1:])}]", text, count=1)


def with_another_status(text: str, chance: random.Random) -> str:
    status = chance.choice(("proposed", "reviewed", "withdrawn", "draft"))
    return _STATUS.sub(f"status: {status}", text) if _STATUS.search(text) else f"{text}status: {status}\n"


def with_a_note(text: str, chance: random.Random) -> str:
    can_have_one = "speaker:" in text and "note:" not in text
    return f"{text}note: Said at a harvest.\n" if can_have_one else reworded(text, chance)


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    reworded,
    reworded,
    with_less_listed,
    with_another_status,
    with_a_note,
)


def edits(content: Path, chance: random.Random) -> Iterator[dict[Path, bytes | None]]:
    """Yield what files held before, one edit after the other; None for a file that was not there."""
    while True:
        records = sorted(content.glob("*/*.yml"))
        path = chance.choice(records)
        text = path.read_text(encoding="utf-8")
        kind = chance.random()
        if kind < 0.1:
            yield {path: path.read_bytes()}
            continue
        if kind < 0.2:
            twin = path.with_stem(f"{path.stem}-{chance.randrange(1000)}")
            if not twin.exists():
                twin.write_text(text, encoding="utf-8")
                yield {twin: None}
            continue
        if kind < 0.25:
            path = chance.choice([content / "site.yml", *content.glob("sources/*.txt")])
            text = path.read_text(encoding="utf-8")
            changed = f"{text}\nNothing else was said.\n" if path.suffix == ".txt" else reworded(text, chance)
        else:
            changed = chance.choice(CHANGES)(text, chance)
        before = path.read_bytes()
        path.write_text(changed, encoding="utf-8")
        yield {path: before}


def test_after_any_edit_the_site_is_what_a_build_from_nothing_gives(newsroom: Newsroom) -> None:
    same_after(EDITS, newsroom)


def test_so_it_is_where_lists_have_many_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (paging, sheets):
        monkeypatch.setattr(module, "MOST", 1)
    for module in (further, here, issues, people, quotes, sources, timeline):
        monkeypatch.setattr(module, "AT_ONCE", 1)
    monkeypatch.setattr(search_index, "HEAD", 900)
    newsroom = Newsroom(tmp_path)
    newsroom.publish()
    made = files(newsroom.site)
    assert {"glossary/page/2/index.html", "search/terms/0.json"} <= set(made)
    same_after(max(1, EDITS // 2), newsroom)


def same_after(edits_wanted: int, newsroom: Newsroom) -> None:
    """Assert that a site and one built from nothing are the same after so many edits."""
    chance, done, kept = random.Random(os.environ.get("SEED", "5")), 0, 0
    for before in edits(newsroom.content, chance):
        (path, old), *_ = before.items()
        if old is not None and path.read_bytes() == old:
            path.unlink()  # the edit is that the record goes
        try:
            newsroom.publish()
        except ContentError:
            if old is None:
                path.unlink()
            else:
                path.write_bytes(old)
            continue
        newsroom.publish_all()
        assert different(newsroom.site, newsroom.clean) == [], f"after edit {done}, of {path}"
        done += 1
        kept += len(newsroom.made_again) < len(newsroom.memory.made) if newsroom.memory else 0
        if done == edits_wanted:
            break
    assert kept > edits_wanted / 2, "most edits leave most pages as they are"


def test_an_edit_leaves_alone_what_does_not_rest_on_it(newsroom: Newsroom) -> None:
    path = next(iter(sorted((newsroom.content / "events").glob("*.yml"))))
    path.write_text(reworded(path.read_text(encoding="utf-8"), random.Random(1)), encoding="utf-8")
    newsroom.publish()
    assert newsroom.memory and "timeline/" in newsroom.made_again
    assert "data of quote" not in newsroom.made_again
    assert len(newsroom.made_again) < len(newsroom.memory.made) / 2


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_what_only_its_own_page_tells_of_a_record_makes_no_other_page_again(
    newsroom: Newsroom, model: type[AnyRecord]
) -> None:
    for field in model.APART:
        path, text = with_field(newsroom.content / model.FOLDER, field)
        begun = re.sub(rf"^{field}: (\[?)", rf"{field}: \1Later ", text, flags=re.M)
        path.write_text(
            begun.replace("Later ", "Later, " if field == "exempt" else "Later "), encoding="utf-8"
        )
        newsroom.publish()
        newsroom.publish_all()
        own = {f"{model.FOLDER}/{path.stem}/"} if model.HAS_PAGE else set()
        pages = {name for name in newsroom.made_again if name.endswith("/") or not name}
        assert pages == own and f"data of {model.KIND}" in newsroom.made_again, field
        assert different(newsroom.site, newsroom.clean) == [], field


def with_field(folder: Path, field: str) -> tuple[Path, str]:
    """A record that has a field; tests/sites/complete has one of every field."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yml"))}
    return next((path, text) for path, text in texts.items() if re.search(rf"^{field}: ", text, re.M))


def test_pages_written_by_hand_rest_on_the_records_that_they_name_alone(newsroom: Newsroom) -> None:
    library = read(newsroom.content)
    build_written(library, content=newsroom.content)
    assert not library.asked & {"quote", "quote ids", "issue", "source ids"}


def test_a_file_that_somebody_changed_or_took_away_is_made_anew(newsroom: Newsroom) -> None:
    changed, gone = newsroom.site / "glossary/index.html", newsroom.site / "quotes/index.html"
    changed.write_text("somebody was here", encoding="utf-8")
    gone.unlink()
    newsroom.publish()
    newsroom.publish_all()
    assert different(newsroom.site, newsroom.clean) == []


def test_who_asks_for_a_record_that_is_not_there_is_made_again_when_it_comes(newsroom: Newsroom) -> None:
    library = read(newsroom.content)
    library.index.records["term"].clear()
    assert library.get("term:tide") is None and "term:tide" in library.asked


def test_the_pages_asked_for_first_are_there_before_all_others(tmp_path: Path) -> None:
    library, press, seen = read(SITE), Press(tmp_path, sealed=False), list[str]()
    first = {f"quotes/{next(iter(library.quotes))}/", ""}
    now = remembered(library, "")
    write_edition(library, press, now, first=first, ready=lambda: seen.extend(press.site.files))
    assert set(seen) == {f"{page}index.html" for page in first} and len(press.site.files) > 50
