"""Words cut out of a source by how they open and close, so that nobody types them: drafts of records."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from explainer.contents.folder import Contents, read_all
from explainer.errors import shown_path
from explainer.records.model import BY_KIND, Issue, Person
from explainer.records.parts import PeriodKind
from explainer.strict_yaml import dump
from explainer.text.characters import shown
from explainer.text.suggestion import did_you_mean
from explainer.verification.folding import fold
from explainer.verification.nearest import nearest
from extraction.candidates import Extraction, QuoteCandidate
from extraction.topics import CATALOGUE, classify
from merge.values import Record
from revision.extractor import extract
from revision.fitness import unfitness
from revision.ids import figure_id, person_id, quote_id, unique
from revision.planning import FIELDS
from revision.proposals import figure_record, quote_record

CUT = ("quote", "figure", "check")
"""Kinds of record that can be cut out of a source."""
_ALIKE = ("'‘’", '"“”„«»', "-–—")
_PERIODS = frozenset(get_args(PeriodKind))


class NotCut(Exception):
    """Raised where the words cannot be cut; the message says what to do."""


def cut(kind: str, source: str, opening: str, closing: str | None, content: Path) -> tuple[str, Record]:
    """Return the id and the fields of a draft; raises NotCut."""
    contents = read_all(content)
    article = contents.articles.get(source)
    if article is None:
        known = sorted(contents.articles)
        hint = did_you_mean(source, known) or f"; there are: {', '.join(known) or 'none'}"
        raise NotCut(f'there is no source "{shown(source)}" with a text{hint}')
    start, end = span(article.text, opening, closing)
    found = extract(article.text, CATALOGUE)
    issues = contents.records[Issue.KIND]
    if kind == "figure":
        return _figure(found, article.text, start, end, source, contents)
    _refuse_twice(kind, source, start, end, contents)
    quote = _quote(found, article.text, start, end)
    about = replace(quote, issues=tuple(quote.issues or classify(article.text[start:end], CATALOGUE)))
    speaker = _speaker(quote.speaker, contents)
    record = quote_record(about, article.text, source=source, speaker=speaker, issues=issues)
    if kind == "check":
        kept = ("source", "exact", "prefix", "suffix", "start", "end", "issues")
        record = {name: value for name, value in record.items() if name in kept}
    new = unique(quote_id(quote.exact, quote.speaker), contents.records[kind])
    return new, {**record, "status": "draft"}


def _refuse_twice(kind: str, source: str, start: int, end: int, contents: Contents) -> None:
    """Raise NotCut where a record of the kind has these words already; of a figure, any of its words."""
    for record in contents.records[kind].values():
        if getattr(record, "source", None) != source or not getattr(record, "exact", None):
            continue
        first, last = _place(record, contents.articles[source].text)
        if (first < end and start < last) if kind == "figure" else (first <= start and end <= last):
            path = shown_path(contents.files[record.ref].path)
            raise NotCut(f"{path} has these words already; edit it, or cut others")


def _place(record: Any, text: str) -> tuple[int, int]:
    """Return where a record's words stand; nowhere for words without a place that stand more than once."""
    if record.start is not None and record.end is not None:
        return record.start, record.end
    at = text.find(record.exact) if text.count(record.exact) == 1 else len(text)
    return at, at + len(record.exact)


def span(text: str, opening: str, closing: str | None) -> tuple[int, int]:
    """Return where words stand that open and close so; white space and the shape of marks do not matter."""
    start, end = _only(text, opening, 0)
    if closing is None:
        return start, end
    last = _pattern(closing).search(text, start)
    if last is None:
        raise NotCut(f'"{shown(closing)}" does not stand behind "{shown(opening)}" in the source')
    return start, last.end()


def _only(text: str, words: str, begin: int) -> tuple[int, int]:
    found = list(_pattern(words).finditer(text, begin))
    if len(found) == 1:
        return found[0].span()
    if found:
        raise NotCut(f'"{shown(words)}" stands {len(found)} times in the source; give more words')
    near = nearest(text, words)
    hint = f'; nearest, at its line {near.line}: "{shown(near.passage)}"' if near else ""
    raise NotCut(f'"{shown(words)}" is not in the source{hint}')


def _pattern(words: str) -> re.Pattern[str]:
    """Match whole words with any white space between them and any shape of quotation marks and dashes."""
    alike = {mark: f"[{re.escape(marks)}]" for marks in _ALIKE for mark in marks}
    parts = ("".join(alike.get(mark, re.escape(mark)) for mark in part) for part in words.split())
    words = words.strip()
    whole = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
    return re.compile(r"\s+".join(parts).join(whole))


def _quote(found: Extraction, text: str, start: int, end: int) -> QuoteCandidate:
    """Return the quote that extraction finds around the words, cut to them; else one of nobody."""
    around = next((each for each in found.quotes if each.start <= start and end <= each.end), None)
    if around is None:
        return QuoteCandidate(text[start:end], start, end, "direct")
    return replace(around, exact=text[start:end], start=start, end=end)


def _figure(
    found: Extraction, text: str, start: int, end: int, source: str, contents: Contents
) -> tuple[str, Record]:
    within = [each for each in found.figures if start <= each.start and each.end <= end]
    if len(within) != 1:
        told = ", ".join(f'"{each.exact}"' for each in within) or "none"
        raise NotCut(f"one figure must stand in these words; there is {told}")
    _refuse_twice("figure", source, within[0].start, within[0].end, contents)
    issues = contents.records[Issue.KIND]
    record = figure_record(within[0], text, source=source, issues=issues, periods=_PERIODS)
    if reason := unfitness(BY_KIND["figure"].FOLDER, record):
        raise NotCut(f'"{shown(within[0].exact)}" was not cut: {reason}')
    return unique(figure_id(within[0]), contents.records["figure"]), {**record, "status": "draft"}


def _speaker(name: str | None, contents: Contents) -> str | None:
    """Return the id of the only person of a name."""
    wanted = fold(name or "").casefold()
    people = [each for each in contents.records[Person.KIND].values() if isinstance(each, Person)]
    found = [each.id for each in people if wanted in {fold(n).casefold() for n in (each.name, *each.aliases)}]
    return found[0] if len(found) == 1 else None


def person(name: str, content: Path) -> tuple[str, Record]:
    """Return the id and the fields of a draft of somebody by name."""
    contents = read_all(content)
    record: dict[str, Any] = {"name": name, "kind": "person", "status": "draft"}
    return unique(person_id(name), contents.records[Person.KIND]), record


def file_text(kind: str, record: Mapping[str, Any]) -> str:
    """Return the YAML of a draft, its fields in the order of other files."""
    order = FIELDS[BY_KIND[kind].FOLDER]
    return dump.file_text({name: record[name] for name in order if name in record}, schema=kind)
