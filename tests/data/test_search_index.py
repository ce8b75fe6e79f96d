"""However large a site is, what a search loads stays small, and no record is lost between the files."""

import gzip
import json
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import pytest
from archive import archive
from toys import ferries

from explainer.data import search, search_index
from explainer.data.terms import fold, stem, terms
from explainer.library.library import Library

RECORDS = 6_000
MOST_SENT = {"search/index.json": 40_000, "search/terms": 10_000, "search/entries": 2_500}
"""Bytes of one file, compressed as servers do."""


def made(library: Library) -> dict[str, bytes]:
    return {path: content for draft in search_index.drafts(library) for path, content in draft.made(library)}


@pytest.fixture(scope="module")
def large() -> Library:
    return archive(RECORDS)


@pytest.fixture(scope="module")
def files(large: Library) -> dict[str, bytes]:
    return made(large)


def in_order(files: dict[str, bytes], folder: str) -> list[Any]:
    number = sum(path.startswith(folder) for path in files)
    return [json.loads(files[f"{folder}/{n}.json"]) for n in range(number)]


def test_every_record_stands_in_the_head_or_in_one_other_file(
    large: Library, files: dict[str, bytes]
) -> None:
    head = json.loads(files["search/index.json"])
    others = [entry for some in in_order(files, "search/entries") for entry in some]
    assert [*head["entries"], *others] == [list(entry) for entry in search.entries(large)]
    assert head["number"] == len(others) > RECORDS / 2


def test_every_word_of_a_record_leads_to_it(files: dict[str, bytes]) -> None:
    head, shards = json.loads(files["search/index.json"]), in_order(files, "search/terms")
    assert head["terms"] == [shard[0][0] for shard in shards]
    listed, cut = dict[str, set[int]](), set[str]()
    for term, levels, *rest in (told for shard in shards for told in shard):
        numbers = [list(accumulate(map(int, level.split()))) for level in levels.split("|")]
        listed[term] = {number for level in numbers for number in level}
        cut |= {term} if rest else set()
        assert not rest or len(listed[term]) == search_index.LISTED
    others = [entry for some in in_order(files, "search/entries") for entry in some]
    lost = {
        (number, term)
        for number, (_, title, _, text, names) in enumerate(others)
        for term in terms(" ".join((title, text, names)))
        if number not in listed[term] and term not in cut
    }
    assert lost == set()


def test_no_file_of_the_index_grows_with_the_site(files: dict[str, bytes]) -> None:
    larger = made(archive(2 * RECORDS))
    assert len(larger) > len(files) > 100
    for start, most in MOST_SENT.items():
        sizes = [len(gzip.compress(content)) for path, content in larger.items() if path.startswith(start)]
        assert max(sizes) <= most, start


def test_a_small_site_has_its_index_in_one_file() -> None:
    assert list(made(ferries())) == ["search/index.json"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["deport", "deportee", "deportations", "Deported"], "deport"),
        (["261,000", "261 000", "261'000", "261000"], "261000"),
        (["2.810.778", "2810778"], "2810778"),
        (["cocaína", "COCAINA"], "cocaina"),
        (["it", "its"], None),
    ],
)  # fmt: skip
def test_what_readers_write_in_several_ways_is_one_term(one: Iterable[str], other: str | None) -> None:
    found = {tuple(terms(text)) for text in one}
    assert found == {(other,)} if other else len(found) == 2


def test_words_with_a_hyphen_are_found_without_it() -> None:
    assert list(terms("a cease-fire")) == ["a", stem("cease"), "fire", stem("ceasefire")]
    assert fold("45%") == "45 percent"
