"""What extraction proposes, the check accepts. Always, whatever articles meet."""

import random
from pathlib import Path

import pytest
from mixtures import write
from newsroom import build

from explainer.library.reading import read
from revision.run import Options, revise

MIXTURES = 16
MOST = 14


@pytest.mark.parametrize("seed", range(MIXTURES))
def test_records_of_any_mixture_of_articles_pass_the_check(seed: int, tmp_path: Path) -> None:
    chance, content = random.Random(seed), tmp_path / "content"
    write(content, chance, articles=chance.randint(2, MOST))
    outcome = revise(content, Options())
    assert not outcome.set_aside
    library = read(content)  # raises where the check finds an error
    assert len(library.articles) == outcome.articles
    assert library.quotes and library.people
    assert not revise(content, Options()).plan.writes, "a second run has nothing to do"


def test_records_pass_the_check_when_articles_come_one_by_one(tmp_path: Path) -> None:
    content, later = tmp_path / "content", tmp_path / "later"
    write(later, random.Random(99), articles=12)
    (content / "sources").mkdir(parents=True)
    for path in sorted((later / "sources").iterdir()):
        path.rename(content / "sources" / path.name)
        revise(content, Options())
        read(content)


def test_a_mixture_of_articles_builds(tmp_path: Path) -> None:
    write(tmp_path / "content", random.Random(0), articles=8)
    done = build(tmp_path / "content", tmp_path / "site")
    assert done.returncode == 0, done.stderr
