"""A fresh passage keeps its id where there is one answer, and only there."""

import pytest

from merge.matching import Anchor, match

QUAY = Anchor("The quay is full of boats and nets today.", "She said: “", "” Then she left.", "11")


def found(fresh: list[Anchor], **stored: Anchor | list[Anchor]) -> dict[int, str]:
    anchors = {id_: one if isinstance(one, list) else [one] for id_, one in stored.items()}
    return match(fresh, anchors)


def test_the_same_words_keep_their_id_wherever_they_stand() -> None:
    elsewhere = Anchor(QUAY.exact, "Another opening: “", "” Another end.", "900")
    assert found([elsewhere], quay=QUAY) == {0: "quay"}


def test_words_that_stand_twice_are_told_apart_by_their_context() -> None:
    one, two = (Anchor("ten boats", prefix, " came in", "1") for prefix in ("At dawn, ", "In the evening, "))
    assert found([two, one], dawn=one, evening=two) == {0: "evening", 1: "dawn"}


def test_one_of_two_equal_passages_gone_is_decided_by_context() -> None:
    one = Anchor("ten boats", "At dawn, ", " came in", "1")
    two = Anchor("ten boats", "Nobody counted the ", " of last year", "80")
    changed = Anchor("ten boats", "Nobody counts the ", " of last year", "50")
    assert found([changed], dawn=one, last=two) == {0: "last"}


def test_equal_words_in_equal_contexts_keep_their_order() -> None:
    def at(start: int) -> Anchor:
        return Anchor("ten boats", "the ", " came", str(start))

    assert found([at(500), at(600)], second=at(60), first=at(50)) == {0: "first", 1: "second"}
    assert found([at(500), at(600)], later=at(10), sooner=at(9)) == {0: "sooner", 1: "later"}
    assert found([at(50), at(600), at(700)], only=at(50)) == {0: "only"}


def test_equal_words_in_equal_contexts_are_not_guessed_when_one_is_gone() -> None:
    def at(start: int) -> Anchor:
        return Anchor("ten boats", "the ", " came", str(start))

    assert found([at(500)], first=at(50), second=at(60)) == {}


def test_offsets_that_are_no_numbers_come_first() -> None:
    one, two = Anchor("ten", "a ", " b", ""), Anchor("ten", "a ", " b", "7")
    assert found([Anchor("ten", "a ", " b", "1"), Anchor("ten", "a ", " b", "2")], b=two, a=one) == {
        0: "a",
        1: "b",
    }


def test_typography_and_white_space_do_not_change_an_id() -> None:
    stored = Anchor("It’s  “full” — today", "She said: ", " at noon")
    assert found([Anchor('It\'s "full" - today', "She said: ", " at night")], quay=stored) == {0: "quay"}


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("“a”", '"a"'),
        ("„a", '"a'),
        ("‘a’", "'a'"),
        ("a–b", "a-b"),
        ("a—b", "a-b"),
        ("a\u00adb", "ab"),
        ("a\n b", "a b"),
    ],
)
def test_marks_of_one_meaning_are_one(now: str, before: str) -> None:
    stored = Anchor(before, "Some beginning ", " and an end")
    assert found([Anchor(now, "Some beginning ", " and another")], quay=stored) == {0: "quay"}


def test_a_bare_anchor_has_no_context_and_no_place() -> None:
    assert Anchor("ten").surroundings == ("ten", "", "")
    assert Anchor("ten").start == ""


def test_normalised_words_need_an_overlapping_context() -> None:
    stored = Anchor("It’s full", "She said: ", " at noon")
    assert found([Anchor("It's full", "Quite another beginning", "no such end")], quay=stored) == {}


def test_similar_words_with_an_equal_context_keep_their_id() -> None:
    changed = Anchor(QUAY.exact.replace("full", "fuller"), QUAY.prefix, "” Later.")
    assert found([changed], quay=QUAY) == {0: "quay"}
    assert found([Anchor(changed.exact, "Later: “", QUAY.suffix)], quay=QUAY) == {0: "quay"}


