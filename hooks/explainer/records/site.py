"""The site as a whole: what a newsroom says of itself in `content/site.yml`."""

from pydantic import Field

from explainer.records.fields import LANGUAGE, Id, Line, Markdown, Url, Words
from explainer.records.parts import Change, KeyPoint, Part, Picture


class Site(Part):
    """The site as a whole: `content/site.yml`. Every field may be left out."""

    title: Line = "Explainer"
    short_title: Line | None = Field(None, description="For the header on a phone.")
    question: Line | None = Field(None, description="The question of the whole site in one line.")
    answer: Words | None = Field(
        None, description="Its answer in 60 words at most; stands right under the question."
    )
    summary: Words | None = None
    image: Picture | None = None
    description: Words | None = Field(None, description="For search engines, in one sentence.")
    key_points: tuple[KeyPoint, ...] = ()
    figures: tuple[Id, ...] = Field(
        (), description="The figures that the home page leads with, in order; left out: the weightiest."
    )
    later_than: Id | None = Field(
        None,
        description="Id of the event that parts the timelines: what is dated after it stands under a heading "
        "of its own. Left out: one timeline.",
    )
    notice: Markdown = Field(
        "", description="What every reader should know first, such as a doubt about a source."
    )
    about: Markdown = Field("", description="Who makes the site, and why.")
    contact: Url | None = Field(None, description="Where readers report an error: mailto: or an issue form.")
    url: Url | None = Field(None, description="Address of the published site, ending in a slash.")
    repository: Url | None = None
    publisher: Line | None = None
    licence: Line | None = None
    language: str = Field("en", pattern=LANGUAGE)
    exempt: tuple[Line, ...] = ()
    changes: tuple[Change, ...] = ()
