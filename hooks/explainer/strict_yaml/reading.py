"""YAML text -> values, the place of each, and faults.

The parser is loaded for the first text that needs it: after an edit most builds read files alone that are
plain (`strict_yaml.plain`), or the same as before.
"""

from explainer.strict_yaml.parsed import Parsed


def parse(text: str, *, pure: bool = False) -> Parsed:
    """Read one document of fields; `pure` does without libyaml.

    `text` has no byte order mark. Faults are collected, never raised.
    """
    from explainer.strict_yaml.scan import scan

    return scan(text, pure=pure)
