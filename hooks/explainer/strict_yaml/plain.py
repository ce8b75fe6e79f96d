"""Files that can be read without a parser: a field a line, as extraction writes nearly all records.

    fields('kind: direct\\nissues: [trade, drugs]\\n')     {'kind': 'direct', 'issues': ['trade', 'drugs']}

What is not plain beyond doubt goes to the parser, which alone finds faults and places; this takes a fifth
of its time. Both say the same of all that this reads: `tests/test_plain.py`.
"""

import re

from explainer.strict_yaml.scan import MAX_VALUES, NULLS
from explainer.text.characters import is_plain
from explainer.text.pattern import pattern

Fields = dict[str, str | list[str]]
_ITEM = r"[^\W_][\w.-]*(?:[ ][\w.-]+)*"
_LINE = pattern(
    rf"""(?P<name>[a-z_]+):[ ](?:
      (?P<bare>[^\W_](?:[^:#]|:(?=\S)|(?<=\S)\#)*(?<![ ]))
    | "(?P<double>(?:[^"\\]|\\[\\"n])*)"
    | '(?P<single>(?:[^']|'')*)'
    | \[(?P<list>(?:{_ITEM}(?:,[ ]{_ITEM})*)?)\]
    )|\#.*|""",
    re.VERBOSE,
)
_MOST = MAX_VALUES
"""Code points: so few hold no more values than one file may."""
_ESCAPE = pattern(r"\\(.)")


def fields(text: str) -> Fields | None:
    """Return the fields of a file that is plain from its first line to its last; None of any other."""
    if len(text) > _MOST or not is_plain(text):
        return None
    found: Fields = {}
    for line in text.split("\n"):
        read = _LINE.fullmatch(line)
        if read is None or read["name"] in found:
            return None
        if read["name"] and (value := _value(read)) is not None:
            found[read["name"]] = value
        elif read["name"]:
            return None
    return found or None


def _value(line: re.Match[str]) -> str | list[str] | None:
    """Return the value of a line; None for one that says nothing."""
    kind = line.lastgroup
    value = line[kind or 0]
    match kind:
        case "double":
            return _ESCAPE.sub(_meant, value) if "\\" in value else value
        case "single":
            return value.replace("''", "'")
        case "list":
            items = value.split(", ") if value else []
            return None if NULLS & {*items} else items
        case _:
            return None if value in NULLS else value


def _meant(escape: re.Match[str]) -> str:
    return "\n" if escape[1] == "n" else escape[1]
