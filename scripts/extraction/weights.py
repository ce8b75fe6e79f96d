"""Weights of signs, learned once and stored as data: a sign a line, with what it speaks for."""

from collections.abc import Mapping
from functools import cache

from extraction import lexicon


@cache
def table(name: str) -> Mapping[str, float]:
    """Return the weight of each sign in `words/<name>.txt`, whose lines read `weight<TAB>sign`."""
    pairs = (line.split("\t", 1) for line in lexicon.lines(name))
    return {sign: float(weight) for weight, sign in pairs}