def test_similar_words_in_another_context_are_new() -> None:
    assert found([Anchor(QUAY.exact.replace("full", "fuller"), "Later: “", "” Later.")], quay=QUAY) == {}


def test_other_words_in_an_equal_context_are_new() -> None:
    assert found([Anchor("Nothing like it was ever seen here.", QUAY.prefix, QUAY.suffix)], quay=QUAY) == {}


def test_an_empty_context_proves_nothing() -> None:
    stored = Anchor(QUAY.exact, " ", "")
    assert found([Anchor(QUAY.exact.replace("full", "fuller"), " ", "")], quay=stored) == {}


def test_two_similar_candidates_are_not_chosen_between() -> None:
    changed = Anchor(QUAY.exact.replace("full", "fuller"), QUAY.prefix, "” Later.")
    other = Anchor(QUAY.exact.replace("full", "fullest"), QUAY.prefix, "” Never.")
    assert found([changed], quay=QUAY, other=other) == {}
    assert found([changed, other], quay=QUAY) == {}


def test_the_writers_words_and_extractions_words_both_lead_to_the_record() -> None:
    edited = Anchor("The quay is full.", QUAY.prefix, QUAY.suffix, "11")
    assert found([QUAY], quay=[QUAY, edited]) == {0: "quay"}
    assert found([edited], quay=[QUAY, edited]) == {0: "quay"}


def test_the_same_words_go_before_similar_ones() -> None:
    similar = Anchor(QUAY.exact.replace("full", "fuller"), QUAY.prefix, "” Later.", "300")
    assert found([QUAY, similar], quay=QUAY) == {0: "quay"}


def test_a_record_has_an_anchor_even_without_a_context() -> None:
    assert Anchor.of({"exact": "ten boats", "start": "7"}) == Anchor("ten boats", "", "", "7")
    record = {"exact": "ten boats", "prefix": "saw ", "suffix": " come", "start": "7", "end": "16"}
    assert Anchor.of(record) == Anchor("ten boats", "saw ", " come", "7")


def test_contexts_alone_decide_between_equal_words() -> None:
    one = Anchor("ten boats", "At dawn the master saw ", " come home from the north")
    two = Anchor("ten boats", "Nobody counted the last ", " of the year before it")
    changed = Anchor("ten boats", "Nobody counts the last ", " of the years before it")
    assert found([changed], dawn=one, last=two) == {0: "last"}


def test_contexts_nearly_alike_decide_nothing() -> None:
    one = Anchor("ten boats", "In the morning we saw a", " come in from the north")
    two = Anchor("ten boats", "In the morning we saw b", " come in from the north")
    between = Anchor("ten boats", "In the morning we saw c", " come in from the south")
    assert found([between], a=one, b=two) == {}


def test_a_context_half_shared_is_shared_and_less_is_not() -> None:
    stored = Anchor("It’s full", "abcdefgh", "zzzz")
    half, less = Anchor("It's full", "abcd1234", "yyyy"), Anchor("It's full", "abc12345", "yyyy")
    assert found([half], quay=stored) == {0: "quay"}
    assert found([less], quay=stored) == {}


def test_the_same_letters_in_another_order_are_no_shared_context() -> None:
    stored = Anchor("It’s full", "abcdefgh", "zzzz")
    assert found([Anchor("It's full", "hgfedcba", "yyyy")], quay=stored) == {}


def test_a_short_context_half_shared_counts_as_a_long_one_does() -> None:
    assert found([Anchor("It's full", "a", "yyyy")], quay=Anchor("It’s full", "abc", "zzzz")) == {0: "quay"}


def test_words_run_together_are_other_words() -> None:
    stored = Anchor("It’s full today", "Some beginning ", "zzzz")
    assert found([Anchor("It'sfulltoday", "Some beginnings ", "yyyy")], quay=stored) == {}


