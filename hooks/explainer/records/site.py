"""The site as a whole: what a newsroom says of itself in `content/site.yml`."""

from typing import Annotated

from explainer.records.fields import Id, Language, Line, Markdown, Url, Words
from explainer.records.part import Part
from explainer.records.parts import Change, KeyPoint, Picture


class Site(Part):
    """The site as a whole: `content/site.yml`. Every field may be left out."""

    title: Line = "Explainer"
    short_title: Annotated[Line | None, "For the header on a phone."] = None
    question: Annotated[Line | None, "The question of the whole site in one line."] = None
    answer: Annotated[Words | None, "Its answer in 60 words at most; stands right under the question."] = None
    summary: Words | None = None
    image: Picture | None = None
    description: Annotated[Words | None, "For search engines, in one sentence."] = None
    key_points: tuple[KeyPoint, ...] = ()
    figures: Annotated[
        tuple[Id, ...], "The figures that the home page leads with, in order; left out: the weightiest."
    ] = ()
    later_than: Annotated[
        Id | None,
        "Id of the event that parts the timelines: what is dated after it stands under a heading "
        "of its own. Left out: one timeline.",
    ] = None
    notice: Annotated[Markdown, "What every reader should know first, such as a doubt about a source."] = ""
    about: Annotated[Markdown, "Who makes the site, and why."] = ""
    contact: Annotated[Url | None, "Where readers report an error: mailto: or an issue form."] = None
    url: Annotated[Url | None, "Address of the published site, ending in a slash."] = None
    repository: Url | None = None
    publisher: Line | None = None
    licence: Line | None = None
    language: Language = "en"
    exempt: tuple[Line, ...] = ()
    changes: tuple[Change, ...] = ()
