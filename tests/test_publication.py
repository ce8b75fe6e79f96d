"""The site's folder is replaced as a whole, and only by a whole one."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from atomic import marker
from atomic.marker import Times, mark
from atomic.staging import Busy, Foreign, refuse_foreign, staged, succeeding, swap
from explainer.rendered import Press
from settings import shows_proposed

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


def write(site: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = site / name.replace("__", "/") / "index.html" if name != "home" else site / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return site


def made(site: Path, **pages: str) -> Path:
    """A folder as a build leaves it."""
    write(site, **pages)
    mark(site)
    return site


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = made(tmp_path / "site", home="old", gone="old")
    with staged(site) as staging:
        write(staging, home="new")
    assert "new" in (site / "index.html").read_text()
    assert not (site / "gone").exists()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_a_failed_build_leaves_the_old_site_whole(tmp_path: Path) -> None:
    site = made(tmp_path / "site", home="old")
    with pytest.raises(ZeroDivisionError), staged(site) as staging:
        write(staging, home="half")
        raise ZeroDivisionError
    assert "old" in (site / "index.html").read_text()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    with staged(tmp_path / "out/site") as staging:
        write(staging, home="new")
    assert (tmp_path / "out/site/index.html").is_file()


def test_a_folder_of_somebody_elses_is_never_replaced(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    refuse_foreign(tmp_path / "empty")
    (tmp_path / "content/quotes").mkdir(parents=True)
    (tmp_path / "thesis.txt").write_text("years of work")
    for foreign in (tmp_path / "content", tmp_path / "thesis.txt", tmp_path):
        with pytest.raises(Foreign, match="name a folder"):
            refuse_foreign(foreign)


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("CNAME", "CNAME"),
        (".nojekyll", ".nojekyll"),
        (".git/HEAD", ".git"),
        ("gone/photo.jpg", "gone/photo.jpg"),
        ("archive/2019/index.html", "archive"),
        ("line\nbreak", r"line\nbreak"),
        (".explainer-notes.txt", ".explainer-notes.txt"),
        ("drafts/.explainer", "drafts"),
    ],
)
def test_a_file_of_somebody_elses_in_our_folder_is_named_and_stops_the_build(
    tmp_path: Path, added: str, told: str
) -> None:
    site = made(tmp_path / "site", home="old", gone="old")
    (site / added).parent.mkdir(parents=True, exist_ok=True)
    (site / added).write_text("ours", encoding="utf-8")
    with pytest.raises(Foreign) as caught, staged(site):
        pass
    assert f"remove what it did not make: {told}; move it" in str(caught.value)
    assert (site / added).read_text(encoding="utf-8") == "ours"


def test_what_comes_into_our_folder_during_a_build_is_not_removed_either(tmp_path: Path) -> None:
    site = made(tmp_path / "site", home="old")
    with pytest.raises(Foreign, match="CNAME"), staged(site) as staging:
        write(staging, home="new")
        (site / "CNAME").write_text("a.example")
    assert names(site) == [".explainer", "CNAME", "index.html"]


@pytest.mark.parametrize("marker", ["", "index.html\n", "link"])
def test_a_marker_that_we_did_not_write_marks_nothing(tmp_path: Path, marker: str) -> None:
    site = write(tmp_path / "site", home="somebody's")
    if marker == "link":
        (site / ".explainer").symlink_to(made(tmp_path / "other", home="ours") / ".explainer")
    else:
        (site / ".explainer").write_text(marker)
    with pytest.raises(Foreign, match="no site of ours"):
        refuse_foreign(site)


def test_nothing_is_replaced_through_a_symbolic_link(tmp_path: Path) -> None:
    target = made(tmp_path / "target", home="theirs")
    link = tmp_path / "link"
    link.symlink_to(target)
    for _ in range(2):
        with pytest.raises(Foreign, match="is a symbolic link; name the folder itself"), staged(link):
            pass
    assert link.is_symlink() and names(target) == [".explainer", "index.html"]
    site = made(tmp_path / "site", home="old")
    (site / "photos").symlink_to(target)
    with pytest.raises(Foreign, match="did not make: photos;"):
        refuse_foreign(site)


def succeeded(site: Path, *, home: str) -> None:
    """A site of one page in the place of the one before, as `make site` leaves it."""
    with succeeding(site) as place:
        write(place.folder, home=home)
        place.hold({"index.html"})


@pytest.fixture
def strayed(tmp_path: Path) -> Path:
    """A site into which a file came while the next was made."""
    site = tmp_path / "site"
    succeeded(site, home="one")
    with succeeding(site) as place:
        write(place.folder, home="two")
        place.hold({"index.html"})
        (site / "CNAME").write_text("a.example")
    return site


def test_what_comes_into_the_site_while_the_next_is_made_comes_back_and_is_told(strayed: Path) -> None:
    succeeded(strayed, home="three")
    assert (strayed / "CNAME").read_text() == "a.example" and "three" in (strayed / "index.html").read_text()
    with pytest.raises(Foreign, match="CNAME"):
        succeeded(strayed, home="four")
    assert (strayed / "CNAME").read_text() == "a.example"


def test_a_build_that_fails_does_not_remove_it_either(strayed: Path) -> None:
    with pytest.raises(ZeroDivisionError), succeeding(strayed) as place:
        place.hold({"index.html"})
        write(place.folder, home="three")
        raise ZeroDivisionError
    assert "two" in (strayed / "index.html").read_text()
    assert names(strayed.with_name(".site.next")) == ["CNAME"]
    with pytest.raises(Foreign, match=r"\.site\.next"):
        succeeded(strayed, home="four")
    assert names(strayed.with_name(".site.next")) == ["CNAME"]


FILL = """
import resource, sys
from pathlib import Path
from atomic.staging import succeeding
from explainer.rendered import Press
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
with succeeding(Path(sys.argv[1])) as place:
    press = Press(place.folder)
    place.hold(press.site.files)
    press.files([("a/small.txt", b"x"), ("a/large.txt", b"x" * 5_000)])
