"""Which issues a text is about: golden cases, and what must hold for any text and any topic."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from growth import LINEAR, fourfold
from hypothesis import given
from hypothesis import strategies as st

from extraction import paragraphs
from extraction.topics import CATALOGUE, Catalogue, Topic, classify, passages

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SEED = ROOT / "content" / "sources" / "000_89bf5df22207e392.txt"
FIVE = ("drug-policy", "climate", "migration", "trade", "regional-politics")
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((HERE / "cases").glob("*.yml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
ARTICLES = sorted((HERE / "articles").glob("*.yml"))


def about(text: str) -> tuple[str, ...]:
    return passages(text, paragraphs.split(text))[1]


@pytest.mark.parametrize("case", CASES)
def test_a_passage_is_filed_where_a_reader_would_look_for_it(case: dict[str, Any]) -> None:
    found = set(classify(case["text"]))
    assert set(case.get("about", ())) <= found
    assert not set(case.get("not", ())) & found
    assert not (case.get("nothing") and found)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_about_a_few_topics_and_never_a_silly_one(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(about(case["text"])) == set(case["about"])


@pytest.mark.skipif(not SEED.exists(), reason="this newsroom has its own sources")
def test_the_first_source_is_about_its_five_issues_and_each_has_a_passage() -> None:
    text = SEED.read_text(encoding="utf-8")
    assert about(text) == FIVE
    found, _ = passages(text, paragraphs.split(text), [CATALOGUE[id] for id in FIVE])
    assert {issue for passage in found for issue in passage.issues} == set(FIVE)
    climate = [text[one.start : one.end] for one in found if "climate" in one.issues]
    assert any(words.startswith("Climate change represents") for words in climate)


def test_every_paragraph_is_returned_in_order_even_where_it_is_about_nothing() -> None:
    text = "A quiet morning.\n\nThe deportation hearings begin.\n\nA quiet evening.\n"
    spans = paragraphs.split(text)
    found, _ = passages(text, spans)
    assert [(one.start, one.end) for one in found] == list(spans)
    assert [one.issues for one in found] == [(), ("migration",), ()]


def test_what_an_article_is_about_helps_its_weaker_paragraphs() -> None:
    weak = "The tenants on the list had waited so long that nobody asked any more about trade with the isles."
    assert "trade" not in classify(weak)
    assert "trade" in classify(weak, context=["trade"])


def test_a_writer_can_teach_a_topic_new_words_and_forbid_others() -> None:
    taught = CATALOGUE["transport"].extended(["night sleeper*"], ["tram museum"])
    line = (
        "The night sleepers to the coast will run again from the first Monday in June, as will the bar car."
    )
    assert classify(line, [taught]) == ("transport",)
    walk = "Everybody in the village went to see the old tram museum on the hill before summer ended again."
    assert classify(walk, [taught]) == ()
    assert taught.title == CATALOGUE["transport"].title


def test_a_writer_can_define_a_topic_of_their_own() -> None:
    bees = Topic.defined("bees", "Bees", include=["beekeep*", "hives"], exclude=["hive mind"])
    loss = "Beekeepers lost half of their hives to the cold in a single week of March, the growers said."
    assert classify(loss, [bees]) == ("bees",)
    film = "The hive mind of the forum had made itself up about the film before anybody had seen it."
    assert classify(film, [bees]) == ()


def test_a_writers_word_overrules_the_catalogue() -> None:
    line = (
        "The trade unions of both countries asked their members to send a letter to the two ministers by May."
    )
    assert "trade" not in classify(line)
    assert classify(line, [CATALOGUE["trade"].extended(["trade union"])]) == ("trade",)


def test_a_topic_without_terms_goes_by_its_title() -> None:
    topic = Topic.defined("harbour-fees", "Harbour fees")
    line = "The skippers say that harbour fees have doubled in two years while the quay has fallen apart."
    assert classify(line, [topic]) == ("harbour-fees",)


@pytest.mark.parametrize("term", ["", "—", "tax*"])
def test_a_term_that_cannot_be_found_is_refused_by_name(term: str) -> None:
    with pytest.raises(ValueError, match="term "):
        CATALOGUE["trade"].extended([term])


@pytest.mark.parametrize("topic", CATALOGUE.topics, ids=lambda topic: topic.id)
def test_an_excluded_term_says_nothing_for_its_topic(topic: Topic) -> None:
    only = Catalogue([topic])
    for term in topic.exclude:
        assert only.evidence(term.replace("*", "")) == {}, term


@pytest.mark.parametrize("topic", CATALOGUE.topics, ids=lambda topic: topic.id)
def test_a_term_is_listed_once_in_a_topic(topic: Topic) -> None:
    terms = [term for term, _ in topic.include]
    assert sorted(terms) == sorted(set(terms))
    assert not set(terms) & set(topic.exclude)


def test_the_catalogue_names_every_topic_and_asks_a_question_about_it() -> None:
    ids = [topic.id for topic in CATALOGUE]
    assert set(FIVE) < set(ids)
    assert len(ids) == len(set(ids))
    assert all(topic.title and topic.question.endswith("?") for topic in CATALOGUE)


def test_word_lists_tell_their_source_on_line_one() -> None:
    for path in (ROOT / "scripts" / "extraction" / "topics" / "words").iterdir():
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ") and "from general knowledge" in first


def test_a_catalogue_travels_to_another_process_as_its_topics() -> None:
    sent = pickle.dumps(CATALOGUE)
    assert pickle.loads(sent).topics == CATALOGUE.topics
    assert pickle.loads(sent) is pickle.loads(sent)


def test_capitals_tell_a_country_from_a_word() -> None:
    assert CATALOGUE.evidence("Turkey sent its army")["regional-politics"].places == {"Turkey"}
    assert not CATALOGUE.evidence("turkey in a pan").get("regional-politics")


@given(st.text())
def test_any_text_can_be_read_and_reads_the_same_twice(text: str) -> None:
    assert classify(text) == classify(text)
    assert set(about(text)) <= {topic.id for topic in CATALOGUE}


def test_the_order_of_issues_does_not_hang_on_the_hash_seed() -> None:
    text = "Refugees, tariffs, a ceasefire in Chad and a drug cartel in one paragraph about global warming."
    code = f"from extraction.topics import classify; print(classify({text!r}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("unit", ["border wall ", "cap and trade war on drugs ", "Serb army in Iraq ", "a "])
def test_four_times_the_text_takes_about_four_times_the_time(unit: str) -> None:
    assert fourfold(lambda times: CATALOGUE.evidence(unit * times), 8_000) < LINEAR
