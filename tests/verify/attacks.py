"""Attacks on the promises, and fair quotations beside them: one field of one record is changed at a time.

Articles are put together from sentences of our own in the manner of several newsrooms. All is drawn from one
seed. An attack is stopped by an error, by being withheld, or by a sentence on the record's page.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from toys import read_as

from explainer.articles.article import Article
from explainer.contents.folder import Contents
from explainer.contents.kept import Kept
from explainer.contents.store import Loaded
from explainer.records.json_values import json_values
from explainer.records.model import BY_KIND, Figure, Person, Quote, Source
from explainer.records.site import Site
from explainer.records.validation import validated
from explainer.rules.passages import weigh
from explainer.rules.promises import broken_promises
from explainer.strict_yaml.parsed import Parsed

PEOPLE = {
    "ada-roe": "Ada Roe", "ben-poe": "Ben Poe", "cora-lind": "Cora Lind", "dag-moen": "Dag Moen",
    "eva-sten": "Eva Sten", "finn-berg": "Finn Berg",
}  # fmt: skip
PLAIN = (
    "The council will build the northern bridge before the winter",
    "Every farmer has asked for a second vote on the dam",
    "We can repair the customs house at our own cost",
    "Both towns accept the new ferry and its timetable",
    "My party supports the harbour and everybody who works in it",
    "The board has promised to open the school in the autumn",
    "We trust the auditors and we will publish their report",
    "The ministry agreed to pay for half of the piers",
)
LIMITED = (
    "We will open the road, but only if the money is there",
    "The council supports the ferry unless the court objects",
    "We will sell the land if the neighbours agree",
)
DENIED = (
    "I do not believe that the council will build the bridge",
    "Nobody should think that we support the ferry",
    "It is false that the board has sold the land",
)
ASKED = ("Why would the council build the bridge before the winter", "Do you think that we support the ferry")
STYLES = (
    "“{words},” {name} said on Monday.", "“{words},” said {name}, who lives nearby.",
    "{name} told the paper: “{words}.”", "“{words},” {name} wrote in a letter.",
    "Asked about it, {name} said, “{words}.”", "“{words}.” – {name}",
)  # fmt: skip
NARRATION = "The meeting went on until midnight and nobody left the hall before that."
FIGURES = (
    ("The bridge cost over $12 million since 2010.", "$12 million", 12_000_000, "USD", "over"),
    ("About 300 boats are moored in Holm harbour.", "300 boats", 300, "boats", "about"),
    ("The dam holds nearly 40 tons of mud.", "40 tons", 40, "tons", "nearly"),
)
TURNING = (
    "[falsely]",
    "[not]",
    "[barely]",
    "[never]",
    "[hardly]",
    "[refuse to]",
    "[drop plans to]",
    "[fail to]",
)


class Attack(NamedTuple):
    """A changed record, and what was done to it."""

    how: str
    record: Quote | Figure


@dataclass(frozen=True)
class Field:
    """One article with its quotations and figures, to be attacked."""

    text: str
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    contents: Contents

    def stops(self, record: Quote | Figure) -> bool:
        """Say whether a record is refused, kept back, or marked for readers."""
        files: dict[str, Loaded[Any]] = {
            **self.contents.files,
            record.ref: Loaded(record, Path("r.yml"), Parsed()),
        }
        records = {**self.contents.records, Quote.KIND: {}, Figure.KIND: {}, record.KIND: {record.id: record}}
        contents = replace(self.contents, records=records, files={record.ref: files[record.ref]})
        weighed = weigh(contents, Kept())
        problems = [*weighed.problems, *broken_promises(contents)]
        marked = weighed.withheld or weighed.readings
        return bool(marked or any(each.severity == "error" for each in problems))


def field(seed: int) -> Field:
    """Return an article with a quotation in each style, and figures."""
    draw = random.Random(seed)
    quotes: list[Quote] = []
    parts: list[str] = []
    sayings = [*PLAIN, *LIMITED, *DENIED, *ASKED]
    draw.shuffle(sayings)
    for number, words in enumerate(sayings):
        name = draw.choice(sorted(PEOPLE))
        style = draw.choice(STYLES)
        ends = "?" if words in ASKED else ""
        said = style.format(words=f"{words}{ends}", name=PEOPLE[name])
        said = said.replace("?,”", "?”").replace("?.”", "?”")
        quotes.append(
            Quote(
                id=f"q{number}",
                source="paper",
                exact=f"{words}{ends}",
                speaker=name,
                speaker_as_named=PEOPLE[name],
            )
        )
        parts += [said, NARRATION]
    parts += [sentence for sentence, *_ in FIGURES]
    text = "\n\n".join(parts) + "\n"
    figures = tuple(
        read_as(Figure,
            id=f"f{number}", label="Cost", value=value, unit=unit, qualifier=bound, source="paper",
            exact=exact,
            period={"kind": "since", "start": "2010"} if "since" in sentence else None,
        )
        for number, (sentence, exact, value, unit, bound) in enumerate(FIGURES)
    )  # fmt: skip
    return Field(text, tuple(quotes), figures, _contents(text))


def _contents(text: str) -> Contents:
    source = Source(id="paper", title="A long night", published="2024-05-06")
    people = {id_: Person(id=id_, name=name) for id_, name in PEOPLE.items()}
    records: dict[str, Any] = {kind: {} for kind in BY_KIND}
    records |= {Source.KIND: {"paper": source}, Person.KIND: people}
    article = Article(text, "0" * 64)
    return Contents(Path(), Site(), records, {}, {"paper": article})


def attacks(count: int, *, seed: int) -> Iterator[tuple[Field, Attack]]:
    """Yield so many attacks, every kind as often as another."""
    draw = random.Random(seed)
    fields = [field(seed + number) for number in range(12)]
    for number in range(count):
        ground = fields[number % len(fields)]
        attack = None
        while attack is None:
            attack = KINDS[number % len(KINDS)](ground, draw)
        yield ground, attack


def _other_speaker(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    other = draw.choice([id_ for id_ in PEOPLE if id_ != quote.speaker])
    named = draw.choice([quote.speaker_as_named, PEOPLE[other], None])
    return _changed("another speaker", quote, speaker=other, speaker_as_named=named)


def _date(ground: Field, draw: random.Random) -> Attack:
    day = draw.choice(["2099-01-01", "2024-05-07", "2025", "1824-05-06", "2024-06"])
    return _changed("another day", draw.choice(ground.quotes), said_on=day)


def _beyond(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    start = ground.text.index(quote.exact)
    end = start + len(quote.exact)
    words = ground.text[end : end + 60].split()
    more = ground.text[start : ground.text.index(words[3], end) + len(words[3])]
    return _changed(
        "words beyond the mark", quote, exact=more, kind=draw.choice(["direct", "scare", "fragment"])
    )


def _narration(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    return _changed(
        "narration", quote, exact=NARRATION[: draw.choice([30, 51, 72])].rsplit(" ", 1)[0], kind="scare"
    )


def _turning(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    words = quote.exact.split()
    at = draw.randrange(1, len(words))
    words.insert(at, draw.choice(TURNING))
    return _changed("a bracket that turns the words", quote, exact=" ".join(words))


def _replacing(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    words = quote.exact.split()
    at = draw.randrange(1, len(words))
    words[at] = draw.choice(["[war]", "[enemies]", "[refuse]", "[tax]", "[nobody]"])
    return _changed("a bracket in place of words", quote, exact=" ".join(words))


def _prefixed(ground: Field, draw: random.Random) -> Attack | None:
    quote = draw.choice(ground.quotes)
    words = quote.exact.split()
    at = next(
        (at for at, word in enumerate(words) if word in ("support", "supports", "accept", "trust", "open")),
        None,
    )
    if at is None:
        return None
    words[at] = f"[{draw.choice(['un', 'dis', 'mis', 're'])}]{words[at]}"
    return _changed("a prefix in brackets", quote, exact=" ".join(words))


def _chain(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    words = quote.exact.split()
    kept = sorted(draw.sample(range(len(words)), 3))
    mark = draw.choice([" … ", " […] ", " ... "])
    return _changed("a chain of single words", quote, exact=mark.join(words[at] for at in kept))


def _cut(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice([each for each in ground.quotes if each.exact in LIMITED])
    cut = re.split(r", but| unless| if ", quote.exact)[0]
    return _changed("a condition cut off", quote, exact=cut)


def _undenied(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice([each for each in ground.quotes if each.exact in DENIED])
    return _changed("a denial cut off", quote, exact=quote.exact.partition(" that ")[2])


def _unasked(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice([each for each in ground.quotes if each.exact.endswith("?")])
    exact = quote.exact.rstrip("?") if draw.random() < 0.5 else quote.exact.rstrip("?").partition("that ")[2]
    return _changed("a question as a statement", quote, exact=exact or quote.exact.rstrip("?"))


def _disguised(ground: Field, draw: random.Random) -> Attack:
    quote = draw.choice(ground.quotes)
    at = draw.randrange(2, len(quote.exact) - 2)
    exact = quote.exact[:at] + draw.choice("\u200b\u2060\u00ad\ufeff\u202e") + quote.exact[at:]
    if draw.random() < 0.5:
        exact = quote.exact.replace("a", "а", 1).replace("e", "е", 1)
    return _changed("a disguised letter", quote, exact=exact)


def _figure(ground: Field, draw: random.Random) -> Attack:
    figure = draw.choice(ground.figures)
    name, values = draw.choice(FIELDS)
    value = draw.choice([each for each in values if each != getattr(figure, name)])
    return _changed(f"another {name}", figure, **{name: value})


FIELDS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("value", (7, 13_000_000, 30, 41)),
    ("unit", ("people", "EUR", "percent", "kilometers", "hours")),
    ("qualifier", ("under", "up-to")),
    ("period", ({"kind": "since", "start": "1990"}, {"kind": "per-day"})),
    ("geography", ("Zanzibar", "Lower Saxony")),
    ("as_of", ("1987", "2030-01-01")),
    ("exact", (None, "12")),
)
KINDS: tuple[Callable[[Field, random.Random], Attack | None], ...] = (
    _other_speaker, _date, _beyond, _narration, _turning, _replacing, _prefixed, _chain, _cut, _undenied,
    _unasked, _disguised, _figure,
)  # fmt: skip


def _changed(how: str, record: Any, **fields: Any) -> Attack:
    values = {**json_values(record), **fields}
    values = {name: value for name, value in values.items() if value is not None}
    return Attack(how, validated(type(record), values))


def fair(count: int, *, seed: int) -> Iterator[tuple[Field, Quote]]:
    """Yield quotations that are fair: whole, their first words, their last ones."""
    draw = random.Random(seed)
    fields = [field(seed + number) for number in range(12)]
    for number in range(count):
        ground = fields[number % len(fields)]
        quote = draw.choice([each for each in ground.quotes if each.exact in PLAIN])
        exact = draw.choice(_FAIR)(quote.exact, draw)
        yield ground, quote.replace(exact=exact)


def _whole(words: str, draw: random.Random) -> str:
    return words


def _part(words: str, draw: random.Random) -> str:
    parts = words.split()
    return " ".join(parts[: draw.randrange(4, len(parts) + 1)])


def _end(words: str, draw: random.Random) -> str:
    parts = words.split()
    return " ".join(parts[draw.randrange(0, max(1, len(parts) - 4)) :])


_FAIR: tuple[Callable[[str, random.Random], str], ...] = (_whole, _part, _end)
