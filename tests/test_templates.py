"""Templates can be read: a line holds one thing, and what is said twice is a macro."""

from pathlib import Path

import pytest

from explainer.pages.templating import environment
from explainer.text.escaping import escape
from explainer.words import Words, english

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
LONGEST = 160


@pytest.mark.parametrize("path", sorted(HOOKS.rglob("*.html")), ids=lambda path: path.name)
def test_no_line_of_a_template_is_longer_than_a_screen_is_wide(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    long = [number for number, line in lines if len(line) > LONGEST]
    assert not long, f"{path}: lines {long} pass {LONGEST} characters; make a macro, or break after a tag"


@pytest.mark.parametrize(
    "text",
    ["Plain", "A <b> & “c”", "{% raw", "{# no", "{n} of {m}", "{{ x }}", " spaced ", "", "two\nlines"],
)
def test_a_text_of_the_interface_is_printed_as_it_is_whatever_it_holds(text: str) -> None:
    made = environment(Words("en", {**english().texts, "a.text": text}))
    assert made.from_string('[{{ "a.text"|t }}]').render() == f"[{escape(text)}]"
