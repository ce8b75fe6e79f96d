"""A made-up content folder: as many records as asked for, of every kind, all of them valid."""

import random
from pathlib import Path

_WORDS = tuple(
    """harbour ferry council budget winter pier captain ticket island market school river bridge garden union
    engine timber night lantern signal cargo village orchard window copper letter station meadow""".split()  # noqa: SIM905
)
_NAMES = ("Ada Brandt", "Bo Castell", "Cleo Dahl", "Dov Ek", "Eva Frost", "Finn Gale", "Gro Holm", "Ida Juhl")
_ISSUES = ("fares", "boats", "piers", "islands", "winter")
_QUOTES_PER_SOURCE = 20
_FIGURES_PER_SOURCE = 4


def write_newsroom(folder: Path, *, records: int) -> None:
    """Write about `records` records below `folder`: four in five are quotes, the others mostly figures."""
    chance = random.Random(records)
    for issue in _ISSUES:
        text = f"title: {issue.title()}\nquestion: What of the {issue}?\nsummary: The {issue} are in doubt.\n"
        _write(folder / f"issues/{issue}.yml", text)
    for name in _NAMES:
        _write(folder / f"people/{_slug(name)}.yml", f"name: {name}\n")
    for number in range(max(1, records * 4 // 5 // _QUOTES_PER_SOURCE)):
        _write_source(folder, number, chance)
        _write_background(folder, number, chance)


def _write_source(folder: Path, number: int, chance: random.Random) -> None:
    text = f"Boats of day {number}\n"
    for index in range(_QUOTES_PER_SOURCE):
        name = chance.choice(_NAMES)
        exact = f"The {' '.join(chance.choices(_WORDS, k=12))} will see the {chance.choice(_WORDS)},"
        start = len(text) + 1
        text += f"“{exact}” {name} said of the {chance.choice(_WORDS)} on day {number}.\n"
        record = (
            f"source: article-{number}\nexact: {exact}\nspeaker: {_slug(name)}\ncue: said\n"
            f"issues: [{chance.choice(_ISSUES)}]\nstart: {start}\nend: {start + len(exact)}\n"
        )
        _write(folder / f"quotes/q-{number}-{index}.yml", record)
    for index in range(_FIGURES_PER_SOURCE):
        exact = f"{chance.randrange(20, 900)} tickets"
        text += f"Of line {index} they say that "
        record = (
            f"label: Tickets sold on line {index}\nvalue: {exact.split()[0]}\nunit: tickets\n"
            f"source: article-{number}\nissues: [{chance.choice(_ISSUES)}]\n"
            f"exact: {exact}\nstart: {len(text)}\nend: {len(text) + len(exact)}\n"
        )
        text += f"{exact} were sold.\n"
        _write(folder / f"figures/tickets-{number}-{index}.yml", record)
    _write(folder / f"sources/article-{number}.yml", f"title: Boats of day {number}\n")
    _write(folder / f"sources/article-{number}.txt", text)


def _write_background(folder: Path, number: int, chance: random.Random) -> None:
    """Write what a writer adds to every tenth article: a term, an event, a check and a position."""
    if number % 10:
        return
    word, source = chance.choice(_WORDS), f"article-{number}"
    _write(
        folder / f"terms/{word}-{number}.yml",
        f"term: The {word} of old\ndefinition: What the {word} was called.\nsources: [{source}]\n",
    )
    _write(
        folder / f"events/{word}-{number}.yml",
        f"date: 2021-03-04\nlabel: The {word} opens\nissues: [{chance.choice(_ISSUES)}]\n"
        f"sources: [{source}]\n",
    )
    _write(
        folder / f"checks/{word}-{number}.yml",
        f"source: {source}\nexact: Boats of day {number}\nfinding: not-found\n"
        f"note: No list was found.\nsources: [{source}]\nissues: [{chance.choice(_ISSUES)}]\n",
    )
    pairs = [(name, issue) for name in _NAMES for issue in _ISSUES]
    if number // 10 < len(pairs):
        name, issue = pairs[number // 10]
        _write(
            folder / f"positions/{_slug(name)}-{issue}.yml",
            f"actor: {_slug(name)}\nissue: {issue}\ntext: Wants the {word} to stay.\nbasis: reported\n"
            f"refs: [source:{source}]\nas_of: 2021-03-04\n",
        )


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
