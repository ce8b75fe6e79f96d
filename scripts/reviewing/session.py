"""The walk through what waits: a key, a decision, a look whether the check still agrees."""

import os
import shlex
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console

from atomic.files import Saved
from explainer.contents.folder import Contents, read_all
from explainer.errors import ContentError, shown_path
from explainer.records.model import RECORD_TYPES, Person
from explainer.rules import check
from explainer.strict_yaml.dump import Value
from explainer.strict_yaml.layout import Unpatchable
from explainer.text.encoding import NotText
from reviewing import decision, keyboard, screen
from reviewing.decision import ACCEPTED, WITHDRAWN, Done
from reviewing.queue import WAITING, Item, waiting
from revision.plan import Settings
from revision.report import conflicts
from revision.run import Options, revise


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be reviewed."""

    content: Path
    sources: Sequence[str] = ()
    kinds: Sequence[str] = ()


def queue(wanted: Wanted) -> tuple[list[Item], Contents]:
    """Return what waits now, with what a check says of it and where articles say otherwise."""
    contents = read_all(wanted.content)
    items = waiting(
        contents,
        problems=check(contents).problems,
        conflicts=_conflicts(wanted.content),
        sources=wanted.sources,
        kinds=wanted.kinds,
    )
    return items, contents


def _conflicts(content: Path) -> dict[str, str]:
    """Return `kind:id` -> both versions in words, where a writer and an article changed the same."""
    try:
        plan = revise(content, Options(only_plan=True)).plan
    except ContentError:
        return {}  # the faults are told beside each record
    singular = {model.FOLDER: model.KIND for model in RECORD_TYPES}
    told: dict[str, str] = {}
    for open_ in plan.conflicts:
        folder, _, record_id = open_.ref.partition("/")
        told[f"{singular[folder]}:{record_id}"] = conflicts([open_])
    return told


@dataclass(slots=True)
class Session:
    """One writer's walk; what was done can be taken back, the last first."""

    wanted: Wanted
    console: Console
    done: list[Done] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

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
            items = [self._again(item, contents) for item in items]
            while 0 < number < len(items) and pressed == "A" and items[number].record.status not in WAITING:
                number += 1
        self.console.print(self.summary())

    def summary(self) -> str:
        """Return what was decided, and what still waits."""
        left = len(queue(self.wanted)[0])
        told = (
            ", ".join(f"{count} {what}" for what, count in self.counts.items() if count) or "nothing decided"
        )
        return f"{told}; {left} still {'waits' if left == 1 else 'wait'}."

    def _press(self, pressed: str, items: list[Item], number: int, contents: Contents) -> int:
        """Do what a key says; return how many records to go on, 0 to show this one again."""
        item = items[number]
        actions: Mapping[str, Callable[[], int]] = {
            "a": lambda: self.decide(item, ACCEPTED, "accepted"),
            "w": lambda: self.decide(item, WITHDRAWN, "withdrawn"),
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

    def decide(self, item: Item, changes: Mapping[str, Value | None], what: str) -> int:
        """Patch a record, and take it back where the check then refuses it; return 1 where it stands."""
        return self.decide_all([item], changes, what)

    def decide_all(self, items: Sequence[Item], changes: Mapping[str, Value | None], what: str) -> int:
        """Decide the same on many with one look by the check; return how many stand."""
        made = [done for item in items if (done := self._carried_out(item, changes, what))]
        refused = self._refusals()
        standing = []
        for done in made:
            reason = refused.get(shown_path(done.path))
            if reason is None:
                standing.append(done)
                continue
            try:
                decision.undo(done)
            except Saved as error:
                self.console.print(str(error), markup=False)
            self.console.print(f"{done.ref} is not {what}: {reason}", markup=False)
        self.done += standing
        self.counts[what] += len(standing)
        return len(standing)

    def _carried_out(self, item: Item, changes: Mapping[str, Value | None], what: str) -> Done | None:
        try:
            return decision.carry_out(item, changes, what)
        except (Saved, Unpatchable, NotText) as error:
            self.console.print(f"{item.path}: {error}; edit it by hand", markup=False)
            return None

    def _refusals(self) -> dict[Path, str]:
        """Return file -> the first error that the check finds in it."""
        problems = check(read_all(self.wanted.content)).problems
        errors = [each for each in problems if each.severity == "error"]
        return {each.path: f"{each.field}: {each.message}" for each in reversed(errors)}

    def _speaker(self, item: Item, contents: Contents) -> int:
        if item.kind != "quote":
            return 0
        words = keyboard.line("Who says it? (a name or an id, - for nobody) ")
        if words == "-":
            return self.decide(item, {"speaker": None, "speaker_as_named": None, **ACCEPTED}, "accepted")
        person = decision.person_meant(words, contents)
        if not isinstance(person, Person):
            self.console.print(f'"{words}" is nobody, or more than one; see people/', markup=False)
            return 0
        return self.decide(item, {**decision.speaks(item, person, contents), **ACCEPTED}, "accepted")

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
        stand = self.decide_all(chosen, ACCEPTED, "accepted")
        self.console.print(f"{stand} of {len(chosen)} accepted.")
        return int(items[0] in chosen and stand > 0)

    def _undo(self, items: Sequence[Item], number: int) -> int:
        if not self.done:
            self.console.print("Nothing to take back.")
            return 0
        last = self.done.pop()
        try:
            decision.undo(last)
        except Saved as error:
            self.console.print(str(error), markup=False)
            return 0
        self.counts[last.what] -= 1
        places = [place for place, item in enumerate(items) if item.ref == last.ref]
        self.console.print(f"{last.ref} is not {last.what} any more.", markup=False)
        return places[0] - number if places else 0

    def _settle(self, item: Item, side: str) -> int:
        if not item.conflict:
            return 0
        settings = Settings(take="ours" if side == "ours" else "theirs", only=frozenset((item.record.id,)))
        revise(self.wanted.content, Options(settings=settings))
        self.counts["settled"] += 1
        return 1

    def _again(self, item: Item, contents: Contents) -> Item:
        """Return a record as it stands now; one that is decided by now is shown with that status."""
        loaded = contents.files.get(item.ref)
        if loaded is None:
            path = shown_path(item.path)
            faults = tuple(str(each) for each in contents.problems if each.path == path)
            return replace(item, faults=faults or ("its file is gone",))
        return replace(item, record=loaded.record)


def batch(session: Session, what: str) -> int:
    """Accept or withdraw all that waits; return how many the check refused."""
    chosen = [each for each in queue(session.wanted)[0] if not each.conflict]
    changes, done = (ACCEPTED, "accepted") if what == "accept" else (WITHDRAWN, "withdrawn")
    stand = session.decide_all(chosen, changes, done)
    for each in session.done:
        session.console.print(f"{done} {each.ref}", markup=False, highlight=False)
    return len(chosen) - stand
