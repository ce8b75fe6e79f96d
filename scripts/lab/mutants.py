"""Test the tests: break each line of a module in small ways and count the breaks that the tests notice.

    python scripts/lab/mutants.py --tests tests/test_verify.py explainer.verification.ladder

Every mutant changes one operator, constant or condition of one module, in memory, in a process of its own;
files are never written. Exit status 1 when fewer than the wanted share is noticed.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.html  # noqa: F401  imported here once, not in every child
import pydantic  # noqa: F401
import pytest
import yaml  # noqa: F401

SECONDS = 120
_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.And: ast.Or,
    ast.Or: ast.And, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def main() -> int:
    """Run every mutant and report those that no test noticed."""
    options = _options()
    survivors, total = [], 0
    for name in options.modules:
        path = Path(importlib.util.find_spec(name).origin)  # type: ignore[union-attr, arg-type]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for line, change, mutant in mutations(tree):
            total += 1
            if noticed(name, path, mutant, options.tests):
                continue
            survivors.append(f"{path}:{line}: {change}")
            print(f"survived: {survivors[-1]}", flush=True)
    share = 1 - len(survivors) / max(total, 1)
    print(f"{total - len(survivors)} of {total} mutants noticed ({share:.1%})")
    return int(share < options.wanted)


def mutations(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Yield line, words and module of every mutant; docstrings and annotations are left alone."""
    passed_over = _passed_over(tree)
    for number, node in enumerate(ast.walk(tree)):
        if node in passed_over:
            continue
        for change, apply in _changes(node):
            mutant = copy.deepcopy(tree)
            apply(list(ast.walk(mutant))[number])
            yield getattr(node, "lineno", 0), change, ast.fix_missing_locations(mutant)


def _passed_over(tree: ast.Module) -> set[ast.AST]:
    """Return strings that stand alone, annotations, and what is only for typing."""
    roots: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            roots.append(node)
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            roots.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            roots += [*node.decorator_list, *([node.returns] if node.returns else [])]
        elif isinstance(node, ast.ClassDef):
            roots += node.decorator_list
        elif (
            isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "Literal"
        ):
            roots.append(node)
    return {child for root in roots for child in ast.walk(root)}


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
        other = _OPERATORS.get(type(node.op))
        if other:
            yield (
                f"{type(node.op).__name__} -> {other.__name__}",
                partial(_put_operator, other=other),
            )
    elif isinstance(node, ast.Compare):
        other = _OPERATORS.get(type(node.ops[0]))
        if other:
            yield (
                f"{type(node.ops[0]).__name__} -> {other.__name__}",
                partial(_put_comparison, other=other),
            )
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield (
            "not x -> bool(x)",
            lambda copied: setattr(copied, "operand", ast.UnaryOp(ast.Not(), copied.operand)),
        )
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield from _conditions((False,) if isinstance(node, ast.While) else (True, False))
    elif isinstance(node, ast.Return) and node.value is not None and not _is_empty(node.value):
        yield "return -> return None", lambda copied: setattr(copied, "value", ast.Constant(None))
    elif isinstance(node, ast.Continue):
        yield "continue -> break", lambda copied: setattr(copied, "__class__", ast.Break)


def _put_operator(copied: Any, *, other: type[ast.AST]) -> None:
    copied.op = other()


def _put_comparison(copied: Any, *, other: type[ast.AST]) -> None:
    copied.ops[0] = other()


def _conditions(values: Iterable[bool]) -> Iterator[tuple[str, Callable[[Any], None]]]:
    for value in values:
        yield f"condition -> {value}", partial(_put_condition, value=value)


def _put_condition(copied: Any, *, value: bool) -> None:
    copied.test = ast.Constant(value)


def _constants(node: ast.Constant) -> Iterator[tuple[str, Callable[[Any], None]]]:
    value = node.value
    if isinstance(value, bool):
        changed: object = not value
    elif isinstance(value, int | float):
        changed = value + 1
    elif isinstance(value, str):
        changed = "" if value else "XX"
    else:
        return
    yield f"{value!r:.40} -> {changed!r:.40}", lambda copied: setattr(copied, "value", changed)


def _is_empty(node: ast.expr) -> bool:
    """Return whether None in its place would change nothing: it is None or False itself."""
    return isinstance(node, ast.Constant) and not node.value


def noticed(name: str, path: Path, mutant: ast.Module, tests: Sequence[str]) -> bool:
    """Run the tests on a mutant in a child process; a test that never ends has noticed it, too."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.meta_path.insert(0, _Mutant(name, path, mutant))
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]) != 0))
    return os.waitpid(child, 0)[1] != 0


class _Mutant(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the mutant in place of its module."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return the mutant's spec for its own name."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's code."""
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="+", metavar="MODULE", help="such as explainer.verify")
    parser.add_argument("--tests", nargs="+", required=True, metavar="FILE", help="what pytest is given")
    parser.add_argument("--wanted", type=float, default=0.9, metavar="SHARE", help="default: 0.9")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
