"""A record beside the words it was made from, as a terminal shows it, with color or without."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from explainer.contents.folder import Contents
from explainer.records.json_values import json_values
from explainer.records.model import AnyRecord, Person, Quote
from explainer.records.part import fields_of
from reviewing.queue import Item

KEYS = {
    "a": "accept", "e": "edit", "s": "speaker", "w": "withdraw", "k": "skip", "u": "undo",
    "A": "accept all of this kind", "?": "help", "q": "quit",
}  # fmt: skip
CONFLICT_KEYS = {
    "o": "keep yours",
    "t": "take the article's",
    "e": "edit",
    "k": "skip",
    "?": "help",
    "q": "quit",
}
HELP = """
a  accept: marks the record `checked`
e  edit: opens the file in $EDITOR, then shows it again
s  speaker: gives the quote to somebody; type a name or an id, or - for nobody
w  withdraw: the record stays in its file and is shown to nobody
k  skip: leaves it as it is (the space bar, too)
u  undo: takes the last decision back
A  accept all of this kind that are left and have no fault
o  keep yours, t  take the article's: where both changed
q  quit: what was decided stays decided
"""
_CONTEXT = 320
"""Characters of the source before and after the words."""
_UNTOLD = frozenset(("id", "status", "exact", "prefix", "suffix", "start", "end", "sha256"))


def show(console: Console, item: Item, contents: Contents, *, number: int, total: int) -> None:
    """Print a record, the passage around it, its faults and the keys."""
    console.rule(f"{number} of {total} · {item.ref} · {item.record.status}")
    passage = _passage(item, contents)
    if passage:
        console.print(passage)
        console.print()
    console.print(_fields(item, contents))
    for fault in item.faults:
        console.print(Text(f"! {fault}", style="yellow"))
    if item.conflict:
        console.print(Text(item.conflict))
    keys = CONFLICT_KEYS if item.conflict else _keys_for(item.record)
    console.print(Text("  ".join(f"[{key}] {what}" for key, what in keys.items()), style="dim"))


def _keys_for(record: AnyRecord) -> dict[str, str]:
    return {key: what for key, what in KEYS.items() if key != "s" or isinstance(record, Quote)}


def _passage(item: Item, contents: Contents) -> Text | None:
    """Return the words of the source, those of the record set off; they are in [[ ]] without color."""
    article = contents.articles.get(item.source)
    exact = getattr(item.record, "exact", None)
    if article is None or not exact:
        return None
    start = getattr(item.record, "start", None) or 0
    at = start if article.text.startswith(exact, start) else article.text.find(exact)
    if at < 0:
        return Text(f"Not in the source any more: {exact}", style="red")
    end = at + len(exact)
    before, after = article.text[max(0, at - _CONTEXT) : at], article.text[end : end + _CONTEXT]
    before = before.rpartition("\n\n")[2] if "\n\n" in before else before
    after = after.partition("\n\n")[0]
    return Text.assemble(before, ("[[", "dim"), (exact, "bold reverse"), ("]]", "dim"), after)


def _fields(item: Item, contents: Contents) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value in _told(item.record, contents):
        table.add_row(Text(name, style="bold"), Text(value))
    if isinstance(item.record, Person):
        quotes = [each for each in contents.records[Quote.KIND].values() if _is_by(each, item.record.id)]
        table.add_row(Text("quoted", style="bold"), Text(str(len(quotes))))
    return table


def _told(record: AnyRecord, contents: Contents) -> Iterator[tuple[str, str]]:
    plain = {field.written for field in fields_of(type(record)) if vars(record)[field.name] == field.default}
    for name, value in json_values(record).items():
        if name in _UNTOLD or name in plain or value == []:
            continue
        shown = "\n".join(map(_words, value)) if isinstance(value, list) else _words(value)
        if name == "speaker" and value in contents.records[Person.KIND]:
            shown = f"{getattr(contents.records[Person.KIND][value], 'name', value)} ({value})"
        yield name, shown
    if isinstance(record, Quote) and not record.speaker:
        yield "speaker", "nobody named"


def _words(value: object) -> str:
    """Return a value in words: of a passage its own, of another part its fields."""
    if not isinstance(value, dict):
        return str(value)
    if "exact" in value:
        return f"{value.get('source', '')}: {value['exact']}"
    return ", ".join(f"{name} {each}" for name, each in value.items() if each is not None)


def _is_by(quote: AnyRecord, person: str) -> bool:
    return isinstance(quote, Quote) and quote.speaker == person
