"""What other sites frame is as high as the code to copy says: nothing is cut, and little is empty."""

import pytest
from newsroom import ROOT
from playwright.sync_api import Page, expect

from explainer.charts import issue_charts
from explainer.data.embeds import chart_frame, record_frame
from explainer.data.frames import WIDTH, Frame, heights
from explainer.library.library import Library
from explainer.library.reading import as_it_stands

SPARE = 64
"""Pixels that may stay empty at the width that needs most: lines that this browser did not need."""
WINDOWS = (360, 440, 500, 640, 680)
SIDES = 40
"""What a host keeps free beside its text."""
EVERY = 7
_SPARE = """css => {
    const needed = document.documentElement.scrollHeight;
    const box = document.createElement("div");
    box.style.position = "absolute";
    box.style.height = css;
    document.body.append(box);
    const told = box.getBoundingClientRect().height;
    box.remove();
    return told - needed;
}"""


@pytest.fixture(scope="session")
def library() -> Library:
    """The first site's records."""
    found, _ = as_it_stands(ROOT / "content")
    return found


@pytest.fixture(scope="session")
def frames(library: Library) -> list[Frame]:
    """Every chart's frame, and each seventh of a record from the lowest to the highest."""
    records = sorted(_records(library), key=lambda frame: (frame.kind, heights(frame, "").phone))
    return [*records[::EVERY], *_charts(library)]


def _records(library: Library) -> list[Frame]:
    records = [*library.quotes.values(), *library.figures.values(), *library.checks.values()]
    return [record_frame(record, library) for record in records]


def _charts(library: Library) -> list[Frame]:
    return [
        chart_frame(drawing, issue, library)
        for issue in library.issues.values()
        for drawing in issue_charts(issue, library)
        if drawing.svg
    ]


def test_a_frame_has_the_height_that_its_code_names(
    page: Page, served: str, frames: list[Frame], library: Library
) -> None:
    cut, loose = [], []
    for frame in frames:
        page.goto(served + frame.path)
        css = heights(frame, library.site.title).css
        spare = [_spare(page, window, css) for window in WINDOWS]
        cut += [(frame.path, css, spare)] if min(spare) < 0 else []
        loose += [(frame.path, css, spare)] if min(spare) > SPARE else []
    assert (cut, loose) == ([], [])


def _spare(page: Page, window: int, css: str) -> float:
    """Return what the frame's height leaves empty in a window of that width; below zero, what it cuts."""
    page.set_viewport_size({"width": min(window - SIDES, WIDTH), "height": 100})
    return page.evaluate(_SPARE, css.replace("vw", f" * {window / 100}px"))


def test_a_framed_chart_shows_its_drawing_in_the_colors_of_the_reader(page: Page, served: str) -> None:
    page.goto(f"{served}embed/figures/coca-area-unodc.html")
    expect(page.locator(".chart:visible")).to_have_count(1)
    line = "getComputedStyle(document.querySelector('.chart-line')).stroke"
    light = page.evaluate(line)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(line) != light
