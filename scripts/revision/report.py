"""What a run found and did, told as a colleague would: what to look at first, where, and what to type."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from explainer.errors import shown_path
from explainer.places import as_typed
from merge.record import Conflict
from merge.shape import PLACE, STATUS
from merge.values import Record, Value, same
from revision.outcome import Outcome
from revision.plan import Open, Plan, Step

COMMAND = as_typed('make extract ARGS="{}"')
_MOST = 12
"""So many entries of each list are shown; the rest is counted."""
_WIDTH = 88
_UNTOLD = {*PLACE, "prefix", "suffix", "sha256", "passages"}
"""Fields whose change says nothing new to a writer."""
_NOUNS = {
    "sources": ("source", "sources"),
    "issues": ("issue", "issues"),
    "people": ("person", "people"),
    "quotes": ("quote", "quotes"),
    "figures": ("figure", "figures"),
}
_HEADINGS = {
    "new": ("Proposed, for a writer to check", "Would propose"),
    "changed": ("Brought up to date with the article", "Would bring up to date"),
    "revived": ("Back in the article, proposed again", "Would propose again"),
    "orphaned": ("No longer in the article, marked orphaned", "Would mark orphaned"),
}


def report(outcome: Outcome, *, planned: bool = False) -> str:
    """Return the whole report; `planned` for a run that writes nothing."""
    parts = [
        "An earlier run was cut short; what it left has been put in order." if outcome.recovered else "",
        _opening(outcome),
        *_steps(outcome.plan, planned=planned),
        _settled(outcome.plan),
        _notes(outcome),
        _left_out(outcome.plan),
        conflicts(outcome.plan.conflicts),
        "Nothing was written: this was the plan." if planned else "",
    ]
    return "\n\n".join(part for part in parts if part)


def conflicts(open_: Sequence[Open]) -> str:
    """Return every open conflict with what was, what is, what the writer wrote, and how to settle it."""
    if not open_:
        return ""
    noun = "conflict needs" if len(open_) == 1 else "conflicts need"
    told = [f"{len(open_)} {noun} a decision; what you wrote was left as it is."]
    told += [_conflict(each) for each in open_]
    return "\n\n".join(told)


def _opening(outcome: Outcome) -> str:
    read = len(outcome.read)
    if not read and not outcome.gone:
        return f"Nothing to do: {_count(outcome.articles, 'article')}, none new or changed."
    found = Counter(
        {
            "quotes": sum(each.quotes for each in outcome.read),
            "figures": sum(each.figures for each in outcome.read),
        }
    )
    kinds = " and ".join(_count(number, *_NOUNS[folder]) for folder, number in found.items())
    lines = [f"Read {_count(read, 'article')}: {kinds}."] if read else []
    lines += [f"The article of {source} is gone from content/sources/." for source in outcome.gone]
    if not outcome.plan.steps and not outcome.plan.conflicts:
        lines.append("The records already say so; no writer's file had to change.")
    return "\n".join(lines)


def _steps(plan: Plan, *, planned: bool) -> Iterator[str]:
    for action, headings in _HEADINGS.items():
        chosen = [step for step in plan.steps if step.action == action]
        if not chosen:
            continue
        counts = Counter(step.ref.partition("/")[0] for step in chosen)
        tally = ", ".join(
            _count(counts[folder], *names) for folder, names in _NOUNS.items() if counts[folder]
        )
        told = [step for step in chosen if step.action != "changed" or set(step.fields) - _UNTOLD]
        silent = len(chosen) - len(told)
        moved = f"\n  {_count(silent, 'record')} only moved within the article" if silent else ""
        shown = [_step(step, plan.names) for step in told[:_MOST]]
        yield _list(f"{headings[planned]}: {tally}", shown, more=len(told) - len(shown)) + moved


def _step(step: Step, names: Mapping[str, str]) -> str:
    if step.action != "changed":
        return f"{shown_path(step.path)}  {_gist(step.record, names)}"
    return f"{shown_path(step.path)}:{step.line}  {', '.join(step.fields)}"


def _gist(record: Record, names: Mapping[str, str]) -> str:
    """Return what a record says, in a few words."""
    if "name" in record:
        return str(record["name"])
    if "label" in record:
        return _shortened(str(record["label"]))
    if "exact" in record:
        speaker = str(record.get("speaker", "(no speaker)"))
        return f"“{_shortened(str(record['exact']))}” {names.get(speaker, speaker)}"
    return _shortened(str(record.get("title", "")))


def _notes(outcome: Outcome) -> str:
    told = [
        f"{shown_path(each.path)}:{line}  {message}" for each in outcome.read for line, message in each.notes
    ]
    told += [f"{shown_path(each.path)}:{each.note[0]}  {each.note[2]}" for each in outcome.read if each.note]
    told += [f"“{_shortened(words)}” was not proposed: {reason}" for words, reason in outcome.refused]
    return (
        _list(f"Look at these first: {_count(len(told), 'thing')} extraction could not tell", told)
        if told
        else ""
    )


def _left_out(plan: Plan) -> str:
    told = [
        f"{shown_path(path)}  lists the first of each article; {more} more" for path, more in plan.left_out
    ]
    return _list("More was found than a record can usefully list", told) if told else ""


def _settled(plan: Plan) -> str:
    told = [_list(f"Settled: {_count(len(plan.settled), 'conflict')}", plan.settled)] if plan.settled else []
    told += [f"No open conflict has the id {id_}." for id_ in plan.unknown]
    return "\n".join(told)


def _conflict(open_: Open) -> str:
    conflict, id_ = open_.conflict, open_.ref.partition("/")[2]
    where = f" ({open_.now_at})" if open_.now_at else ""
    lines = [f"{shown_path(open_.path)}:{open_.line}: {_REASONS[conflict.reason]}{where}"]
    for name in conflict.fields or (STATUS,):
        lines += [f"    {name}", *_sides(conflict, name)]
    keep, take = _CHOICES[conflict.reason]
    lines += [
        f"    {keep:<31} {COMMAND.format(f'--take ours {id_}')}",
        f"    {take:<31} {COMMAND.format(f'--take theirs {id_}')}",
    ]
    return "\n".join(lines)


def _sides(conflict: Conflict, name: str) -> Iterator[str]:
    was, now, wrote = (side.get(name) for side in (conflict.base, conflict.theirs, conflict.ours))
    focus = _first_difference([side for side in (was, now, wrote) if isinstance(side, str)])
    if conflict.base:
        yield f"        the article said     {_value(was, focus)}"
    if conflict.reason != "vanished":
        yield f"        it now says          {_value(now, focus, unless=was)}"
    if conflict.reason != "deleted":
        yield f"        your file says       {_value(wrote, focus, unless=was)}"


def _first_difference(texts: Sequence[str]) -> int:
    """Return where texts first differ, so that what is shown of long ones is what matters."""
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False)))


_REASONS = {
    "changed": "you changed this, and so did the article",
    "checked": "you checked this, and the article has changed since",
    "deleted": "you deleted this record, and the article now says something else",
    "vanished": "you edited this record, and its passage is no longer in the article",
}
_CHOICES = {
    "changed": ("to keep what you wrote:", "to take what the article says:"),
    "checked": ("to keep what you checked:", "to take what the article says:"),
    "deleted": ("to leave it deleted:", "to have the record back:"),
    "vanished": ("to keep it as your own record:", "to mark it orphaned:"),
}


def _value(value: Value | None, focus: int, *, unless: Value | None = None) -> str:
    if not value:
        return "nothing"
    if same(value, unless):
        return "the same as before"
    if not isinstance(value, str):
        return _shortened(str(value))
    start = value.rfind(" ", 0, max(focus - _WIDTH // 2, 0)) + 1 if len(value) > _WIDTH else 0
    return f"“{'…' if start else ''}{_shortened(value[start:])}”"


def _list(heading: str, entries: Sequence[str], *, more: int = 0) -> str:
    shown = [f"  {entry}" for entry in entries[:_MOST]]
    if more := more + len(entries) - len(shown):
        shown.append(f"  … and {more} more")
    return "\n".join([heading, *shown])


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1].rstrip() + "…"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
