"""People and issues: one record from what several articles say; and when a run had better stop."""

import pytest
from growth import LINEAR, fourfold

from merge.shape import SHAPES
from merge.shared import combine, left_out
from revision.questions import mass_deletion, mass_orphaning

PEOPLE = SHAPES["people"]


def test_nobody_says_anything() -> None:
    assert combine(PEOPLE, {}) is None


def test_the_first_source_decides_and_lists_are_joined() -> None:
    shares = {
        "b": {"name": "Ruiz", "aliases": ["Mayor", "A. Ruiz"], "about": "b"},
        "a": {"name": "Ana Ruiz", "aliases": ["A. Ruiz"]},
    }
    assert combine(PEOPLE, shares) == {"name": "Ana Ruiz", "aliases": ["A. Ruiz", "Mayor"], "about": "b"}


def test_a_list_holds_each_item_once_and_outweighs_what_is_none() -> None:
    shares = {"a": {"aliases": "x"}, "b": {"aliases": ["y", "z", "y"]}, "c": {"aliases": ["w", "z"]}}
    assert combine(PEOPLE, shares) == {"aliases": ["y", "z", "w"]}
    assert combine(PEOPLE, {"a": {"aliases": "x"}, "b": {"aliases": "y"}}) == {"aliases": "x"}


def test_of_too_many_items_each_article_gives_its_first() -> None:
    shares = {
        "a": {"aliases": ["a1", "a2", "a3", "a4"]},
        "b": {"aliases": ["b1"]},
        "c": {"aliases": ["c1", "c2"]},
    }
    assert combine(PEOPLE, shares, most=5) == {"aliases": ["a1", "a2", "b1", "c1", "c2"]}
    assert combine(PEOPLE, shares, most=4) == {"aliases": ["a1", "b1", "c1"]}
    assert combine(PEOPLE, shares, most=2) == {"aliases": ["a1", "b1"]}
    assert [left_out(PEOPLE, shares, most=most) for most in (2, 5, 6, 7)] == [5, 2, 1, 0]
    assert left_out(PEOPLE, {}) == 0


def test_only_what_is_a_set_is_joined() -> None:
    assert combine(PEOPLE, {"a": {"about": ["x"]}, "b": {"about": ["y"]}}) == {"about": ["x"]}


def test_four_times_the_articles_take_about_four_times_the_time() -> None:
    def join(articles: int) -> object:
        return combine(PEOPLE, {f"{n:05}": {"aliases": [f"Name {n}", f"Other {n}"]} for n in range(articles)})

    assert fourfold(join, 1_000) < LINEAR


def test_the_order_in_which_sources_are_read_does_not_matter() -> None:
    one, two = {"name": "Ruiz", "aliases": ["x"]}, {"name": "Ana Ruiz", "aliases": ["y"]}
    assert combine(PEOPLE, {"a": one, "b": two}) == combine(PEOPLE, {"b": two, "a": one})


@pytest.mark.parametrize(
    ("orphaned", "known", "stops"),
    [(0, 10, False), (2, 10, False), (3, 10, True), (1, 4, True), (1, 5, False)],
)
def test_a_run_stops_before_it_orphans_more_than_a_fifth(orphaned: int, known: int, stops: bool) -> None:
    assert mass_orphaning(orphaned, known) is stops


@pytest.mark.parametrize(
    ("missing", "known", "folder_is_gone", "stops"),
    [
        ("", 10, False, False),
        ("", 10, True, False),
        ("a", 1, False, False),
        ("ab", 3, False, False),
        ("abc", 15, False, False),
        ("abc", 14, False, True),
        ("a", 100, True, True),
    ],
)
def test_one_missing_file_is_a_decision_and_many_are_a_torn_checkout(
    missing: str, known: int, folder_is_gone: bool, stops: bool
) -> None:
    assert mass_deletion(missing, known, folder_is_gone=folder_is_gone) is stops
