"""Which of a page's blocks are its article: a library chooses, our own walk reads.

trafilatura says which words are the article's. Whole blocks of the page are then taken or left, so that no
word is glued, lost or moved; what stands among the taken in the same form is taken too, and teasers,
captions and boxes are left, wherever they stand. See decision 16.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

import trafilatura
from lxml import html

from explainer.articles.html_text import Block

ALIKE = 0.6
"""From this share of its runs of words in another text, a block is said there."""
RUN = 3
"""Words of such a run."""
FEW = 200
"""Letters; of fewer the library has found no article, or the page holds none."""
ROOT = 0.9
"""The article's element holds this share of what was chosen."""
SMALL = 0.2
"""An element with a greater share is no box beside the article, whatever its name."""
PROSE, SENTENCE = 60, 25
"""Letters that make a paragraph; with a mark that ends a sentence."""
REACH = 12
"""Blocks above the text among which its lead may stand."""

Weights: TypeAlias = "Counter[html.HtmlElement]"

_WORD = re.compile(r"\w+")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that say in one sign what others say in three letters."""
_END = re.compile("[.!?…。！？:;][\"'”’»)\\]]*$")
_BESIDE = frozenset(("figure", "figcaption", "caption", "aside", "nav", "footer", "form", "menu"))
_BESIDE_BY_CLASS = re.compile(
    r"(?:\A|[\s_-])(?:captions?|credits?|bylines?|newsletters?|promos?|related|share|sharing|social|comments?"
    r"|advert\w*|sponsor\w*|teasers?|sign-?up|subscri\w+|recirc\w*|paywall|cookies?|consent|gdpr|disqus|popup"
    r"|breadcrumbs?|trending|most-?(?:read|popular)|recommend\w*|outbrain|taboola)(?:[\s_-]|\Z)",
    re.IGNORECASE,
)
_SAYING = frozenset(("figure", "figcaption", "footer"))
_HEADINGS = frozenset(("h2", "h3", "h4"))


def main_content(
    tree: html.HtmlElement,
    blocks: Sequence[Block],
    *,
    title: str | None = None,
    description: str | None = None,
) -> list[Block]:
    """Return the blocks of a page that are its article, in order; all there are where none stands out.

    `title` is the headline, which is the record's and not the text's; `description` tells its lead.
    """
    untitled = [block for block in blocks if not _same(block.text, title)]
    found = trafilatura.extract(tree, include_comments=False, fast=True) or ""
    chosen = _Choice(untitled).among(found, description or "")
    if sum(letters(block.text) for block in chosen) >= FEW:
        return chosen
    return _framed(untitled) or untitled or list(blocks)


def letters(text: str) -> int:
    """Return how much a text says, in letters of an alphabet."""
    return sum(map(str.isalnum, text)) + 2 * len(_DENSE.findall(text))


def is_prose(text: str) -> bool:
    """Say whether a block is a paragraph rather than a label."""
    said = letters(text)
    return said >= PROSE or (said >= SENTENCE and _END.search(text) is not None)


class _Choice:
    """One page's blocks, some of them taken."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.taken: set[int] = set()

    def among(self, found: str, description: str) -> list[Block]:
        """Return the blocks that a library's text is made of, mended at its edges and gaps."""
        self.take(found)
        weights = self.weights()
        if not weights:
            return []
        enough = ROOT * max(weights.values())
        root = max((each for each, weight in weights.items() if weight >= enough), key=_depth)
        beside = set(self.beside(root, weights))
        inside = [at for at, block in enumerate(self.blocks) if _is_inside(block.element, root, beside)]
        self.taken.intersection_update(inside)
        self.trim()
        self.fill(inside)
        self.lead(description)
        return [self.blocks[at] for at in sorted(self.taken)]

    def take(self, found: str) -> None:
        """Take each block whose words the library took; a label only as a line of its own."""
        runs, lines = _runs(found), {tuple(_WORD.findall(line)) for line in found.split("\n")}
        for at, block in enumerate(self.blocks):
            words = _WORD.findall(block.text)
            if words and (tuple(words) in lines if len(words) <= RUN else _is_said(block.text, runs)):
                self.taken.add(at)

    def weights(self) -> Weights:
        """Return how many letters of chosen paragraphs each element holds."""
        weights: Weights = Counter()
        for at in self.taken:
            text = self.blocks[at].text
            if is_prose(text):
                for element in _around(self.blocks[at].element):
                    weights[element] += letters(text)
        return weights

    def beside(self, root: html.HtmlElement, weights: Weights) -> Iterator[html.HtmlElement]:
        """Yield what stands within the article and is not of it: boxes, and what a linked heading opens."""
        most = SMALL * weights[root]
        for element in root.iterdescendants():
            if weights[element] <= most and _is_box(element):
                yield element
        for block in self.blocks:
            box = block.element.getparent()
            if (
                block.element.tag in _HEADINGS
                and _is_links(block)
                and box is not None
                and weights[box] <= most
            ):
                yield box

    def trim(self) -> None:
        """Leave labels before the first paragraph and after the last."""
        prose = [at for at in sorted(self.taken) if is_prose(self.blocks[at].text)]
        self.taken = {at for at in self.taken if prose and prose[0] <= at <= prose[-1]}

    def fill(self, inside: Sequence[int]) -> None:
        """Take what was left out between the first and the last block, if it has the form of two of them."""
        if not self.taken:
            return
        first, last = min(self.taken), max(self.taken)
        forms = Counter(_form(self.blocks[at].element) for at in self.taken)
        parents = {self.blocks[at].element.getparent() for at in self.taken}
        for at in inside:
            element = self.blocks[at].element
            is_heading = element.tag in _HEADINGS and element.getparent() in parents
            if (
                first < at < last
                and (is_heading or forms[_form(element)] > 1)
                and not _is_links(self.blocks[at])
            ):
                self.taken.add(at)

    def lead(self, description: str) -> None:
        """Take the paragraph above the text that the page gives as its description, if the text does not."""
        if not self.taken:
            return
        first, said = min(self.taken), _runs(description)
        have = {run for at in self.taken for run in _runs(self.blocks[at].text)}
        for at in range(first - 1, max(first - REACH, -1), -1):
            text = self.blocks[at].text
            if is_prose(text) and _is_said(text, said) and not _is_said(text, have):
                self.taken.add(at)
                return


