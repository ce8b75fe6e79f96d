"""The texts of the interface: whatever is asked for is there, and whatever is there is asked for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from newsroom import ROOT

from explainer.words import Text, english

CODE = [
    *sorted((ROOT / "hooks").rglob("*.html")),
    *sorted((ROOT / "hooks").rglob("*.py")),
    *sorted((ROOT / "docs/assets").glob("*.js")),
]
NAMED = re.compile(r"""["']([a-z]+(?:-[a-z]+)*\.[a-zA-Z0-9]+(?:-[a-z0-9]+)*)["']""")
"""A text's whole name, as code and templates write it."""
CHOSEN = re.compile(r"""f?["']([a-z]+(?:-[a-z]+)*)\.(?:\{|["'] ~)|group\(["']([a-z-]+)["']\)""")
"""The group of a text that is chosen while the site is made."""
ASKED = re.compile(
    r"""["']([a-z-]+\.[a-zA-Z0-9-]+)["']\s*\|\s*t\b|\bwords\(\s*["']([a-z-]+\.[a-zA-Z0-9-]+)["']"""
)


TOLD = re.compile(r"""["']([a-z-]+)["']""")


def sources() -> Iterator[tuple[Path, str]]:
    for path in CODE:
        yield path, path.read_text(encoding="utf-8")


def places(text: Text) -> set[str]:
    """Return the names of a text's places; a number's own place is nobody's but its own."""
    forms = [text] if isinstance(text, str) else list(text.values())
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_every_text_that_is_asked_for_is_there() -> None:
    asked = {
        next(filter(None, found.groups())): path
        for path, source in sources()
        for found in ASKED.finditer(source)
    }
    assert len(asked) > 300
    assert {key: path.name for key, path in asked.items() if key not in english().texts} == {}


def test_every_text_is_asked_for() -> None:
    code = "\n".join(source for _, source in sources())
    named = set(NAMED.findall(code))
    chosen = {group for found in CHOSEN.findall(code) for group in found if group} | {"found-kinds"}
    named |= {
        f"script.{name}" for name in re.findall(r"\b(?:say|parts)\((.*)", code) for name in TOLD.findall(name)
    }
    assert (
        sorted(key for key in english().texts if key not in named and key.partition(".")[0] not in chosen)
        == []
    )


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").rglob("*.html")), ids=lambda path: path.name)
def test_a_text_is_given_what_its_places_name(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for key, given in re.findall(
        r"""["']([a-z-]+\.[a-zA-Z0-9-]+)["']\|t(\(.*?\)(?=\s*(?:[-}|%]|if\b|else\b)))?""", source
    ):
        names = set(re.findall(r"(\w+)=", given))
        text = english().texts[key]
        assert places(text) <= names, f"{key} in {path.name}: {places(text)} <- {names}"
        assert isinstance(text, str) or "n" in names, f"{key} in {path.name} has plurals and is given no n"


def test_a_text_says_its_number_in_the_form_that_the_number_takes() -> None:
    words = english()
    assert [words("count.quote", n=n) for n in (0, 1, 2)] == ["no quotes", "1 quote", "2 quotes"]


def test_a_text_on_a_page_escapes_what_it_is_given() -> None:
    assert english().html("voices.quote", number=1, words="<b>&") == "Quote 1: &lt;b&gt;&amp;"


def test_a_text_that_is_not_there_is_loud() -> None:
    with pytest.raises(KeyError, match=r"home\.no-such-text"):
        english()("home.no-such-text")


def test_english_plurals_are_those_of_cldr() -> None:
    numbers = [*range(120), *map(Decimal, ("0.5", "1", "1.0", "1.5", "2", "1e3"))]
    assert [english()._plural(n) for n in numbers] == [Locale("en").plural_form(n) for n in numbers]
