"""A bank of altered quotations: what a careless or dishonest hand does to words, and what a typesetter does.

Sentences are put together from our own words, so that every one is new and none is anybody's. All is drawn
from one seed.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

SUBJECTS = ("We", "The council", "Our ministry", "Every farmer", "The harbour", "My party", "Both towns")
VERBS = (
    "will build", "cannot accept", "has never promised", "shall repair", "did not sell", "will pay for",
    "can defend", "must open", "would rather close", "have asked for", "will not touch",
)  # fmt: skip
OBJECTS = (
    "the northern bridge", "a school for 240 children", "the old customs house", "1,500 homes near the river",
    "the city’s oldest ferry", "a dam of 35.5 metres", "the “quiet” quarter", "€2.40 a ticket",
    "half of the 12 piers", "the self-governing port", "any of the rail–road links",
)  # fmt: skip
TAILS = (
    "before the winter", "in the next 18 months", ", whatever the minister says", "on 3 May 2021",
    "— and soon —", "with our neighbours’ help", "for –4 degrees and worse", "at their own cost",
    "without a second vote",
)  # fmt: skip
LIMITS = (
    "but only if the money is there", "unless the court objects", "provided that the council agrees",
    "if the harvest allows it", "only when the border opens",
)  # fmt: skip
FILLERS = ("however", "truly", "perhaps", "again", "now", "always", "never", "not", "nearly", "almost")
SWAPS = {
    "will": "may", "We": "They", "The": "A", "the": "this", "and": "or", "before": "after", "can": "must",
    "for": "against", "Our": "Their", "next": "last", "old": "new", "with": "without", "near": "far from",
    "Every": "Some", "Both": "Two", "at": "beyond", "My": "Her", "a": "one", "open": "close", "in": "after",
    "has": "had", "did": "does", "any": "some",
}  # fmt: skip


class Quoted(NamedTuple):
    """A quotation as it stands in the source text."""

    exact: str
    start: int
    limited: bool
    """Whether a limiting clause follows its first sentence's main clause."""


class Mutant(NamedTuple):
    """An altered quotation and what was done to it."""

    how: str
    exact: str
    original: Quoted


def source(count: int, *, seed: int) -> tuple[str, list[Quoted]]:
    """Return an article's text with `count` quotations, and where each stands."""
    random_ = random.Random(seed)
    parts: list[str] = []
    quotes: list[Quoted] = []
    length = 0
    for number in range(count):
        sentences = [_sentence(random_) for _ in range(random_.choice((1, 1, 2)))]
        limited = number % 3 == 0
        if limited:
            sentences[0] = f"{sentences[0][:-1]}, {random_.choice(LIMITS)}."
        exact = " ".join(sentences)
        before = f"At some length said speaker number {number}: “"
        parts += [before, exact, "” The hall went on to other things.\n"]
        quotes.append(Quoted(exact, length + len(before), limited))
        length += sum(map(len, parts[-3:]))
    return "".join(parts), quotes


def _sentence(random_: random.Random) -> str:
    words = [random_.choice(bank) for bank in (SUBJECTS, VERBS, OBJECTS, TAILS)]
    return " ".join(words).replace(" ,", ",") + random_.choice((".", ".", "!"))


def mutants(quotes: list[Quoted], count: int, *, seed: int) -> Iterator[Mutant]:
    """Yield `count` altered quotations, every way in turn."""
    random_ = random.Random(seed)
    ways = list(WAYS.items())
    made = tried = 0
    while made < count:
        how, alter = ways[tried % len(ways)]
        tried += 1
        quote = random_.choice(quotes)
        altered = alter(random_, quote, quotes)
        if altered and altered != quote.exact:
            made += 1
            yield Mutant(how, altered, quote)


