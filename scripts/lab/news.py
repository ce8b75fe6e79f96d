"""Made-up news in the proportions of real news, the same for the same number.

Measured on 290 articles of twelve outlets, which gave 6,383 records: half of the records are quotes, a
quarter figures, a fifth people; an article has 4,600 characters, eleven quotes, five figures and between four
and five people nobody wrote of before; half of the speakers are quoted once, and a dozen of them everywhere.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from lab import phrases

_A_PASSAGE = 1.5
"""Records that extraction makes of one, with its share of the people, issues and sources."""
_KNOWN = 40
"""People of whom every other article writes."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted."""

    first: str
    last: str
    role: str
    pronoun: str


def write_articles(folder: Path, *, records: int, seed: int = 1) -> None:
    """Write as many text files below `folder` as make about so many records, named by number."""
    chance = random.Random(seed)
    known = [_person(chance) for _ in range(_KNOWN)]
    folder.mkdir(parents=True, exist_ok=True)
    left = max(1, round(records / _A_PASSAGE))
    for number in count():
        passages = min(left, max(3, round(chance.lognormvariate(2.6, 0.7))))
        text = "\n\n".join(_paragraphs(chance, known, passages))
        (folder / f"{number:05d}-news.txt").write_text(f"{text}\n", encoding="utf-8")
        left -= passages
        if not left:
            return


def _person(chance: random.Random) -> Person:
    last = chance.choice(phrases.HEADS) + chance.choice(phrases.TAILS)
    role = chance.choice(phrases.ROLES)
    return Person(chance.choice(phrases.FIRST), last, role, chance.choice(("he", "she")))


def _paragraphs(chance: random.Random, known: list[Person], passages: int) -> Iterator[str]:
    subjects = chance.choices(phrases.SUBJECTS, [each.weight for each in phrases.SUBJECTS], k=2)
    cast = [_person(chance) for _ in range(chance.randint(5, 11))]
    # The first of them by far the most often, as it is.
    cast += chance.choices(known, [1 / rank for rank in range(1, _KNOWN + 1)], k=2)
    cast = list({person.last: person for person in cast}.values())
    yield _filled(chance, "A {adjective} {noun} for the {noun}").title()
    yield _filled(chance, f"{subjects[0].plain} {chance.choice(phrases.PLAIN)}")
    met: set[str] = set()
    for _ in range(passages):
        subject = subjects[0] if chance.random() < 0.7 else subjects[1]
        yield from _passage(chance, chance.choice(cast), subject, met)


def _passage(chance: random.Random, person: Person, subject: phrases.Subject, met: set[str]) -> Iterator[str]:
    """Yield what one person says, or what nobody does, and some of the writer's own words after it."""
    kind = chance.choices(("direct", "split", "told", "part", "none"), (4, 1, 2, 3, 7))[0]
    if kind == "none":
        yield _told(chance, subject)
        return
    name = person.last if person.last in met else f"{person.first} {person.last}"
    known = name == person.last or chance.random() < 0.3
    met.add(person.last)
    verb, said = chance.choice(phrases.VERBS), _statement(chance, subject)
    who = f"{name} {verb}" if known else f"{verb} {name}, {person.role}"
    match kind:
        case "direct":
            yield f"“{said},” {who}. {_told(chance, subject)}"
            if chance.random() < 0.4:
                yield f"“{_statement(chance, subject)},” {person.pronoun} added."
        case "split":
            yield f"“{said},” {who}. “{_statement(chance, subject)}.”"
        case "told":
            clause = name if known else f"{name}, {person.role},"
            yield f"{_told(chance, subject)} {clause} said: “{said}.”"
        case _:
            part = _filled(chance, chance.choice(phrases.FRAGMENTS))
            yield f"{name} called it “{part}” and asked for a vote. {_told(chance, subject)}"


def _statement(chance: random.Random, subject: phrases.Subject) -> str:
    topical = chance.random() < 0.5
    return _filled(chance, chance.choice(subject.statements if topical else phrases.STATEMENTS))


def _told(chance: random.Random, subject: phrases.Subject) -> str:
    """Return one to three of the writer's own sentences, many of them with numbers."""
    kinds = chance.choices(
        (phrases.PLAIN, phrases.FIGURES, (subject.plain,)), (13, 2, 1), k=chance.randint(1, 4)
    )
    return " ".join(_filled(chance, chance.choice(kind)) for kind in kinds)


def _filled(chance: random.Random, sentence: str) -> str:
    """Put a word or a number into each blank."""
    blanks = {
        "noun": lambda: chance.choice(phrases.NOUNS),
        "adjective": lambda: chance.choice(phrases.ADJECTIVES),
        "month": lambda: chance.choice(phrases.MONTHS),
        "body": lambda: chance.choice(phrases.BODIES),
        "year": lambda: str(chance.randint(1990, 2019)),
        "percent": lambda: str(chance.randint(2, 98)),
        "small": lambda: str(chance.randint(11, 89)),
        "large": lambda: f"{chance.randint(1, 98)},{chance.randint(0, 999):03d}",
    }
    parts = sentence.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        blank, _, rest = part.partition("}")
        filled.append(blanks[blank]() + rest)
    whole = "".join(filled)
    return whole[:1].upper() + whole[1:] if sentence in phrases.STATEMENTS or whole.endswith(".") else whole


def main() -> int:
    """Write articles for a try by hand."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=50)
    options = parser.parse_args()
    write_articles(options.folder, records=options.records)
    return 0


if __name__ == "__main__":
    sys.exit(main())
