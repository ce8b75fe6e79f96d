"""The data files: complete, valid, the same on every day, and data to the last letter."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from toys import HOSTILE, ferries

from explainer import data
from explainer.contents.ids import ids_schema
from explainer.data import SCHEMAS
from explainer.records import schemas
from explainer.records.model import RECORD_TYPES
from explainer.records.part import fields_of
from explainer.records.validation import validated

FOLDERS = {record.FOLDER: type(record) for record in ferries()}
"""What the ferries have; `test_kinds.py` asks of every kind what it asks of plain records here."""


@pytest.fixture(scope="module", params=["Ferries", HOSTILE], ids=["plain", "hostile"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("site") / "content"
    pairs = list(data.files(ferries(request.param, folder=folder)))
    assert len(pairs) == len(dict(pairs)), "a path was given twice"
    return dict(pairs)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_records_holds_to_its_published_schema(folder: str, files: dict[str, bytes]) -> None:
    schema = json.loads(files[f"data/schema/{folder}.schema.json"])
    Draft202012Validator.check_schema(schema)
    records = json.loads(files[f"data/{folder}.json"])
    assert records
    Draft202012Validator(schema).validate(records)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_record_can_be_made_again_from_the_data_alone(folder: str, files: dict[str, bytes]) -> None:
    model, words = FOLDERS[folder], json.loads(files["data/site.json"])["title"]
    originals = ferries(words).records[model.KIND]
    for values in json.loads(files[f"data/{folder}.json"]):
        values["url"] = values.pop("original_url", None)
        fields = {each.written: values[each.written] for each in fields_of(model) if each.written in values}
        again = validated(model, fields)
        assert again == originals[again.id]


def test_a_source_text_is_given_whole_only_where_rights_allow(files: dict[str, bytes]) -> None:
    sources = {source["id"]: source for source in json.loads(files["data/sources.json"])}
    assert sources["ledger"]["full_text"] == "late and later"
    assert "full_text" not in sources["gazette"]


def test_an_excerpt_comes_with_its_place_and_the_passage_around_it(files: dict[str, bytes]) -> None:
    quote = next(quote for quote in json.loads(files["data/quotes.json"]) if quote["id"] == "boats")
    assert quote["found"] == {"tier": "V0", "start": 21, "end": 54}
    assert quote["passage"] == {
        "before": "The ferry was late. “",
        "after": "” said Ada Quill. Fares rose by over $2 million.",
    }
    assert quote["url"] == "https://ferries.example/quotes/boats/"


def test_every_csv_has_the_columns_and_rows_that_the_package_describes(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    tables = [resource for resource in package["resources"] if resource["format"] == "csv"]
    assert len(tables) == len(RECORD_TYPES) + 1
    for table in tables:
        head, *rows = csv.reader(io.StringIO(files[f"data/{table['path']}"].decode(), newline=""))
        assert head == [field["name"] for field in table["schema"]["fields"]]
        assert all(len(row) == len(head) for row in rows)


def test_the_package_names_only_files_that_exist_and_keys_that_hold(files: dict[str, bytes]) -> None:
    package = json.loads(files["data/datapackage.json"])
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    ids = {
        folder: {record["id"] for record in json.loads(files[f"data/{folder}.json"])} for folder in FOLDERS
    }
    for resource in package["resources"]:
        assert f"data/{resource['path']}" in files
        for key in resource.get("schema", {}).get("foreignKeys", ()):
            rows = csv.DictReader(io.StringIO(files[f"data/{resource['path']}"].decode(), newline=""))
            values = {row[key["fields"]] for row in rows} - {""}
            assert values <= ids[key["reference"]["resource"]]


def test_no_cell_of_a_csv_is_a_formula(files: dict[str, bytes]) -> None:
    formula = re.compile(r"[=+@\t]|-(?!\d)")
    for path, content in files.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode(), newline="")):
                assert not [cell for cell in row if formula.match(cell)], path


def test_text_files_end_in_a_line_feed_and_are_utf_8(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if not path.endswith(".png"):
            assert content.decode("utf-8").endswith("\n"), path


def test_the_same_records_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    script = (
        "import hashlib; from pathlib import Path\n"
        "from toys import ferries; from explainer import data\n"
        "print(sorted((path, hashlib.sha256(content).hexdigest())"
        f" for path, content in data.files(ferries(folder=Path({str(tmp_path / 'content')!r})))))"
    )
    tests = str(Path(__file__).parents[1])
    results = [
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True,
            env={"PYTHONPATH": tests, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("0", "UTC"), ("7", "Pacific/Auckland"))
    ]  # fmt: skip
    assert results[0] == results[1] and len(results[0]) > 1000


def test_the_schemas_of_the_published_data_are_those_of_the_models() -> None:
    kept = {path.name: path.read_bytes() for path in SCHEMAS.iterdir()}
    assert kept == dict(schemas.data_schemas()), "run scripts/schema.py"


def any_ids(folder: Path) -> "Registry[object]":
    """Return what a folder without records says of ids: any will do."""
    resource = Resource.from_contents(json.loads(ids_schema(folder)))
    return Registry().with_resource(schemas.IDS, resource)


def test_an_editor_accepts_what_yaml_reads_as_a_number(tmp_path: Path) -> None:
    made = {name: json.loads(content) for name, content in schemas.schema_files()}
    event = Draft202012Validator(made["event.schema.json"], registry=any_ids(tmp_path))
    assert event.is_valid({"date": 2012, "label": "Vote", "sources": ["x"]})
    figures = Draft202012Validator(made["figure.schema.json"], registry=any_ids(tmp_path))
    assert figures.is_valid(
        {"label": "L", "unit": "boats", "value": 32000000000, "as_of": 2012, "start": 5, "end": 9}
    )
    assert figures.is_valid({"label": "L", "unit": "boats", "value": "1.5"})


def test_an_editor_refuses_what_the_reader_refuses(tmp_path: Path) -> None:
    made = {name: json.loads(content) for name, content in schemas.schema_files()}
    quote = Draft202012Validator(made["quote.schema.json"], registry=any_ids(tmp_path))
    good = {"source": "x", "exact": "words"}
    assert quote.is_valid(good)
    assert not quote.is_valid({**good, "kind": "shouted"})
    assert not quote.is_valid({**good, "speeker": "x"})
    assert not quote.is_valid({"exact": "words"})
    assert not quote.is_valid({**good, "speaker": "Not An Id"})
    assert not quote.is_valid({**good, "said_on": "yesterday"})


def test_every_schema_explains_itself_and_needs_no_id() -> None:
    made = {name: json.loads(content) for name, content in schemas.schema_files()}
    assert set(made) == {f"{model.KIND}.schema.json" for model in RECORD_TYPES} | {"site.schema.json"}
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
        assert "id" not in schema.get("required", ())
    assert "description" in made["figure.schema.json"]["properties"]["unit"]
    assert made["figure.schema.json"]["properties"]["exact"]
