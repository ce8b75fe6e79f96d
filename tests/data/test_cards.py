"""Social cards: what they say and show, and how they are drawn."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from toys import ferries, figure, library, read_as, series

from explainer.charts.on_card import card_chart
from explainer.data import cards, posters
from explainer.data.etching import DRAWN, PAPER, SOFT, accent, etch, ink
from explainer.data.lettering import fit, font, lines, wrap
from explainer.data.poster import Poster
from explainer.data.printing import png
from explainer.data.typeface import LETTERS, covers
from explainer.records.model import Figure, Issue, Quote, Source
from explainer.records.site import Site

CSS = Path(__file__).parents[2] / "docs/assets/page.css"


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_every_card_is_a_small_png_of_the_size_that_platforms_ask_for(tmp_path: Path) -> None:
    found = dict(cards.files(ferries(folder=tmp_path / "content")))
    assert {
        "cards/site.png",
        "cards/issues/fares.png",
        "cards/quotes/boats.png",
        "cards/figures/cost.png",
    } <= set(found)
    for content in found.values():
        assert opened(content).size == (1200, 630) and len(content) < 60_000


def test_a_card_drawn_once_is_kept_and_one_that_changed_is_drawn_again(tmp_path: Path) -> None:
    first = dict(cards.files(ferries("Ferries", folder=tmp_path / "content")))
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / ".cache/cards").iterdir()}
    assert dict(cards.files(ferries("Ferries", folder=tmp_path / "content"))) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / ".cache/cards").iterdir()} == kept
    changed = dict(cards.files(ferries("Trams", folder=tmp_path / "content")))
    assert changed["cards/site.png"] != first["cards/site.png"]


def test_a_site_without_an_address_has_no_cards_for_no_page_can_name_one(tmp_path: Path) -> None:
    shelf = ferries(site=Site(title="Ferries"), folder=tmp_path / "content")
    assert not dict(cards.files(shelf)) and cards.card(shelf.issues["fares"], shelf) is None


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    assert dict(cards.files(ferries(folder=tmp_path / "content")))


@pytest.mark.parametrize("length", [1, 40, 5_000])
@pytest.mark.parametrize("word", ["boat ", "unbrokenness"])
def test_words_of_any_length_stay_within_the_card(length: int, word: str) -> None:
    foot = ("Who " * length, "Where " * length)
    poster = Poster((word * length).strip(), foot, "Site " * length, (9, 9, 9), quoted=True)
    shades = opened(png(poster)).convert("L")
    for edge in ((0, 20, 40, 630), (1160, 20, 1200, 630), (0, 610, 1200, 630)):
        assert shades.crop(edge).getextrema()[0] > 200, "ink in the margin"
    assert shades.crop((72, 90, 1128, 560)).getextrema()[0] < 80, "no words on the card"


def test_the_letters_told_of_the_typeface_are_those_that_it_has() -> None:
    known = font(20, 400)
    every = (chr(code) for code in range(0x11000) if not 0xD800 <= code < 0xE000)
    had = {char for char in every if not char.isspace() and known.getmask(char).getbbox()}
    assert had == LETTERS


def test_letters_the_typeface_lacks_are_not_drawn_as_boxes(tmp_path: Path) -> None:
    assert covers("Déjà vu: “20 – 30%” £5 €6 Ñandú") and not covers("渡船")
    shelf = ferries("渡船", site=Site(title="Ferries", url="https://f.example/"), folder=tmp_path / "content")
    assert set(dict(cards.files(shelf))) == {"cards/site.png"}
    assert cards.card(shelf.issues["fares"], shelf).path == "cards/site.png"


def test_large_sites_draw_the_issues_cards_alone(tmp_path: Path) -> None:
    issue = Issue(id="i", title="T", question="Q", summary="S")
    many = [figure(f"f{number}", value="1", issues=["i"]) for number in range(cards.MOST + 1)]
    site = Site(title="T", url="https://t.example/")
    shelf = library(issue, *many, site=site, folder=tmp_path / "content")
    assert set(dict(cards.files(shelf))) == {"cards/site.png", "cards/issues/i.png"}
    assert cards.card(many[0], shelf).path == "cards/issues/i.png"


def test_cards_take_the_colours_of_the_pages() -> None:
    found = re.findall(r"\.accent-\d \{ --accent: light-dark\(#(\w{6})", CSS.read_text(encoding="utf-8"))
    assert [bytes.fromhex(colour) for colour in found] == [bytes(colour) for colour in posters.ACCENTS]


def test_the_card_of_a_quote_says_whose_report_it_is_and_what_to_think_of_it() -> None:
    sources = [
        Source(id="s", title="Ferries", publisher="Harbor News", published="2024", caution="Unconfirmed"),
        Source(id="p", title="Notes", publisher="The Pilot"),
        Source(id="l", title="Log", publisher="The Log"),
    ]
    heard = Quote(id="q", source="s", exact="every boat", speaker_as_named="the mayor")
    copied = read_as(Quote,
        id="c", source="p", exact="every boat", said_on="2024-05",
        transcribed={"pages": ["p", "l"], "by": "A. Roe", "on": "2024-06-01"},
    )  # fmt: skip
    shelf = library(heard, copied, *sources)
    assert posters.poster(heard, shelf).foot == ["the mayor", "As given in Harbor News, 2024", "Unconfirmed"]
    assert posters.poster(copied, shelf).foot[1] == "May 2024; copied from pages of The Pilot and The Log"


def charted(form: str, *figures: Figure) -> str:
    """Return the drawing on the card of an issue that asks for one chart."""
    ids = [one.id for one in figures]
    issue = read_as(Issue,
        id="i", title="T", question="Q?", summary="S",
        charts=({"title": "More", "form": form, "figures": ids},),
    )  # fmt: skip
    found = card_chart(issue, library(issue, *figures, Source(id="s", title="S")))
    return found.svg if found else ""


OVER_TIME = {
    "2019": "1",
    "2020": {"value": "2", "disputed": True},
    "2021": None,
    "2022": {"value": "4", "qualifier": "over"},
}


COURSE = (series("coal", OVER_TIME),)
PAIR = (figure("one", value="2", qualifier="over"), figure("two", value="3", value_max="4"))


@pytest.mark.parametrize(
    ("form", "figures"),
    [("line", COURSE), ("dots", COURSE), ("bars", COURSE), ("dots", PAIR), ("bars", PAIR)],
)
def test_every_kind_of_chart_can_be_drawn_with_two_inks(form: str, figures: tuple[Figure, ...]) -> None:
    svg = charted(form, *figures)
    assert {node.tag for node in etree.fromstring(svg).iter()} <= DRAWN
    plate = Image.new("L", (660, 440), PAPER)
    etch(svg, plate, left=0, top=0, scale=2)
    faintest, strongest = plate.getextrema()
    assert faintest <= ink(SOFT) and strongest >= accent(SOFT)


def test_an_uncertain_value_is_hollow_on_a_card_too() -> None:
    svg = '<svg viewBox="0 0 40 20">{}{}</svg>'.format(
        '<line x1="0" x2="40" y1="10" y2="10" class="chart-axis"/>',
        '<g class="chart-s1"><circle cx="10" cy="10" r="6" fill="none" stroke-width="2"/>'
        '<circle cx="30" cy="10" r="6" stroke-width="2"/></g>',
    )
    plate = Image.new("L", (80, 40), PAPER)
    etch(svg, plate, left=0, top=0, scale=2)
    assert plate.getpixel((20, 20)) == PAPER and plate.getpixel((60, 20)) == accent()


def test_a_card_shows_no_chart_that_cannot_be_read_at_its_size() -> None:
    many = [figure(f"f{number}", value="2") for number in range(3)]
    assert charted("bars", *many) == "" and charted("table", *many[:2]) == ""
    assert charted("bars", *many[:2])


def test_a_figure_with_a_course_shows_it_beside_its_value() -> None:
    shelf = ferries()
    with_chart = posters.charted(posters.poster(shelf.figures["rides"], shelf), shelf.figures["rides"], shelf)
    assert with_chart.chart and png(with_chart) != png(posters.poster(shelf.figures["rides"], shelf))
    alone = posters.poster(shelf.figures["cost"], shelf)
    assert posters.charted(alone, shelf.figures["cost"], shelf) == alone


@given(st.text("ab mW\u00a0\n", max_size=200), st.sampled_from([15, 22, 38]), st.floats(20, 900))
def test_lines_are_counted_as_they_are_broken(words: str, size: int, room: float) -> None:
    assert lines(words, size, 400, room=room) == len(wrap(words, size, 400, room=room))


def test_a_number_is_never_broken_while_a_smaller_size_holds_it() -> None:
    size, lines = fit("2,810,778 people", (150, 80, 44), room=400, height=400, weight=620)
    assert size == 80 and lines[0] == "2,810,778"


def test_who_cannot_see_a_card_hears_its_words() -> None:
    shelf = ferries(site=Site(title="Ferries", url="https://f.example/"))
    found = cards.card(shelf.quotes["boats"], shelf)
    assert found is not None
    assert found.words == "“We will run every boat by spring” Ferries. As given in Ferries, 2 March 2024"


def test_a_small_digit_that_the_typeface_lacks_costs_no_card() -> None:
    shelf = library(*ferries(), figure("gas", label="CO₂ of the ferries", value="9"))
    assert posters.poster(shelf.figures["gas"], shelf).foot[0] == "CO2 of the ferries"
