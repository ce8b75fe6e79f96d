"""The site as it is written and looked at: each page is read once on its way to the disk, and judged.

What stands in the HTML is what the records say, it runs nothing of anybody else's, and every link leads
somewhere. This catches what Markdown, typography, escaping or a template may have done to a quotation on
its way, and any markup that got through.
"""

from explainer.rendered.edition import write_edition
from explainer.rendered.links import broken_links
from explainer.rendered.memory import Memory, remembered
from explainer.rendered.press import Press, Standing
from explainer.rendered.quotations import misquotations
from explainer.rendered.site import BuiltSite, Fault, seen_in

__all__ = [
    "BuiltSite",
    "Fault",
    "Memory",
    "Press",
    "Standing",
    "broken_links",
    "misquotations",
    "remembered",
    "seen_in",
    "write_edition",
]
