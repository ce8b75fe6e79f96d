"""Logistic regression over named signs: small, plain, and the same each time."""

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

EPOCHS = 8
RATE = 0.1
DECAY = 1e-5

Signs = tuple[str, ...]
Weights = dict[str, float]
Example = TypeVar("Example")


class Choice(NamedTuple):
    """Possibilities, each with its signs, and which of them are right."""

    options: Sequence[Signs]
    right: Sequence[bool]


class Verdict(NamedTuple):
    """Signs, and whether they speak of direct speech."""

    signs: Signs
    direct: bool


def fit_choices(examples: Iterable[Choice]) -> Weights:
    """Return weights under which the right ones of each choice are likeliest, by stochastic ascent."""
    weights: Weights = {}
    for rate, (options, right) in _rounds(list(examples)):
        scores = [sum(weights.get(sign, 0.0) for sign in signs) for signs in options]
        highest = max(scores)
        likely = [math.exp(score - highest) for score in scores]
        total, wanted = sum(likely), sum(part for part, good in zip(likely, right, strict=True) if good)
        for signs, part, good in zip(options, likely, right, strict=True):
            _move(weights, signs, rate * ((part / wanted if good else 0.0) - part / total))
    return weights


def fit_verdicts(examples: Iterable[Verdict]) -> Weights:
    """Return weights whose sum is above nothing for direct speech, by stochastic ascent."""
    weights: Weights = {}
    for rate, (signs, direct) in _rounds(list(examples)):
        score = sum(weights.get(sign, 0.0) for sign in signs)
        _move(weights, signs, rate * (direct - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))))
    return weights


def _rounds(examples: list[Example]) -> Iterator[tuple[float, Example]]:
    shuffle = random.Random(0).shuffle
    for epoch in range(EPOCHS):
        shuffle(examples)
        for example in examples:
            yield RATE / (1 + epoch), example


def _move(weights: Weights, signs: Signs, step: float) -> None:
    for sign in signs:
        weights[sign] = weights.get(sign, 0.0) * (1 - DECAY) + step
