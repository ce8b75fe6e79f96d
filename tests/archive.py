"""A large made-up archive with words like those of real news: a few are everywhere, most are rare."""

import random
from functools import cache
from itertools import accumulate, product

from toys import library, read_as

from explainer.library.library import Library
from explainer.records.model import AnyRecord, Figure, Issue, Person, Quote, Source

_HEADS = (
    "b",
    "br",
    "c",
    "d",
    "f",
    "g",
    "h",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_TAILS = ("n", "r", "l", "ck", "sh", "nd", "rt", "m")
_KNOWN = 40


@cache
def words(number: int) -> list[str]:
    """Return made-up words of two syllables and of three, the most frequent first."""
    firsts = ["".join(parts) for parts in product(_HEADS, _VOWELS)]
    made = [first + "".join(rest) for first, rest in product(firsts, product(_HEADS, _VOWELS, _TAILS))]
    random.Random(1).shuffle(made)
    return made[:number]


def archive(records: int, *, vocabulary: int = 30_000) -> Library:
    """Return a library of about so many records: half quotes, a quarter figures, a fifth people."""
    chance = random.Random(records)
    known = words(vocabulary)
    weights = list(accumulate(1 / rank for rank in range(1, vocabulary + 1)))

    def some(least: int, most: int) -> str:
        return " ".join(chance.choices(known, cum_weights=weights, k=chance.randint(least, most)))

    people = [Person(id=f"p{n}", name=some(2, 2).title(), about=some(4, 9)) for n in range(records // 5)]
    sources = [Source(id=f"s{n}", title=some(5, 9), publisher=some(1, 2)) for n in range(records // 25)]
    issues = [
        Issue(id=f"i{n}", title=known[n], question=f"{some(5, 8)}?", summary=some(20, 40)) for n in range(8)
    ]
    quotes: list[AnyRecord] = [
        Quote(
            id=f"q{n}",
            source=chance.choice(sources).id,
            exact=some(6, 45),
            speaker=chance.choice(people if chance.random() < 0.5 else people[:_KNOWN]).id,
        )
        for n in range(records // 2)
    ]
    figures = [
        read_as(
            Figure,
            id=f"f{n}",
            label=some(3, 8),
            value=str(chance.randint(2, 90_000)),
            unit=known[n % 90],
            exact=some(1, 3),
        )
        for n in range(records // 4)
    ]
    return library(*issues, *people, *sources, *quotes, *figures)
