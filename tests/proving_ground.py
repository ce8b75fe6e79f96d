"""Processes that are killed, that race and that lack rights: run as a program, prints counts as JSON.

python proving_ground.py kill|race|forbidden FOLDER ROUNDS
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests"), str(ROOT / "hooks")]

import wire  # noqa: E402

from explainer.errors import ContentError  # noqa: E402
from explainer.strict_yaml.reading import parse  # noqa: E402
from revision.plan import Settings  # noqa: E402
from revision.run import Options, revise  # noqa: E402

OPTIONS = Options(settings=Settings(accept_orphans=True, accept_deletions=True), extract=wire.extract)
NOBODY = 65534
TELLING = 0.1
"""The share of kills that must hit the middle of writing."""


def main() -> None:
    """Run the rounds and print what happened."""
    what, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    counts = {"kill": kill, "race": race, "forbidden": forbidden}[what](folder, rounds)
    print(json.dumps(counts))


def kill(folder: Path, rounds: int) -> Counter[str]:
    """Kill an extraction at a random instant of its work, each time on a changed article.

    A kill proves something only where files were being changed. How many do depends on the machine, so
    rounds go on, ten times as many at most, until enough did.
    """
    content, counts = project(folder), Counter(rounds=0, torn=0, lost=0, unrecovered=0)
    rng = random.Random(5)
    for number in range(10 * rounds):
        if number >= rounds and counts["killed in the middle"] >= rounds * TELLING:
            break
        counts["rounds"] += 1
        correct(content, number)
        token = comment(content, number)
        before = files(content)
        child = start(content)
        if number % 2:
            await_writing(content)
        time.sleep(rng.uniform(0, 0.002 if number % 2 else 0.02))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        counts["killed in the middle"] += os.WIFSIGNALED(status) and files(content) != before
        counts["torn"] += torn(content)
        revise(content, OPTIONS)
        counts["lost"] += token not in "".join(map(str, files(content).values()))
        counts["unrecovered"] += leftovers(content) or revise(content, OPTIONS).written > 0
    return counts


def race(folder: Path, rounds: int) -> Counter[str]:
    """Run two extractions at once while an editor saves, in place or by renaming."""
    os.fsync = lambda descriptor: None  # what is on disk after a power cut is not the question here
    content, counts = project(folder), Counter(rounds=rounds, torn=0, lost=0, unrecovered=0)
    rng = random.Random(7)
    for number in range(rounds):
        correct(content, number)
        children = [start(content), start(content)]
        time.sleep(rng.uniform(0, 0.02))
        token = comment(content, number, in_place=number % 2 == 0)
        for child in children:
            os.waitpid(child, 0)
        counts["lost"] += token not in "".join(map(str, files(content).values()))
        counts["torn"] += torn(content)
        revise(content, OPTIONS)
        counts["lost"] += token not in "".join(map(str, files(content).values()))
        counts["unrecovered"] += leftovers(content)
    return counts


def forbidden(folder: Path, rounds: int) -> Counter[str]:
    """Extract into folders that may be read and not written, as an ordinary user."""
    content, counts = project(folder), Counter(rounds=rounds, refused=0, changed=0)
    correct(content, 1)
    before = files(content)
    for path in [content, *content.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    child = os.fork()
    if not child:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        try:
            revise(content, OPTIONS)
        except ContentError as error:
            os._exit(7 if "Permission denied; no file was changed" in str(error) else 1)
        os._exit(0)
    counts["refused"] += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    counts["changed"] += files(content) != before
    for path in [content, *content.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    return counts


def project(folder: Path) -> Path:
    """Return a content folder of some records, extracted once."""
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    correct(content, 0)
    revise(content, OPTIONS)
    return content


def correct(content: Path, number: int) -> None:
    """Publish the article with a word changed in each passage, as a newsroom's system would."""
    words = [
        f"boats nets tides piers fish ropes sails docks winds place{place}".split() for place in range(4)
    ]
    passages = [
        wire.Passage(wire.NAMES[place % 3], (*one, f"edition{number}"), 10 + place)
        for place, one in enumerate(words)
    ]
    new = content / "sources/.wire.tmp"
    new.write_text(wire.article(passages), encoding="utf-8")
    new.replace(content / "sources/wire.txt")


def comment(content: Path, number: int, *, in_place: bool = False) -> str:
    """Save a file as an editor does, with a comment of its own, and return the comment."""
    quotes = sorted((content / "quotes").glob("[!.]*.yml"))
    path, token = quotes[number % len(quotes)], f"# by hand {number}."
    text = path.read_text(encoding="utf-8") + token + "\n"
    if in_place:
        path.write_text(text, encoding="utf-8")
        return token
    new = path.with_name("~editor")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
    return token


def start(content: Path) -> int:
    """Run one extraction in a process of its own."""
    return _forked(lambda: revise(content, OPTIONS))


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work()
    except ContentError:
        os._exit(1)
    os._exit(0)


def await_writing(content: Path) -> None:
    """Return when the first temporary file is there, or after a moment."""
    until = time.monotonic() + 0.1
    while time.monotonic() < until and not any(content.glob("quotes/.*.new")):
        pass


def files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}


def torn(content: Path) -> int:
    """Count files that cannot be read as what they are."""
    broken = sum(bool(parse(path.read_text(encoding="utf-8")).faults) for path in content.rglob("[!.]*.yml"))
    return broken + sum(not path.read_bytes().endswith(b"}\n") for path in content.rglob("[!.]*.json"))


def leftovers(content: Path) -> bool:
    return any(
        path.name.startswith((".wire", ".journal")) or path.suffix == ".new" for path in content.rglob(".*")
    )


if __name__ == "__main__":
    main()
