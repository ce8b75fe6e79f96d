"""An archive of twice as many articles costs about twice as much to merge."""

from pathlib import Path

import pytest
from growth import LINEAR, fourfold

from merge.shape import SHAPES
from merge.shared import combine
from revision.registry import Registry
from revision.sources import find_articles
from revision.tellers import Tellers


def shares(sources: int) -> dict[str, dict[str, dict[str, str]]]:
    return {
        f"s{number}": {f"people/p{number + near}": {"name": f"P {number + near}"} for near in range(5)}
        for number in range(sources)
    }


def ask_all(sources: int) -> None:
    told = shares(sources)
    tellers = Tellers({}, told)
    for share in told.values():
        for ref in share:
            assert tellers.is_new(ref) and ref in share and tellers.after(ref)


def test_who_tells_of_a_record_is_found_without_asking_every_article() -> None:
    assert fourfold(ask_all, 2_000) < LINEAR


def test_an_issue_of_many_articles_is_joined_in_time_that_grows_with_them() -> None:
    def join(sources: int) -> None:
        passages = [{"source": "s", "exact": "x", "start": str(number), "end": "9"} for number in range(3)]
        combine(SHAPES["issues"], {f"s{number}": {"passages": passages} for number in range(sources)})

    assert fourfold(join, 500) < LINEAR


@pytest.mark.parametrize(
    ("lengths", "each"), [((3, 3), 3), ((500, 500), 250), ((1000,), 500), ((1,) * 600, 1)]
)
def test_as_many_first_items_of_each_article_are_listed_as_fit(lengths: tuple[int, ...], each: int) -> None:
    told = {
        f"s{number}": {"passages": [{"start": f"{number}-{place}"} for place in range(length)]}
        for number, length in enumerate(lengths)
    }
    joined = combine(SHAPES["issues"], told)
    assert joined is not None
    listed = [str(passage["start"]) for passage in joined["passages"]]  # type: ignore[index,union-attr]
    assert len(listed) == min(500, sum(min(each, length) for length in lengths))
    assert max(int(place.partition("-")[2]) for place in listed) == each - 1


def test_an_id_that_thousands_want_is_numbered_without_counting_again() -> None:
    def mint(number: int) -> None:
        registry = Registry({"figures": set()})
        minted = [registry.mint("figures", "12-percent") for _ in range(number)]
        assert minted == ["12-percent", *(f"12-percent-{n}" for n in range(2, number + 1))]

    assert fourfold(mint, 1_000) < LINEAR


def test_new_articles_are_found_in_time_that_grows_with_them(tmp_path: Path) -> None:
    def find(number: int) -> None:
        folder = tmp_path / str(number)
        if not folder.exists():
            folder.mkdir()
            for n in range(number):
                (folder / f"{n:05}-wire.txt").write_text("Boats\n\nThey came.\n", encoding="utf-8")
        assert len(find_articles(folder, records={}, bases={}, taken=set()).articles) == number

    assert fourfold(find, 400) < LINEAR
