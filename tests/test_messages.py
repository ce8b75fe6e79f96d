"""Every message that a check can print stands word for word in a golden case below tests/rules/cases.

A message is found where it is written, beside the rule that prints it; one without a case fails here. What
is put into it may be anything.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.contents.interface import interface
from explainer.words import english

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "hooks/explainer"
RECORDS = ("comparable", "fields", "invalid", "validation", "values")
MODULES = sorted(
    path
    for path in (
        *(CORE / "strict_yaml").glob("*.py"),
        *(CORE / "contents").glob("*.py"),
        *(CORE / "rules").glob("*.py"),
        *(CORE / "verification").glob("*.py"),
        *(
            CORE / f"records/{name}.py"
            for name in ("fields", "invalid", "values", "validation", "comparable")
        ),
    )
    if path.stem not in ("dump", "layout", "patch", "restyle", "prose", "wordlists")
)
HELD_ELSEWHERE = {
    "cannot be read: ": "tests/revision/test_command.py",
    "is larger than ": "tests/test_hostile_yaml.py",
    "is a symbolic link; put the file itself here": "tests/test_hostile_yaml.py",
    "is a symbolic link; put the folder itself here": "tests/test_hostile_yaml.py",
    "no such folder; --content names the writers' folder": "tests/revision/test_command.py",
    "lies in a folder that is a symbolic link": "tests/test_hostile_yaml.py",
    "more than ": "tests/test_hostile_yaml.py",
    "lacks ": "tests/test_messages.py",
    "is not UTF-8; save it as UTF-8": "tests/test_handwritten.py",
}
"""What begins so needs what a case cannot hold; another test has its words."""
NO_MESSAGES = {
    "The ids of this folder's records",
    "pounds of weight",
    "given-to-another",
    "end of stream",
    "no field may hold ",
}
"""Names, what stands on pages, and what cannot be printed while every pattern and type has its words."""
_WORD = re.compile(r"(?<![\w\\])[a-z]{2,}(?![\w(])")
_PATTERN = re.compile(r"\\[wbsdAZ]|\(\?|\|[\w\[]|\w\[\w")


def printed() -> list[str]:
    cases = (
        case
        for path in (ROOT / "tests/rules/cases").glob("*.yml")
        for case in yaml.safe_load(path.read_text("utf-8"))
    )
    return [line for case in cases for line in _told(case)]


def _told(case: dict[str, Any]) -> Iterator[str]:
    """Yield what writers and readers are told in a case."""
    yield from (*case["problems"], *case.get("set_aside", ()))
    for readings in case.get("readings", {}).values():
        yield from readings


def messages(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield line and constant parts of each text of a module that is neither docstring nor pattern."""
    tree = ast.parse(path.read_text("utf-8"))
    passed = {id(part) for node in ast.walk(tree) for part in _passed_over(node)}
    for node in ast.walk(tree):
        parts = _parts(node) if id(node) not in passed else []
        words = " ".join(parts)
        if len(_WORD.findall(words)) > 2 and not _PATTERN.search(words):
            yield node.lineno, parts  # type: ignore[attr-defined]


def _passed_over(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield from ast.walk(node)
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Compare):
        yield from ast.walk(node)
    elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and isinstance(node.elts[1], ast.Constant):
        yield node.elts[0]  # of the parser's words and ours, the parser's


def _parts(node: ast.AST) -> list[str]:
    if isinstance(node, ast.JoinedStr):
        return [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_every_message_has_a_case_with_its_words(path: Path) -> None:
    lines, missing = printed(), []
    for line, parts in messages(path):
        known = NO_MESSAGES | set(HELD_ELSEWHERE)
        pattern = re.compile(".*".join(map(re.escape, filter(None, parts))), re.DOTALL)
        if next(filter(None, parts)) not in known and not any(map(pattern.search, lines)):
            missing.append(f"{path.name}:{line}: {'…'.join(parts)}")
    assert missing == [], "add a case to tests/rules/cases"


def test_what_is_held_elsewhere_is() -> None:
    for words, name in HELD_ELSEWHERE.items():
        assert words.strip(" :") in (ROOT / name).read_text("utf-8"), (words, name)


def test_a_language_with_some_of_the_texts_is_told_how_many_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text("shared:\n  reply: Respuesta\n", encoding="utf-8")
    _, (fault,) = interface(tmp_path, "es")
    count = len(english().texts) - 1
    assert re.fullmatch(rf"lacks {count} texts that en\.yml has, such as shared\.\S+, .*", fault.message)
