"""What extraction wrote last time, one file for each article: `content/.extracted/<source>.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explainer.errors import ContentError, Problem
from merge.values import Record

FOLDER = ".extracted"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Base:
    """One article's last extraction. Writers never edit it; git keeps it beside their files."""

    source: str
    file: str
    """The article's file name in content/sources/."""
    sha256: str
    """Of the article's bytes."""
    made_by: str
    """Fingerprint of extractor and topics; empty while a conflict is open, so that it is asked again."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """By `folder/id`. Of people and issues only what this article says of them."""
    deleted: tuple[str, ...] = ()
    """Those of the records whose files a writer deleted; they stay deleted."""
    retired: tuple[str, ...] = ()
    """Former records, `folder/id`; their ids are not used again."""


def dump(base: Base) -> bytes:
    """Return the canonical bytes: sorted keys, one value a line, so that git merges and shows them well."""
    content = {
        "version": _VERSION,
        "source": base.source,
        "file": base.file,
        "sha256": base.sha256,
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
        content = json.loads(data)
        if content.pop("version") != _VERSION:
            raise _broken(path, "was written by another version of this software")
        lists = {name: tuple(content.get(name, ())) for name in ("deleted", "retired")}
        return Base(**{**content, **lists})
    except json.JSONDecodeError as error:
        raise _broken(path, f"is broken ({error.msg})", error.lineno, error.colno) from None
    except (UnicodeDecodeError, AttributeError, KeyError, TypeError):
        raise _broken(path, "is not what extraction wrote") from None


def _broken(path: Path, what: str, line: int = 1, column: int = 1) -> ContentError:
    advice = "restore it with git; after a git conflict, take either side whole (git checkout --ours FILE)"
    return ContentError([Problem.at(path, f"{what}; {advice}", line=line, column=column)])
