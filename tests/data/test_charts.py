"""What a reader may trust in a chart."""

import re
from decimal import Decimal

import pytest
from lxml import etree
from toys import HOSTILE, ferries, figure, library, read_as, series

from explainer.charts import Drawing, figure_chart, issue_charts
from explainer.charts.drawing import draw
from explainer.records.model import Event, Figure, Issue, Source
from explainer.records.parts import Chart
from explainer.words import english

NS = {"s": "http://www.w3.org/2000/svg"}


def drawn(*figures: Figure, form: str = "line", title: str = "A title in words") -> Drawing:
    chart = read_as(Chart, title=title, figures=[one.id for one in figures], form=form)
    return draw(chart, figures, english(), id="test-1", csv_path="data/charts/test.csv")


def both(drawing: Drawing) -> list[etree._Element]:
    root = etree.fromstring(f"<div>{drawing.svg}</div>")
    charts = root.findall("s:svg", NS)
    assert [chart.get("class").split()[1] for chart in charts] == ["chart-wide", "chart-narrow"]
    return charts


def lines(chart: etree._Element) -> list[str]:
    return [
        path.get("d") for path in chart.iterfind(".//s:path[@class]", NS) if "chart-line" in path.get("class")
    ]


def marks(chart: etree._Element, name: str) -> list[etree._Element]:
    return [node for node in chart.iter() if name in (node.get("class") or "").split()]


def tooltips(chart: etree._Element) -> list[str]:
    return [node.text for node in chart.iterfind(".//s:g//s:title", NS)]


def segments(chart: etree._Element) -> int:
    return sum(len(re.findall("L", path)) for path in lines(chart))


def test_an_empty_value_breaks_the_line() -> None:
    for chart in both(
        drawn(series("coal", {"2019": "1", "2020": "2", "2021": None, "2022": "4", "2023": "5"}))
    ):
        assert segments(chart) == 2
        assert all("2021" not in words for words in tooltips(chart))


def test_a_year_that_nobody_listed_breaks_the_line_as_an_empty_one_does() -> None:
    for chart in both(drawn(series("coal", {"2019": "1", "2020": "2", "2022": "4", "2023": "5"}))):
        assert segments(chart) == 2
        assert "no" in [node.text for node in marks(chart, "chart-gap")]


def test_a_regular_series_every_five_years_has_no_gaps() -> None:
    for chart in both(drawn(series("coal", {"2000": "1", "2005": "2", "2010": "4"}))):
        assert segments(chart) == 2


def test_no_line_goes_through_the_unit_at_the_left() -> None:
    early, late = (179, 220, 197, 159, 172, 174, 124, 79, 114), (20, 30, 25, 30, 60, 90, 140, 190, 220)
    for crossed, thousands in ((True, early), (False, late)):
        values = {str(2016 + year): f"{value}000" for year, value in enumerate(thousands)}
        chart = both(drawn(series("coal", values)))[1]
        words = [node.text for node in marks(chart, "chart-tick")]
        assert ("tonnes" in words, "200,000 tonnes" in words) == (crossed, not crossed)
        baselines = [float(node.get("y")) for node in marks(chart, "chart-tick")]
        assert min(baselines) > 12, "it stands within the drawing"


def test_a_range_is_a_bar_between_its_ends_and_no_line_runs_through_it() -> None:
    coal = series("coal", {"2019": "1", "2020": {"value": "2", "value_max": "6"}, "2021": "3"})
    for chart in both(drawn(coal)):
        assert segments(chart) == 0
        (bar,) = marks(chart, "chart-range")
        assert float(bar.get("height")) > 50


@pytest.mark.parametrize("form", ["line", "bars", "dots"])
def test_more_than_is_drawn_open_ended(form: str) -> None:
    plain = series("coal", {"2019": "1", "2020": "2"})
    over = series("coal", {"2019": "1", "2020": {"value": "2", "qualifier": "over"}})
    for chart in both(drawn(plain, form=form)):
        assert not marks(chart, "chart-open")
    for chart in both(drawn(over, form=form)):
        assert len(marks(chart, "chart-open")) == 1


