"""Quotes, speakers and people of sentences of our own: one file of cases for each phenomenon."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from growth import LINEAR, fourfold
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import extract, paragraphs
from extraction.speech.quotes import Found, find

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['text'][:40]}")
    for path in sorted(Path(__file__).parent.glob("cases/*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
PIECES = [
    *"“”\"'‘’«»„‹›「」`.,:;!?()—-\n\r\t ",
    *("\n\n", "''", "'''", "Ann Lee", "Lee", "Mr.", "he", "She", "said", "a senior official", "who", "de la"),
    *("the", "of", "told", "Ann’s", "according to", "12", "U.S.", "é", "\u00a0", "\u2028", "𝄞", "\x00"),
]
ADVERSARIES = {
    "straight marks": '"a ',
    "marks never closed": "“a ",
    "nested marks": "“a ‘b «c ",
    "pairs of apostrophes": "'' ",
    "single marks": "‘a ",
    "quotes and sources": "“Yes we can do it,” said Ann Lee, a doctor. ",
    "pronouns": "“Yes we can do it,” he said. ",
    "names": "Ann Lee ",
    "possessives": "Ann's ",
    "initials": "A.B.",
    "hyphens": "Aa-",
    "connectors": "Ann de la ",
    "numbers": "12,000.5 ",
    "brackets": "(D ",
    "determiners": "the old new ",
    "auxiliaries": "he has has has said ",
    "lines": "Ann Lee said so to the board on a very long and rainy day\n",
    "blanks": " \n",
}


def read(text: str) -> Found:
    return find(text, paragraphs.split(text))


@pytest.mark.parametrize("case", CASES)
def test_an_article_yields_its_quotes_and_no_others(case: dict[str, Any]) -> None:
    found = read(case["text"])
    assert [quote.exact for quote in found.quotes] == [quote["exact"] for quote in case["quotes"]]
    for quote, wanted in zip(found.quotes, case["quotes"], strict=True):
        seen = {
            "speaker": quote.speaker,
            "kind": quote.kind,
            "as_named": quote.speaker_as_named,
            "cue": quote.cue,
        }
        assert seen | wanted == {"exact": quote.exact, **seen}
    if "notes" in case:
        assert [note.reason for note in found.notes] == case["notes"]
    if "people" in case:
        assert [[person.name, person.kind] for person in found.people] == case["people"]


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_any_text_is_read_and_every_offset_holds(text: str) -> None:
    found = extract(text)
    last = 0
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.exact
        assert last <= quote.start < quote.end
        last = quote.end
    for note in found.notes:
        assert 0 <= note.start <= len(text)
        assert note.line == text.count("\n", 0, note.start) + 1


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_a_pronoun_is_never_left_as_a_speaker(text: str) -> None:
    assert not {str(quote.speaker).lower() for quote in read(text).quotes} & {
        "he",
        "she",
        "they",
        "it",
        "who",
    }


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_same_text_always_yields_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("unit", ADVERSARIES.values(), ids=ADVERSARIES)
def test_four_times_the_text_takes_about_four_times_the_time(unit: str) -> None:
    assert fourfold(lambda size: read(unit * (size // len(unit))), 20_000) < LINEAR


def test_people_who_share_a_surname_do_not_slow_their_article_down() -> None:
    def family(size: int) -> str:
        names = (
            chr(65 + i % 26) + "abcdefghij"[i // 26 % 10] + "klmnopqrst"[i // 260 % 10] for i in range(size)
        )
        return "\n".join(f"“We stay in the house,” {name} Lee said. “So do I,” Lee said." for name in names)

    assert fourfold(lambda size: read(family(size)), 200) < LINEAR


def test_an_unclosed_mark_is_told_with_its_line_and_what_to_do() -> None:
    (note,) = read("The meeting began.\nRuth Alder said, “The ferry will stay.\n\nIt ended at noon.").notes
    assert (note.line, note.start) == (2, 36)
    assert "“The ferry will stay” is never closed" in note.message
    assert "Close it where the quote ends" in note.message


def test_a_person_is_known_by_every_form_of_the_name() -> None:
    text = "President Ruth Alder came. “We agreed on it,” Mrs. Alder said. Alder left."
    (person,) = read(text).people
    assert (person.name, person.aliases, person.titles) == ("Ruth Alder", ("Alder",), ("President", "Mrs."))
    assert person.mentions == 3
