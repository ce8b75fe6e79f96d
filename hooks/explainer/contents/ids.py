"""The ids of a content folder as a JSON Schema, so that an editor completes them and marks unknown ones.

It is made from the names of the files, which are the ids, and renewed by whatever looks at the folder.
"""

import os
from pathlib import Path

from explainer.records.fields import ID_PATTERN
from explainer.records.json_schema import Schema
from explainer.records.json_values import encoded
from explainer.records.model import RECORD_TYPES
from explainer.records.schemas import DIALECT, IDS
from explainer.text.names import is_hidden


def ids_schema(folder: Path) -> bytes:
    """Return the schema of the ids below a content folder: `$defs` of each kind, and of `kind:id`."""
    defs: Schema = {}
    refs: list[str] = []
    for model in RECORD_TYPES:
        there = folder / model.FOLDER
        names = os.listdir(there) if there.is_dir() else ()
        ids = sorted(name[:-4] for name in names if name.endswith(".yml") and not is_hidden(name))
        refs += [f"{model.KIND}:{id_}" for id_ in ids]
        numbers = [int(id_) for id_ in ids if id_.isdecimal()]  # as an editor reads `issue: 2024`
        defs[model.KIND] = {"enum": [*ids, *numbers]} if ids else {"type": "string", "pattern": ID_PATTERN}
    points = {"type": "string", "pattern": r"^figure:[a-z0-9-]+@\d{4}(-\d{2}(-\d{2})?)?$"}
    defs["ref"] = {"anyOf": [{"enum": refs}, points]} if refs else {"type": "string"}
    return encoded({"$schema": DIALECT, "title": "The ids of this folder's records", "$defs": defs})


def renew_ids(folder: Path) -> None:
    """Write the schema of the ids beside the others, where there are others and it is not as it should be."""
    place = folder / "schema" / IDS
    if not place.parent.is_dir():
        return
    wanted = ids_schema(folder)
    if not place.is_file() or place.read_bytes() != wanted:
        place.write_bytes(wanted)
