"""What all record types share: an id, a state, and what other pages than their own see of them."""

from functools import cache
from typing import Annotated, ClassVar, Literal, Self

from explainer.records.fields import Id, Line
from explainer.records.part import Part, fields_of

Status = Literal["draft", "proposed", "checked", "disputed", "withdrawn", "orphaned"]


class Record(Part):
    """A file of `content/`. Its id is the stem of the file's name and never used again."""

    KIND: ClassVar[str]
    FOLDER: ClassVar[str]
    HAS_PAGE: ClassVar[bool]
    """Whether it has a page of its own; others have a place on a page that shows them."""
    WANTED: ClassVar[tuple[str, ...]] = ()
    """Fields that only a draft or a proposed record may lack."""
    APART: ClassVar[tuple[str, ...]] = ("exempt",)
    """Fields that no page but its own tells, if any does: other pages are the same whatever they hold."""

    id: Annotated[Id, "The file's stem; may be left out."]
    status: Annotated[
        Status,
        "draft: begun by a writer, shown in the preview alone. proposed: made by extraction, "
        "nobody looked yet. checked: a writer looked. disputed, "
        "withdrawn. orphaned: its passage vanished from the source.",
    ] = "checked"
    aliases: Annotated[tuple[Line, ...], "Former ids; each redirects here."] = ()
    exempt: Annotated[
        tuple[Line, ...], "Numbers or quoted phrases in this file that need no record, each by name."
    ] = ()

    @property
    def ref(self) -> str:
        """Return `kind:id`."""
        return f"{self.KIND}:{self.id}"

    @property
    def for_others(self) -> Self:
        """Return it as all pages but its own see it."""
        held = vars(self)
        plain = {name: default for name, default in _apart(type(self)) if held[name] != default}
        return self.replace(**plain) if plain else self


@cache
def _apart(model: type[Record]) -> tuple[tuple[str, object], ...]:
    """Return the fields that no other page tells, each with what it holds where nothing is told."""
    return tuple((each.name, each.default) for each in fields_of(model) if each.name in model.APART)
