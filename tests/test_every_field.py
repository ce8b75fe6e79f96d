"""Whatever a writer may fill in reaches readers: `tests/sites/complete` fills every field there is."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from newsroom import ROOT, build

from explainer.records.model import RECORD_TYPES
from explainer.records.part import Part, fields_of
from explainer.records.record import Record
from explainer.records.site import Site
from explainer.strict_yaml.reading import parse

COMPLETE = ROOT / "tests/sites/complete"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The complete site, built."""
    folder = tmp_path_factory.mktemp("complete") / "site"
    result = build(COMPLETE, folder, "--no-extract")
    assert result.returncode == 0, result.stderr
    return folder


def filled(files: list[Path]) -> set[str]:
    """Return the paths of all fields that some file fills."""
    return {path for file in files for path in _paths(parse(file.read_text(encoding="utf-8")).value)}


def _paths(value: Any, before: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{before}{key}"
            yield from _paths(inner, f"{before}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, before)


def wanted(model: type[Part], before: str = "") -> Iterator[str]:
    """Yield the path of every field of a type, those of its parts included."""
    for field in fields_of(model):
        path = f"{before}{field.written}"
        yield path
        for part in _parts(field.annotation):
            yield from wanted(part, f"{path}.")


def _parts(hint: Any) -> Iterator[type[Part]]:
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    elif get_origin(hint) in (tuple, Union, UnionType):
        for inner in get_args(hint):
            yield from _parts(inner)


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_the_complete_site_fills_every_field_of_each_record(model: type[Record]) -> None:
    assert set(wanted(model)) <= filled(sorted((COMPLETE / model.FOLDER).glob("*.yml")))


def test_the_complete_site_fills_every_field_of_the_site() -> None:
    assert set(wanted(Site)) <= filled([COMPLETE / "site.yml"])


def test_words_in_any_field_stand_on_some_page(site: Path) -> None:
    records = "\n".join(path.read_text(encoding="utf-8") for path in COMPLETE.rglob("*.yml"))
    pages = "\n".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html")).lower()
    markers = set(re.findall(r"\b\w+word\b", records))
    assert len(markers) > 50
    assert not [marker for marker in markers if marker.lower() not in pages]


def test_a_site_may_be_published_under_a_path(tmp_path: Path) -> None:
    content = Path(shutil.copytree(COMPLETE, tmp_path / "content"))
    own = (content / "site.yml").read_text(encoding="utf-8")
    moved = own.replace("https://siteurlword.example/", "https://gazette.example/ferries/")
    (content / "site.yml").write_text(moved, encoding="utf-8")
    result = build(content, tmp_path / "site", "--no-extract")
    assert result.returncode == 0, result.stderr
    assert "/ferries/assets/page.css" in (tmp_path / "site/404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("issues/picking", "issues/harvest"),
        ("quotes/fruit-quote", "quotes/ready-fruit"),
        ("figures/lost", "figures/lost-land"),
        ("people/holt", "people/mira-holt"),
        ("sources/orchard-note", "sources/orchard-letter"),
    ],
)
def test_a_former_address_leads_to_the_record(site: Path, former: str, now: str) -> None:
    page = (site / former / "index.html").read_text(encoding="utf-8")
    assert f'content="0; url=../../{now}/"' in page and f'<a href="../../{now}/">' in page
    assert (site / now / "index.html").is_file()