@pytest.mark.parametrize("form", ["bars", "dots"])
@pytest.mark.parametrize("qualifier", ["over", "under"])
def test_a_single_bound_is_drawn_open_ended(form: str, qualifier: str) -> None:
    pair = (figure("a", value="9"), figure("b", value="8", qualifier=qualifier))
    for chart in both(drawn(*pair, form=form)):
        assert len(marks(chart, "chart-open")) == 1


def test_an_upper_end_alone_is_a_bound_and_not_a_value() -> None:
    up_to = figure("b", value_max="8")
    drawing = drawn(figure("a", value="9"), up_to, form="bars")
    assert "up to 8 tonnes" in drawing.alt
    assert all(marks(chart, "chart-open") for chart in both(drawing))
    assert drawing.csv.decode().splitlines()[2].split(",")[3:5] == ["", "8"]


@pytest.mark.parametrize("form", ["line", "bars", "dots"])
def test_a_disputed_point_is_hollow_and_said_to_be_disputed(form: str) -> None:
    coal = series("coal", {"2019": "1", "2020": {"value": "2", "disputed": True}})
    for chart in both(drawn(coal, form=form)):
        assert len(marks(chart, "chart-hollow")) == 1
    assert "2 tonnes (disputed) in 2020" in drawn(coal, form=form).alt


def test_two_sources_that_disagree_are_two_lines_told_apart_without_colour() -> None:
    survey, office = (
        series("survey", {"2019": "1", "2020": "2"}),
        series("office", {"2019": "3", "2020": "5"}),
    )
    for chart in both(drawn(survey, office)):
        paths = [path for path in chart.iterfind(".//s:path", NS) if path.get("class") == "chart-line"]
        assert len(paths) == 2
        assert len({path.get("stroke-dasharray") for path in paths}) == 2
        shapes = [{node.tag for node in marks(group, "chart-mark")} for group in chart.findall("s:g", NS)]
        assert len({tuple(shape) for shape in shapes}) == 2
        written = " ".join(node.text for node in marks(chart, "chart-label"))
        assert "Label of survey" in written and "Label of office" in written


def test_every_value_stands_at_its_own_height() -> None:
    chart, _ = both(drawn(series("coal", {"2019": "10", "2020": "20", "2021": "40"})))
    heights = [float(node.get("cy")) for node in marks(chart, "chart-mark")]
    assert heights[0] - heights[1] == pytest.approx((heights[1] - heights[2]) / 2, abs=0.2)


def test_bars_start_at_zero() -> None:
    chart, _ = both(drawn(figure("a", value="10"), figure("b", value="40"), form="bars"))
    widths = [float(node.get("width")) for node in marks(chart, "chart-bar")]
    assert widths[1] == pytest.approx(4 * widths[0], abs=0.3)


def test_bars_for_values_below_zero_lie_on_the_other_side() -> None:
    chart, _ = both(drawn(figure("a", value="-10"), figure("b", value="40"), form="bars"))
    low, high = marks(chart, "chart-bar")
    assert float(low.get("x")) + float(low.get("width")) == pytest.approx(float(high.get("x")), abs=0.2)


def columns_of(chart: etree._Element) -> dict[str, tuple[float, float, float]]:
    """Return the middle, the top and the foot of each column by the year its tooltip names."""
    found = {}
    for bar in marks(chart, "chart-bar"):
        x, y, width, height = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        found[bar.findtext("s:title", namespaces=NS)[:4]] = (x + width / 2, y, y + height)
    return found


def test_columns_stand_by_their_year() -> None:
    growth = series("growth", {"2010": "2", "2011": "7", "2019": "4", "2020": "4"})
    for chart in both(drawn(growth, form="bars")):
        at = {year: middle for year, (middle, _, _) in columns_of(chart).items()}
        assert at["2019"] - at["2011"] == pytest.approx(8 * (at["2011"] - at["2010"]), abs=1)