"""


def test_what_a_full_disk_cut_short_stops_no_later_build(tmp_path: Path) -> None:
    site = tmp_path / "site"
    succeeded(site, home="old")
    fill = [sys.executable, "-c", FILL, str(site)]
    full = subprocess.run([*fill, "1000"], capture_output=True, text=True, check=False)
    assert f"File too large: '{tmp_path / '.site.next/a/large.txt'}'" in full.stderr
    assert names(site) == [".explainer", "index.html"] and not (tmp_path / ".site.next").exists()
    subprocess.run([*fill, "9000"], check=True)
    assert names(site) == [".explainer", "a/large.txt", "a/small.txt"]


def test_what_was_lent_to_a_page_that_is_made_anew_after_all_does_not_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    succeeded(site, home="old")
    with succeeding(site) as place:
        size = (site / "index.html").stat()
        assert place.knowing({"index.html": (size.st_size, size.st_mtime_ns)}).bring("index.html")
        place.hold(set())
    assert names(site) == [".explainer"]


class Successor:
    """A site of some pages that is made again and again, and what each time leaves for the next."""

    def __init__(self, site: Path) -> None:
        self.site, self.times = site, Times()
        self.pages = {f"{kind}/{page}/index.html": f"{kind} {page}" for kind in "ab" for page in "xyz"}
        self.sizes: dict[str, tuple[int, int]] = {}

    def succeed(self) -> list[str]:
        """Make the site again; return the files that had to be written."""
        with succeeding(self.site, times=self.times) as place:
            press = Press(place.folder, place.knowing(self.sizes))
            place.hold(press.site.files)
            written = [name for name in self.pages if not press.keep({name: None})]
            press.files((name, f"<!doctype html><p>{self.pages[name]}</p>".encode()) for name in written)
        self.sizes, self.times = press.sizes, place.times
        return written


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Successor:
    """A site made so often that all its folders are known, and those of the one before it."""
    monkeypatch.setattr("atomic.marker._TICK", 0)  # else they would have to rest a while
    successor = Successor(tmp_path / "site")
    for _ in range(4):
        successor.succeed()
    assert len(successor.times) == 2 * 9  # with the outermost, a, b and the pages' own
    return successor


def test_folders_known_to_hold_ours_alone_are_not_looked_into_again(
    settled: Successor, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_into: list[str] = []
    look = marker._others

    def noting(folder: Path, name: str, ours: marker.Ours) -> Iterator[str]:
        looked_into.append(name)
        return look(folder, name, ours)

    monkeypatch.setattr(marker, "_others", noting)
    assert settled.succeed() == [] and looked_into == [""]


@pytest.mark.parametrize(
    ("place", "told"), [("", "CNAME"), ("a", "a/CNAME"), ("a/x", "a/x/CNAME"), ("b/new", "b/new")]
)
def test_what_comes_into_a_known_folder_is_found_all_the_same(
    settled: Successor, place: str, told: str
) -> None:
    (settled.site / place).mkdir(exist_ok=True)
    (settled.site / place / "CNAME").write_text("a.example")
    for _ in range(2):
        with pytest.raises(Foreign, match=f"did not make: {told};"):
            settled.succeed()
    assert (settled.site / place / "CNAME").read_text() == "a.example"


def test_what_comes_into_the_next_site_is_found_when_it_takes_its_place(settled: Successor) -> None:
    (settled.site.with_name(".site.next") / "b/y/CNAME").write_text("a.example")
    assert settled.succeed() == []
    for _ in range(2):
        with pytest.raises(Foreign, match="did not make: b/y/CNAME;"):
            settled.succeed()


def test_a_folder_that_was_empty_is_looked_into_when_something_comes_into_it(settled: Successor) -> None:
    (settled.site / "a/mine").mkdir()
    for _ in range(4):
        settled.succeed()
    for beside in ("site", ".site.next"):
        if (mine := settled.site.with_name(beside) / "a/mine").is_dir():
            (mine / "precious.txt").write_text("mine")
    with pytest.raises(Foreign, match="did not make: a/mine;"):
        for _ in range(2):
            settled.succeed()


def test_what_is_left_in_a_folder_that_is_ours_no_more_is_found(settled: Successor) -> None:
    (settled.site.with_name(".site.next") / "a/x/CNAME").write_text("a.example")
    del settled.pages["a/x/index.html"]
    settled.succeed()
    for _ in range(2):
        with pytest.raises(Foreign, match="did not make: a/x;"):
            settled.succeed()


def test_where_times_are_told_in_seconds_an_older_page_is_not_taken_for_the_last(settled: Successor) -> None:
    name, second = "a/y/index.html", 1_700_000_000 * 10**9
    older = settled.site.with_name(".site.next") / name
    older.unlink()
    older.write_text("<!doctype html><p>a ?</p>")
    for path in (older, settled.site / name):
        os.utime(path, ns=(second, second))
    settled.sizes[name] = older.stat().st_size, second
    settled.succeed()
    assert "a y" in (settled.site / name).read_text()


def test_nothing_is_written_through_a_folder_that_somebody_made_a_link(settled: Successor) -> None:
    big = write(settled.site.with_name("big"), y="theirs")
    place = settled.site.with_name(".site.next") / "a"
    place.rename(settled.site.with_name("away"))
    place.symlink_to(big)
    settled.pages["a/y/index.html"] = "another"
    with pytest.raises(Foreign, match="is not ours"):
        settled.succeed()
    assert "theirs" in (big / "y/index.html").read_text()


@pytest.mark.parametrize("beside", ["site", ".site.next"])
def test_a_page_changed_by_hand_is_mended(settled: Successor, beside: str) -> None:
    page = settled.site.with_name(beside) / "a/y/index.html"
    page.write_text("changed in its place, and so in both folders")
    assert settled.succeed() == ["a/y/index.html"]
    assert settled.succeed() == []
    page.unlink()
    page.write_text("another file in its place, in one of them")
    for _ in range(2):
        assert settled.succeed() == []
        assert "a y" in (settled.site / "a/y/index.html").read_text()
    (settled.site / "a/y/index.html").unlink()
    assert settled.succeed() == [] and "a y" in (settled.site / "a/y/index.html").read_text()


@pytest.mark.parametrize("name", [".site.next", ".site.last", ".site.lock"])
def test_what_stands_where_a_build_works_is_not_removed(tmp_path: Path, name: str) -> None:
    site, precious = made(tmp_path / "site", home="old"), write(tmp_path / "precious", home="work")
    (tmp_path / name).symlink_to(precious / "index.html" if name.endswith("lock") else precious)
    with pytest.raises((Foreign, OSError)), staged(site):
        pass
    assert "work" in (precious / "index.html").read_text()
    (tmp_path / name).unlink()
    if not name.endswith("lock"):
        precious.rename(tmp_path / name)
        with pytest.raises(Foreign, match="is not ours"), staged(site):
            pass
        assert names(tmp_path / name) == ["index.html"]


def test_a_folder_that_came_with_a_checkout_leads_nowhere_else(tmp_path: Path) -> None:
    precious = write(tmp_path / "precious", home="work")
    site = made(tmp_path / "site", home="old")
    beside = made(tmp_path / ".site.next", gone="old")
    (beside / "quotes").symlink_to(precious)
    marker = beside / ".explainer"
    marker.write_text(f"{marker.read_text()}quotes/index.html\n")
    with pytest.raises(Foreign, match="is not ours"):
        succeeded(site, home="new")
    (beside / "quotes").unlink()
    marker.write_text(f"{marker.read_text()}../precious/index.html\n{precious}/index.html\na\0b\n")
    succeeded(site, home="new")
    assert "new" in (site / "index.html").read_text() and not (site / "gone").exists()
    assert "work" in (precious / "index.html").read_text()


@pytest.mark.parametrize("left", [[], [".explainer.new"], [".explainer", "index.html"]])
def test_what_a_killed_build_left_is_removed(tmp_path: Path, left: list[str]) -> None:
    (tmp_path / ".site.next").mkdir()
    if ".explainer" in left:
        mark(tmp_path / ".site.next")
    for name in left:
        (tmp_path / ".site.next" / name).touch()
    with staged(tmp_path / "site") as staging:
        write(staging, home="new")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["site"]


PLACES = {
    ".": "is the folder you work in",
    "..": "is the folder you work in",
    "": "is the folder you work in",
    "/": "is the folder you work in",
    "../work/.": "is the folder you work in",
    "../lnk": "is a symbolic link",
    "../lnk/": "is a symbolic link",
    "../full": "name a folder that is new or empty",
    "../file": "is a file",
}


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one works in, empty, and around it what is not ours."""
    for folder in ("work", "full", "target"):
        (tmp_path / folder).mkdir()
    (tmp_path / "full/thesis.txt").write_text("years of work")
    (tmp_path / "file").write_text("a file")
    (tmp_path / "lnk").symlink_to("target")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_is_not_ours_to_replace_is_refused(work: Path, place: str) -> None:
    with pytest.raises(Foreign, match=PLACES[place]), staged(Path(place)):
        pass
    assert names(work) == ["file", "full/thesis.txt"] and (work / "lnk").is_symlink()


