"""Nothing is deployed that is not whole."""

from pathlib import Path

import pytest
from toys import WATERWORKS, library

from explainer.library.library import Library
from explainer.records.address import url
from gate import MOST_BYTES, all_faults, missing, unfit

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src">'


@pytest.fixture
def records() -> Library:
    return library(*WATERWORKS)


@pytest.fixture
def site(tmp_path: Path, records: Library) -> Path:
    """Return a site with a page for each record that has one."""
    for place in ("", *(url(record) for record in records if record.HAS_PAGE)):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / place / "index.html").write_text(f"<html>{POLICY}</html>", encoding="utf-8")
    return tmp_path


def test_a_whole_site_passes(site: Path, records: Library) -> None:
    assert [*missing(records, site), *unfit(site)] == []


def test_a_record_without_its_page_is_named(site: Path, records: Library) -> None:
    (site / url(records.quotes["roe-pipes"]) / "index.html").unlink()
    assert [fault.partition(":")[0] + ":" + fault.split(":")[1] for fault in missing(records, site)] == [
        "quote:roe-pipes"
    ]


def test_an_empty_file_a_heavy_page_and_one_without_policy_are_named(site: Path) -> None:
    (site / "empty.json").touch()
    (site / "bare.html").write_text("<html></html>", encoding="utf-8")
    (site / "heavy.html").write_text(POLICY + "x" * MOST_BYTES, encoding="utf-8")
    told = "\n".join(unfit(site))
    assert "empty.json: is empty" in told
    assert "bare.html: has no security policy" in told
    assert "heavy.html: 300," in told
    assert len(told.splitlines()) == 3


def test_no_site_is_no_fit_site(records: Library, tmp_path: Path) -> None:
    assert ["run make site" in fault for fault in all_faults(records, tmp_path)] == [True]