def test_one_year_is_one_place_in_every_panel() -> None:
    one, two = series("one", {"2018": "1", "2020": "3"}), series("two", {"2019": "1", "2020": "2"})
    for chart in both(drawn(one, two, form="bars")):
        middles = {}
        for bar in marks(chart, "chart-bar"):
            year = bar.findtext("s:title", namespaces=NS)[:4]
            middles.setdefault(year, set()).add(round(float(bar.get("x")) + float(bar.get("width")) / 2))
        assert len(middles["2020"]) == 1 and min(middles["2018"]) < min(middles["2019"])


def test_no_words_stand_on_a_column_below_zero() -> None:
    growth = series("growth", {"2019": "2", "2020": "-7", "2021": "4"})
    for chart in both(drawn(growth, form="bars")):
        middle, top, foot = columns_of(chart)["2020"]
        near = [node for node in chart.iterfind(".//s:text", NS) if abs(float(node.get("x")) - middle) < 20]
        assert {node.text for node in near} >= {"−7", "2020"}
        assert not [node.text for node in near if top + 8 < float(node.get("y")) < foot - 1]


def test_alt_text_states_every_value_range_gap_and_bound() -> None:
    coal = series(
        "coal",
        {
            "2018": "1234",
            "2019": {"value": "5", "value_max": "7"},
            "2020": None,
            "2021": {"value": "8", "qualifier": "about"},
            "2022": {"value": "9", "qualifier": "over", "disputed": True},
        },
    )
    alt = drawn(coal).alt
    for words in (
        "1,234 tonnes in 2018", "between 5 and 7 tonnes in 2019", "no figure in 2020",
        "about 8 tonnes in 2021", "over 9 tonnes (disputed) in 2022", "No figures between 2019 and 2021",
    ):  # fmt: skip
        assert words in alt
    for chart in both(drawn(coal)):
        assert chart.get("role") == "img"
        named = chart.get("aria-labelledby").split()
        found = {node.get("id"): node.text for node in chart if node.get("id")}
        assert [found[name] for name in named] == ["A title in words", alt]


def test_the_table_and_the_csv_hold_what_is_drawn() -> None:
    coal = series(
        "coal", {"2019": "1.50", "2020": None, "2021": {"value": "3", "source": "ledger", "note": "late"}}
    )
    drawing = drawn(coal)
    assert drawing.columns == ("Date", "Label of coal")
    assert [[cell.text for cell in row] for row in drawing.rows] == [
        ["2019", "1.50 tonnes"], ["2020", "no figure"], ["2021", "3 tonnes"],
    ]  # fmt: skip
    assert (drawing.rows[2][1].source, drawing.rows[2][1].note) == ("ledger", "late")
    head, *body = [line.split(",") for line in drawing.csv.decode().splitlines()]
    assert [dict(zip(head, line, strict=True))["value"] for line in body] == ["1.50", "", "3"]


def test_two_series_share_one_row_a_date_and_say_where_one_has_nothing() -> None:
    one, two = series("one", {"2019": "1", "2020": "2"}), series("two", {"2020": "3", "2021": "4"})
    rows = [[cell.text for cell in row] for row in drawn(one, two).rows]
    assert rows == [
        ["2019", "1 tonne", "no figure"], ["2020", "2 tonnes", "3 tonnes"], ["2021", "no figure", "4 tonnes"],
    ]  # fmt: skip


def ticks(chart: etree._Element) -> list[str]:
    return [node.text for node in marks(chart, "chart-tick")]


def test_months_of_one_year_are_named_at_both_ends() -> None:
    for chart in both(drawn(series("coal", {"2024-02": "1", "2024-03": "2", "2024-06": "3"}))):
        assert ticks(chart)[-2:] == ["February 2024", "June 2024"]
        assert segments(chart) == 1


