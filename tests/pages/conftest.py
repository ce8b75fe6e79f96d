"""The pages of the waterworks' site, made from its records."""

import pytest
import toys
from lxml import html

from explainer.library.library import Library
from explainer.pages import pages
from explainer.pages.page import Page


@pytest.fixture
def waterworks() -> Library:
    return toys.waterworks()


@pytest.fixture
def made(waterworks: Library) -> dict[str, Page]:
    return {page.path: page for page in pages(waterworks)}


@pytest.fixture
def trees(made: dict[str, Page]) -> dict[str, html.HtmlElement]:
    return {path: html.fromstring(page.body) for path, page in made.items()}
