"""Do the tests of the merge notice when it is wrong? Changes one thing at a time and runs them.

    python tests/merge/mutants.py      prints what survived and the share that was noticed

Mutations: comparisons, logic and sums turned round, conditions negated, numbers moved by one, results
dropped. Each mutant runs tests/merge in a process of its own.
"""

import ast
import copy
import os
import signal
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "scripts/merge"
TESTS = ROOT / "tests/merge"
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add,
    ast.Div: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
SECONDS = 60


def mutants(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Yield a description and a changed copy for each thing that can be changed."""
    count = sum(1 for _ in ast.walk(tree))
    for place in range(count):
        for kind in range(2):
            changed = copy.deepcopy(tree)
            node = list(ast.walk(changed))[place]
            what = change(node, kind)
            if what:
                yield f"line {getattr(node, 'lineno', '?')}: {what}", ast.fix_missing_locations(changed)


def change(node: ast.AST, kind: int) -> str:
    """Change a node in place and say how; return nothing where there is nothing to change."""
    before = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
    if kind:
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            test = ast.unparse(node.test)
            node.test = ast.UnaryOp(ast.Not(), node.test)
            return f"not ({test})"
        return ""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        node.ops[0] = SWAPS[type(node.ops[0])]()  # type: ignore[assignment]
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value += 1
    elif isinstance(node, ast.Return) and node.value and not is_none(node.value):
        node.value = ast.Constant(None)
    else:
        return ""
    after = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
    return f"{before}  ->  {after}" if before != after else ""


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def without_annotations(tree: ast.Module) -> ast.Module:
    """Drop what does not run: type aliases and annotations."""

    class Drop(ast.NodeTransformer):
        def visit_arg(self, node: ast.arg) -> ast.arg:
            node.annotation = None
            return node

        def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
            node.returns = None
            self.generic_visit(node)
            return node

    tree = Drop().visit(tree)
    tree.body = [
        one for one in tree.body if not (isinstance(one, ast.AnnAssign) and "TypeAlias" in ast.unparse(one))
    ]
    return tree


def survives(name: str, tree: ast.Module, aliases: dict[str, object]) -> bool:
    """Run the tests on a mutant in a child process; a child that hangs counts as killed."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    signal.alarm(SECONDS)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1), os.dup2(null, 2)
    for loaded in [known for known in sys.modules if known.split(".")[0] == "merge"]:
        del sys.modules[loaded]
    module = types.ModuleType(name)
    module.__dict__.update(aliases)
    package = __import__("merge")
    try:
        sys.modules[name] = module
        exec(compile(tree, name, "exec"), module.__dict__)
        setattr(package, name.split(".")[1], module)
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(TESTS)])
    except BaseException:  # noqa: BLE001 - a mutant that cannot even be imported is noticed
        code = 1
    os._exit(int(code))


def main() -> int:
    sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests"), str(ROOT / "hooks")]
    total = killed = 0
    for path in sorted(PACKAGE.glob("[!_]*.py")):
        name = f"merge.{path.stem}"
        original = __import__(name, fromlist=["_"])
        aliases = {
            key: getattr(original, key)
            for key in ("Value", "Record", "Side", "Reason")
            if hasattr(original, key)
        }
        tree = without_annotations(ast.parse(path.read_text(encoding="utf-8")))
        for what, mutant in mutants(tree):
            total += 1
            if survives(name, mutant, aliases):
                print(f"{path.name}: {what}", flush=True)
            else:
                killed += 1
    print(f"{killed} of {total} mutants killed ({killed / total:.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
