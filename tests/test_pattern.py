"""Patterns that wait to be compiled are patterns all the same."""

import re
from importlib import import_module
from pathlib import Path

import explainer
from explainer.text.pattern import pattern

ROOT = Path(explainer.__file__).parent


def test_a_pattern_that_waits_finds_what_a_compiled_one_does() -> None:
    waiting, compiled = pattern("(?P<a>x)y*", re.IGNORECASE), re.compile("(?P<a>x)y*", re.IGNORECASE)
    text = "Xy xyy z"
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("-", text) == compiled.sub("-", text)
    assert [found.span("a") for found in waiting.finditer(text)] == [(0, 1), (3, 4)]
    assert waiting.pattern == compiled.pattern and hash(waiting)


def test_every_pattern_of_the_core_can_be_compiled() -> None:
    names = [
        ".".join(("explainer", *path.relative_to(ROOT).with_suffix("").parts)) for path in ROOT.rglob("*.py")
    ]
    waiting = [
        held
        for name in names
        for held in vars(import_module(name.removesuffix(".__init__"))).values()
        if type(held) is type(pattern("x"))
    ]
    assert len(waiting) > 150
    for held in waiting:
        assert held.search is not None  # which compiles it
