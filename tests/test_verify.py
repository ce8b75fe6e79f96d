"""A quotation is published only when it is found again in its source."""

import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.verification.attribution import attribution
from explainer.verification.boundaries import is_whole
from explainer.verification.editing import MAX_GAP, MAX_REPLACED
from explainer.verification.fairness import cautions
from explainer.verification.ladder import Match, Mismatch, verify
from explainer.verification.naming import is_name, named, names
from explainer.verification.nearest import nearest
from explainer.verification.quotation import display, is_quoted

ALTERED = int(os.environ.get("ALTERED", "5000"))
"""Fewer while `make mutants` runs this file a thousand times."""
CASES = Path(__file__).parent / "verify/cases"
sys.path.insert(0, str(CASES.parent))

from bank import Quoted, mutants, source, typeset  # noqa: E402


def cases(name: str) -> list[Any]:
    listed = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case.pop("name")) for case in listed]


def listed(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))


def found(case: dict[str, Any]) -> Match | Mismatch:
    text = case["text"].replace("{far}", "and so on " * 70)
    place = {key: case[key] for key in ("start", "end", "prefix", "suffix") if key in case}
    return verify(text, case["exact"], **place)


@pytest.mark.parametrize("case", [*cases("ladder"), *cases("edited")])
def test_each_step_of_the_ladder_takes_what_it_should_and_no_more(case: dict[str, Any]) -> None:
    result = found(case)
    if "message" in case:
        assert isinstance(result, Mismatch) and case["message"] in result.message
        assert result.reason == case.get("reason", result.reason)
        return
    assert isinstance(result, Match), result
    assert result.tier == case["tier"]
    if "found" in case:
        assert [result.start, result.end] == case["found"]


@pytest.mark.parametrize("case", cases("fairness"))
def test_true_words_in_a_false_light_are_told(case: dict[str, Any]) -> None:
    match = found(case)
    assert isinstance(match, Match), match
    told = list(cautions(case["text"], case["exact"], match))
    if "caution" not in case:
        assert not told
        return
    (caution,) = told
    assert caution.startswith(case["caution"])


def test_the_nearest_passage_is_shown_with_its_line_and_the_words_that_differ() -> None:
    text = "First line.\n“The northern bridge will never be sold to strangers,” she said.\nLast line.\n"
    result = verify(text, "The northern bridge will always be sold to the strangers")
    assert isinstance(result, Mismatch) and result.nearest
    assert result.nearest.passage == "The northern bridge will never be sold to strangers"
    assert text[result.nearest.start : result.nearest.end] == result.nearest.passage
    assert result.nearest.line == 2
    assert result.nearest.differences == (
        'the source has "never", the quote "always"',
        '"the" is not in the source',
    )


def test_a_match_on_any_step_is_a_slice_of_the_source_itself() -> None:
    text = "“It’s  the\n‘old’ har\u00adbour —\u00a0ours,” she said."
    result = verify(text, "It's the 'old' harbour - ours,")
    assert isinstance(result, Match)
    assert text[result.start : result.end] == "It’s  the\n‘old’ har\u00adbour —\u00a0ours,"


def published(text: str, exact: str, quote: Quoted) -> bool:
    """Return whether a record with the place and surroundings of `quote` and other words would be shown."""
    end = quote.start + len(quote.exact)
    context = {"prefix": text[quote.start - 32 : quote.start], "suffix": text[end : end + 32]}
    result = verify(text, exact, start=quote.start, end=end, **context)
    return isinstance(result, Match) and not any(cautions(text, exact, result))


def test_of_5000_altered_quotations_none_is_published() -> None:
    text, quotes = source(60, seed=20_261)
    ways: Counter[str] = Counter()
    for mutant in mutants(quotes, ALTERED, seed=20_262):
        assert not published(text, mutant.exact, mutant.original), mutant
        ways[mutant.how] += 1
    assert len(ways) == 15 and min(ways.values()) >= ALTERED / 75


def test_of_500_quotations_typeset_otherwise_all_are_published() -> None:
    text, quotes = source(60, seed=20_263)
    refused = [
        variant
        for variant in typeset(quotes, 500, seed=20_264)
        if not published(text, variant.exact, variant.original)
    ]
    assert len(refused) < 0.005 * 500, refused


