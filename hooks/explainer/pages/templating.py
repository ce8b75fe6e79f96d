"""The templates, strict and autoescaped: the only place that knows Jinja."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from explainer.library import titles
from explainer.library.library import shown_sources
from explainer.pages import labels
from explainer.pages.here import Here
from explainer.records import wording
from explainer.verification.quotation import display

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
COMPILED = Path(__file__).resolve().parents[3] / ".cache" / "templates"
"""Compiling the templates is a third of a small build's time; Jinja keeps them by a hash of their source."""


def render(template: str, here: Here, **values: object) -> str:
    """Return the HTML of a template for one page."""
    return environment().get_template(template).render(here=here, **values)


def compiled() -> FileSystemBytecodeCache:
    """Return the store of compiled templates, shared with the theme's."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(COMPILED))


@cache
def environment() -> Environment:
    """Return the environment of all templates, with the words they share."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        date=wording.date_words,
        figure=wording.figure_words,
        glance=wording.glance_words,
        period=wording.period_words,
        listing=wording.listing,
        shown_sources=shown_sources,
        opening=titles.opening,
        said=display,
        sentence=wording.sentence,
        numeral=labels.numeral,
        count=labels.count,
        link_host=labels.host,
    )
    made.globals.update(
        KINDS=labels.QUOTE_KINDS,
        BASES=labels.BASES,
        FINDINGS=wording.FINDINGS,
        FINDINGS_EXPLAINED=labels.FINDINGS_EXPLAINED,
        STATUSES=labels.STATUSES,
        TIERS=labels.TIERS,
        BOUNDS=labels.BOUNDS,
        CHANGES=labels.CHANGES,
        PERSON_KINDS=labels.PERSON_KINDS,
    )
    return made
