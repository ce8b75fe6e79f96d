"""How one record merges: coupled groups, deletions, orphans, sets."""

from typing import Any

import pytest

from merge.record import Conflict, Merged, merge_record
from merge.shape import SHAPES

QUOTE = {
    "source": "wire",
    "exact": "The quay is full.",
    "prefix": "She said: “",
    "suffix": "” Then she left.",
    "start": "20",
    "end": "37",
    "speaker": "ana-ruiz",
    "cue": "said",
    "issues": ["trade"],
    "status": "proposed",
}
FIGURE = {
    "label": "Cost of the quay",
    "value": "12000000",
    "unit": "USD",
    "qualifier": "about",
    "source": "wire",
    "exact": "$12 million",
    "prefix": "cost ",
    "suffix": " in all",
    "start": "5",
    "end": "16",
    "status": "proposed",
}


def quote(**changes: Any) -> dict[str, Any]:
    return {name: value for name, value in {**QUOTE, **changes}.items() if value is not None}


def figure(**changes: Any) -> dict[str, Any]:
    return {name: value for name, value in {**FIGURE, **changes}.items() if value is not None}


def merge(base: Any, ours: Any, theirs: Any, folder: str = "quotes", **options: Any) -> Merged:
    return merge_record(SHAPES[folder], base, ours, theirs, **options)


def reasons(merged: Merged) -> list[tuple[str, tuple[str, ...]]]:
    return [(conflict.reason, conflict.fields) for conflict in merged.conflicts]


def test_an_untouched_record_follows_the_article_whole() -> None:
    new = quote(exact="The quay is empty.", end="38", speaker="ben-okoro")
    merged = merge(quote(), quote(), new)
    assert merged.changes == {"exact": "The quay is empty.", "end": "38", "speaker": "ben-okoro"}
    assert merged.base == new


def test_a_new_quote_is_never_put_under_an_edited_speaker() -> None:
    ours, theirs = quote(speaker="ben-okoro"), quote(exact="The quay is empty.", end="38", cue="shouted")
    merged = merge(quote(), ours, theirs)
    assert merged.changes == {}
    assert merged.base == quote()
    assert merged.conflicts == (Conflict("changed", ("exact", "speaker"), quote(), ours, theirs),)


def test_a_new_number_is_never_put_under_an_edited_unit() -> None:
    merged = merge(figure(), figure(unit="EUR"), figure(value="13000000", exact="$13 million"), "figures")
    assert merged.changes == {}
    assert reasons(merged) == [("changed", ("value", "unit", "exact"))]


def test_what_waits_for_a_decision_leaves_the_rest_of_the_record_alone() -> None:
    merged = merge(
        quote(), quote(speaker="ben-okoro"), quote(exact="Other words.", cue="shouted", issues=None)
    )
    assert (merged.changes, len(merged.conflicts)) == ({}, 1)


def test_a_conflict_over_one_field_holds_up_no_other() -> None:
    merged = merge(quote(), quote(cue="noted"), quote(cue="shouted", issues=["trade", "climate"]))
    assert reasons(merged) == [("changed", ("cue",))]
    assert merged.changes == {"issues": ["trade", "climate"]}
    assert merged.base == quote(issues=["trade", "climate"])


def test_a_conflict_over_a_field_both_sides_added_waits_without_a_base() -> None:
    before = quote(cue=None)
    merged = merge(before, quote(cue="noted"), quote(cue="shouted"))
    assert reasons(merged) == [("changed", ("cue",))]
    assert merged.base == before


def test_words_that_moved_take_their_place_along_silently() -> None:
    theirs = quote(start="120", end="137")
    assert merge(quote(), quote(), theirs).changes == {"start": "120", "end": "137"}
    merged = merge(quote(), quote(speaker="ben-okoro"), theirs)
    assert (merged.changes, merged.conflicts) == ({"start": "120", "end": "137"}, ())


def test_a_place_set_by_hand_stays() -> None:
    merged = merge(quote(), quote(start="21"), quote(start="120", end="137"))
    assert (merged.changes, merged.conflicts) == ({}, ())


def test_words_edited_by_hand_keep_their_place() -> None:
    merged = merge(quote(), quote(exact="The quay […] full."), quote(start="120", end="137"))
    assert (merged.changes, merged.conflicts) == ({}, ())


@pytest.mark.parametrize("side", ["prefix", "suffix"])
def test_a_place_does_not_follow_words_in_another_context(side: str) -> None:
    merged = merge(quote(), quote(**{side: "by hand"}), quote(start="120", end="137"))
    assert merged.changes == {}


def test_a_writers_own_record_gains_what_it_lacks() -> None:
    own = {"source": "wire", "exact": "The quay is full.", "note": "Heard it myself."}
    merged = merge(None, own, quote())
    added = {name: QUOTE[name] for name in ("prefix", "suffix", "start", "end", "speaker", "cue", "issues")}
    assert (merged.changes, merged.base, merged.conflicts) == (added, quote(), ())


