"""What the tests share: built sites, a server, a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from newsroom import ROOT, built, needs_the_first_site, serve
from playwright.sync_api import Browser, sync_playwright

import chromium

# The same examples in each run of `make test`: a red run is the change's own. `make fuzz` looks further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("further", deadline=None)
settings.load_profile("further" if {"FUZZ", "SEQUENCES"} & os.environ.keys() else "same")


# The site under test is nobody's: what a workflow says of its own repository is not for it.
for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first site, built from the repository's content."""
    needs_the_first_site()
    return built(ROOT / "content", tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made from three articles on another topic and nothing else; its content lies beside it."""
    return built(ROOT / "tests/sites/harbour", tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="session")
def complete_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, every field of its records filled in; its content lies beside it."""
    return built(ROOT / "tests/sites/complete", tmp_path_factory.mktemp("complete"), "--no-extract")


@pytest.fixture(scope="session")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made from the first article and nothing else; its content lies beside it."""
    needs_the_first_site()
    folder = tmp_path_factory.mktemp("bare")
    sources = folder / "bare/sources"
    sources.mkdir(parents=True)
    for article in (ROOT / "content/sources").glob("*.txt"):
        shutil.copy(article, sources)
    return built(folder / "bare", folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = chromium.find()
    assert path, "no Chromium; make test installs one"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the first site, served from a folder as a static host would."""
    yield from serve(built_site)