def _framed(blocks: Sequence[Block]) -> list[Block]:
    """Return what is no menu, teaser or form, within the page's one article if it has one."""
    inside = [block for block in blocks if not any(map(_is_box, _around(block.element)))]
    for name in ("article", "main"):
        named = [block for block in inside if any(each.tag == name for each in _around(block.element))]
        if 2 * sum(letters(block.text) for block in named) > sum(letters(block.text) for block in inside):
            return named
    return inside


def _is_inside(
    element: html.HtmlElement, root: html.HtmlElement, beside: Collection[html.HtmlElement]
) -> bool:
    for each in _around(element):
        if each in beside:
            return False
        if each is root:
            return True
    return False


def _is_box(element: html.HtmlElement) -> bool:
    if element.tag in _SAYING and _is_of_quotation(element):
        return False
    named = (element.get("class", ""), element.get("id", ""))
    return element.tag in _BESIDE or any(map(_BESIDE_BY_CLASS.search, named))


def _is_of_quotation(element: html.HtmlElement) -> bool:
    """Say whether a figure, its caption or a footer tells whose words a block quotation is."""
    figure = element if element.tag == "figure" else element.getparent()
    is_quoting = figure is not None and figure.tag == "figure" and figure.find(".//blockquote") is not None
    return is_quoting or any(each.tag == "blockquote" for each in element.iterancestors())


def _is_links(block: Block) -> bool:
    links = [link for link in block.element.iter("a") if not link.get("href", "").startswith("#")]
    links += block.element.iterancestors("a")
    return 2 * sum(letters("".join(link.itertext())) for link in links) > letters(block.text)


def _around(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield an element and all around it, outwards."""
    yield element
    yield from element.iterancestors()


def _depth(element: html.HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _form(element: html.HtmlElement) -> tuple[tuple[str, str], ...]:
    """Return what makes blocks of one form: tag and class of the element and the two around it."""
    around = islice(_around(element), 3)
    return tuple((each.tag, each.get("class", "")) for each in around)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}


def _is_said(text: str, runs: Collection[tuple[str, ...]]) -> bool:
    own = _runs(text)
    return sum(run in runs for run in own) >= ALIKE * len(own)


def _same(text: str, title: str | None) -> bool:
    return title is not None and _WORD.findall(text.casefold()) == _WORD.findall(title.casefold())
