"""Learn the weights of extraction anew from the yardstick's training articles.

  python scripts/lab/learn.py                write scripts/extraction/words/weights-*.txt
  python scripts/lab/learn.py --articles 600 learn from the first 600 only, to measure on the others

Run it after a change to a sign, a word list or the classes of words, then `make eval`. It learns three
small tables by logistic regression: which mention is a quote's source, whether quoted words are direct
speech, and whom a pronoun stands for. The same articles always yield the same weights.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from extraction import paragraphs
from extraction.speech import frames, introductions, kinds, marks, sources, speakers, tokens
from extraction.speech.clauses import Surroundings
from extraction.speech.frames import Frame
from extraction.speech.mentions import Mention
from extraction.speech.naming import Naming
from extraction.speech.people import Register
from lab.eval import YARDSTICKS, yardstick
from lab.regression import Choice, Verdict, Weights, fit_choices, fit_verdicts

WORDS = Path(__file__).resolve().parents[1] / "extraction" / "words"
PROVENANCE = (
    "learned by logistic regression on the train split of PolNeAR (Newell, Margolin & Ruths, LREC 2018)."
)
SMALLEST = 0.05
"""Weights nearer to nothing are left out."""


class Gold(NamedTuple):
    """What the annotators say of a frame: the attribution it belongs to, and which of its pieces it is."""

    attribution: dict[str, Any] | None
    piece: int = 0
    short: bool = False


class Article:
    """An annotated article as extraction reads it."""

    def __init__(self, record: dict[str, Any], scorer: ModuleType) -> None:
        text = record["text"]
        parts = paragraphs.split(text)
        quoted = marks.find(text, parts)
        self.scorer = scorer
        self.around = Surroundings(tokens.read(text, parts, quoted))
        self.naming = Naming(self.around, Register(text))
        self.starts = list(_starts(text, self.around.tokens, quoted))
        found = frames.find(text, self.around.tokens, quoted)
        gold = _gold(record, scorer)
        spans = [scorer.trim(text, frame.quoted.start, frame.quoted.end) for frame in found]
        self.quotes = [(frame, gold.get(span, Gold(None))) for frame, span in zip(found, spans, strict=True)]

    def overlaps(self, mention: Mention, attribution: dict[str, Any]) -> bool:
        """Tell whether a mention lies in the annotated source and holds its head word."""
        words = self.around.tokens.words[mention.first : mention.last]
        start, end = self.starts[mention.first], self.starts[mention.last - 1] + len(words[-1])
        if min(end, attribution["speaker_end"]) <= max(start, attribution["speaker_start"]):
            return False
        bare = {self.scorer.bare(word).lower() for word in words}
        named = attribution["speaker_text"].lower()
        return bool(bare & self.scorer.heads(named)) or named in bare

    def said(self) -> Iterator[tuple[Frame, Gold, dict[str, Any]]]:
        """Yield the frames of direct speech with their attributions."""
        return ((frame, gold, gold.attribution) for frame, gold in self.quotes if gold.attribution)


def main() -> int:
    """Learn and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--yardsticks", type=Path, default=YARDSTICKS, metavar="DIR")
    parser.add_argument("--articles", type=int, metavar="N", help="learn from the first N articles only")
    options = parser.parse_args()
    quotes = yardstick(options.yardsticks / "quotes")
    articles = [Article(record, quotes.scorer) for record in quotes.read("train.jsonl")[: options.articles]]
    _write("source", "What speaks for a mention as a quote's source", fit_choices(_sources(articles)))
    _write("direct", "What speaks for direct speech", fit_verdicts(_verdicts(articles)))
    _write(
        "pronoun",
        "What speaks for somebody as the one a pronoun stands for",
        fit_choices(_pronouns(articles)),
    )
    return 0


def _starts(text: str, read: tokens.Tokens, quoted: Sequence[marks.Quoted]) -> Iterator[int]:
    """Yield where each token starts in the text."""
    stretches = iter(quoted)
    at = 0
    for word, kind in zip(read.words, read.kinds, strict=True):
        if kind == "Q":
            stretch = next(stretches)
            yield stretch.outer_start
            at = stretch.outer_end
        else:
            at = text.index(word, at)
            yield at
            at += len(word)