@pytest.mark.parametrize("command", ["build.py --no-extract --site", "export.py --out"])
@pytest.mark.parametrize(("place", "told"), [(".", PLACES["."]), (b"../file/\xff", "File exists")])
def test_the_commands_refuse_it_in_one_line(work: Path, command: str, place: str | bytes, told: str) -> None:
    script, *options = command.split()
    content = SCRIPTS.parent / "tests/sites/complete"
    run = [sys.executable, str(SCRIPTS / script), "--content", str(content), *options, place]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert result.returncode == 1 and told in result.stderr and result.stderr.count("\n") == 1
    assert names(work) == ["file", "full/thesis.txt"]


def test_the_same_folder_is_built_again_and_again(tmp_path: Path) -> None:
    content = SCRIPTS.parent / "tests/sites/complete"
    for script, option in (("build.py", "--site"), ("export.py", "--out")):
        run = [
            sys.executable,
            str(SCRIPTS / script),
            "--content",
            str(content),
            option,
            str(tmp_path / script),
        ]
        run += ["--no-extract"] if script == "build.py" else []
        for _ in range(2):
            result = subprocess.run(run, capture_output=True, text=True, check=False)
            assert result.returncode == 0, result.stderr
        listed = (tmp_path / script / ".explainer").read_text(encoding="utf-8").splitlines()[1:]
        assert listed == [name for name in names(tmp_path / script) if name != ".explainer"]


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("extra: {show_proposed: false}", False),
        ("extra: {show_proposed: true}", True),
        ("nav: [{Home: index.md}]", True),
        ("extra:", True),
    ],
)
def test_the_setting_for_proposed_records_counts_in_every_command(
    tmp_path: Path, settings: str, shown: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert shows_proposed(tmp_path / "content") is shown


def test_two_builds_of_one_site_do_not_run_at_once(tmp_path: Path) -> None:
    with staged(tmp_path / "site"), pytest.raises(Busy, match=str(os.getpid())), staged(tmp_path / "site"):
        pass


def test_a_swap_without_atomic_exchange_is_mended_after_a_kill_in_between(tmp_path: Path) -> None:
    site = made(tmp_path / "site", home="old")
    site.rename(tmp_path / ".site.last")
    made(tmp_path / ".site.next", home="half")
    with staged(site):
        assert "old" in (site / "index.html").read_text()
    assert not (tmp_path / ".site.last").exists()


def test_a_swap_loses_neither_side(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one", home="1"), write(tmp_path / "other", home="2")
    swap(one, other)
    assert "2" in (one / "index.html").read_text()
    assert "1" in (other / "index.html").read_text()


_BUILDER = """
import sys
from pathlib import Path
from atomic.staging import staged
site = Path(sys.argv[1])
for number in range(10_000):
    with staged(site) as staging:
        for page in range(20):
            (staging / f"{page}.html").write_text(str(number))
"""


def test_a_killed_build_leaves_a_whole_site_at_any_instant(tmp_path: Path) -> None:
    site, chance = tmp_path / "site", random.Random(1)
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", _BUILDER, str(site)], env={"PYTHONPATH": str(SCRIPTS)}
        )
        while not site.exists():
            time.sleep(0.01)
        time.sleep(0.15 + chance.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        process.wait()
        pages = list(site.glob("*.html"))
        assert len(pages) == 20
        assert len({path.read_text() for path in pages}) == 1
