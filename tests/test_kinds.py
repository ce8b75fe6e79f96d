"""Every kind of record is known wherever kinds are told apart; one that was forgotten fails here."""

import json
from typing import Any

import pytest
import toys
import yaml
from jsonschema import Draft202012Validator
from newsroom import ROOT

from explainer.data import citations, discovery, record_files, search
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.library.titles import title
from explainer.pages import pages
from explainer.pages.page import Page
from explainer.records.address import INDEXES, relative, url
from explainer.records.fields import KINDS
from explainer.records.model import BY_KIND, RECORD_TYPES, AnyRecord, Source
from explainer.records.schemas import data_schemas
from explainer.words import english


@pytest.fixture(scope="module")
def library() -> Library:
    return read(ROOT / "tests/sites/complete")


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, Page]:
    return {page.path: page for page in pages(library)}


def of_kind(library: Library, model: type[AnyRecord]) -> list[AnyRecord]:
    records = [*library.records[model.KIND].values()]
    assert records, f"tests/sites/complete has no {model.KIND}: write one with every field filled in"
    return records


every_kind = pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)


def test_a_reference_may_name_every_kind() -> None:
    assert set(KINDS) == set(BY_KIND) and len(BY_KIND) == len(RECORD_TYPES)


@every_kind
def test_a_record_is_named_in_words_and_not_by_its_id(library: Library, model: type[AnyRecord]) -> None:
    titles = {record.id: title(record, library) for record in of_kind(library, model)}
    assert all(titles.values()) and any(words != name for name, words in titles.items())


@every_kind
def test_its_address_leads_to_a_page_or_a_place_on_one(
    library: Library, made: dict[str, Page], model: type[AnyRecord]
) -> None:
    for record in of_kind(library, model):
        path, _, anchor = url(record).partition("#")
        assert model.HAS_PAGE is not bool(anchor), (
            "a page of its own has no anchor, a place on a page has one"
        )
        assert path in made, f"no page at {path}: pages.GROUPS names the modules that make them"
        assert not anchor or f'id="{anchor}"' in made[path].body


@every_kind
def test_search_finds_it_where_it_stands(library: Library, model: type[AnyRecord]) -> None:
    found = {(kind, address) for kind, _, address, *_ in search.entries(library)}
    assert {(model.KIND, url(record)) for record in of_kind(library, model)} <= found


@every_kind
def test_the_sitemap_lists_its_page(library: Library, model: type[AnyRecord]) -> None:
    assert {url(record).partition("#")[0] for record in of_kind(library, model)} <= set(
        discovery.paths(library)
    )


@every_kind
def test_its_data_holds_to_its_published_schema(library: Library, model: type[AnyRecord]) -> None:
    published = json.loads(dict(record_files(library, model.KIND))[f"data/{model.FOLDER}.json"])
    schema = json.loads(dict(data_schemas())[f"{model.FOLDER}.schema.json"])
    assert len(published) == len(of_kind(library, model))
    Draft202012Validator(schema).validate(published)


@every_kind
def test_a_record_with_a_page_can_be_cited(library: Library, model: type[AnyRecord]) -> None:
    cited = dict(toys.made(citations, library))
    assert (f"cite/{model.FOLDER}.json" in cited) is model.HAS_PAGE
    if model.HAS_PAGE:
        assert len(json.loads(cited[f"cite/{model.FOLDER}.json"])) == len(of_kind(library, model))


@every_kind
def test_what_rests_on_a_source_is_said_on_its_page(
    library: Library, made: dict[str, Page], model: type[AnyRecord]
) -> None:
    for record in of_kind(library, model):
        for source in sources_of(record) if model is not Source else ():
            page = made[f"sources/{source}/"]
            assert f'href="{relative(url(record), base=page.path)}"' in page.body, (
                f"{source} hides {record.ref}"
            )


def test_the_header_lists_the_index_pages_in_their_order() -> None:
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    nav = [(words, path) for entry in settings["nav"] for words, path in entry.items()]
    assert nav == [
        (english()(f"pages.{index.name}"), f"{index.path.strip('/') or 'index'}.md") for index in INDEXES
    ]
