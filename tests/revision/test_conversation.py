"""What a run tells the writer, word for word."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import wire
import yaml

from explainer.errors import ContentError
from explainer.strict_yaml.patch import patch
from revision.outcome import Outcome
from revision.plan import Settings
from revision.report import report
from revision.run import Options, revise

FIRST = wire.Passage("Ana Ruiz", tuple(["the", "quay", "is", "full", "of", "boats", "today"]), 12)
SECOND = wire.Passage(
    "Ben Okoro", tuple(["nobody", "has", "asked", "those", "who", "fish", "right", "here"]), 40
)
MORE = [wire.Passage("Chloe Marsh", (f"tide{n}", *["comes", "in", "at", "noon"]), 50 + n) for n in range(8)]
QUOTE = "quotes/ruiz-quay-is-full.yml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/sources").mkdir(parents=True)
    publish(FIRST, SECOND)
    run()
    return Path("content")


def publish(*passages: wire.Passage) -> None:
    Path("content/sources/wire.txt").write_text(wire.article([*passages, *MORE]), encoding="utf-8")


def run(**settings: object) -> Outcome:
    chosen = Settings(**settings)  # type: ignore[arg-type]
    return revise(Path("content"), Options(settings=chosen, extract=wire.extract))


def edit(file: str, **changes: str) -> None:
    path = Path("content", file)
    path.write_bytes(patch(path.read_bytes(), changes))


def told(**settings: object) -> str:
    return report(run(**settings))


def test_a_conflict_reads_like_a_colleagues_note(content: Path) -> None:
    edit(QUOTE, speaker="ben-okoro")
    publish(FIRST.with_word(5, "boat"), SECOND)
    assert told().endswith(
        """\
1 conflict needs a decision; what you wrote was left as it is.

content/quotes/ruiz-quay-is-full.yml:3: you changed this, and so did the article (content/sources/wire.txt:2)
    exact
        the article said     “the quay is full of boats today.”
        it now says          “the quay is full of boat today.”
        your file says       the same as before
    speaker
        the article said     “ana-ruiz”
        it now says          the same as before
        your file says       “ben-okoro”
    to keep what you wrote:         make extract ARGS="--take ours ruiz-quay-is-full"
    to take what the article says:  make extract ARGS="--take theirs ruiz-quay-is-full"\