def _gold(record: dict[str, Any], scorer: ModuleType) -> dict[tuple[int, int], Gold]:
    text = record["text"]
    found = {
        scorer.trim(text, one["start"], one["end"]): Gold(None, short=one["why"] == "short")
        for one in record["optional"]
    }
    for attribution in record["quotes"]:
        for number, piece in enumerate(attribution["pieces"]):
            found[scorer.trim(text, piece["start"], piece["end"])] = Gold(attribution, number)
    return found


def _sources(articles: Iterable[Article]) -> Iterator[Choice]:
    """Yield for each quote its possible sources; a source named beside it counts before the last speaker."""
    for article in articles:
        before: tuple[Frame, dict[str, Any]] | None = None
        for frame, gold, attribution in article.said():
            own = introductions.find(article.around, frame)
            found = sources.find(article.around, frame, before[0] if before else None, own)
            same = before is not None and _same_speaker(before[1], attribution)
            named = [_is_source(article, source, attribution) for source in found]
            fresh = gold.piece == 0 and any(named)
            right = [
                is_source or (source.carried and same and not fresh)
                for source, is_source in zip(found, named, strict=True)
            ]
            if attribution["speaker_text"] and any(right):
                told = [tuple(speakers.signs(one.traits)) if one.traits else () for one in found]
                yield Choice(told, right)
            before = frame, attribution


def _is_source(article: Article, source: sources.PossibleSpeaker, attribution: dict[str, Any]) -> bool:
    if source.mention is None or not attribution["speaker_text"]:
        return False
    return article.overlaps(source.mention, attribution)


def _same_speaker(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["attribution"] == other["attribution"]:
        return True
    name, text = other["speaker_name"], (other["speaker_text"] or "").lower()
    return bool(name and one["speaker_name"] == name) or bool(
        text and (one["speaker_text"] or "").lower() == text
    )


def _verdicts(articles: Iterable[Article]) -> Iterator[Verdict]:
    for article in articles:
        previous: Frame | None = None
        direct = False
        for frame, gold in article.quotes:
            traits = kinds.traits(article.around, frame, previous, direct)
            previous, direct = frame, gold.attribution is not None or gold.short
            yield Verdict(tuple(kinds.signs(traits)), direct)


def _pronouns(articles: Iterable[Article]) -> Iterator[Choice]:
    """Yield for each resolved "he" or "she" whom it may stand for; gold tells the speakers before it."""
    for article in articles:
        scorer = article.scorer
        for frame, gold, attribution in article.said():
            name = attribution["speaker_name"]
            mention = _pronoun(article, attribution)
            if (
                mention is not None
                and gold.piece == 0
                and attribution["speaker_how"] == "pronoun-previous-source"
            ):
                options = article.naming.antecedents(mention)
                surname = scorer.surname(name).lower()
                right = [scorer.surname(option.name).lower() == surname for option in options]
                if any(right):
                    yield Choice([option.signs for option in options], right)
            article.naming.note_speaker(_registered(article, name), frame.at + 1)


def _pronoun(article: Article, attribution: dict[str, Any]) -> Mention | None:
    if not attribution["speaker_text"]:
        return None
    pronouns = (mention for mention in article.around.mentions if mention.kind == "pronoun")
    return next((one for one in pronouns if article.starts[one.first] == attribution["speaker_start"]), None)


def _registered(article: Article, name: str | None) -> str | None:
    """Return a gold name in the form the article's own register gives it."""
    if not name:
        return None
    words = name.lower().split()
    entry = article.naming.register.entries.get((words[0], words[-1]))
    return entry.name if entry else name


def _write(name: str, title: str, weights: Weights) -> None:
    kept = {sign: weight for sign, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    lines = [f"# {title}; {PROVENANCE}", *(f"{weight:.2f}\t{sign}" for sign, weight in kept.items())]
    (WORDS / f"weights-{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(kept)} weights")


if __name__ == "__main__":
    sys.exit(main())
