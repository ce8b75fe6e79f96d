"""One bad article is one bad article: everything else is read, built and served."""

from pathlib import Path

import pytest
from newsroom import build

from command import SET_ASIDE
from explainer.library.reading import read
from revision.run import Options, revise

GOOD = "The quay vote\n\n“The quay stays,” Ana Roe said. It cost $4 million.\n"
BAD = b"The dam\n\n\xfe\xfe\xff \x00 \x01\x02 said.\n"
"""No encoding at all."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources/good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_a_bad_article_is_set_aside_and_the_others_are_built(content: Path) -> None:
    (content / "sources/bad.txt").write_bytes(BAD)
    (content / "sources/empty.html").write_text("<p hidden>Nothing</p>", encoding="utf-8")
    (content / "sources/link.txt").symlink_to("good.txt")
    site = content.parent / "site"
    for _ in range(2):
        done = build(content, site)
        assert done.returncode == SET_ASIDE, done.stderr
        heading, *listed = done.stderr.splitlines()[-4:]
        assert heading == "3 articles were set aside, all others were read:"
        assert [line.split(":")[0].strip() for line in listed] == [
            str(content / "sources" / name) for name in ("bad.txt", "empty.html", "link.txt")
        ]
        assert "bad.txt:3:" in listed[0]
    assert (site / "quotes/roe-quay-stays/index.html").is_file()


def test_a_file_has_one_warning_and_comments_none(content: Path) -> None:
    odd = "# Odd\n\n<!-- The desk. -->\n\nA\u200b b.\n\nC\u200b d.\n\n<p hidden>E</p>\n"
    (content / "sources/odd.md").write_text(odd, encoding="utf-8")
    fine = "# Fine\n\n<!-- The desk. -->\n\nAll is well.\n"
    (content / "sources/fine.md").write_text(fine, encoding="utf-8")
    revise(content, Options())
    (warning,) = read(content).warnings
    assert warning.path.name == "odd.md" and "look at line" in warning.message


def test_a_name_that_no_record_can_hold_is_set_aside_with_its_article(content: Path) -> None:
    (content / "sources/turned\u202e.txt").write_text(GOOD, encoding="utf-8")
    (problem,) = revise(content, Options()).set_aside
    assert "rename it" in problem.message and "\u202e" not in str(problem)


def test_what_rests_on_an_article_that_broke_is_withheld_and_kept(content: Path) -> None:
    other = content / "sources/other.txt"
    other.write_text(GOOD.replace("quay", "dam").replace("Ana", "Ben"), encoding="utf-8")
    revise(content, Options())
    before = {path: path.read_bytes() for path in content.rglob("*.yml")}
    other.write_bytes(BAD)
    outcome = revise(content, Options())
    assert not outcome.plan.steps and len(outcome.set_aside) == 1
    assert before == {path: path.read_bytes() for path in content.rglob("*.yml")}
    library = read(content)
    assert [problem.path.name for problem in library.set_aside] == ["other.txt"]
    assert list(library.quotes) == ["roe-quay-stays"]
    assert list(library.texts) == ["good"]
    done = build(content, content.parent / "site")
    assert done.returncode == SET_ASIDE, done.stderr
    assert "dam stays" not in (content.parent / "site/quotes/index.html").read_text(encoding="utf-8")
