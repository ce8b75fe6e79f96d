"""Patterns that are compiled when they are first used.

Compiling all 180 takes a tenth of a second, and after an edit a build uses few of them.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Waiting:
    """Takes the methods of the compiled pattern over when one of them is first asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern to search with, for a name of a module."""
    return cast(re.Pattern[AnyStr], _Waiting(source, flags))
