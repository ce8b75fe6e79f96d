"""The decisions of a walk: each stands only where the check agrees, and can be taken back, the last first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from atomic.files import Saved
from explainer.contents.folder import read_all
from explainer.errors import shown_path
from explainer.rules import check
from explainer.strict_yaml.dump import Value
from explainer.strict_yaml.layout import Unpatchable
from explainer.text.encoding import NotText
from reviewing import decision
from reviewing.decision import Done
from reviewing.queue import Item
from revision.plan import Settings
from revision.run import Options, revise


@dataclass(slots=True)
class Decisions:
    """What was decided on the records of a folder; what cannot be done is told on the console."""

    content: Path
    console: Console
    done: list[Done] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        """Return what was decided, in words."""
        counted = (f"{count} {what}" for what, count in self.counts.items() if count)
        return ", ".join(counted) or "nothing decided"

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
        problems = check(read_all(self.content)).problems
        errors = [each for each in problems if each.severity == "error"]
        return {each.path: f"{each.field}: {each.message}" for each in reversed(errors)}

    def take_back(self) -> str | None:
        """Undo the last decision and return its `kind:id`; None where there is none or it cannot be."""
        if not self.done:
            self.console.print("Nothing to take back.")
            return None
        last = self.done.pop()
        try:
            decision.undo(last)
        except Saved as error:
            self.console.print(str(error), markup=False)
            return None
        self.counts[last.what] -= 1
        self.console.print(f"{last.ref} is not {last.what} any more.", markup=False)
        return last.ref

    def settle(self, item: Item, side: str) -> int:
        """Take the writer's or the article's version of what both changed; return 1 where both did."""
        if not item.conflict:
            return 0
        settings = Settings(take="ours" if side == "ours" else "theirs", only=frozenset((item.record.id,)))
        revise(self.content, Options(settings=settings))
        self.counts["settled"] += 1
        return 1
