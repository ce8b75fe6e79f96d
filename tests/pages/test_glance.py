"""What a reader takes in at a glance: small drawings, rounded values, who stands where."""

from decimal import Decimal

import pytest
from lxml import html
from toys import WATERWORKS, figure, library, read_as, series

from explainer.charts.spark import spark
from explainer.library.index import shown_sources
from explainer.pages import pages
from explainer.pages.matrix import matrix
from explainer.records.model import Figure, Person
from explainer.records.parts import Point, Role
from explainer.records.validation import validated
from explainer.records.wording import glance_words, rounded
from explainer.words import english

EACH_YEAR = {"kind": "per-year"}


@pytest.mark.parametrize(
    ("exact", "near"),
    [
        ("190214", "190000"),
        ("12.996", "13"),
        ("2.011", "2.01"),
        ("48000", "48000"),
        ("1058", "1060"),
        ("0", "0"),
    ],
)
def test_a_glance_takes_in_three_digits(exact: str, near: str) -> None:
    assert rounded(Decimal(exact)) == Decimal(near)


def test_a_card_says_the_latest_value_in_three_digits() -> None:
    said = glance_words(series("coal", {"2019": "1", "2020": "2810778"}), english())
    assert said == "2.81\u00a0million tonnes in 2020"


def test_the_source_of_the_value_shown_is_named_before_those_of_older_ones() -> None:
    old, new = (
        read_as(Point, date="2019", value="1", source="old"),
        read_as(Point, date="2020", value="2", source="new"),
    )
    both = figure("coal", series=(old, new), sources=("old", "new"))
    assert shown_sources(both) == ["new", "old"]


def test_words_of_a_source_are_never_rounded() -> None:
    assert (
        glance_words(figure("said", value="1234567", exact="1,234,567 tonnes"), english())
        == "1,234,567 tonnes"
    )


def test_a_course_is_drawn_from_three_values_on_and_a_share_as_its_part() -> None:
    assert spark(series("coal", {"2019": "1", "2020": "2"}), english()) is None
    drawn = spark(series("coal", {"2019": "1", "2020": "2", "2021": "3"}), english())
    assert drawn and 'aria-hidden="true"' in drawn and ">2019<" in drawn and ">2021<" in drawn
    share = spark(figure("share", value="25", unit="percent"), english())
    assert share and "100%" in share
    assert spark(figure("alone", value="25"), english()) is None


def test_a_course_is_broken_where_a_year_is_missing() -> None:
    drawn = spark(series("coal", {"2017": "1", "2018": "2", "2020": "3", "2021": "4"}), english())
    assert drawn and drawn.count('class="spark-line"') == 2


def test_the_table_of_positions_says_what_is_known_and_leaves_the_rest_open() -> None:
    found = matrix(library(*WATERWORKS))
    assert found and [issue.id for issue in found.issues] == ["water", "rates"]
    rows = {row.actor.id: [cell.basis for cell in row.cells] for row in found.rows}
    assert rows == {"roe": ["quoted", None]}


def test_without_positions_there_is_no_table() -> None:
    assert matrix(library(*(record for record in WATERWORKS if record.KIND != "position"))) is None


@pytest.mark.parametrize(
    ("record", "when"),
    [
        (
            series("f", {"2019": "1", "2021": "2"}, period={"kind": "per-year"}),
            "Each year, from 2019 to 2021",
        ),
        (series("f", {"2019": "1", "2021": "2"}), "One value for each date, from 2019 to 2021"),
        (figure("f", value="1", period={"kind": "per-year"}), "Each year"),
        (figure("f", value="1", period={"kind": "per-year", "start": "2020"}), "In 2020"),
        (figure("f", value="1", period={"kind": "per-acre"}), "Not stated"),
        (figure("f", value="1", period={"kind": "since", "start": "2000"}), "Since 2000"),
    ],
)
def test_a_figures_page_says_when_its_value_holds(record: Figure, when: str) -> None:
    (page,) = (page for page in pages(library(record)) if page.path == "figures/f/")
    tree = html.fromstring(page.body)
    assert tree.xpath("//dt[.='When']/following-sibling::dd[1]")[0].text_content() == when


def test_who_held_an_office_is_not_listed_as_if_they_held_it_still() -> None:
    ended = validated(Role, {"title": "Mayor", "from": "2015", "to": "2019"})
    people = (read_as(Person, id="roe", name="Ann Roe", roles=[ended]), Person(id="poe", name="Ben Poe"))
    (page,) = (page for page in pages(library(*people)) if page.path == "people/")
    listed = html.fromstring(page.body).xpath("//ul[@class='people']/li")
    said = {" ".join(item.text_content().split()) for item in listed}
    assert said == {"Ann Roe Mayor, 2015 to 2019, no quotes", "Ben Poe no quotes"}
