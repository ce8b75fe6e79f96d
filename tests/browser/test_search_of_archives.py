"""Search of a large archive in a real browser: what it finds, and what a first search loads."""

import gzip
import random
import shutil
from collections.abc import Callable, Iterator

import pytest
from archive import archive
from conftest import serve
from newsroom import ROOT
from playwright.sync_api import Page, Response

from explainer.data import search, search_index
from explainer.data.search import Entry
from explainer.data.terms import terms

RECORDS = 6_000
FIRST_SEARCH = 150_000
_OPEN = """async () => {
  const { find, opened, reach } = await import("./assets/finding.js");
  const search = await opened(new URL("./", location.href));
  window.ask = async (query) => {
    const beyond = await reach(search, query);
    const found = find(search, query, beyond);
    return [found.hits.slice(0, 3).map((hit) => hit.url), found.number, found.meant];
  };
}"""
_TERMS = """async ([pattern, texts]) => {
  const { stemmer, tokens } = await import("./assets/finding.js");
  return texts.map((text) => tokens(text).map(stemmer(pattern)));
}"""


@pytest.fixture(scope="module")
def others() -> list[Entry]:
    """The quotes of the archive, none of which the head of the index holds."""
    return [entry for entry in search.entries(archive(RECORDS)) if entry[0] == "quote"]


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, library = tmp_path_factory.mktemp("archive"), archive(RECORDS)
    for draft in search_index.drafts(library):
        for path, content in draft.made(library):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    shutil.copytree(ROOT / "docs/assets", folder / "assets")
    (folder / "index.html").write_text("<!doctype html><title>Archive</title>", encoding="utf-8")
    yield from serve(folder)


def test_a_quote_of_an_archive_is_found_by_its_words(page: Page, archived: str, others: list[Entry]) -> None:
    page.goto(archived)
    page.evaluate(_OPEN)
    chance, missed = random.Random(1), []
    for _, _, url, text, _ in chance.sample([each for each in others if len(each[3].split()) > 12], 30):
        asked = f'"{" ".join(text.split()[3:8])}"'
        if url not in page.evaluate("ask", asked)[0]:
            missed.append(asked)
    assert len(missed) <= 1, missed


def test_typing_errors_in_an_archive_are_forgiven(page: Page, archived: str, others: list[Entry]) -> None:
    page.goto(archived)
    page.evaluate(_OPEN)
    missed = []
    for _, _, url, text, _ in random.Random(2).sample(
        [each for each in others if len(each[3].split()) > 12], 20
    ):
        first, second, *rest = sorted(text.split()[:10], key=len, reverse=True)
        if url not in page.evaluate("ask", " ".join((f"{first[:4]}x{first[5:]}", second, *rest)))[0]:
            missed.append(first)
    assert len(missed) <= 2, missed


def test_all_records_with_a_word_are_counted(page: Page, archived: str, others: list[Entry]) -> None:
    every = [set(terms(" ".join((title, text)))) for _, title, _, text, _ in search.entries(archive(RECORDS))]
    page.goto(archived)
    page.evaluate(_OPEN)
    word = next(
        word for word in others[0][3].split() if 40 < sum(set(terms(word)) <= each for each in every) < 400
    )
    assert page.evaluate("ask", word)[1] >= sum(set(terms(word)) <= each for each in every)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("quote", lambda entry: " ".join(entry[3].split()[:10])),
        ("quote", lambda entry: entry[3].split()[0][:3]),
        ("figure", lambda entry: next(word for word in entry[4].split() if word.isdigit())),
    ],
    ids=["ten words", "three letters", "a number"],
)
def test_a_first_search_of_an_archive_loads_little(
    page: Page, archived: str, kind: str, asked: Callable[[Entry], str]
) -> None:
    entry = [entry for entry in search.entries(archive(RECORDS)) if entry[0] == kind][-1]
    answers: list[Response] = []
    page.goto(archived)
    page.on("response", lambda answer: answers.append(answer))
    page.evaluate(_OPEN)
    page.evaluate("ask", asked(entry))
    page.wait_for_load_state("networkidle")
    loaded = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert {"terms", "entries"} <= {url.split("/")[-2] for url in loaded}
    assert (
        sum(loaded.values()) + len(gzip.compress((ROOT / "docs/assets/search.js").read_bytes()))
        <= FIRST_SEARCH
    )


def test_the_builder_and_the_browser_know_a_text_by_the_same_terms(page: Page, archived: str) -> None:
    texts = [f"a{chr(code)}b" for code in range(0x20, 0x3100) if chr(code).isprintable()]
    texts += [
        "CO₂ cease-fire 45% “d’Artagnan's”",
        "261 000,5 2.810.778 $32.5bn €1,000,000 12:30",
        "Straße İstanbul ΣΑΣ",
    ]
    texts += [text for entry in search.entries(archive(300)) for text in entry[3:]]
    page.goto(archived)
    found = page.evaluate(_TERMS, [search_index.STEM, texts])
    different = [
        (text, theirs, ours)
        for text, theirs in zip(texts, found, strict=True)
        if theirs != (ours := list(terms(text)))
    ]
    assert different == []