def test_a_writers_own_record_is_not_overruled() -> None:
    merged = merge(None, quote(speaker="ben-okoro", status=None), quote())
    assert (merged.changes, merged.base, reasons(merged)) == ({}, None, [("changed", ("speaker",))])


def test_a_writers_own_record_is_never_called_proposed() -> None:
    merged = merge(None, quote(status=None), quote())
    assert (merged.changes, merged.conflicts) == ({}, ())


def test_words_a_writer_checked_are_not_replaced_without_a_question() -> None:
    merged = merge(quote(), quote(status="checked"), quote(exact="The quay is empty."))
    assert (merged.changes, reasons(merged)) == ({}, [("checked", ("exact",))])


def test_checked_words_in_a_new_context_raise_no_question() -> None:
    merged = merge(quote(), quote(status="checked"), quote(suffix="” And so on.", start="7"))
    assert merged.changes == {"suffix": "” And so on.", "start": "7"}
    assert merged.conflicts == ()


def test_taking_new_words_for_checked_ones_asks_for_another_check() -> None:
    new = quote(exact="The quay is empty.")
    merged = merge(quote(), quote(status="checked"), new, take="theirs")
    assert (merged.changes, merged.base) == ({"exact": "The quay is empty.", "status": "proposed"}, new)


def test_keeping_checked_words_settles_the_question() -> None:
    new, ours = quote(exact="The quay is empty."), quote(status="checked")
    merged = merge(quote(), ours, new, take="ours")
    assert (merged.changes, merged.base, merged.conflicts) == ({}, new, ())
    assert merge(merged.base, ours, new) == Merged(base=new)


def test_a_status_once_accepted_by_extraction_is_no_check() -> None:
    merged = merge(
        quote(status="checked"), quote(status="checked"), quote(exact="New words.", status="checked")
    )
    assert (merged.changes, merged.conflicts) == ({"exact": "New words."}, ())


def test_a_vanished_passage_is_orphaned_and_never_deleted() -> None:
    merged = merge(quote(), quote(note="Mine."), None)
    assert merged == Merged(changes={"status": "orphaned"}, base=quote(status="orphaned"), orphaned=True)


def test_an_orphan_is_left_alone() -> None:
    flagged = quote(status="orphaned")
    assert merge(flagged, flagged, None) == Merged(base=flagged)
    assert merge(flagged, quote(status="orphaned", speaker="ben-okoro"), None) == Merged(base=flagged)


def test_a_crash_after_orphaning_is_caught_up_with() -> None:
    assert merge(quote(), quote(status="orphaned"), None) == Merged(base=quote(status="orphaned"))


def test_a_passage_that_comes_back_is_proposed_again() -> None:
    flagged = quote(status="orphaned")
    merged = merge(flagged, flagged, quote())
    assert (merged.changes, merged.base) == ({"status": "proposed"}, quote())


def test_an_edited_record_whose_passage_vanished_is_asked_about_and_flagged() -> None:
    ours = quote(speaker="ben-okoro")
    merged = merge(quote(), ours, None)
    assert merged.changes == {"status": "orphaned"}
    assert (merged.base, merged.orphaned) == (quote(), True)
    assert merged.conflicts == (Conflict("vanished", ("speaker",), quote(), ours, {}),)


def test_the_question_stands_until_it_is_answered() -> None:
    flagged = quote(speaker="ben-okoro", status="orphaned")
    again = merge(quote(), flagged, None)
    assert (again.changes, again.orphaned, reasons(again)) == ({}, False, [("vanished", ("speaker",))])


def test_a_status_a_writer_set_is_not_overwritten_by_orphaned() -> None:
    merged = merge(quote(), quote(status="checked"), None)
    assert (merged.changes, reasons(merged)) == ({}, [("vanished", ("status",))])


def test_a_place_alone_is_no_edit() -> None:
    assert merge(quote(), quote(start="1", end="18"), None).conflicts == ()


@pytest.mark.parametrize(
    ("side", "status", "changes"),
    [
        ("ours", "proposed", {}),
        ("theirs", "proposed", {"status": "orphaned"}),
        ("theirs", "orphaned", {}),
    ],
)
def test_a_vanished_passage_is_settled_either_way(side: str, status: str, changes: dict[str, str]) -> None:
    ours = quote(speaker="ben-okoro", status=status)
    merged = merge(quote(), ours, None, take=side)
    assert (merged.changes, merged.conflicts, merged.base) == (changes, (), quote(status="orphaned"))


def test_a_passage_that_comes_back_ends_the_question() -> None:
    merged = merge(quote(), quote(speaker="ben-okoro", status="orphaned"), quote())
    assert (merged.changes, merged.conflicts) == ({"status": "proposed"}, ())


def test_a_flagged_record_is_not_taken_for_a_checked_one() -> None:
    merged = merge(quote(), quote(status="orphaned"), quote(exact="The quay is empty."))
    assert merged.changes == {"exact": "The quay is empty.", "status": "proposed"}


