"""Of a saved page the article is read, whole and alone, and what the page says of itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.articles import article
from extraction import extract
from reading import read
from reading.metadata import Metadata

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(__file__).with_name("ferry.html")
BODY = [
    "Islanders say the new price of a crossing, set without a vote, will empty the winter boats.",
    "The harbour board will raise the price of a crossing from 6 to 9 dollars in June, it said on Thursday, "
    "after two years without a change.",
    "“Nobody asked the island,” said Mara Quill, who runs the only bakery in Sandwick. “We will pay it, and "
    "then we will move away.”",
    "The board’s chair, Ned Orr, said that fuel had risen by 40 per cent since 2022 and that “a boat that "
    "sails at a loss sails only once”.",
    "A vote of the island council is set for 12 May. Its members have asked for a price of 7 dollars for "
    "those who live there all the year round.",
]


def page(head: str = "", body: str = "<p>The boat sails at nine.</p>") -> Metadata:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html").metadata


def test_the_article_is_read_and_nothing_around_it() -> None:
    assert read(PAGE.read_bytes(), "ferry.html").text.split("\n\n") == [*BODY[:-1], BODY[-1] + "\n"]


def test_each_paragraph_stands_in_what_the_page_shows() -> None:
    shown = " ".join(article.text(PAGE.read_bytes(), ".html").split())
    assert all(paragraph in shown for paragraph in BODY)


def test_captions_teasers_boxes_and_comments_yield_no_records() -> None:
    found = extract(read(PAGE.read_bytes(), "ferry.html").text)
    assert [quote.speaker for quote in found.quotes] == ["Mara Quill", "Mara Quill", "Ned Orr"]
    assert {person.name for person in found.people} <= {"Mara Quill", "Ned Orr"}
    assert not {1.0, 4.0, 42.0, 99.0, 1200.0} & {figure.value for figure in found.figures}


def test_a_page_says_who_wrote_it_when_and_where() -> None:
    assert read(PAGE.read_bytes(), "ferry.html").metadata == Metadata(
        title="Ferry fares to rise in June",
        authors=("Ida Moss", "Tom Reed"),
        published="2024-05-03T06:30:00+01:00",
        modified="2024-05-04T08:00:00Z",
        publisher="Alder Gazette",
        url="https://gazette.example/2024/ferry-fares",
        language="en-GB",
        description=BODY[0],
    )


def test_a_page_that_says_nothing_of_itself_is_not_guessed_at() -> None:
    assert page() == Metadata()


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Boats sink | Alder Gazette", "Alder Gazette", "Boats sink"),
        ("Boats sink - Alder Gazette", "Alder Gazette", "Boats sink"),
        ("Boats sink - and bridges too", "Alder Gazette", "Boats sink - and bridges too"),
        ("Boats &amp; <b>bridges</b>", "Alder Gazette", "Boats & bridges"),
    ],
)
def test_a_headline_is_without_the_outlet_s_name_and_otherwise_whole(
    title: str, site: str, headline: str
) -> None:
    assert page(f'<title>{title}</title><meta property="og:site_name" content="{site}">').title == headline


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        ('<meta name="author" content="By Ann Lee and Bo Ray">', ("Ann Lee", "Bo Ray")),
        ('<meta name="author" content="https://x.example/ann">', ()),
        ('<meta property="article:author" content="Ann Lee, Bo Ray">', ("Ann Lee", "Bo Ray")),
        ('<script type="application/ld+json">{"@type":"Article","author":"Ann Lee"}</script>', ("Ann Lee",)),
        (
            '<script type="application/ld+json">{"@type":"Article","author":{"name":["Ann Lee"]}}</script>',
            ("Ann Lee",),
        ),
        ('<script type="application/ld+json">{"@type":"Article","author":[[[[</script>', ()),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", ()),
    ],
    ids=range(7),
)  # fmt: skip
def test_authors_are_names_and_broken_data_is_passed_over(markup: str, authors: tuple[str, ...]) -> None:
    assert page(markup).authors == authors


def test_a_day_is_the_page_s_own_and_no_copyright_year() -> None:
    assert page(body="<p>The boat sails at nine.</p><p>© 2019 Gazette, 3 May 2020</p>").published is None
    assert (
        page(body='<time datetime="2024-05-03">Friday</time><p>The boat sails.</p>').published == "2024-05-03"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<form><article><p>The boat sails at nine.</p></article></form>",
        "<nav><p>The boat sails at nine.</p>",
        "<div style='display:none'>x</div><p>The boat sails at nine.</p>",
        "The boat sails at nine.",
        "<svg><path d='" + "1 " * 5_000 + "'/></svg><p>The boat sails at nine.</p>",
        "<div data-props='" + '{"a": 1} ' * 2_000 + "'></div><p>The boat sails at nine.</p>",
        "<script>" + "if (a<b) x(); " * 2_000 + "'<div>'</script><p>The boat sails at nine.</p>",
        "<svg>" + "<use/>" * 3_000 + "</svg><p>The boat sails at nine.</p>",
        "<img src='data:image/png;base64," + "A" * 7_000_000 + "'><p>The boat sails at nine.</p>",
    ],
    ids=range(9),
)
def test_no_page_with_text_is_refused(body: str) -> None:
    assert "The boat sails at nine." in read(f"<html><body>{body}</body></html>".encode(), "a.htm").text


def test_the_command_prints_one_line_each_and_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--text", str(tmp_path / "a.pdf"), str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (row,) = map(json.loads, done.stdout.splitlines())
    assert row["article"] == str(PAGE)
    assert (row["author"], row["publisher"]) == (["Ida Moss", "Tom Reed"], "Alder Gazette")
    assert (row["title"], row["published"][:10]) == ("Ferry fares to rise in June", "2024-05-03")
    assert row["language"] == "en-GB"
    assert row["text"].startswith("Islanders say") and row["url"].startswith("https://gazette.example/")
    assert done.returncode == 1 and "a.pdf:1:1: is a PDF, which is not read: open it and copy" in done.stderr
    assert sorted(tmp_path.iterdir()) == before
