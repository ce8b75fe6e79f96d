"""What a decision does to a record's file: a patch of exactly the fields it changes, and its undoing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atomic.files import Saved, Write, prepare, put
from explainer.contents.folder import Contents
from explainer.records.model import BY_KIND, AnyRecord, Person
from explainer.strict_yaml.dump import Value
from explainer.strict_yaml.patch import patch
from explainer.verification.speakers import stands_near
from reviewing.queue import Item
from revision.planning import FIELDS

ACCEPTED: Mapping[str, Value | None] = {"status": "checked"}
WITHDRAWN: Mapping[str, Value | None] = {"status": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Done:
    """A decision carried out, with the file before and after it."""

    ref: str
    what: str
    path: Path
    before: bytes
    after: bytes


def carry_out(item: Item, changes: Mapping[str, Value | None], what: str) -> Done:
    """Patch the record's file; raises Saved where somebody saved it meanwhile, Unpatchable, NotText."""
    before = item.path.read_bytes()
    after = patch(before, changes, order=FIELDS[BY_KIND[item.kind].FOLDER])
    _write(item.path, before, after)
    return Done(item.ref, what, item.path, before, after)


def undo(done: Done) -> None:
    """Put the file back as it was; raises Saved where it was changed since."""
    _write(done.path, done.after, done.before)


def speaks(item: Item, person: Person, contents: Contents) -> dict[str, Value | None]:
    """Return the changes that give a quote to somebody, by the name that stands beside it in the source."""
    article = contents.articles.get(item.source)
    start, end = getattr(item.record, "start", None), getattr(item.record, "end", None)
    named = None
    if article and start is not None and end is not None:
        forms = sorted({person.name, *person.aliases}, key=len, reverse=True)
        named = next((form for form in forms if stands_near(article.text, start, end, form)), None)
    return {"speaker": person.id, "speaker_as_named": named}


def person_meant(words: str, contents: Contents) -> AnyRecord | None:
    """Return the person of an id or a name, or whose name alone has the words in it."""
    people = [each for each in contents.records[Person.KIND].values() if isinstance(each, Person)]
    folded = words.strip().casefold()
    for exact in ([p for p in people if folded in (p.id, p.name.casefold())], _having(people, folded)):
        if len(exact) == 1:
            return exact[0]
    return None


def _having(people: list[Person], words: str) -> list[Person]:
    return [each for each in people if words and words in f"{each.id} {each.name}".casefold()]


def _write(path: Path, before: bytes, after: bytes) -> None:
    if before == after:
        return
    write = Write(path, before, after)
    if path.read_bytes() != before:
        raise Saved(path)
    prepare(write)
    try:
        put(write.temporary, path, expected=before)
    finally:
        write.temporary.unlink(missing_ok=True)