def test_a_deleted_record_stays_deleted() -> None:
    assert merge(quote(), None, quote()) == Merged(base=quote())


def test_a_deleted_record_is_forgotten_with_its_passage() -> None:
    assert merge(quote(), None, None) == Merged()


def test_a_deleted_record_is_not_asked_about_for_its_surroundings() -> None:
    moved = quote(prefix="Again: “", start="99", cue="noted")
    assert merge(quote(), None, moved) == Merged(base=moved)


def test_a_deleted_record_is_asked_about_when_it_says_something_else() -> None:
    theirs = quote(exact="The quay is empty.")
    merged = merge(quote(), None, theirs)
    assert merged == Merged(base=quote(), conflicts=(Conflict("deleted", ("exact",), quote(), {}, theirs),))
    assert merge(quote(), None, theirs, take="ours") == Merged(base=theirs)
    assert merge(quote(), None, theirs, take="theirs") == Merged(create=theirs, base=theirs)


def test_a_record_nobody_had_is_created() -> None:
    assert merge(None, None, quote()) == Merged(create=quote(), base=quote())


def test_a_record_extraction_never_made_is_left_alone() -> None:
    assert merge(None, quote(), None) == Merged()


def test_a_person_no_longer_named_is_not_orphaned() -> None:
    person = {"name": "Ana Ruiz", "status": "proposed"}
    assert merge(person, person, None, "people") == Merged()


def test_both_sides_add_to_a_list_of_names() -> None:
    base = {"name": "Ana Ruiz", "aliases": ["Ruiz", "A. Ruiz"], "status": "proposed"}
    ours = {**base, "aliases": ["Mayor Ruiz", "Ruiz"]}
    theirs = {**base, "aliases": ["Ruiz", "A. Ruiz", "Dr. Ruiz"]}
    merged = merge(base, ours, theirs, "people")
    assert (merged.changes, merged.conflicts) == ({"aliases": ["Mayor Ruiz", "Ruiz", "Dr. Ruiz"]}, ())


def test_passages_follow_the_article_item_by_item() -> None:
    def passage(words: str, start: str, **more: str) -> dict[str, str]:
        return {"source": "wire", "exact": words, "start": start, **more}

    base = {
        "title": "Trade",
        "passages": [passage("One.", "1"), passage("Two.", "5"), passage("Three.", "9")],
    }
    ours = {
        **base,
        "passages": [passage("One.", "1"), passage("Three.", "9", note="mine"), passage("Own.", "0")],
    }
    theirs = {**base, "passages": [passage("One.", "2"), passage("Two.", "6"), passage("Four.", "10")]}
    merged = merge(base, ours, theirs, "issues")
    assert merged.changes["passages"] == [
        passage("One.", "2"),
        passage("Three.", "9", note="mine"),
        passage("Own.", "0"),
        passage("Four.", "10"),
    ]


def test_a_list_that_empties_is_removed() -> None:
    base = {"title": "Trade", "passages": [{"source": "wire", "exact": "One."}]}
    assert merge(base, base, {"title": "Trade"}, "issues").changes == {"passages": None}


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_settling_covers_every_field_in_question(side: str) -> None:
    theirs = quote(exact="New words.", cue="shouted")
    merged = merge(quote(), quote(speaker="ben-okoro", cue="noted"), theirs, take=side)
    assert (merged.base, merged.conflicts) == (theirs, ())
    taken = {"exact": "New words.", "speaker": "ana-ruiz", "cue": "shouted"}
    assert merged.changes == ({} if side == "ours" else taken)


def test_a_label_a_writer_wrote_is_never_asked_about() -> None:
    theirs = figure(label="What the quay cost")
    merged = merge(figure(), figure(label="The price of the quay"), theirs, "figures")
    assert (merged.changes, merged.conflicts, merged.base) == ({}, (), theirs)
    assert merge(figure(), figure(), theirs, "figures").changes == {"label": "What the quay cost"}


def test_taking_the_articles_side_keeps_what_was_never_asked_about() -> None:
    theirs = figure(label="What the quay cost", value="13000000")
    ours = figure(label="The price of the quay", value="14000000")
    assert reasons(merge(figure(), ours, theirs, "figures")) == [("changed", ("value",))]
    changes = merge(figure(), ours, theirs, "figures", take="theirs").changes
    assert changes["value"] == "13000000" and "label" not in changes


def test_taking_a_side_settles_only_what_was_told() -> None:
    ours, theirs = quote(exact="The quay is shut.", cue="joked"), quote(exact="It is full.", cue="shouted")
    asked = merge(quote(), ours, theirs)
    assert reasons(asked) == [("changed", ("exact",)), ("changed", ("cue",))] and not asked.changes
    assert set(merge(quote(), ours, theirs, take="theirs").changes) == {"exact", "cue"}
