"""The first draft, straight from extraction, is one a reader could be shown."""

import re
from urllib.parse import urljoin

import pytest

from explainer.library.reading import read
from explainer.pages import pages
from explainer.pages.figures import weight
from explainer.records.model import Figure
from explainer.records.validation import validated
from revision.run import Options, revise

ARTICLE = """The border bill

“Every refugee must be heard,” Ana Roe said. “We will hear the asylum seekers,” Roe added.

The border patrol cost over $4 million a year, and 1/4 of the migrants waited 10 years for asylum.

Nobody asked Ben Okoro. Ben Okoro runs the “so-called” shelter. Cy Poe came, too.
"""

SILENT = """The cup

The midfielder scored twice and the football club went through to the semifinals.

The goalkeeper of the other football club left the stadium early.
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    content = tmp_path_factory.mktemp("draft") / "content"
    (content / "sources").mkdir(parents=True)
    (content / "sources/border.txt").write_text(ARTICLE, encoding="utf-8")
    (content / "sources/cup.txt").write_text(SILENT, encoding="utf-8")
    revise(content, Options())
    return {page.path: page.body for page in pages(read(content))}


def headings(body: str) -> list[str]:
    return [re.sub("<[^>]+>", "", found).strip() for found in re.findall(r"<h2[^>]*>(.*?)</h2>", body, re.S)]


def test_an_issue_nobody_explained_lists_what_the_articles_say(drafted: dict[str, str]) -> None:
    body = drafted["issues/migration/"]
    assert headings(body)[0] == "What the articles say"
    assert "Every refugee must be heard" in body
    told = "".join(drafted.values())
    assert "not summarised" not in told and "not summarized" not in told


def test_a_draft_has_no_section_that_says_nothing(drafted: dict[str, str]) -> None:
    body = drafted["issues/migration/"]
    absent = {"Key points", "Where they stand", "What other sources say", "Timeline", "Open questions"}
    assert not absent & set(headings(body))
    assert 'class="empty"' not in body
    for link in re.findall(r'<a href="#([\w-]+)"', body):
        assert f'id="{link}"' in body, f"the contents lead nowhere: {link}"


def test_every_link_to_a_part_of_a_page_finds_it(drafted: dict[str, str]) -> None:
    assert "issues/sport/" in drafted and "In their words" not in headings(drafted["issues/sport/"])
    for path, body in drafted.items():
        for link in re.findall(r'href="([^":]*#[^"]+)"', body):
            to, _, part = urljoin(f"/{path}", link).lstrip("/").partition("#")
            assert to not in drafted or f'id="{part}"' in drafted[to], f"{path}: {link}"


def test_quotes_are_counted_the_same_everywhere(drafted: dict[str, str]) -> None:
    for path in ("", "sources/", "issues/"):
        assert "2 quotes" in drafted[path], path


def test_the_strip_shows_what_weighs_and_no_bare_number_or_span_of_time(drafted: dict[str, str]) -> None:
    values = re.findall(r'<p class="value">(.*?)</p>', drafted[""])
    assert [value.replace("\xa0", " ") for value in values] == ["Over $4 million a year"]


def test_who_is_not_quoted_is_told_by_how_often_the_articles_name_them(drafted: dict[str, str]) -> None:
    assert "Ben Okoro: quoted 0." in drafted[""]


def figure(**fields: object) -> Figure:
    fields = {"id": "f", "label": "A figure", "unit": "people", "value": "5", "status": "proposed", **fields}
    return validated(Figure, fields)


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ({"status": "checked", "unit": "years"}, {"unit": "USD", "issues": ["trade"]}),
        ({"issues": ["trade"], "unit": "years"}, {"unit": "USD"}),
        ({"unit": "USD"}, {"unit": "years"}),
        ({"unit": "percent"}, {"unit": "number"}),
        ({"unit": "boats"}, {"unit": "minutes"}),
        ({"unit": "boats"}, {"unit": "fraction"}),
        ({"unit": "USD", "value": "9"}, {"unit": "USD", "value": "8"}),
        ({"unit": "USD", "value": "8"}, {"unit": "USD", "value": "9", "label": "… cut"}),
    ],
)
def test_money_and_shares_on_an_issue_weigh_more_than_a_span_of_time(
    heavier: dict[str, object], lighter: dict[str, object]
) -> None:
    assert weight(figure(**heavier)) < weight(figure(**lighter))
