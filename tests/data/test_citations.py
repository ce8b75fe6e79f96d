"""The citations, read by the programs that readers would paste them into."""

import json
import warnings

import bibtexparser
import pytest
import rispy
from toys import HOSTILE, ferries, library, made

from explainer.data import citations
from explainer.data.citations import cite
from explainer.records.model import Source

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

REFS = [record.ref for record in ferries() if record.HAS_PAGE]


def bibtex(text: str) -> dict[str, str]:
    found = bibtexparser.parse_string(text)
    assert not found.failed_blocks
    (entry,) = found.entries
    return {field.key: field.value for field in entry.fields}


@pytest.mark.parametrize("ref", REFS)
@pytest.mark.parametrize("words", ["Ferries & boats", HOSTILE], ids=["plain", "hostile"])
def test_every_format_is_read_by_a_parser(ref: str, words: str) -> None:
    shelf = ferries(words)
    citation = cite(shelf.get(ref), shelf)
    assert bibtex(citation.bibtex)["url"] if citation.url else "url" not in bibtex(citation.bibtex)
    (record,) = rispy.loads(citation.ris)
    assert record["title"] == " ".join(citation.title.split())
    item = citation.csl
    assert item["title"] == citation.title


@pytest.mark.parametrize("ref", REFS)
def test_a_citation_processor_sets_the_csl(ref: str) -> None:
    shelf = ferries("Ferries and boats")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        items = CiteProcJSON([cite(shelf.get(ref), shelf).csl])
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, items, formatter.plain)
        bibliography.register(Citation([CitationItem(next(iter(items)))]))
        (line,) = bibliography.bibliography()
    assert "Ferries and boats" in str(line)


def test_a_date_nobody_stated_is_not_invented() -> None:
    undated = Source(id="s", title="A page", publisher="An office")
    citation = cite(undated, library(undated))
    assert citation.text == "An office (n.d.). “A page”."
    assert bibtex(citation.bibtex)["year"] == "n.d."
    (record,) = rispy.loads(citation.ris)
    assert "year" not in record and "date" not in record
    assert "issued" not in citation.csl


def test_a_date_is_cited_as_exactly_as_it_is_known() -> None:
    dated = Source(id="s", title="A page", authors=("A. Writer",), published="2024-03")
    citation = cite(dated, library(dated))
    assert citation.text == "A. Writer (2024-03). “A page”."
    assert bibtex(citation.bibtex)["date"] == "2024-03"
    assert citation.csl["issued"] == {"date-parts": [[2024, 3]]}
    assert rispy.loads(citation.ris)[0]["date"] == "2024/03//"


def test_an_issue_is_dated_by_its_last_change() -> None:
    shelf = ferries()
    assert cite(shelf.issues["fares"], shelf).date == "2024-04-09"


def test_the_site_and_every_kind_with_pages_have_three_files_that_hold_every_record() -> None:
    shelf = ferries()
    files = dict(made(citations, shelf))
    assert {"cite/site.bib", "cite/quotes.ris", "cite/figures.json"} <= set(files)
    kinds = {ref.partition(":")[0] for ref in REFS}
    assert len(files) == 3 * (1 + len(kinds))
    quotes = len(shelf.quotes)
    assert len(bibtexparser.parse_string(files["cite/quotes.bib"].decode()).entries) == quotes
    assert len(rispy.loads(files["cite/quotes.ris"].decode())) == quotes
    assert len(json.loads(files["cite/quotes.json"])) == quotes


def test_marks_of_tex_come_out_as_letters() -> None:
    hard = Source(id="s", title=r"50% of $3 & {more} \input ~x^2_#")
    value = bibtex(cite(hard, library(hard)).bibtex)["title"]
    assert value == (
        r"{50\% of \$3 \& \textbraceleft{}more\textbraceright{} \textbackslash{}input \textasciitilde{}x"
        r"\textasciicircum{}2\_\#}"
    )
