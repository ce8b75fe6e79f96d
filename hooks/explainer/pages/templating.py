"""The templates, strict and autoescaped: with `template_code` the only place that knows Jinja."""

import re
from collections.abc import MutableMapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from explainer.library import titles
from explainer.library.index import shown_sources
from explainer.pages.here import Here
from explainer.pages.template_code import WRITTEN_BY, Macros, TemplateCode
from explainer.records import wording
from explainer.text.form import Form
from explainer.text.pattern import pattern
from explainer.verification.quotation import display
from explainer.words import Words

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

_NAMED = pattern(r'\{\{ "([A-Za-z.-]+)"\|t \}\}')
"""A text of the interface that is printed as it is, a quarter of all that templates print."""
_TIME = Form('<time datetime="{}">{}</time>')


def render(template: str, here: Here, **values: object) -> str:
    """Return the HTML of a template for one page."""
    return environment(here.library.words).get_template(template).render(here=here, **values)


class _Templates(Environment):
    """Templates that see all the same globals, which Jinja then need not compare at every import."""

    words: Words
    imported: dict[str, Macros]
    code_generator_class = TemplateCode

    def macros(self, name: str) -> Macros:
        """Return the macros of a template, for those that import it."""
        if name not in self.imported:
            self.imported[name] = Macros(partial(self.get_template, name))
        return self.imported[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template: a plain dictionary."""
        return {**self.globals, **(d or {})}

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Put in the texts of the interface, where that is sure: read as code they take a seventh longer."""

        def text(named: re.Match[str]) -> str:
            held = self.words.texts.get(named[1])
            if not isinstance(held, str) or not held or held != held.strip() or "{" in held or "\n" in held:
                return named[0]
            return str(self.words.html(named[1]))

        return _NAMED.sub(text, source)


class Compiled(FileSystemBytecodeCache):
    """The store of compiled templates, shared with the theme's; they hold the texts of one language.

    Compiling them is a fifth of a small site's first build. Jinja keeps them by a hash of their source, in a
    folder that only this user can write to: the generator's own may be read-only where it is installed.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def get_source_checksum(self, source: str) -> str:
        """Return what a compiled template was made of: its source, the texts put in, what wrote its code."""
        return super().get_source_checksum(f"{self._words.digest}{WRITTEN_BY}{source}")


@lru_cache(maxsize=2)
def environment(words: Words) -> Environment:
    """Return the environment of all templates, with the words they share.

    A template is looked for once, not at each use: who waits for changes clears this cache.
    """
    made = _Templates(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=Compiled(words),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # what is constant is worked out where it is printed; to look elsewhere costs more
    )
    made.words, made.imported = words, {}
    made.filters.update(
        t=words.html,
        date=partial(wording.date_words, words=words),
        time=partial(time, words=words),
        figure=partial(wording.figure_words, words=words),
        glance=partial(wording.glance_words, words=words),
        period=partial(wording.period_words, words=words),
        unit=partial(wording.unit_words, words=words),
        listing=partial(wording.listing, words=words),
        shown_sources=shown_sources,
        opening=titles.opening,
        said=display,
        sentence=wording.sentence,
        numeral=partial(numeral, words=words),
        code=Form("<code>{}</code>"),
        link_host=host,
    )
    made.globals.update(
        KINDS=words.group("quote-kinds"),
        BASES=words.group("bases"),
        BASES_EXPLAINED=words.group("bases-explained"),
        FINDINGS=words.findings,
        FINDINGS_EXPLAINED=words.group("findings-explained"),
        STATUSES=words.group("statuses"),
        SHORT_STATUSES=words.group("statuses-in-a-word"),
        TIERS=words.group("tiers"),
        BOUNDS=words.group("bounds"),
        CHANGES=words.group("changes"),
        PERSON_KINDS=words.group("person-kinds"),
        CONFIDENCE=words.group("confidence"),
        NAMES=words.group("kinds"),
    )
    return made


def time(date: str, words: Words) -> Markup:
    """Return a date in words, told to machines too."""
    return _TIME(date, wording.date_words(date, words))


def numeral(number: int, words: Words) -> str:
    """Return a small number as a word."""
    names = words("shared.numerals").split()
    return names[number] if number < len(names) else str(number)


def host(url: str) -> str:
    """Return the site an address leads to, as readers know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
