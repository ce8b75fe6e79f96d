"""What a reader is told of how sure a statement is: cautions, copied words, points of a series, answers."""

from lxml import html
from toys import WATER_TEXT, WATERWORKS
from toys import library as shelf

from explainer.data import files, published
from explainer.library.library import Library
from explainer.pages import pages
from explainer.records.model import Figure, Issue, Quote, Source
from explainer.records.site import Site
from explainer.records.validation import validated


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


CAREFUL = "Found nowhere else; not confirmed."


def careful() -> Library:
    """The waterworks with a caution on their one article, and words copied from two pages."""
    records = [
        record.replace(caution=CAREFUL) if record.ref == "source:gazette" else record for record in WATERWORKS
    ]
    pages = [
        Source(id=name, title=f"{name} page", publisher=name.title(), url=f"https://{name}.example/")
        for name in ("courier", "herald")
    ]
    copied = validated(Quote,
        {
            "id": "poe-leak", "source": "courier", "exact": "The leak is ours", "kind": "transcribed",
            "speaker": "poe", "said_on": "2025-01-02", "issues": ["water"],
            "transcribed": {"by": "The desk", "on": "2025-02-03", "pages": ["courier", "herald"]},
        }
    )  # fmt: skip
    return shelf(*records, *pages, copied, texts={"gazette": WATER_TEXT})


def test_a_caution_goes_wherever_a_quote_of_its_source_goes() -> None:
    library = careful()
    made = {page.path: page for page in pages(library)}
    for path in ("issues/water/", "quotes/", "quotes/roe-pipes/", "people/roe/", "sources/gazette/"):
        assert CAREFUL in made[path].body, path
    assert made["quotes/roe-pipes/"].description.startswith(CAREFUL)
    assert '"creator"' not in made["quotes/roe-pipes/"].head and CAREFUL in made["quotes/roe-pipes/"].head
    assert '"NewsArticle"' not in made["issues/water/"].head
    others = {path: content.decode(errors="replace") for path, content in files(library)}
    for path in ("embed/quotes/roe-pipes.html", "llms.txt", "feed.xml", "data/quotes.json"):
        assert CAREFUL in others[path], path


def test_a_transcribed_quote_names_its_pages_and_is_never_counted_as_checked() -> None:
    library = careful()
    made = {page.path: page for page in pages(library)}
    page = words(html.fromstring(made["quotes/poe-leak/"].body))
    assert "copied from pages of Courier and Herald, which this site does not hold" in page
    assert "Copied by The desk on 3 February 2025" in page and "Not checked against a text" in page
    assert "Every character matches" not in page
    assert "1 quote copied from other pages: Ben Poe 1." in made["issues/water/"].body
    assert "found" not in published(library.quotes["poe-leak"], library)


def test_evidence_may_be_one_point_of_a_series() -> None:
    series = validated(Figure,
        {
            "id": "level", "label": "Level of the water", "unit": "meters", "sources": ["audit"],
            "series": [{"date": "2020", "value": "4"}, {"date": "2024", "value": "9"}],
        }
    )  # fmt: skip
    point = {"text": "The water stood low.", "refs": ("figure:level@2020",)}
    low = an_issue({"key_points": (point,)})
    made = {page.path: page for page in pages(shelf(*WATERWORKS[:2], series, low))}
    shown = words(
        html.fromstring(made["issues/low/"].body).xpath("//section[@aria-labelledby = 'points']")[0]
    )
    assert "4 meters in 2020" in shown and "9 meters" not in shown


def an_issue(fields: dict[str, object]) -> Issue:
    return validated(Issue, {"id": "low", "title": "Low", "question": "How low?", "summary": "So.", **fields})


def test_an_answer_stands_right_under_the_question_and_a_verdict_before_the_note() -> None:
    issue = an_issue({"answer": "Very low."})
    made = {page.path: page for page in pages(shelf(*WATERWORKS[:2], issue))}
    opening = html.fromstring(made["issues/low/"].body).xpath("//header")[0]
    assert "How low? Very low." in words(opening)


def test_a_caution_stands_beside_each_quote_given_as_evidence() -> None:
    made = {page.path: page for page in pages(careful())}
    evidence = html.fromstring(made["issues/water/"].body).xpath("//li[@class = 'evidence-quote']")
    assert evidence and all(CAREFUL in words(item) for item in evidence if "old pipes" in words(item))


def test_the_writer_may_choose_the_figures_of_the_home_page() -> None:
    coal, gas = (
        validated(
            Figure, {"id": name, "label": f"Tons of {name}", "unit": "tons", "value": "3", "source": "audit"}
        )
        for name in ("coal", "gas")
    )
    library = shelf(*WATERWORKS[:2], coal, gas, site=Site(title="Tons", figures=("gas",)))
    home = html.fromstring(next(page.body for page in pages(library) if page.path == ""))
    strip = words(home.xpath("//section[@aria-labelledby = 'figures']")[0])
    assert "Tons of gas" in strip and "Tons of coal" not in strip


def test_words_that_are_not_confirmed_come_after_those_that_are() -> None:
    page = html.fromstring(next(page.body for page in pages(careful()) if page.path == "issues/water/"))
    said = page.xpath("//section[@aria-labelledby = 'words']//span[@data-quote]/@data-quote")
    assert said.index("poe-leak") < said.index("roe-pipes")
    assert "“the article” on this page" in words(page.xpath("//header")[0])
