"""What a record's own `exempt` list says needs no record: words and numbers by name, never by pattern."""

import re
from collections.abc import Iterable

from explainer.contents.store import Loaded
from explainer.verification.folding import fold


class Exemptions:
    """The lists of all records, each folded once."""

    def __init__(self) -> None:
        self._lists: dict[str, str] = {}

    def hold(self, loaded: "Loaded[object]", words: str) -> bool:  # type: ignore[type-var]
        """Return whether words stand, whole, in an entry of a record's list."""
        key = str(loaded.path)
        if key not in self._lists:
            self._lists[key] = _folded(getattr(loaded.record, "exempt", ()))
        return _stands(self._lists[key], words)


def stands_in(exempt: Iterable[str], words: str) -> bool:
    """Return whether words stand, whole, in an entry of a list."""
    return _stands(_folded(exempt), words)


def _folded(entries: Iterable[str]) -> str:
    return "\n".join(fold(entry).casefold() for entry in entries)


def _stands(held: str, words: str) -> bool:
    return bool(held) and re.search(rf"(?<!\w){re.escape(fold(words).casefold())}(?!\w)", held) is not None