def test_no_year_is_labelled_outside_the_plot() -> None:
    for chart in both(drawn(series("coal", {"2019-06": "1", "2022-06": "2", "2025-06": "3"}))):
        assert set(ticks(chart)) & {"2019", "2020", "2025", "2026"} == {"2020", "2025"}


def test_scattered_years_are_dots_on_a_figures_own_page() -> None:
    coal = series("coal", {"2010": "1", "2012": {"value": "2", "value_max": "3"}, "2016": "4"})
    scattered = figure_chart(coal, library(coal))
    assert all(not lines(chart) and len(tooltips(chart)) == 3 for chart in both(scattered))


def values(chart: etree._Element) -> list[str]:
    return [node.text for node in marks(chart, "chart-value")]


@pytest.mark.parametrize("form", ["line", "bars"])
def test_the_first_the_peak_and_the_last_value_are_written_in_the_drawing(form: str) -> None:
    coal = series(
        "coal", {str(2001 + year): str(value) for year, value in enumerate([13, 20, 30, 91, 40, 55, 22])}
    )
    for chart in both(drawn(coal, form=form)):
        assert {"13", "91", "22"} <= set(values(chart))


def test_a_drawing_rounds_to_three_digits_and_its_table_does_not() -> None:
    drawing = drawn(series("coal", {"2019": "16868", "2020": "250260"}))
    for chart in both(drawing):
        assert values(chart)[0] == "250,000" and "2020: 250,260 tonnes" in tooltips(chart)
    assert [row[1].text for row in drawing.rows] == ["16,868 tonnes", "250,260 tonnes"]


def test_the_sources_stand_in_the_picture_itself() -> None:
    coal = series("coal", {"2019": "1", "2020": "2"}, sources=("ledger",))
    ledger = Source(id="ledger", title="The ledger", publisher="Coal Office")
    for chart in both(figure_chart(coal, library(coal, ledger))):
        assert [node.text for node in marks(chart, "chart-source")] == ["Source: Coal Office"]


@pytest.mark.parametrize("form", ["line", "bars"])
def test_an_event_is_marked_at_its_date_and_named_below(form: str) -> None:
    coal = series("coal", {"2018": "1", "2019": "2", "2020": "3"})
    strike = Event(id="strike", date="2019-05-02", label="A strike", sources=("ledger",))
    ledger = Source(id="ledger", title="The ledger")
    chart = {"title": "C", "figures": ["coal"], "form": form, "events": ["strike"]}
    issue = read_as(Issue, id="i", title="T", question="Q", summary="S", charts=[chart])
    (drawing,) = issue_charts(issue, library(issue, coal, strike, ledger))
    for each in both(drawing):
        (rule,) = marks(each, "chart-moment")
        at = [node for node in marks(each, "chart-tick") if node.text == "2019"]
        assert float(rule.get("x1")) == pytest.approx(float(at[0].get("x")), abs=0.2)
        assert "2 May 2019: A strike" in [node.text for node in marks(each, "chart-event")]


def test_a_table_needs_no_drawing() -> None:
    drawing = drawn(figure("a", value="1"), form="table")
    assert drawing.svg == "" and drawing.rows


def test_nothing_known_is_no_drawing_but_a_table() -> None:
    drawing = drawn(series("coal", {"2019": None, "2020": None}))
    assert drawing.svg == "" and len(drawing.rows) == 2


def test_a_chart_that_compares_the_incomparable_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="mixes units"):
        drawn(figure("a", value="1"), figure("b", value="1", unit="USD"), form="bars")


def test_charts_need_no_style_attribute_no_script_and_nobody_elses_files() -> None:
    for form in ("line", "bars", "dots"):
        svg = drawn(series("coal", {"2019": "1", "2020": {"value": "2", "qualifier": "over"}}), form=form).svg
        assert "style" not in svg and "<script" not in svg and "href" not in svg
        assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"] * 2


