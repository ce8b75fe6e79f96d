"""One mistake is one fault: what cannot be read silences what may rest on it.

A file that is no record yet may hold the very number, words or former id that other records seem to lack.
To tell their writers "add its record to refs" would be advice that harms, so nothing is said until the file
can be read; then all is asked anew.
"""

import re
from functools import cached_property
from typing import Any

from explainer.contents.folder import Contents
from explainer.contents.store import MAX_BYTES, read_bytes
from explainer.records.fields import target
from explainer.records.model import BY_KIND
from explainer.records.walking import leaves
from explainer.text.encoding import NotText, decode
from explainer.text.numbers import Number
from explainer.text.numerals import worded
from explainer.text.pattern import pattern
from explainer.verification.folding import fold

_RUN = pattern(r"\d+(?:[.,]\d+)*")
_NO_EVIDENCE = pattern(r"^(?:start|end|sha256):.*$", re.MULTILINE)
"""What extraction writes for itself: no prose speaks of it."""


class Unread:
    """What the files say that could not be read as records, gathered once and only if asked."""

    def __init__(self, contents: Contents) -> None:
        self._broken = contents.broken
        self._faulty = {f"source:{source}" for source in contents.faulty_texts}
        self._folder = contents.folder

    def may_say_number(self, record: Any, number: Number) -> bool:
        """Say whether a number may be in what cannot be read: its digits are, or all of a source is."""
        if not (self._broken or self._faulty):
            return False
        return _digits(f"{number.value:f}") in self._numbers or self._is_source_of(record)

    def may_say_words(self, record: Any, phrase: str) -> bool:
        """Say whether quoted words, folded, may be in what cannot be read."""
        if not (self._broken or self._faulty):
            return False
        return phrase in self._folded or self._is_source_of(record)

    def may_name(self, kind: str, former: str) -> bool:
        """Say whether a record of a kind that cannot be read may have had another id."""
        return any(former in text for ref, text in self._texts.items() if ref.startswith(f"{kind}:"))

    def _is_source_of(self, record: Any) -> bool:
        """Say whether a record rests on a source whose record or text cannot be read."""
        lost = self._faulty | {ref for ref in self._broken if ref.startswith("source:")}
        return bool(lost) and any(
            (target(leaf.value) if leaf.name == "refs" else f"source:{leaf.value}") in lost
            for leaf in leaves(record)
            if leaf.name in ("refs", "source", "sources")
        )

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {ref: self._text(*ref.split(":")) for ref in sorted(self._broken)}

    def _text(self, kind: str, name: str) -> str:
        path = self._folder / BY_KIND[kind].FOLDER / f"{name}.yml"
        try:
            return _NO_EVIDENCE.sub("", decode(read_bytes(path, most=MAX_BYTES)))
        except NotText:
            return ""

    @cached_property
    def _numbers(self) -> frozenset[str]:
        texts = self._texts.values()
        said = (f"{number.value:f}" for text in texts for number in worded(text))
        return frozenset(_digits(each) for text in texts for each in (*_RUN.findall(text), *said))

    @cached_property
    def _folded(self) -> str:
        return "\n".join(fold(" ".join(text.split())) for text in self._texts.values())


def _digits(number: str) -> str:
    """Return a number's significant digits: 13.1 billion is written 13100000000, and 13.1."""
    return re.sub(r"\D", "", number).strip("0")
