"""What a run has read and extracted so far, on disk every few articles, so that a killed run is resumed.

One line an article, under a key that stands for its bytes and for all code that makes something of them: what
does not fit is as if it were not there. A line that a kill cut short ends the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from explainer.articles.article import Article
from extraction.candidates import Extraction
from reading.metadata import Metadata
from revision.spool import Shelved
from revision.weighing import Weighed

NAME = ".checkpoint.jsonl"
EVERY = 20
"""So many articles are lost at most."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one article."""

    article: Article
    said: Metadata
    extraction: Extraction
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the file."""

    key: str
    done: Done


_LINE = TypeAdapter(_Entry)


@dataclass(slots=True)
class Checkpoint:
    """The file; nothing is written before there are `EVERY` articles to keep."""

    path: Path
    waiting: list[bytes] = field(default_factory=list)

    def done(self) -> Mapping[str, Done]:
        """Return what an earlier run left, by key; a broken tail is cut off."""
        found, good = Shelved[Done](), 0
        try:
            with self.path.open("r+b") as file:
                for line in file:
                    try:
                        entry = _LINE.validate_json(line) if line.endswith(b"\n") else None
                    except ValidationError:
                        entry = None
                    if entry is None:
                        break
                    found.put(entry.key, entry.done)
                    good += len(line)
                file.truncate(good)
        except FileNotFoundError:
            pass
        return found

    def add(self, key: str, done: Done) -> None:
        """Keep one more article."""
        self.waiting.append(_LINE.dump_json(_Entry(key, done)) + b"\n")
        if len(self.waiting) == EVERY:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(b"".join(self.waiting))
            self.waiting.clear()

    def remove(self) -> None:
        """Forget it all: the run is done."""
        self.path.unlink(missing_ok=True)
