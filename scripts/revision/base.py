"""What extraction wrote last time, one file for each article: `content/.extracted/<source>.json`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from typing_extensions import TypeAliasType

from explainer.errors import ContentError, Problem
from explainer.text.characters import shown
from merge.shape import SHAPES
from merge.values import Record
from revision.spool import Shelved

FOLDER = ".extracted"
FILE_NAME = r"[^./\\\x00][^/\\\x00]*"
"""A file in a folder of ours: no path, and not hidden."""
FILE_PATH = rf"(?:{FILE_NAME}/){{0,8}}{FILE_NAME}"
"""The same, or in a folder below."""
_OF_ORIGINALS = ("original", "original_sha256", "read_sha256")
_VERSION = 1

_Ref = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(SHAPES)})/{FILE_NAME}$")]
_Digest = Annotated[str, StringConstraints(pattern="^([0-9a-f]{64})?$")]
_Value = TypeAliasType("_Value", "str | list[_Value] | dict[str, _Value]")


@dataclass(frozen=True, slots=True)
class Base:
    """One article's last extraction. Writers never edit it; git keeps it beside their files."""

    source: str
    file: str
    """The article's file name in content/sources/."""
    sha256: str
    """Of the text's bytes."""
    made_by: str
    """Fingerprint of extractor and topics; empty while a conflict is open, so that it is asked again."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """By `folder/id`. Of people and issues only what this article says of them."""
    deleted: tuple[str, ...] = ()
    """Those of the records whose files a writer deleted; they stay deleted."""
    original: str = ""
    """Of a saved page or a Word file: its name; `file` is the text that is stored of it."""
    original_sha256: str = ""
    read_sha256: str = ""
    """Of the text as it was read; a stored text that differs was corrected by a writer."""
    retired: tuple[str, ...] = ()
    """Former records, `folder/id`; their ids are not used again."""

    def shelved(self, shelf: Shelved[Mapping[str, Record]]) -> "Base":
        """Return the same with its records on a shelf."""
        return replace(self, records=Remembered(self.source, self.records, shelf))


class Remembered(Mapping[str, Record]):
    """What was extracted of one article: its refs, and people, which are short and often asked for.

    The rest waits on a shelf with that of others.
    """

    def __init__(
        self, source: str, records: Mapping[str, Record], shelf: Shelved[Mapping[str, Record]]
    ) -> None:
        shelf.put(source, records)
        self._source, self._shelf = source, shelf
        people = {ref: record for ref, record in records.items() if ref.startswith("people/")}
        self._at_hand: dict[str, Record | None] = {**dict.fromkeys(records), **people}

    def __getitem__(self, ref: str) -> Record:
        """Return one record."""
        record = self._at_hand[ref]
        return self._shelf[self._source][ref] if record is None else record

    def __iter__(self) -> Iterator[str]:
        """List the refs."""
        return iter(self._at_hand)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._at_hand)

    def __contains__(self, ref: object) -> bool:
        """Tell whether there is such a record, without fetching it."""
        return ref in self._at_hand


class _Stored(BaseModel):
    """The file as it must be: every record in a folder of ours, every text a text."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: int
    source: Annotated[str, StringConstraints(pattern=f"^{FILE_NAME}$")]
    file: Annotated[str, StringConstraints(pattern=f"^({FILE_PATH})?$")]
    sha256: _Digest
    original: Annotated[str, StringConstraints(pattern=f"^({FILE_PATH})?$")] = ""
    original_sha256: _Digest = ""
    read_sha256: _Digest = ""
    made_by: str
    records: dict[_Ref, dict[str, _Value]]
    deleted: list[_Ref] = []
    retired: list[_Ref] = []


def dump(base: Base) -> bytes:
    """Return the canonical bytes: sorted keys, one value a line, so that git merges and shows them well."""
    content = {
        "version": _VERSION,
        "source": base.source,
        "file": base.file,
        "sha256": base.sha256,
        **({name: getattr(base, name) for name in _OF_ORIGINALS} if base.original else {}),
        "made_by": base.made_by,
        "records": base.records,
        "deleted": sorted(base.deleted),
        "retired": sorted(base.retired),
    }
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def load(path: Path, data: bytes) -> Base:
    """Read a base file; raises ContentError where it is not as extraction wrote it.

    A broken base is never taken for a missing one: deletions would come back.
    """
    try:
        stored = _Stored.model_validate_json(data)
    except ValidationError as error:
        raise _broken(path, _told(error)) from None
    if stored.version != _VERSION:
        raise _broken(path, "was written by another version of this software")
    if stored.source != path.stem:
        raise _broken(path, f"is of another source, {shown(stored.source)}")
    return Base(
        stored.source,
        stored.file,
        stored.sha256,
        stored.made_by,
        stored.records,
        deleted=tuple(stored.deleted),
        retired=tuple(stored.retired),
        original=stored.original,
        original_sha256=stored.original_sha256,
        read_sha256=stored.read_sha256,
    )


def _told(error: ValidationError) -> str:
    finding = error.errors(include_url=False, include_input=False)[0]
    if finding["type"] == "json_invalid":
        return f"is broken ({finding['ctx']['error']})"
    field = ".".join(shown(str(part)) for part in finding["loc"][:2])
    return f"is not what extraction wrote (see {field})" if field else "is not what extraction wrote"


def _broken(path: Path, what: str) -> ContentError:
    advice = "restore it with git; after a git conflict, take either side whole (git checkout --ours FILE)"
    return ContentError([Problem.at(path, f"{what}; {advice}")])
