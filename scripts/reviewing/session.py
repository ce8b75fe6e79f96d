"""The walk through what waits: a key, a decision, a look whether the check still agrees."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console

from explainer.contents.folder import Contents, read_all
from explainer.records.model import Person
from reviewing import decision, keyboard, screen
from reviewing.decision import ACCEPTED, WITHDRAWN
from reviewing.decisions import Decisions
from reviewing.queue import WAITING, Item
from reviewing.waiting import Wanted, again, queue


@dataclass(slots=True)
class Session:
    """One writer's walk; what was done can be taken back, the last first."""

    wanted: Wanted
    console: Console
    decisions: Decisions

    def walk(self) -> None:
        """Show each record that waits until all were seen or the writer quits."""
        items, contents = queue(self.wanted)
        if not items:
            self.console.print("Nothing waits to be reviewed.")
            return
        number = 0
        while 0 <= number < len(items):
            screen.show(self.console, items[number], contents, number=number + 1, total=len(items))
            pressed = keyboard.key()
            if pressed == keyboard.QUIT:
                break
            number += self._press(pressed, items, number, contents)
            contents = read_all(self.wanted.content)
            items = [again(item, contents) for item in items]
            while 0 < number < len(items) and pressed == "A" and items[number].record.status not in WAITING:
                number += 1
        self.console.print(self.summary())

    def summary(self) -> str:
        """Return what was decided, and what still waits."""
        left = len(queue(self.wanted)[0])
        return f"{self.decisions}; {left} still {'waits' if left == 1 else 'wait'}."

    def _press(self, pressed: str, items: list[Item], number: int, contents: Contents) -> int:
        """Do what a key says; return how many records to go on, 0 to show this one again."""
        item = items[number]
        actions: Mapping[str, Callable[[], int]] = {
            "a": lambda: self.decisions.decide(item, ACCEPTED, "accepted"),
            "w": lambda: self.decisions.decide(item, WITHDRAWN, "withdrawn"),
            "s": lambda: self._speaker(item, contents),
            "e": lambda: self._edit(item),
            "A": lambda: self._all(items[number:], item.kind),
            "u": lambda: self._undo(items, number),
            "o": lambda: self._settle(item, "ours"),
            "t": lambda: self._settle(item, "theirs"),
            "k": lambda: 1,
            " ": lambda: 1,
        }
        action = actions.get(pressed)
        if action is None:
            self.console.print(screen.HELP)
            return 0
        return action()

    def _settle(self, item: Item, side: str) -> int:
        if not item.conflict:
            self.console.print("Nothing to settle: not both of you changed this record.")
        return self.decisions.settle(item, side)

    def _speaker(self, item: Item, contents: Contents) -> int:
        if item.kind != "quote":
            self.console.print("Only a quote has a speaker; e opens the file.")
            return 0
        words = keyboard.line("Who says it? (a name or an id, - for nobody) ")
        if words == "-":
            return self.decisions.decide(
                item, {"speaker": None, "speaker_as_named": None, **ACCEPTED}, "accepted"
            )
        person = decision.person_meant(words, contents)
        if not isinstance(person, Person):
            self.console.print(f'"{words}" is nobody, or more than one; see people/', markup=False)
            return 0
        return self.decisions.decide(
            item, {**decision.speaks(item, person, contents), **ACCEPTED}, "accepted"
        )

    def _edit(self, item: Item) -> int:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        try:
            subprocess.run([*shlex.split(editor), str(item.path)], check=False)
        except OSError as error:
            self.console.print(f"{editor}: {error.strerror}; set EDITOR to your editor", markup=False)
        return 0

    def _all(self, items: Sequence[Item], kind: str) -> int:
        """Accept the rest of a kind, but for what has a fault; return how many to go on."""
        chosen = [
            each
            for each in items
            if each.kind == kind and each.record.status in WAITING and not each.faults and not each.conflict
        ]
        stand = self.decisions.decide_all(chosen, ACCEPTED, "accepted")
        self.console.print(f"{stand} of {len(chosen)} accepted.")
        return int(items[0] in chosen and stand > 0)

    def _undo(self, items: Sequence[Item], number: int) -> int:
        ref = self.decisions.take_back()
        places = [place for place, item in enumerate(items) if item.ref == ref]
        return places[0] - number if places else 0


def batch(session: Session, what: str) -> int:
    """Accept or withdraw all that waits; return how many the check refused."""
    chosen = [each for each in queue(session.wanted)[0] if not each.conflict]
    changes, done = (ACCEPTED, "accepted") if what == "accept" else (WITHDRAWN, "withdrawn")
    stand = session.decisions.decide_all(chosen, changes, done)
    for each in session.decisions.done:
        session.console.print(f"{done} {each.ref}", markup=False, highlight=False)
    return len(chosen) - stand
