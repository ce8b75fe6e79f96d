"""Which file a record moved to when a writer gave its file another name."""

from merge.values import Record
from revision.base import Base
from revision.renames import followed


def quote(exact: str, start: int) -> Record:
    return {"source": "wire", "exact": exact, "prefix": "said: ", "suffix": ".", "start": str(start)}


def names(before: dict[str, Record], now: dict[str, Record]) -> set[str]:
    """Return what the base calls its records once the quotes of the folder are `now`."""
    base = Base("wire", "wire.txt", "", "", {f"quotes/{id_}": record for id_, record in before.items()})
    return set(followed({"wire": base}, {"quotes": now})["wire"].records)


def test_a_record_follows_its_file() -> None:
    assert names({"a": quote("Yes", 1)}, {"b": quote("Yes", 1)}) == {"quotes/b"}


def test_a_record_whose_place_was_mended_follows_by_its_words() -> None:
    assert names({"a": quote("Yes", 1)}, {"b": quote("Yes", 9)}) == {"quotes/b"}


def test_the_same_words_elsewhere_follow_by_their_place() -> None:
    before = {"a": quote("Yes", 1), "b": quote("Yes", 9)}
    assert names(before, {"c": quote("Yes", 9)}) == {"quotes/a", "quotes/c"}
    assert names(before, {"c": quote("Yes", 9), "d": quote("Yes", 1)}) == {"quotes/c", "quotes/d"}


def test_the_writers_own_record_of_the_same_words_is_not_the_one_that_moved() -> None:
    own = {"source": "wire", "exact": "Yes"}
    assert names({"a": quote("Yes", 1)}, {"b": quote("Yes", 1), "own": own}) == {"quotes/b"}


def test_what_could_be_either_is_left_where_it_was() -> None:
    before = {"a": quote("Yes", 1), "b": quote("Yes", 9)}
    assert names(before, {"c": quote("Yes", 5)}) == {"quotes/a", "quotes/b"}
    assert names({"a": quote("Yes", 1)}, {"b": quote("Yes", 5), "c": quote("Yes", 9)}) == {"quotes/a"}


def test_other_words_are_another_record() -> None:
    assert names({"a": quote("Yes", 1)}, {"b": quote("No", 1)}) == {"quotes/a"}
    assert names({"a": quote("Yes", 1)}, {"a": quote("Yes", 1), "b": quote("Yes", 1)}) == {"quotes/a"}


def test_a_renamed_record_asks_for_a_new_run_and_its_name_is_not_used_again() -> None:
    base = Base("wire", "wire.txt", "", "made", {"quotes/a": quote("Yes", 1)})
    moved = followed({"wire": base}, {"quotes": {"b": quote("Yes", 1)}})["wire"]
    assert (moved.made_by, moved.retired) == ("", ("quotes/a",))
    assert followed({"wire": base}, {"quotes": {"a": quote("Yes", 1)}})["wire"] == base
