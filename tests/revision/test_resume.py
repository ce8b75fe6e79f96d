"""An archive is read on all cores, and a killed run is taken up where it was: the same bytes either way."""

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from mixtures import write

from explainer.articles.article import read
from extraction.candidates import Extraction
from extraction.topics import CATALOGUE, Catalogue
from reading.metadata import Metadata
from revision import checkpoint
from revision.checkpoint import EVERY, Checkpoint
from revision.extractor import extract
from revision.parallel import Cores
from revision.run import Options, revise
from revision.weighing import weigh

ARTICLES = 2 * EVERY + 5
KILLED_AT = EVERY + 7
KILLED = f"""
import os, signal, sys
from pathlib import Path
from revision.extractor import extract
from revision.parallel import Cores
from revision.run import Options, revise
calls = []
def until_killed(text, topics, language=None):
    calls.append(text)
    if len(calls) == {KILLED_AT}:
        os.kill(os.getpid(), signal.SIGKILL)
    return extract(text, topics)
revise(Path(sys.argv[1]), Options(extract=until_killed))
"""


def files(content: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose articles were extracted in one go."""
    content = tmp_path_factory.mktemp("whole") / "content"
    write(content, random.Random(5), articles=ARTICLES)
    revise(content, Options(workers=Cores(1)))
    return content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The same articles, not extracted yet."""
    write(tmp_path / "content", random.Random(5), articles=ARTICLES)
    return tmp_path / "content"


def test_a_killed_run_is_taken_up_where_it_was(content: Path, whole: Path) -> None:
    before = files(content)
    done = subprocess.run([sys.executable, "-c", KILLED, str(content)], check=False)
    assert done.returncode == -signal.SIGKILL
    left = content / ".extracted" / checkpoint.NAME
    assert len(left.read_bytes().splitlines()) == EVERY
    assert files(content).items() - before.items() == {(f".extracted/{checkpoint.NAME}", left.read_bytes())}
    texts: list[str] = []

    def counted(text: str, topics: Catalogue, language: str | None = None) -> Extraction:
        texts.append(text)
        return extract(text, topics)

    told: list[tuple[str, int, int]] = []
    revise(content, Options(extract=counted, progress=lambda *numbers: told.append(numbers)))
    assert len(texts) == ARTICLES - EVERY
    assert told[:ARTICLES] == [("Articles", number, ARTICLES) for number in range(1, ARTICLES + 1)]
    steps = [*dict.fromkeys(what for what, _, _ in told)]
    assert steps == ["Articles", "Articles put into records", "Articles merged", "Files written"]
    assert files(content) == files(whole)


def test_articles_that_were_renamed_after_a_kill_are_read_again(content: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(content)], check=False)
    for number, path in enumerate(sorted((content / "sources").iterdir())):
        path.rename(path.with_name(f"another-{chr(97 + number % 26)}{chr(97 + number // 26)}{path.suffix}"))
    again = tmp_path / "again"
    shutil.copytree(content / "sources", again / "sources")
    revise(content, Options())
    revise(again, Options())
    assert files(content) == files(again)


def test_many_processes_write_the_same_bytes_as_one(content: Path, whole: Path) -> None:
    revise(content, Options(workers=Cores(2)))
    assert files(content) == files(whole)


def test_what_a_kill_cut_short_or_another_version_left_is_read_again(content: Path, whole: Path) -> None:
    left = content / ".extracted" / checkpoint.NAME
    left.parent.mkdir()
    left.write_bytes(b'{"key": "0", "done": {"article": {"te')
    revise(content, Options())
    assert files(content) == files(whole)


def test_a_torn_line_is_cut_off_before_more_is_added(tmp_path: Path) -> None:
    path = tmp_path / checkpoint.NAME
    article = "The quay\n\n“It stays,” Ana Roe said. It cost 1/3 of £4.5 million, or -7%.\n"
    first = Checkpoint(path)
    found = extract(article, CATALOGUE)
    weighed = weigh(found, article, source="quay")
    assert weighed.quotes and weighed.figures
    done = checkpoint.Done(read(article.encode(), ".txt"), Metadata(), found, weighed)
    for number in range(EVERY):
        first.add(str(number), done)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    second = Checkpoint(path)
    assert list(second.done()) == [str(number) for number in range(EVERY - 1)]
    assert set(map(repr, second.done().values())) == {repr(done)}
    assert whole.startswith(path.read_bytes()) and path.read_bytes().endswith(b"\n")
