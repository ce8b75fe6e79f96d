"""The map of places: outlines as they were taken over, in view, named once, and nothing without places."""

import gzip
import hashlib
import re
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from lxml import etree, html
from toys import library, read_as

from explainer.charts import atlas
from explainer.charts.locator import WIDTH, locator
from explainer.pages import pages
from explainer.records.countries import country_name
from explainer.records.model import Issue
from explainer.records.parts import Place
from explainer.words import Words, english

OUTLINES = Path(atlas.__file__).with_name("outlines")
CITY = read_as(Place, country="CO", name="Bogotá", lat="4.71", lon="-74.07")


def drawn(*places: Place) -> etree._Element:
    found = locator(places, english())
    assert found is not None
    return etree.fromstring(found)


def words(map_: etree._Element) -> list[str]:
    return [node.text for node in map_.iter("{*}text")]


def _corners(path: str) -> list[tuple[float, float]]:
    """Return from where to where an outline goes, across and up; its points are steps from the first."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.partition("Z")[0])]
    places = [list(accumulate(numbers[axis::2])) for axis in (0, 1)]
    return [(min(axis), max(axis)) for axis in places]


def test_the_outlines_are_those_that_were_taken_over() -> None:
    data = gzip.decompress((OUTLINES / "countries-110m.json.gz").read_bytes())
    assert hashlib.sha256(data).hexdigest() in (OUTLINES / "README.md").read_text(encoding="utf-8")
    assert len(atlas.outlines()) > 170 and {"CO", "US", "VE"} <= set(atlas.outlines())


def test_a_place_lies_within_its_country() -> None:
    map_ = drawn(Place(country="CO"), CITY)
    (country,) = [path for path in map_.iter("{*}path") if path.get("class") == "map-named"]
    across, up = _corners(country.get("d"))
    (spot,) = map_.iter("{*}circle")
    assert across[0] < float(spot.get("cx")) < across[1]
    assert up[0] < float(spot.get("cy")) < up[1]
    assert sorted(words(map_)) == ["Bogotá", "Colombia"]


@pytest.mark.parametrize("codes", [["RU"], ["US", "AU"], ["FJ"], ["NO", "CL"], ["VA"]])
def test_a_map_is_as_wide_as_a_column_wherever_its_countries_lie(codes: list[str]) -> None:
    found = locator([Place(country=code) for code in codes], english())
    if codes == ["VA"]:
        assert found is None, "too small for an outline, and no position is known"
        return
    _, _, width, height = etree.fromstring(found).get("viewBox").split()
    assert float(width) == WIDTH and 150 < float(height) < 500


def test_names_never_run_into_each_other() -> None:
    near = [read_as(Place, country="CO", name=f"Town {n}", lat=f"4.{n}", lon="-74.1") for n in range(9)]
    map_ = drawn(*near)
    assert 1 < len(words(map_)) < len(near)
    for side in ("start", "end"):
        heights = sorted(float(t.get("y")) for t in map_.iter("{*}text") if t.get("text-anchor") == side)
        assert all(lower - upper >= 15 for upper, lower in pairwise(heights))


def test_a_country_is_named_in_the_language_of_the_site() -> None:
    assert country_name("US", Words("es", {})) == "Estados Unidos"
    assert country_name("US", Words("zz", {})) == "United States"


def test_the_home_page_says_which_issues_play_where_and_a_site_without_places_says_nothing() -> None:
    issues = [
        read_as(
            Issue, id=id, title=id.title(), question="Q?", summary="S", places=[CITY, Place(country="VE")]
        )
        for id in ("fares", "piers")
    ]
    made = {page.path: html.fromstring(page.body) for page in pages(library(*issues))}
    items = made[""].xpath("//*[@class = 'places']//li")
    assert [item.text_content().split() for item in items] == [
        ["Bogotá,", "Colombia", "Fares,", "Piers"],
        ["Venezuela", "Fares,", "Piers"],
    ]
    assert made["issues/fares/"].xpath("string(//summary)") == "On the map: Bogotá, Colombia; Venezuela"
    bare = {
        page.path: page.body for page in pages(library(Issue(id="i", title="T", question="Q", summary="S")))
    }
    assert "map" not in bare[""] and "places" not in bare["issues/i/"]
