"""What a file may say of a record, and what is told of the rest."""

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from toys import WATERWORKS, read_as

from explainer.records.fields import TARGETS
from explainer.records.invalid import Invalid
from explainer.records.json_schema import json_schema, parts_in
from explainer.records.json_values import json_values
from explainer.records.model import RECORD_TYPES, AnyRecord, Figure, Issue, Person, Quote
from explainer.records.part import Part, fields_of
from explainer.records.parts import Point, Role
from explainer.records.site import Site
from explainer.records.validation import reader, validated

PARTS = sorted(
    {
        part
        for model in (*RECORD_TYPES, Site)
        for field in fields_of(model)
        for part in parts_in(field.annotation)
    },
    key=str,
)
STRANGE = ("?", "", "a" * 60_000, "9" * 30, "-1", "none", [], ["?"], {}, {"?": "?"}, [{}], 1.5, None)
QUOTE = {"id": "roe-pipes", "source": "gazette", "exact": "We will mend the pipes."}


def told(model: type[Part], values: object) -> list[tuple[str, str]]:
    """Return where each fault is, and its message."""
    with pytest.raises(Invalid) as caught:
        validated(model, values)
    return [(".".join(map(str, each.path)), each.message) for each in caught.value.findings]


@pytest.mark.parametrize("model", [*RECORD_TYPES, Site, *PARTS], ids=lambda model: model.__name__)
def test_every_field_can_be_read_and_described(model: type[Part]) -> None:
    assert len({field.name for field in fields_of(model)}) == len(fields_of(model))
    assert set(json_schema(model)["properties"]) == {field.written for field in fields_of(model)}
    for field in fields_of(model):
        assert callable(reader(field.annotation)), field.name


@pytest.mark.parametrize("model", [*RECORD_TYPES, Site, *PARTS], ids=lambda model: model.__name__)
def test_whatever_stands_in_a_field_is_read_or_told_of(model: type[Part]) -> None:
    for field in fields_of(model):
        read = reader(field.annotation)
        for strange in (
            "?",
            "",
            "a" * 60_000,
            "9" * 30,
            "-1",
            "none",
            [],
            ["?"],
            {},
            {"?": "?"},
            [{}],
            1.5,
            None,
        ):
            try:
                read(strange)
            except Invalid as invalid:
                assert all(finding.message for finding in invalid.findings), field.name


@pytest.mark.parametrize("record", WATERWORKS, ids=lambda record: record.ref)
def test_what_is_published_of_a_record_makes_it_again(record: AnyRecord) -> None:
    assert validated(type(record), json_values(record)) == record


@pytest.mark.parametrize("record", WATERWORKS, ids=lambda record: record.ref)
def test_a_record_outlasts_the_process(record: AnyRecord) -> None:
    for again in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record)):
        assert again == record and hash(again) == hash(record) and repr(again) == repr(record)


def test_a_record_stays_as_it_was_read() -> None:
    quote = validated(Quote, QUOTE)
    with pytest.raises(AttributeError):
        quote.exact = "Other words."  # type: ignore[misc]
    other = quote.replace(exact="Other words.")
    assert (quote.exact, other.exact) == (QUOTE["exact"], "Other words.") and quote != other
    assert list(vars(other)) == [field.name for field in fields_of(Quote)]


def test_a_field_that_there_is_not_is_refused_when_a_record_is_made() -> None:
    quote = validated(Quote, QUOTE)
    for make in (quote.replace, Quote):
        with pytest.raises(TypeError, match="spoken_by"):
            make(spoken_by="roe")
    with pytest.raises(TypeError, match=r"lacks .*exact"):
        Quote(id="roe-pipes", source="gazette")  # type: ignore[call-arg]


def test_records_of_two_kinds_are_never_the_same() -> None:
    assert validated(Point, {"date": "2024"}) != validated(Role, {"title": "2024"})


def test_all_that_is_wrong_is_told_in_one_run() -> None:
    values = {"id": "Roe", "source": "", "exact": ["x"], "issues": ["water", "The Water", 3], "start": "-1"}
    assert told(Quote, values) == [
        ("id", '"Roe" is not an id: lower-case letters, digits and hyphens, such as roe'),
        ("source", '"" is not an id: lower-case letters, digits and hyphens, such as smith-on-water'),
        ("exact", "expected text, found a list; put text with a colon or brackets in quotation marks"),
        ("start", '"-1" is below 0'),
        ("issues.1", '"The Water" is not an id: lower-case letters, digits and hyphens, such as the-water'),
        ("issues.2", "expected text, found 3; put text with a colon or brackets in quotation marks"),
    ]


def test_a_misspelled_field_is_told_once_and_is_not_missing_too() -> None:
    values = {"id": "a", "sorce": "gazette", "exact": "x"}
    assert told(Quote, values) == [("sorce", 'there is no field "sorce"; did you mean "source"?')]


def test_what_a_file_lacks_is_told_in_the_order_of_the_fields() -> None:
    assert [path for path, _ in told(Figure, {"id": "a"})] == ["label", "unit"]


def test_faults_of_parts_are_told_at_their_place() -> None:
    values = {
        "id": "a",
        "title": "T",
        "question": "Q",
        "charts": [{"title": "C", "figures": [], "from": "x"}],
    }
    assert told(Issue, values) == [
        ("charts.0.figures", "needs at least 1, has 0"),
        ("charts.0.from", 'there is no field "from"; did you mean "form"?'),
    ]


def test_a_list_that_is_too_short_and_has_a_faulty_item_has_one_fault() -> None:
    values = {**QUOTE, "transcribed": {"by": "A. Roe", "on": "2024", "pages": ["The Log"]}}
    assert [path for path, _ in told(Quote, values)] == ["transcribed.pages.0"]


@pytest.mark.parametrize("written", ["1.5", 1.5, Decimal("1.5")])
def test_a_number_is_kept_as_it_is_written(written: object) -> None:
    assert read_as(Point, date="2024", value=written).value == Decimal("1.5")


@pytest.mark.parametrize("written", ["NaN", "1e5", "1_000", "٣", "1,5", float("nan"), True, ["1"], None])
def test_what_is_no_plain_number_is_refused(written: Any) -> None:
    if written is None:
        assert read_as(Point, date="2024", value=written).value is None
    else:
        assert [path for path, _ in told(Point, {"date": "2024", "value": written})] == ["value"]


@pytest.mark.parametrize(("written", "read"), [("yes", True), ("No", False), ("true", True), (False, False)])
def test_a_truth_may_be_written_in_each_word_that_yaml_has_had_for_it(written: object, read: bool) -> None:
    assert read_as(Point, date="2024", disputed=written).disputed is read


def test_a_name_that_python_keeps_for_itself_is_written_plainly() -> None:
    (role,) = read_as(Person, id="roe", name="Ada Roe", roles=[{"title": "Mayor", "from": "2020"}]).roles
    assert role.from_ == "2020" and json_values(role)["from"] == "2020"


def test_a_field_annotated_anew_keeps_its_place_and_says_what_it_is_for() -> None:
    names = [field.name for field in fields_of(Person)]
    assert names[:6] == ["id", "status", "aliases", "exempt", "name", "kind"]
    assert fields_of(Person)[names.index("aliases")].description.startswith("Other names")


def test_fields_that_hold_ids_name_kinds_that_there_are() -> None:
    assert set(TARGETS.values()) <= {model.KIND for model in RECORD_TYPES}


def test_an_annotation_that_nothing_reads_is_refused_loudly() -> None:
    with pytest.raises(TypeError, match="no field may hold"):
        reader(dict[str, str])
