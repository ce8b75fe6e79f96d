"""What a record's own `exempt` list says needs no record: words and numbers by name, never by pattern."""

import re

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
            entries = getattr(loaded.record, "exempt", ())
            self._lists[key] = "\n".join(fold(entry).casefold() for entry in entries)
        held = self._lists[key]
        return (
            bool(held) and re.search(rf"(?<!\w){re.escape(fold(words).casefold())}(?!\w)", held) is not None
        )