def test_ids_differ_between_the_two_versions_and_between_charts() -> None:
    coal = series("coal", {"2019": "1", "2020": "2"})
    ids = re.findall(r' id="([^"]+)"', str(drawn(coal).svg) + str(figure_chart(coal, library(coal)).svg))
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize("form", ["line", "bars", "dots"])
def test_hostile_words_stay_words(form: str) -> None:
    coal = series("coal", {"2019": "1", "2020": "2"}, label=HOSTILE, unit="<b>")
    drawing = drawn(coal, title=HOSTILE, form=form)
    for chart in both(drawing):
        assert {etree.QName(node).localname for node in chart.iter()} <= {
            "svg", "title", "desc", "g", "line", "path", "circle", "rect", "polygon", "text",
        }  # fmt: skip
        assert chart.find("s:title", NS).text == HOSTILE


def test_text_stays_inside_the_drawing() -> None:
    long = "A name that goes on for much longer than any line of a small drawing could ever hold on a phone"
    pair = [
        series(name, {"2019": "1000000", "2020": "2000001"}, label=f"{long} {name}") for name in ("a", "b")
    ]
    for form in ("line", "bars", "dots"):
        for chart in both(drawn(*pair, form=form)):
            _, _, width, height = (float(part) for part in chart.get("viewBox").split())
            for node in chart.iterfind(".//s:text", NS):
                room = len(node.text) * float(node.get("font-size")) * 0.5
                left = float(node.get("x")) - {"end": room, "middle": room / 2}.get(
                    node.get("text-anchor"), 0
                )
                assert left >= -4 and left + room <= width + 4, node.text
                assert 0 < float(node.get("y")) <= height, node.text


def test_an_issues_charts_leave_out_figures_that_are_not_shown() -> None:
    issue = read_as(
        Issue,
        id="i",
        title="T",
        question="Q",
        summary="S",
        charts=[{"title": "C", "figures": ["a", "gone"], "form": "bars"}],
    )
    drawings = list(issue_charts(issue, library(issue, figure("a", value="1"))))
    assert [[one.id for one in drawing.figures] for drawing in drawings] == [["a"]]


def test_one_library_gives_one_drawing() -> None:
    library = ferries()
    first, second = (list(issue_charts(library.issues["fares"], library)) for _ in range(2))
    assert first == second and first[0].csv_path == "data/charts/issues/fares-1.csv"


def test_scattered_values_are_kept_exactly() -> None:
    coal = series("coal", {"2019": "0.1", "2020": "123456789.123456789"})
    assert Decimal(drawn(coal).csv.decode().splitlines()[2].split(",")[3]) == Decimal("123456789.123456789")


def test_a_table_may_set_side_by_side_what_is_not_drawn_together() -> None:
    year = figure("year", value="3", period={"kind": "per-year", "start": "2022"})
    span = figure("span", value="5", period={"kind": "between", "start": "2024-01", "end": "2024-11"})
    table = drawn(year, span, form="table")
    assert not table.svg and len(table.rows) == 2


def test_the_first_value_of_a_line_stands_clear_of_the_axis_numbers() -> None:
    two = [
        series(name, {"2011": low, "2012": low, "2020": high})
        for name, low, high in (("un", "64000", "204000"), ("us", "83000", "245000"))
    ]
    for chart in both(drawn(*two)):
        size = float(chart.find(".//s:text[@class='chart-tick']", NS).get("font-size"))
        ends = [
            len(tick.text) * size * 0.5
            for tick in marks(chart, "chart-tick")
            if tick.get("x") == "0" and "tonnes" not in tick.text
        ]
        starts = [float(value.get("x")) for value in marks(chart, "chart-value")]
        assert len(ends) > 1 and min(starts) > max(ends)


def test_no_value_of_a_line_stands_among_the_years() -> None:
    for chart in both(drawn(series("met", {"2021": "6200", "2022": "125000", "2023": "159500"}))):
        foot = max(float(line.get("y1")) for line in chart.iterfind(".//s:line", NS) if line.get("y1"))
        assert all(float(value.get("y")) <= foot for value in marks(chart, "chart-value"))