def test_both_sides_of_a_context_count_alike() -> None:
    one_side, both = Anchor("ten boats", "abcdefgh", "ZZZZZZZZ"), Anchor("ten boats", "abcdefXY", "ijklmnXY")
    assert found([Anchor("ten boats", "abcdefgh", "ijklmnop")], one=one_side, both=both) == {0: "both"}


def test_a_quarter_more_of_one_side_is_enough_of_a_lead() -> None:
    whole, part = Anchor("ten boats", "abcdefgh", "ZZZZ"), Anchor("ten boats", "abcdefXY", "YYYY")
    assert found([Anchor("ten boats", "abcdefgh", "1234")], part=part, whole=whole) == {0: "whole"}


def test_a_long_quotation_with_one_word_changed_keeps_its_id() -> None:
    words = " ".join(f"word{number}" for number in range(80))
    stored = Anchor(words, QUAY.prefix, "” Then.")
    assert found([Anchor(words.replace("word40", "verb40"), QUAY.prefix, "” Now.")], long=stored) == {
        0: "long"
    }


def test_one_shared_side_is_enough_for_normalised_words() -> None:
    stored = Anchor("It’s full", "She said: ", "zzzz")
    assert found([Anchor("It's full", "She said: ", "yyyy")], quay=stored) == {0: "quay"}
    stored = Anchor("It’s full", "zzzz", " she said")
    assert found([Anchor("It's full", "yyyy", " she said")], quay=stored) == {0: "quay"}


def test_nine_tenths_alike_is_similar_and_less_is_not() -> None:
    stored = Anchor("abcdefghij", "the same ", "")
    assert found([Anchor("abcdefghiX", "the same ", "x")], quay=stored) == {0: "quay"}
    assert found([Anchor("abcdefghXY", "the same ", "x")], quay=stored) == {}


def test_the_nearer_of_two_in_one_context_needs_a_margin() -> None:
    near, far = Anchor("a" * 39 + "b", "the same ", "1"), Anchor("a" * 36 + "bcde", "the same ", "2")
    assert found([Anchor("a" * 40, "the same ", "3")], near=near, far=far) == {}
    unlike = Anchor("a" * 30 + "b" * 10, "the same ", "2")
    assert found([Anchor("a" * 40, "the same ", "3")], near=near, unlike=unlike) == {0: "near"}


def test_likeness_does_not_settle_what_equality_could_not() -> None:
    one, two = Anchor(QUAY.exact, "Then ", " he left.", "5"), Anchor(QUAY.exact, "Again ", " she left.", "90")
    older = Anchor(QUAY.exact.replace("full", "fuller"), "Then ", " nobody left.", "5")
    assert found([one, two], older=older, own=Anchor(QUAY.exact)) == {}


def test_what_is_new_does_not_sway_the_next_run() -> None:
    words = "The quay is full of boats and nets today."
    one, two = Anchor(words, "Then ", " he left.", "5"), Anchor(words, "Again ", " she left.", "90")
    deleted = Anchor(words.replace("full", "fuller"), "Again ", " nobody left.", "70")
    own = Anchor(words)
    assert found([one, two], deleted=deleted, own=own) == {}
    later = found([one, two], deleted=deleted, own=own, first=one, second=two)
    assert later == {0: "first", 1: "second"}


def test_the_known_are_matched_as_if_the_new_were_not_there() -> None:
    near, far = Anchor("a" * 39 + "b", "before ", "1"), Anchor("a" * 38 + "cd", "2", " after")
    known, new = Anchor("a" * 40, "before ", " after"), Anchor("a" * 38 + "ef", "before ", "3")
    assert found([known], near=near, far=far) == {0: "near"}
    assert found([known, new], near=near, far=far) == {0: "near"}


def test_an_anchor_does_not_change() -> None:
    with pytest.raises(AttributeError):
        QUAY.exact = "Something else."  # type: ignore[misc]
