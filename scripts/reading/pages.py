"""A saved web page -> its article."""

from explainer.articles.html_text import blocks, hidden_note, text_of
from explainer.articles.html_tree import parse, saved_from
from explainer.text.encoding import NotText
from extraction.furniture import is_furniture
from reading.main_content import main_content
from reading.page_metadata import page_metadata
from reading.reading import Reading


def read_page(data: bytes) -> Reading:
    """Return the article of a page; raises NotText where it holds no text, or is beyond the limits."""
    page = parse(data)
    said = page_metadata(page.tree, address=saved_from(data))
    shown = blocks(page.tree)
    chosen = main_content(page.tree, shown.blocks, title=said.title, description=said.description)
    article = [block for block in chosen if not is_furniture(block.text)] or chosen
    if not article:
        raise NotText("holds no text that a reader would see")
    places = {id(block): at for at, block in enumerate(shown.blocks)}
    first, last = places[id(article[0])], places[id(article[-1])]
    within = tuple(each for each in shown.hidden if first < each.after <= last)
    return Reading(text_of(tuple(article)), said, (*page.notes, *hidden_note(within)))
