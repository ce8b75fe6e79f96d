"""A made-up content folder: as many records as asked for, all of them valid."""

import random
from pathlib import Path

_WORDS = tuple(
    """harbour ferry council budget winter pier captain ticket island market school river bridge garden union
    engine timber night lantern signal cargo village orchard window copper letter station meadow""".split()  # noqa: SIM905
)
_NAMES = ("Ada Brandt", "Bo Castell", "Cleo Dahl", "Dov Ek", "Eva Frost", "Finn Gale", "Gro Holm", "Ida Juhl")
_ISSUES = ("fares", "boats", "piers", "islands", "winter")
_QUOTES_PER_SOURCE = 20


def write_newsroom(folder: Path, *, records: int) -> None:
    """Write about `records` records below `folder`: four in five are quotes, the others mostly figures."""
    chance = random.Random(records)
    for issue in _ISSUES:
        text = (
            f"title: {issue.title()}\nquestion: What of the {issue}?\nsummary: Much is said of the {issue}.\n"
        )
        _write(folder / f"issues/{issue}.yml", text)
    for name in _NAMES:
        _write(folder / f"people/{_slug(name)}.yml", f"name: {name}\n")
    sources = max(1, records * 4 // 5 // _QUOTES_PER_SOURCE)
    for number in range(sources):
        _write_source(folder, number, chance)
    for number in range(records // 6):
        text = f"label: Tickets sold on line {number}\nvalue: {number * 7 + 1}\nunit: tickets\n"
        text += f"source: article-{number % sources}\nissues: [{chance.choice(_ISSUES)}]\n"
        _write(folder / f"figures/tickets-{number}.yml", text)


def _write_source(folder: Path, number: int, chance: random.Random) -> None:
    text = f"Boats of day {number}\n"
    for index in range(_QUOTES_PER_SOURCE):
        name = chance.choice(_NAMES)
        exact = f"The {' '.join(chance.choices(_WORDS, k=12))} will see the {chance.choice(_WORDS)},"
        start = len(text) + 1
        text += f"“{exact}” {name} said of the {chance.choice(_WORDS)} on day {number}.\n"
        record = (
            f"source: article-{number}\nexact: {exact}\nstart: {start}\nend: {start + len(exact)}\n"
            f"speaker: {_slug(name)}\ncue: said\nissues: [{chance.choice(_ISSUES)}]\n"
        )
        _write(folder / f"quotes/q-{number}-{index}.yml", record)
    _write(folder / f"sources/article-{number}.yml", f"title: Boats of day {number}\n")
    _write(folder / f"sources/article-{number}.txt", text)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
