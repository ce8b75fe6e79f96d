"""What pydantic found in a record, each at its place in the file and in words for a writer."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from explainer.contents.messages import sentence, unknown_field
from explainer.records.parts import Part
from explainer.strict_yaml.parsed import Fault, FieldPath, Parsed
from explainer.text.suggestion import nearest


def findings(error: ValidationError, parsed: Parsed, model: type[Part]) -> Iterator[Fault]:
    """Yield what pydantic found, at its place and in words for a writer."""
    found = error.errors(include_url=False)
    meant = {_meant(model, tuple(each["loc"])) for each in found if each["type"] == "extra_forbidden"}
    lists = {tuple(each["loc"][:-1]) for each in found}
    for finding in found:
        path: FieldPath = tuple(finding["loc"])
        if finding["type"] == "missing" and path in meant:
            continue  # it is there, misspelled: one mistake is one fault
        if finding["type"] == "too_short" and path in lists:
            continue  # its items are there, and are told of
        place = parsed.near(path)
        if finding["type"] == "extra_forbidden":
            place = parsed.names.get(path, place)
            yield Fault(place, path[:-1], unknown_field(str(path[-1]), _fields(model, path[:-1])))
        else:
            yield Fault(place, path, sentence(finding))


def _meant(model: type[Part], path: FieldPath) -> FieldPath:
    """Return the path of the field that a misspelled name stands for; the path itself for none."""
    near = nearest(str(path[-1]), _fields(model, path[:-1]))
    return (*path[:-1], near) if near else path


def _fields(model: type[Part], path: FieldPath) -> list[str]:
    """Return the names of the fields that the part at `path` may have."""
    for part in path:
        if isinstance(part, str):
            model = _part_type(model, part)
    return [field.alias or name for name, field in model.model_fields.items()]


def _part_type(model: type[Part], name: str) -> type[Part]:
    by_name = {field.alias or key: field for key, field in model.model_fields.items()}
    return next(_parts_in(by_name[name].annotation), model)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts_in(argument)
