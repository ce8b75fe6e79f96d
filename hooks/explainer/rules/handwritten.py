"""Hand-written pages are our own prose too: their numbers and quoted phrases belong to records.

A page belongs to no issue, so any record bears it out. What is no quotation and no claim stands, by name, in
the list `exempt` of the page's front matter.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from explainer.articles.markdown_text import front_matter
from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.rules import quoting
from explainer.rules.coverage import faults_in
from explainer.rules.evidence import Evidence
from explainer.rules.exemptions import stands_in
from explainer.rules.prose import readable
from explainer.rules.unread import Unread
from explainer.text.characters import place
from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

_ORDINAL = pattern(r"^[ \t]*\d{1,3}[.)](?=[ \t])", re.MULTILINE)


class _Page(NamedTuple):
    path: Path
    text: str
    """Of the same length as the file's, so that offsets are the file's."""
    exempt: tuple[str, ...]

    def fault(self, offset: int, message: str) -> Problem:
        line, column = place(self.text, offset)
        return Problem.at(self.path, message, line=line, column=column)


def unborne_pages(contents: Contents, paths: Iterable[Path]) -> Iterator[Problem]:
    """Yield a fault for each number or quoted phrase of a Markdown page that no record has."""
    words, evidence = quoting.Evidence(contents), Evidence(contents)
    unread = Unread(contents)
    for path in paths:
        page = _read(path)
        if isinstance(page, Problem):
            yield page
            continue
        for offset, phrase in quoting.phrases(page.text):
            if stands_in(page.exempt, phrase):  # asked first: the other answer takes the words of all records
                continue
            fault = words.fault(None, phrase)
            if fault and not unread.may_say_words(None, phrase):
                yield page.fault(offset, fault)
        for number, fault in faults_in(page.text, lambda: evidence.of_all):
            exempt = stands_in(page.exempt, number.words.strip())
            if not (exempt or unread.may_say_number(None, number)):
                yield page.fault(number.start, fault)


def _read(path: Path) -> _Page | Problem:
    try:
        text = path.read_text(encoding="utf-8")
        fields, body = front_matter(text)
    except UnicodeDecodeError:
        return Problem.at(path, "is not UTF-8; save it as UTF-8")
    except NotText as error:
        return Problem.at(path, str(error))
    exempt = fields.get("exempt", ())
    listed = tuple(each for each in exempt if isinstance(each, str)) if isinstance(exempt, list) else ()
    return _Page(path, _blanked(text, body), listed)


def _blanked(text: str, body: str) -> str:
    """Return a text of the same length and lines: no front matter, no numbering of lists, no addresses."""
    head = text[: len(text) - len(body)]
    unnumbered = _ORDINAL.sub(lambda found: " " * len(found[0]), body)
    return "".join("\n" if character == "\n" else " " for character in head) + readable(unnumbered)
