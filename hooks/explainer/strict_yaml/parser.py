"""The YAML parser beneath everything that reads records: libyaml's, or PyYAML's own with the same results."""

from typing import Any

import yaml

from explainer.text.pattern import pattern

_INSIDE = pattern(r"(?<=[^\s\[\]{},:])\?|(?<=[^\s\[\]{},:?-])(?P<gap>[ \t]+)\?")
_PRIVATE = range(0xE000, 0xF8FF)


def parser(text: str, *, pure: bool = False) -> Any:
    """Return a loader over `text` whose scalars are all strings; `pure` does without libyaml."""
    libyaml = None if pure else getattr(yaml, "CBaseLoader", None)
    return libyaml(text) if libyaml else _PureParser(text)


class _PureParser(yaml.BaseLoader):
    """PyYAML's own parser, reading `[Who pays?]` as YAML and libyaml do.

    It takes any question mark inside brackets for a new key, so those amid words are hidden from it behind
    a character that the text does not hold (https://github.com/yaml/pyyaml, scan_plain).
    """

    def __init__(self, text: str) -> None:
        self._hidden = next(chr(code) for code in _PRIVATE if chr(code) not in text)
        super().__init__(_INSIDE.sub(lambda found: f"{found['gap'] or ''}{self._hidden}", text))

    def get_event(self) -> Any:
        """Return the next event, its words as they stand in the text."""
        event = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.replace(self._hidden, "?")
        return event
