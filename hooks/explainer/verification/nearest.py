"""The passage of a text that comes nearest to a quotation, and the words that differ."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from explainer.text.characters import place, shown
from explainer.text.pattern import pattern

_WORD = pattern(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_MOST_WORDS = 400
"""Of a quotation compared word by word; beyond it the comparison would no longer be quick."""

_ADDED = 3
"""So many words that the quotation leaves out may stand before the longest run it shares."""


class Nearest(NamedTuple):
    """A passage `text[start:end]` at `line` (from 1) and how the quotation departs from it."""

    passage: str
    start: int
    end: int
    line: int
    differences: tuple[str, ...]
    departs: int
    """Code points into the quotation to the first word that is not the source's."""


def nearest(text: str, exact: str) -> Nearest | None:
    """Return the passage that shares most words with `exact`; None where it shares fewer than a third.

    One pass over the text's words with a sliding count, then a comparison with the best passage alone.
    """
    ours = list(_WORD.finditer(exact))[:_MOST_WORDS]
    quoted = [match[0] for match in ours]
    words, folded = _words(text)
    if not quoted or not words:
        return None
    first, shared = _densest(folded, [word.casefold() for word in quoted])
    if shared * 3 < len(quoted):
        return None
    margin = max(5, len(quoted) // 2)
    window = words[max(0, first - margin) : first + len(quoted) + margin]
    begin, end, at, differences = _compare([word[0] for word in window], quoted)
    start, stop = window[begin].start(), window[end - 1].end()
    return Nearest(text[start:stop], start, stop, place(text, start)[0], tuple(differences), ours[at].start())


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[list[re.Match[str]], list[str]]:
    words = list(_WORD.finditer(text))
    return words, [word[0].casefold() for word in words]


def _densest(words: list[str], quoted: list[str]) -> tuple[int, int]:
    """Return where the window, as long as the quotation, stands that shares most words, and how many."""
    wanted = Counter(quoted)
    seen: Counter[str] = Counter()
    shared = best = best_at = 0
    for index, word in enumerate(words):
        if word in wanted:
            seen[word] += 1
            shared += seen[word] <= wanted[word]
        leaving = words[index - len(quoted)] if index >= len(quoted) else ""
        if leaving in wanted:
            shared -= seen[leaving] <= wanted[leaving]
            seen[leaving] -= 1
        if shared > best:
            best, best_at = shared, max(0, index - len(quoted) + 1)
    return best_at, best


def _compare(window: list[str], quoted: list[str]) -> tuple[int, int, int, list[str]]:
    """Return the passage's first and last word in the window, the quotation's first that differs, and how."""
    theirs, ours = ([word.casefold() for word in words] for words in (window, quoted))
    blocks = SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()[:-1]
    last = blocks[-1]
    end = min(len(window), last.a + last.size + len(quoted) - last.b - last.size)
    begin = _begin(theirs[:end], ours, blocks)
    passage = window[begin:end]
    steps = SequenceMatcher(None, passage, quoted, autojunk=False).get_opcodes()
    at = next((min(step[3], len(quoted) - 1) for step in steps if step[0] != "equal"), 0)
    return begin, end, at, _differences(passage, quoted, steps) or ["punctuation or signs differ"]


def _begin(theirs: list[str], ours: list[str], blocks: Sequence[Match]) -> int:
    """Return where the passage begins that the quotation is most like.

    The first words it shares may stand by chance before those it was taken from; so those are looked at too
    from which the longest run it shares is as far away as in the quotation, or a few words further.
    """
    longest = max(blocks, key=lambda block: block.size)
    found = [blocks[0].a - blocks[0].b, *(longest.a - longest.b - more for more in range(_ADDED))]
    begins = sorted({max(0, begin) for begin in found})
    return max(begins, key=lambda begin: SequenceMatcher(None, theirs[begin:], ours, autojunk=False).ratio())


def _differences(
    passage: list[str], quoted: list[str], steps: Sequence[tuple[str, int, int, int, int]]
) -> list[str]:
    found = []
    for tag, a, b, c, d in steps:
        source, ours = shown(" ".join(passage[a:b])), shown(" ".join(quoted[c:d]))
        if tag == "replace":
            found.append(f'the source has "{source}", the quote "{ours}"')
        elif tag == "insert":
            found.append(f'"{ours}" is not in the source')
        elif tag == "delete":
            found.append(f'"{source}" is left out')
    return found
