"""A second language is one file: `content/words.yml`, and no page says anything that stands elsewhere."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import TypeAlias

import pytest
from babel import Locale
from lxml import html
from newsroom import ROOT, built

from explainer.contents.folder import read_all
from explainer.strict_yaml.reading import parse
from explainer.words import Text, english

COMPLETE = ROOT / "tests/sites/complete"
NAMES = {"bibtex", "csl", "csv", "json", "ris", "sha"}
"""Names of forms, the same in every language. Those of countries are known to Babel."""
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-name", "data-words", "content")
Groups: TypeAlias = dict[str, dict[str, object]]
FOR_MACHINES = re.compile(r"https?://\S+|<iframe.*?</iframe>")
WORD = re.compile(r"[^\W\d_]+")


def made_up(text: str) -> str:
    """Return a text in a language that nobody speaks: every word ends in ø, the places stay."""
    parts = ((WORD.sub(r"\g<0>ø", words), name) for words, name, _, _ in Formatter().parse(text))
    return "".join(words + (f"{{{name}}}" if name is not None else "") for words, name in parts)


def translated(text: Text) -> object:
    return made_up(text) if isinstance(text, str) else {form: made_up(words) for form, words in text.items()}


def write_words(content: Path, change: Callable[[Groups], object] = dict) -> None:
    groups: Groups = {}
    for key, text in english().texts.items():
        group, _, name = key.partition(".")
        groups.setdefault(group, {})[name] = translated(text)
    change(groups)
    (content / "words.yml").write_text(json.dumps(groups, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The complete site, its language made up."""
    folder = tmp_path_factory.mktemp("made-up") / "content"
    shutil.copytree(COMPLETE, folder)
    site = folder / "site.yml"
    text = re.sub(r"(?m)^language: .*", "language: nn", site.read_text(encoding="utf-8"))
    site.write_text(text, encoding="utf-8")
    write_words(folder)
    return folder


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield str(value)


def written(content: Path) -> set[str]:
    """Return every word that a writer or a source has put into the folder, the interface's apart."""
    found: set[str] = set()
    for path in content.rglob("*"):
        if path.suffix in (".txt", ".md", ".html"):
            found.update(WORD.findall(path.read_text(encoding="utf-8").casefold()))
        elif path.suffix == ".yml" and path.name != "words.yml":
            values = " ".join(leaves(parse(path.read_text(encoding="utf-8")).value))
            found.update(WORD.findall(f"{path.stem} {values}".casefold()))
    return found


def said(page: Path) -> Iterator[str]:
    """Yield what readers see or hear of a page; what is between tags of code is for machines."""
    tree = html.fromstring(page.read_bytes())
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("script", "style", "code", "pre"):
            yield element.tail or ""
            continue
        yield element.text or ""
        yield element.tail or ""
        if (
            element.tag != "meta"
            or element.get("name") == "description"
            or "title" in element.get("property", "")
        ):
            yield from (element.get(name, "") for name in SPOKEN)


def test_every_word_of_a_page_is_a_records_or_of_the_one_file(content: Path, tmp_path: Path) -> None:
    site = built(content, tmp_path, "--no-extract")
    countries = " ".join(Locale("nn").territories.values()).casefold()
    known = written(content) | NAMES | {*WORD.findall(countries)}
    strange: dict[str, str] = {}
    for page in site.rglob("*.html"):
        if page.parent.name == "method":  # written by hand, in docs/
            continue
        text = FOR_MACHINES.sub("", " ".join(said(page)).casefold())
        for word in WORD.findall(text):
            if "ø" not in word and word not in known:
                strange.setdefault(word, page.relative_to(site).as_posix())
    assert not strange, strange
    assert "ø" in (site / "assets/words.js").read_text(encoding="utf-8")


def test_a_language_without_texts_is_told_and_speaks_english(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("title: Hafen\nlanguage: de\n", encoding="utf-8")
    found = read_all(tmp_path)
    assert found.words("pages.quotes") == "Quotes"
    assert [(each.severity, 'no texts in "de"' in each.message) for each in found.problems] == [
        ("warning", True)
    ]


def test_a_newsroom_says_in_english_what_it_wants_to_say_otherwise(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("pages:\n  checks: Fact checks\n", encoding="utf-8")
    found = read_all(tmp_path)
    assert not found.problems
    assert (found.words("pages.checks"), found.words("pages.quotes")) == ("Fact checks", "Quotes")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "pages:\n  quotse: Zitate\n",
            '2:3: pages.quotse: no text has this name; did you mean "pages.quotes"?',
        ),
        ("qutoes:\n  none: Nichts\n", '1:1: qutoes: "qutoes" is no group of texts; did you mean "quotes"?'),
        ("voices:\n  all: Alle {x}\n", "2:3: voices.all: has the place {x}, which is filled by nothing"),
        ("voices:\n  all: Alle {n\n", "2:3: voices.all: has a brace that is not closed"),
        ("pages:\n  quotes: { one: Zitat, other: Zitate }\n", "2:3: pages.quotes: is one text"),
        ("count:\n  quote: { one: ein Zitat }\n", "2:3: count.quote: has a form for each plural"),
    ],
)
def test_a_fault_in_a_text_is_told_with_its_place(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text(text, encoding="utf-8")
    [found] = [str(each).partition("words.yml:")[2] for each in read_all(tmp_path).problems]
    assert found.startswith(fault)


def test_a_language_of_its_own_needs_every_text(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content, tmp_path / "content")
    write_words(tmp_path / "content", lambda groups: groups["pages"].pop("quotes"))
    [found] = [each for each in read_all(tmp_path / "content").problems if each.severity == "error"]
    assert "lacks 1 texts that en.yml has, such as pages.quotes" in found.message


def test_plurals_are_those_of_the_language(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("title: Port\nlanguage: pl\n", encoding="utf-8")
    write_words(tmp_path, lambda groups: groups["count"].update(quote={
        "one": "{n} cytat", "few": "{n} cytaty", "many": "{n} cytatów", "other": "{n} cytatu",
    }))  # fmt: skip
    words = read_all(tmp_path).words
    assert [words("count.quote", n=n) for n in (1, 2, 5, 22)] == [
        "1 cytat",
        "2 cytaty",
        "5 cytatów",
        "22 cytaty",
    ]
