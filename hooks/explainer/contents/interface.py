"""What the interface says on this site: the texts of its language, and those that the newsroom writes itself.

`content/words.yml` has the form of `hooks/explainer/words/en.yml`. In a language that the program speaks it
holds only what should be said otherwise; in any other, every text.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from explainer.contents.store import MAX_BYTES, read_bytes
from explainer.errors import Problem
from explainer.strict_yaml.parsed import FieldPath, Parsed
from explainer.strict_yaml.plain import groups
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import NotText, decode
from explainer.text.suggestion import did_you_mean
from explainer.words import FOLDER, FORMS, Text, Words, english, texts_of

FILE = "words.yml"
_NAMED = 3


def interface(folder: Path, language: str) -> tuple[Words, list[Problem]]:
    """Return the texts for a site in `language`, and every fault in the newsroom's own."""
    spoken = language.partition("-")[0] == "en"
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return english(), [] if spoken else [_silent(folder, language)]
    try:
        text = decode(read_bytes(path, most=MAX_BYTES))
    except NotText as error:
        return english(), [Problem.at(path, str(error), line=error.line, column=error.column)]
    plain = Parsed(groups(text))
    parsed = plain if plain.value and not any(_faults(path, plain)) else parse(text)
    if parsed.faults or not isinstance(parsed.value, dict):
        faults = [_problem(path, parsed, fault.path, fault.message) for fault in parsed.faults]
        return english(), faults or [Problem.at(path, "expected groups of texts, as in words/en.yml")]
    problems = list(_faults(path, parsed))
    own = {} if problems else texts_of(parsed.value)
    missing = [] if spoken or problems else [key for key in english().texts if key not in own]
    if missing:
        named = ", ".join(missing[:_NAMED])
        problems.append(Problem.at(path, f"lacks {len(missing)} texts that en.yml has, such as {named}"))
    return Words(language, {**english().texts, **own}), problems


def _silent(folder: Path, language: str) -> Problem:
    advice = f"copy {FOLDER.name}/en.yml to {FILE} beside this file and translate it"
    message = f'the interface has no texts in "{language}" and speaks English; {advice}'
    return Problem.at(folder / "site.yml", message, field="language", severity="warning")


def _faults(path: Path, parsed: Parsed) -> Iterator[Problem]:
    known = {key.partition(".")[0] for key in english().texts}
    for group, texts in parsed.value.items():
        if group not in known or not isinstance(texts, dict):
            stray = f'"{group}" is no group of texts{did_you_mean(group, known)}'
            yield _problem(path, parsed, (group,), stray)
            continue
        for name, text in texts.items():
            if message := _fault(f"{group}.{name}", text):
                yield _problem(path, parsed, (group, name), message)


def _fault(key: str, text: Any) -> str | None:
    """Return what is wrong with a text beside the English one of its name, or None."""
    model = english().texts.get(key)
    if model is None:
        return f"no text has this name{did_you_mean(key, english().texts)}"
    if isinstance(model, str) and not isinstance(text, str):
        return "is one text, whatever the number; write it as a line"
    forms = [text] if isinstance(text, str) else list(text.values()) if isinstance(text, Mapping) else []
    if isinstance(text, Mapping) and (set(text) - {*FORMS} or "other" not in text):
        return f"has a form for each plural of the language: other, and some of {', '.join(FORMS)}"
    try:
        extra = {name for form in forms for name in places(form)} - set(places(model))
    except ValueError:
        return "has a brace that is not closed; a place is a name between two braces"
    if extra:
        known = ", ".join(f"{{{name}}}" for name in places(model)) or "none"
        return f"has the place {{{min(extra)}}}, which is filled by nothing; the English text has {known}"
    return None


def places(text: Text) -> dict[str, None]:
    """Return the names of a text's places, each once. Raises ValueError for braces that do not match."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name: None for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def _problem(path: Path, parsed: Parsed, field: FieldPath, message: str) -> Problem:
    place = parsed.names.get(field) or parsed.places.get(field)
    line, column = place or (1, 1)
    return Problem.at(path, message, line=line, column=column, field=".".join(map(str, field)))
