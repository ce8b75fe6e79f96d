"""Random mixtures of articles, from the texts of the project's own golden cases."""

import random
from functools import cache
from pathlib import Path

import yaml

CASES = Path(__file__).parent / "extraction"
_FIRST = (
    "Ada",
    "Ben",
    "Carla",
    "Dan",
    "Elena",
    "Frank",
    "Grace",
    "Henry",
    "Maria",
    "John",
    "John Q.",
    "John R.",
)
_LAST = ("Smith", "Roe", "Alder", "O’Neill", "García Márquez", "Smith Jr.", "van Dijk", "Jean-Luc")
_SAID = (
    "“{topic} is what we talk about when nobody listens,” {name} said. {surname} later added: “It is time.”",
    "{name}, who runs it, spent over ${number} million on it. “Nobody has asked us,” {surname} told a clerk.",
    "Mr. {surname} lost by -{number}% in the north and by {number}% elsewhere, {name} said.",
    "“{number} of 12 boats,” said {surname}, “are ours.” {name} differed on [[{topic}]] and “so-called” law.",
)
_ODD = (
    "\u202a“Left,” he said.\u202c",
    "A soft\u00adhyphen and a zero\u200bwidth.",
    "“Unclosed, she said.",
    "½ — 1/4",
)


@cache
def texts() -> tuple[str, ...]:
    """Return the text of every golden case of extraction."""
    cases = [
        case
        for path in sorted(CASES.rglob("cases/*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return tuple(case["text"] for case in cases if isinstance(case, dict) and "text" in case)


def article(chance: random.Random) -> str:
    """Return a made-up article: a headline, paragraphs that share people and numbers, stray marks."""
    paragraphs = chance.sample(texts(), chance.randint(1, 12))
    for _ in range(chance.randint(0, 4)):
        first, last = chance.choice(_FIRST), chance.choice(_LAST)
        said = chance.choice(_SAID).format(
            name=f"{first} {last}", surname=last, number=chance.randint(1, 99), topic=chance.choice(_LAST)
        )
        paragraphs.insert(chance.randint(0, len(paragraphs)), said)
    if chance.random() < 0.3:
        paragraphs.insert(chance.randint(0, len(paragraphs)), chance.choice(_ODD))
    return "\n\n".join([f"News of the day {chance.randint(1, 40)}", *paragraphs]) + "\n"


def file_name(chance: random.Random, number: int) -> str:
    """Return a name such as people give files: long, with spaces and signs, or plain."""
    stem = chance.choice(
        ("report", "Été à Łódź", "it's “news”", "q" * 240, "a: b #1", "null", "con", "über-")
    )
    return f"{stem}{number}.txt"


def write(content: Path, chance: random.Random, *, articles: int) -> None:
    """Write that many articles below `content`."""
    (content / "sources").mkdir(parents=True)
    for number in range(articles):
        path = content / "sources" / file_name(chance, number)
        path.write_text(article(chance), encoding="utf-8")
