"""Who asked what, so that it is known what must be made again where answers have changed.

Noted by question: a change touches few, and who has asked none of them is not looked at.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from explainer.library.notebook import PIECE

_Numbers = dict[str, list[int]]


@dataclass(slots=True)
class Askers:
    """Drafts and pieces, and of each question who of them has asked it.

    One that asks less when it is made anew stays among those who asked: it is then made once too often.
    """

    names: dict[str, int] = field(default_factory=dict)
    """A draft's name, or the question that asks for a piece -> its number, which is its place here."""
    of: dict[str, bytes] = field(default_factory=dict)
    """Question -> numbers in ascending order, four bytes each in the machine's order."""
    first_new: int = 0
    """The number from which on names are new in this edition."""
    changed: set[str] = field(default_factory=set)
    """The questions of which others may have asked than in the edition before."""
    _new: _Numbers = field(default_factory=dict)

    def without(self, touched: Iterable[str]) -> tuple["Askers", set[str]]:
        """Return what is left where some questions have other answers, and by name who has asked those.

        What a piece has asked, they have asked in whom it is.
        """
        of, names, waiting = dict(self.of), [*self.names], [*touched]
        changed, found = set[str](), set[str]()
        while waiting:
            question = waiting.pop()
            changed.add(question)
            new = {names[number] for number in memoryview(of.pop(question, b"")).cast("I")} - found
            found |= new
            waiting += (name for name in new if name.startswith(PIECE))
        return Askers(dict(self.names), of, len(names), changed), found

    def note(self, name: str, asked: Iterable[str]) -> None:
        """Take down what was asked where something was made."""
        number = self.names.setdefault(name, len(self.names))
        for question in asked:
            self._new.setdefault(question, []).append(number)

    def settle(self) -> None:
        """Bring what was taken down to all else."""
        for question, numbers in self._new.items():
            before = memoryview(self.of.get(question, b"")).cast("I")
            self.of[question] = array("I", sorted({*before, *numbers})).tobytes()
        self.changed |= self._new.keys()
        self._new = {}