def test_whole_quotations_need_nobody_s_signature() -> None:
    text, quotes = source(200, seed=20_265)
    assert all(published(text, quote.exact, quote) for quote in quotes)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("We will,", "We will"),
        (" We will. ", "We will."),
        ("We will, and", "We will, and"),
        ("We will!", "We will!"),
    ],
)
def test_only_the_reporter_s_final_comma_is_dropped_on_the_page(exact: str, shown: str) -> None:
    assert display(exact) == shown


def spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its ⟦ ⟧ and what stands between each pair."""
    text, found = "", []
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            found.append((len(text), 0))
        elif part == "⟧":
            found[-1] = (found[-1][0], len(text))
        else:
            text += part
    return text, found


@pytest.mark.parametrize(
    ("marked", "quoted"),
    [(text, kind == "within") for kind, texts in listed("quotation").items() for text in texts],
)
def test_a_quotation_lies_between_marks_from_its_first_to_its_last_character(
    marked: str, quoted: bool
) -> None:
    text, found = spans(marked)
    assert found and all(is_quoted(text, *span) is quoted for span in found)


@pytest.mark.parametrize("case", listed("attribution"), ids=lambda case: case["text"][:60])
def test_the_words_beside_a_quotation_tell_whose_it_is_or_nothing(case: dict[str, Any]) -> None:
    text, found = spans(case["text"])
    for span in found:
        given_to = attribution(text, *span)
        assert (given_to.words if given_to else None) == case["given_to"]


@pytest.mark.parametrize("case", listed("naming"), ids=lambda case: f"{case['words']}: {case['name']}")
def test_words_name_somebody_or_somebody_else(case: dict[str, Any]) -> None:
    who = named(case["name"], case.get("aliases", ()), body=case.get("body", False))
    told = names(case["words"], who, case.get("text", "")) if is_name(case["words"]) else None
    assert told is case["names"]


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        ("it is", 0, 2, True), ("it is", 3, 5, True), ("it is", 0, 1, False), ("it is", 1, 2, False),
        ("it is", 2, 2, False), ("it is", 3, 2, False), ("it is", 5, 5, False), ("1.5 m", 2, 5, False),
        ("1,5 m", 2, 5, False), (".5 m", 1, 4, False), ("a .5 m", 3, 6, False), ("no.5 m", 3, 6, True),
        ("-5 m", 1, 4, False), ("a -5 m", 3, 6, False), ("a −5 m", 3, 6, False),
        ("a +5 m", 3, 6, True), ("a --5 m", 4, 7, True), ("10-5 m", 3, 6, True), ("x, 5", 3, 4, True),
        ("x,5", 2, 3, True), ("5.5", 0, 1, False), ("5,5", 0, 1, False), ("5. 5", 0, 1, True),
        ("5.", 0, 1, True), ("a.5", 0, 1, True), ("橋は", 0, 1, True), ("né", 0, 1, False),
        ("a橋", 0, 1, True), ("กข", 0, 1, True), ("(5", 1, 2, True),
        ("can’t", 0, 3, False), ("won't go", 4, 8, False), ("workers’ rights", 0, 7, True),
        ("said 'yes' twice", 6, 9, True), ("non-violent", 4, 11, False), ("non-violent", 0, 3, False),
        ("anti-war", 0, 8, True), ("45-day", 0, 2, True), ("cafe\u0301", 0, 4, False),
        ("un\u00adlawful", 3, 9, False), ("can\u200bnot", 0, 3, False), ("10⁶", 0, 2, False),
        ("5⅓ h", 0, 1, False), ("Việt", 0, 2, False), ("１２３", 0, 2, False), ("1\u202f000", 2, 5, False),
        ("1\u202f000", 0, 1, False), ("1'000", 0, 1, False), ("1/2", 0, 1, False), ("12:30", 3, 5, False),
        ("a –5 m", 3, 4, False), ("a <5 m", 3, 4, False), ("a -\u00ad5", 4, 5, False),
        ("2010–2015", 5, 9, True), ("1.5·10⁶", 4, 6, False), ("\u00ad", 0, 1, False),
    ],
)  # fmt: skip
def test_no_word_and_no_number_is_cut(text: str, start: int, end: int, whole: bool) -> None:
    assert is_whole(text, start, end) is whole


@pytest.mark.parametrize(("mark", "most"), [("[soon]", MAX_REPLACED), ("…", MAX_GAP)])
def test_a_mark_may_stand_for_so_much_and_no_more(mark: str, most: int) -> None:
    for length, found in ((most, True), (most + 1, False)):
        gap = f" {'x' * (length - 2)} "
        text = f"“We will build it{gap}before the winter comes,” she said."
        assert isinstance(verify(text, f"We will build it {mark} before the winter comes"), Match) is found


def test_at_most_five_differences_are_told() -> None:
    text = "a one b two c three d four e five f six g seven h eight i nine j ten k l m n o p q"
    exact = "a 1 b 2 c 3 d 4 e 5 f 6 g 7 h eight i nine j ten k l m n o p q"
    result = verify(text, exact)
    assert isinstance(result, Mismatch) and result.nearest
    assert result.message.count("the source has") == 5 and len(result.nearest.differences) == 7


def test_the_pieces_of_an_edited_quotation_are_kept() -> None:
    text = "“We will build it, as I said in May, before the winter comes,” she said."
    result = verify(text, "We will build it … before the winter comes")
    assert isinstance(result, Match)
    assert [text[start:end] for start, end in result.pieces] == [
        "We will build it",
        "before the winter comes",
    ]


FILLER = "and so they went on for many a day without any word of what had been "


NEAREST = {
    "words are counted, not only met": (
        f"the the the the the the. {FILLER}The cat saw the dog run.",
        "The cat saw the cow run",
        "The cat saw the dog run",
        ('the source has "dog", the quote "cow"',),
    ),
    "words far apart are no passage": (
        f"{FILLER}A cat saw nine dogs. cat {FILLER}saw {FILLER}nine {FILLER}dogs {FILLER}run",
        "One cat saw nine dogs run",
        "A cat saw nine dogs. cat",
        ('the source has "A", the quote "One"', 'the source has "cat", the quote "run"'),
    ),
    "words left out": (
        f"{FILLER}We will build it all before winter.",
        "We will build before winter",
        "We will build it all before winter",
        ('"it all" is left out',),
    ),
    "words put before": (
        "We will build it.",
        "Yes yes we will build it",
        "We will build it",
        ('the source has "We", the quote "Yes yes we"',),
    ),
    "nothing but case": (
        "WE WILL BUILD IT",
        "we will build it",
        "WE WILL BUILD IT",
        ('the source has "WE WILL BUILD IT", the quote "we will build it"',),
    ),
    "just a third of the words": (
        "one two x x x x x",
        "one two a b c d",
        "one two x x x x",
        ('the source has "x x x x", the quote "a b c d"',),
    ),
    "signs within words": (
        "He’s the well-known U.S. man, 1,500 strong",
        "He’s the well-known U.S. man, 1,600 strong",
        "He’s the well-known U.S. man, 1,500 strong",
        ('the source has "1,500", the quote "1,600"',),
    ),
}


@pytest.mark.parametrize(("text", "exact", "passage", "differences"), NEAREST.values(), ids=NEAREST)
def test_the_nearest_passage_is_the_one_that_shares_most(
    text: str, exact: str, passage: str, differences: tuple[str, ...]
) -> None:
    found = nearest(text, exact)
    assert found
    assert (found.passage, found.differences) == (passage, differences)
    assert text[found.start : found.end] == found.passage


@pytest.mark.parametrize(
    ("text", "exact"), [("one x x x x x", "one a b c d e"), ("", "a"), ("a", "?!"), ("?", "?")]
)
def test_where_fewer_than_a_third_of_the_words_agree_nothing_is_near(text: str, exact: str) -> None:
    assert nearest(text, exact) is None


def test_words_that_are_nowhere_near_are_absent_all_the_same() -> None:
    result = verify("The harbour froze over.", "Nobody sells umbrellas here")
    assert isinstance(result, Mismatch) and result.reason == "absent" and result.nearest is None


def test_a_very_long_quotation_is_compared_in_its_beginning() -> None:
    words = " ".join(f"word{number}" for number in range(2_000))
    found = nearest(words, words.replace("word399", "other").replace("word400", "another"))
    assert found and found.differences == ('the source has "word399", the quote "other"',)


def test_words_that_stand_by_chance_before_a_passage_are_no_part_of_it() -> None:
    text = "So said the captain on day 51.\n“The captain engine council station ferry window will see it.”"
    found = nearest(text, "The captain council station ferry window will see it")
    assert (
        found and found.differences == ('"engine" is left out',) and found.passage.startswith("The captain")
    )
