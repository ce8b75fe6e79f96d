"""Files that can be read without a parser: a field a line, as extraction writes nearly all records.

    fields('kind: direct\\nissues: [trade, drugs]\\n')     {'kind': 'direct', 'issues': ['trade', 'drugs']}
    groups('page:\\n  contact: Contact\\n')                {'page': {'contact': 'Contact'}}

What is not plain beyond doubt goes to the parser, which alone finds faults and places; this takes a fifth
of its time. Both say the same of all that this reads: `tests/test_plain.py`.
"""

import re

from explainer.strict_yaml.parsed import MAX_VALUES, NULLS
from explainer.text.characters import is_plain
from explainer.text.pattern import pattern

Fields = dict[str, str | list[str]]
Groups = dict[str, dict[str, str | dict[str, str]]]
_ITEM = r"[^\W_][\w.-]*(?:[ ][\w.-]+)*"
_WORDS = r"""(?P<bare>(?:[^\W_]|[“‘])(?:[^:#]|:(?=\S)|(?<=\S)\#)*(?<![ ]))
    | "(?P<double>(?:[^"\\]|\\[\\"n])*)"
    | '(?P<single>(?:[^']|'')*)'"""
_LINE = pattern(
    rf"""(?P<name>[a-z_]+):[ ](?:{_WORDS}
    | \[(?P<list>(?:{_ITEM}(?:,[ ]{_ITEM})*)?)\]
    )|\#.*|""",
    re.VERBOSE,
)
_FORM = r'[a-z]+:[ ]"(?:[^"\\]|\\[\\"n])*"'
_TEXT = pattern(
    rf"""[ ]{{2}}(?P<name>[A-Za-z][A-Za-z0-9_-]*):[ ](?:{_WORDS}
    | \{{[ ](?P<forms>{_FORM}(?:,[ ]{_FORM})*)[ ]\}}
    )|(?P<group>[a-z][a-z-]*):|\#.*|""",
    re.VERBOSE,
)
_ONE_FORM = pattern(r'([a-z]+): "((?:[^"\\]|\\[\\"n])*)"')
_MOST = MAX_VALUES
"""Code points: so few hold no more values than one file may."""
_NO_BREAK = "\u00a0"
"""Stands between a number and its unit."""
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


def groups(text: str) -> Groups | None:
    """Return the groups of a file of texts (`explainer.words`) that is plain; None of any other."""
    if len(text) > 2 * _MOST or not is_plain(text.replace(_NO_BREAK, " ")):
        return None
    found: Groups = {}
    held: dict[str, str | dict[str, str]] = {}
    for line in text.split("\n"):
        read = _TEXT.fullmatch(line)
        if read is None or read["group"] in found or read["name"] in held:
            return None
        if read["group"]:
            held = found[read["group"]] = {}
        elif read["name"]:
            value = _forms(read["forms"]) if read["forms"] else _value(read)
            if value is None or isinstance(value, list) or not found:
                return None
            held[read["name"]] = value
    return found if found and all(found.values()) else None


def _forms(written: str) -> dict[str, str] | None:
    """Return the forms of a text by their names; None where a name comes twice."""
    pairs = _ONE_FORM.findall(written)
    forms = {name: _ESCAPE.sub(_meant, value) for name, value in pairs}
    return forms if len(forms) == len(pairs) else None


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
