"""The first site in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> dict[str, str]:
    """One address for each kind of page: the fullest one, so that nothing is left out."""
    found = {
        folder: f"{folder}/" for folder in ("issues", "people", "quotes", "figures", "sources", "checks")
    }
    for folder in list(found):
        pages = [path for path in (built_site / folder).glob("*/index.html") if path.parent.name != "kind"]
        fullest = max(sorted(pages), key=lambda path: path.stat().st_size)
        found[f"one of {folder}"] = f"{folder}/{fullest.parent.name}/"
    plain = ("timeline", "glossary", "method", "corrections", "about", "data", "search", "ledger")
    return {
        "home": "",
        **found,
        **{name: f"{name}/" for name in plain},
        "charted": "figures/coca-area-unodc/",
        "lost": "404.html",
    }


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desk, in light colours."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()