def _added(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    words = quote.exact.split(" ")
    words.insert(random_.randrange(1, len(words)), random_.choice(FILLERS))
    return " ".join(words)


def _dropped(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    words = quote.exact.split(" ")
    del words[random_.randrange(1, len(words) - 1)]
    return " ".join(words)


def _swapped(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    words = quote.exact.split(" ")
    known = [index for index, word in enumerate(words) if word in SWAPS]
    if not known:
        return None
    index = random_.choice(known)
    words[index] = SWAPS[words[index]]
    return " ".join(words)


def _negated(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    for positive, negative in (
        ("will ", "will not "),
        ("can ", "cannot "),
        ("must ", "must not "),
        ("has ", "has not "),
    ):
        if positive in quote.exact and negative not in quote.exact:
            return quote.exact.replace(positive, negative, 1)
    return None


def _affirmed(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    for negative, positive in (("not ", ""), ("never ", ""), ("cannot ", "can "), ("without ", "with ")):
        if negative in quote.exact:
            return quote.exact.replace(negative, positive, 1)
    return None


def _digit(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    places = [match.start() for match in re.finditer(r"\d", quote.exact)]
    if not places:
        return None
    at = random_.choice(places)
    return (
        quote.exact[:at] + str((int(quote.exact[at]) + random_.randrange(1, 10)) % 10) + quote.exact[at + 1 :]
    )


def _point(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    for sign, other in (
        (",500", "500"),
        ("35.5", "355"),
        ("2.40", "24.0"),
        ("–4", "4"),
        ("€", "$"),
        ("35.5", "5.5"),
    ):
        if sign in quote.exact:
            return quote.exact.replace(sign, other, 1)
    return None


def _cut_before_limit(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    for limit in LIMITS:
        at = quote.exact.find(limit)
        if at > 0:
            return quote.exact[:at].rstrip(" ,")
    return None


def _spliced(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    other = random_.choice(quotes)
    ours, theirs = quote.exact.split(" "), other.exact.split(" ")
    return " ".join([*ours[: len(ours) // 2], *theirs[len(theirs) // 2 :]])


def _spliced_with_dots(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    other = random_.choice(quotes)
    ours, theirs = quote.exact.split(" "), other.exact.split(" ")
    tail = " ".join(theirs[-4:])
    is_their_own = tail.rstrip(".!") in quote.exact
    return None if is_their_own else " ".join([*ours[:4], "…", tail])


def _negation_behind_dots(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    match = re.search(r"\b(?:not|never)\b ", quote.exact)
    return quote.exact[: match.start()] + "… " + quote.exact[match.end() :] if match else None


def _negation_in_brackets(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str | None:
    return quote.exact.replace("will ", "will [not] ", 1) if "will " in quote.exact else None


def _case(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    words = quote.exact.split(" ")
    index = random_.randrange(1, len(words))
    words[index] = words[index].swapcase()
    return " ".join(words)


def _order(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    words = quote.exact.split(" ")
    index = random_.randrange(len(words) - 1)
    words[index], words[index + 1] = words[index + 1], words[index]
    return " ".join(words)


def _mid_word(random_: random.Random, quote: Quoted, quotes: list[Quoted]) -> str:
    return quote.exact.rstrip(".!")[:-1] if quote.exact.rstrip(".!")[-2:].isalnum() else quote.exact[1:]


WAYS: dict[str, Callable[[random.Random, Quoted, list[Quoted]], str | None]] = {
    "a word added": _added,
    "a word dropped": _dropped,
    "a word swapped": _swapped,
    "negated": _negated,
    "a negation dropped": _affirmed,
    "a digit changed": _digit,
    "a sign or decimal point changed": _point,
    "cut before its condition": _cut_before_limit,
    "spliced": _spliced,
    "spliced with dots": _spliced_with_dots,
    "a negation behind dots": _negation_behind_dots,
    "a negation in brackets": _negation_in_brackets,
    "case changed": _case,
    "order changed": _order,
    "cut within a word": _mid_word,
}

TYPESETTING: dict[str, Callable[[str], str]] = {
    "straight marks": lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"'),
    "curly marks": lambda text: text.replace("'", "’"),
    "hyphens for dashes": lambda text: text.replace("—", "--").replace("–", "-"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0", 2),
    "two spaces": lambda text: text.replace(" ", "  ", 3),
    "a line break": lambda text: text.replace(" ", "\n", 1),
    "a wrapped block": lambda text: text.replace(", ", ",\n") + "\n",
    "soft hyphens": lambda text: text.replace("council", "coun\u00adcil").replace("harbour", "har\u00adbour"),
    "thin spaces": lambda text: text.replace(" — ", "\u2009—\u2009"),
    "closed-up dashes": lambda text: text.replace(" — ", "—"),
    "a minus sign": lambda text: text.replace("–4", "−4"),
    "outer spaces": lambda text: f"  {text} ",
}


def typeset(quotes: list[Quoted], count: int, *, seed: int) -> Iterator[Mutant]:
    """Yield `count` quotations that differ from their source by typesetting alone."""
    random_ = random.Random(seed)
    ways = list(TYPESETTING.items())
    made = tried = 0
    while made < count:
        how, alter = ways[tried % len(ways)]
        tried += 1
        quote = random_.choice(quotes)
        altered = alter(quote.exact)
        if altered != quote.exact:
            made += 1
            yield Mutant(how, altered, quote)