"""
    )


def test_new_quotes_are_listed_with_the_names_of_who_spoke(content: Path) -> None:
    for path in [*content.glob(".extracted/*"), *content.glob("quotes/*.yml")]:
        path.unlink()
    text = told()
    assert "“the quay is full of boats today.” Ana Ruiz\n" in text
    assert "ana-ruiz\n" not in text


def test_words_that_were_checked_are_asked_about_in_their_own_terms(content: Path) -> None:
    edit(QUOTE, status="checked")
    publish(FIRST.with_word(5, "boat"), SECOND)
    text = told()
    assert "you checked this, and the article has changed since (content/sources/wire.txt:2)" in text
    assert "to keep what you checked:" in text


def test_a_record_that_was_deleted_and_changed_is_asked_about(content: Path) -> None:
    Path("content", QUOTE).unlink()
    publish(FIRST.with_word(5, "boat"), SECOND)
    text = told()
    assert f"content/{QUOTE}:1: you deleted this record, and the article now says something else" in text
    assert "your file says" not in text
    assert 'to have the record back:        make extract ARGS="--take theirs ruiz-quay-is-full"' in text


def test_a_passage_that_vanished_under_an_edit_is_asked_about(content: Path) -> None:
    edit(QUOTE, speaker="ben-okoro")
    publish(SECOND)
    text = told()
    assert "you edited this record, and its passage is no longer in the article" in text
    assert "it now says" not in text
    assert "to mark it orphaned:" in text


@pytest.mark.parametrize(("side", "speaker"), [("ours", "ben-okoro"), ("theirs", "ana-ruiz")])
def test_a_settled_conflict_is_not_asked_about_again(content: Path, side: str, speaker: str) -> None:
    edit(QUOTE, speaker="ben-okoro")
    publish(FIRST.with_word(5, "boat"), SECOND)
    assert run().plan.conflicts
    text = told(take=side, only=frozenset({"ruiz-quay-is-full"}))
    assert "Settled: 1 conflict\n  quotes/ruiz-quay-is-full" in text
    assert f"speaker: {speaker}\n" in Path("content", QUOTE).read_text(encoding="utf-8")
    assert told() == "Nothing to do: 1 article, none new or changed."


def test_taking_a_side_for_one_record_leaves_the_others_open(content: Path) -> None:
    edit(QUOTE, speaker="ben-okoro")
    edit("quotes/okoro-nobody-has-asked.yml", speaker="ana-ruiz")
    publish(FIRST.with_word(5, "boat"), SECOND.with_word(7, "herein"))
    outcome = run(take="theirs", only=frozenset({"ruiz-quay-is-full"}))
    assert [each.ref for each in outcome.plan.conflicts] == ["quotes/okoro-nobody-has-asked"]


def test_an_id_nobody_asked_about_is_told(content: Path) -> None:
    text = told(take="ours", only=frozenset({"ruiz-quey"}))
    assert "No open conflict has the id ruiz-quey." in text


def test_a_plan_writes_nothing(content: Path) -> None:
    publish(FIRST.with_word(5, "boat"), SECOND)
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    outcome = revise(content, Options(only_plan=True, extract=wire.extract))
    text = report(outcome, planned=True)
    assert (
        f"Would bring up to date: 1 source, 10 quotes, 10 figures\n"
        f"  content/{QUOTE}:3  exact, end\n"
        f"  20 records only moved within the article\n" in text
    )
    assert text.endswith("Nothing was written: this was the plan.")
    assert before == {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_a_broken_file_stops_the_run_before_anything_is_written(content: Path) -> None:
    broken = "<<<<<<< HEAD\nexact: a\n=======\nexact: b\n>>>>>>> theirs\n"
    for damage in ("", "# only a comment\n", broken, "exact: [a\n"):
        Path("content", QUOTE).write_text(damage, encoding="utf-8")
        publish(FIRST, SECOND.with_word(7, "herein"))
        refused(lambda: run(), f"content/{QUOTE}:")


def test_a_broken_base_is_not_taken_for_a_missing_one(content: Path) -> None:
    base = content / ".extracted/wire.json"
    base.write_bytes(base.read_bytes()[:200])
    refused(lambda: run(), "content/.extracted/wire.json:", "git checkout --ours FILE")


def test_an_article_that_became_another_is_asked_about(content: Path) -> None:
    Path("content/sources/wire.txt").write_text(wire.article([SECOND]), encoding="utf-8")
    refused(lambda: run(), "content/sources/wire.txt:1:1", "18 of its 20 records", "--accept-orphans")
    outcome = run(accept_orphans=True)
    assert sum(step.action == "orphaned" for step in outcome.plan.steps) == 18
    assert told() == "Nothing to do: 1 article, none new or changed."


def test_an_article_that_is_gone_is_asked_about(content: Path) -> None:
    Path("content/sources/wire.txt").unlink()
    refused(lambda: run(), "the article is gone, so that 20 of its 20 records")
    assert "The article of wire is gone" in told(accept_orphans=True)
    assert told() == "Nothing to do: 0 articles, none new or changed."


def test_a_folder_that_is_gone_is_asked_about(content: Path) -> None:
    for path in Path("content/quotes").iterdir():
        path.unlink()
    Path("content/quotes").rmdir()
    publish(SECOND, FIRST)
    refused(lambda: run(), "content/quotes:1:1: 10 of 10 records are missing", "--accept-deletions")
    run(accept_deletions=True)
    assert not Path("content/quotes").exists()


def test_one_deleted_file_is_a_decision(content: Path) -> None:
    Path("content", QUOTE).unlink()
    publish(FIRST, replace(SECOND, opening="Later"))
    run()
    assert not Path("content", QUOTE).exists()


def test_a_quote_that_was_moved_to_another_file_is_not_proposed_again(content: Path) -> None:
    Path("content", QUOTE).rename("content/quotes/full-quay.yml")
    publish(wire.Passage("Ben Okoro", ("entirely", "new", "words"), 77), FIRST, SECOND)
    run()
    assert not Path("content", QUOTE).exists()
    assert "start: 1" in Path("content/quotes/full-quay.yml").read_text(encoding="utf-8")


def test_an_article_under_another_name_is_the_same_article(content: Path) -> None:
    edit(QUOTE, speaker="ben-okoro")
    Path("content/sources/wire.txt").rename("content/sources/harbour-wire.txt")
    outcome = run(accept_orphans=False)
    assert not outcome.plan.conflicts and not [
        step for step in outcome.plan.steps if step.action != "changed"
    ]
    record = Path("content/sources/wire.yml").read_text(encoding="utf-8")
    assert "file: harbour-wire.txt" in record
    assert "speaker: ben-okoro" in Path("content", QUOTE).read_text(encoding="utf-8")
    assert run().written == 0


def test_a_new_name_is_written_down_before_the_words_change_too(content: Path) -> None:
    Path("content", QUOTE).rename("content/quotes/full-quay.yml")
    run()
    edit("quotes/full-quay.yml", exact="The quay is full.")
    publish(FIRST.with_word(5, "boat"), SECOND)
    assert [each.ref for each in run().plan.conflicts] == ["quotes/full-quay"]


def test_a_new_name_is_written_down_while_a_conflict_is_open(content: Path) -> None:
    edit(QUOTE, speaker="ben-okoro")
    publish(FIRST.with_word(5, "boat"), SECOND)
    run()
    Path("content", QUOTE).rename("content/quotes/full-quay.yml")
    assert [each.ref for each in run().plan.conflicts] == ["quotes/full-quay"]
    own = "source: wire\nexact: the quay is full of boats today.\n"
    Path("content/quotes/own.yml").write_text(own, encoding="utf-8")
    assert [each.ref for each in run().plan.conflicts] == ["quotes/full-quay"]


def test_an_issue_a_writer_adds_is_marked_in_articles_already_read(content: Path) -> None:
    text = 'title: Trade\nquestion: What?\nsummary: "It is."\n'
    Path("content/issues").mkdir()
    Path("content/issues/fishing.yml").write_text(text.replace("Trade", "Fishing"), encoding="utf-8")
    assert "1 article" in told()


def test_an_issue_lists_what_can_be_read_and_the_rest_is_told(content: Path) -> None:
    many = [wire.Passage("Chloe Marsh", (f"tide{n}", "comes", "in"), 50) for n in range(510)]
    Path("content/sources/long.txt").write_text(wire.article(many), encoding="utf-8")
    Path("content/issues").mkdir()
    Path("content/issues/trade.yml").write_text(
        "title: Trade\nquestion: What?\nsummary: Much.\n", encoding="utf-8"
    )
    assert "content/issues/trade.yml  lists the first of each article; 20 more" in told()
    assert run().written == 0


def test_a_person_a_writer_knows_by_another_name_is_the_same_person(content: Path) -> None:
    edit("people/ana-ruiz.yml", name="Ana María Ruiz")
    path = Path("content/people/ana-ruiz.yml")
    path.write_bytes(patch(path.read_bytes(), {"aliases": ["Ana Ruiz"]}))
    publish(FIRST, SECOND, wire.Passage("Ana Ruiz", ("something", "more", "said"), 90))
    run()
    assert sorted(path.stem for path in Path("content/people").iterdir()) == [
        "ana-ruiz",
        "ben-okoro",
        "chloe-marsh",
    ]


def test_a_record_the_model_refuses_is_told_and_not_written(content: Path) -> None:
    publish(FIRST, SECOND, wire.Passage("Ana Ruiz", ("word",) * 1300, 90))
    text = told()
    assert "was not proposed: exact" in text
    assert len(list(Path("content/quotes").iterdir())) == 10


def test_two_articles_of_one_name_are_two_sources(content: Path) -> None:
    Path("content/sources/wire.md").write_text(
        "News\n\nChloe Marsh said: “Quite other words.”\n", encoding="utf-8"
    )
    run()
    assert sorted(path.stem for path in Path("content/sources").glob("*.yml")) == ["wire", "wire-2"]
    assert told().startswith("Nothing to do: 2 articles")


def refused(action: Callable[[], object], *words: str) -> None:
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    with pytest.raises(ContentError) as caught:
        action()
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert before == {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}


def test_a_deleted_issue_stays_deleted_when_another_article_speaks_of_it(tmp_path: Path) -> None:
    content = tmp_path / "trading"
    (content / "sources").mkdir(parents=True)
    tariffs = "Exporters asked for a free trade agreement and lower tariffs on exports and imports.\n"
    first = "Trade news\n\n“The tariff on our exports will rise in the spring,” said Ines Okafor. "
    (content / "sources/t1.txt").write_text(first + tariffs, encoding="utf-8")
    revise(content, Options())
    assert (content / "issues/trade.yml").exists()
    (content / "issues/trade.yml").unlink()
    revise(content, Options())
    second = "Trade again\n\n“The tariff on imports is too high for all of us,” said Bram Teeling. "
    (content / "sources/t2.txt").write_text(second + tariffs, encoding="utf-8")
    revise(content, Options())
    assert not list((content / "issues").glob("*.yml"))
    quotes = [yaml.safe_load(path.read_text()) for path in (content / "quotes").glob("*.yml")]
    assert quotes and not any(quote.get("issues") for quote in quotes)
    assert not revise(content, Options()).plan.writes


def test_no_record_ever_names_a_deleted_person(tmp_path: Path) -> None:
    content = tmp_path / "mill"
    (content / "sources").mkdir(parents=True)
    article = content / "sources/a.txt"
    text = "Head\n\n“The mill will be finished before the winter,” said Leila Vance. “We are proud of it.”\n"
    article.write_text(text, encoding="utf-8")
    revise(content, Options())
    for path in (content / "people").glob("*.yml"):
        path.unlink()
    more = "\n“The bridge has cost more than anybody thought it would,” said Leila Vance.\n"
    article.write_text(text + more, encoding="utf-8")
    settings = Settings(accept_orphans=True, accept_deletions=True)
    for _ in range(3):
        revise(content, Options(settings=settings))
        records = [path.read_text(encoding="utf-8") for path in (content / "quotes").glob("*.yml")]
        assert len(records) > 1 and not any("speaker: leila-vance" in record for record in records)
