"""What the interface says, in one file for each language: every word of a page that is not a record's.

    words = english()
    words("home.in-figures")                 In figures
    words("count.quote", n=3)                3 quotes
    words.html("check.about", issues=links)  the same for a page: what is not markup is escaped

A text is named `group.name` and may hold {places}. One that depends on a number has a form for each of the
language's plurals, as CLDR names them (`one`, `few`, `many`, `other` …), and may have `none` for no thing at
all; its number is `n`. `{{ "home.in-figures"|t }}` in a template is put in when the template is compiled.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import TypeAlias

from markupsafe import Markup

from explainer.strict_yaml.plain import groups
from explainer.strict_yaml.reading import parse
from explainer.text.escaping import escape, marked

Text: TypeAlias = str | Mapping[str, str]
"""A text, or its forms by the name of the plural."""

FOLDER = Path(__file__).resolve().parent
FORMS = ("none", "zero", "one", "two", "few", "many", "other")
"""What the forms of a text may be called."""


@dataclass(frozen=True, eq=False)
class Words:
    """The texts of one language, by `group.name`."""

    language: str
    texts: Mapping[str, Text]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a text with its places filled, as plain text; raises KeyError for one that is not there."""
        text = self._form(key, values)
        return text.format(**values) if values else text

    def html(self, key: str, /, **values: object) -> Markup:
        """Return a text for a page: what is not markup already is escaped."""
        text = str(escape(self._form(key, values)))
        filled = {name: escape(value) for name, value in values.items()}
        return marked(text.format(**filled) if values else text)

    def group(self, name: str) -> Mapping[str, str]:
        """Return the texts of a group by what follows its name, in the order of the file."""
        return self._groups[name]

    @cached_property
    def digest(self) -> str:
        """Return a hash of the texts: what was compiled with others is stale."""
        return hashlib.sha256(repr((self.language, self.texts)).encode()).hexdigest()

    @cached_property
    def _groups(self) -> Mapping[str, Mapping[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for key, text in self.texts.items():
            group, _, name = key.partition(".")
            if isinstance(text, str):
                found.setdefault(group, {})[name] = text
        return found

    @cached_property
    def findings(self) -> Mapping[str, str]:
        """Return what each finding of a check is called."""
        return self.group("findings")

    @cached_property
    def months(self) -> list[str]:
        """Return the names of the months."""
        return self("dates.months").split()

    def _form(self, key: str, values: Mapping[str, object]) -> str:
        text = self.texts[key]
        if isinstance(text, str):
            return text
        number = values["n"]
        assert isinstance(number, int | Decimal), f"{key}: n is a number"
        if not number and "none" in text:
            return text["none"]
        return text.get(self._plural(number)) or text["other"]

    @cached_property
    def _plural(self) -> Callable[[int | Decimal], str]:
        """Return which form a number takes, by the rules of CLDR; `one` for 1 in a language it lacks.

        English is told here: Babel takes longer to load its rule than a small site's pages take.
        """
        if self.language.partition("-")[0] == "en":
            return lambda number: "one" if str(number) == "1" else "other"
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(self.language, sep="-").plural_form
        except (ValueError, UnknownLocaleError):
            return lambda number: "one" if number == 1 else "other"


@cache
def english() -> Words:
    """Return the English texts, which name every text there is."""
    text = (FOLDER / "en.yml").read_text(encoding="utf-8")
    return Words("en", texts_of(groups(text) or parse(text).value))


def texts_of(groups: Mapping[str, Mapping[str, Text]]) -> dict[str, Text]:
    """Return the texts of a file under their full names."""
    return {f"{group}.{name}": text for group, texts in groups.items() for name, text in texts.items()}
