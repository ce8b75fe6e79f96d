"""The table of who may import whom, held by reading the imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {"explainer", "extraction", "merge", "publication"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; one name for one module"
            yield node.module or ""


def packages_of(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", modules("hooks/explainer"), ids=lambda path: path.name)
def test_the_core_knows_neither_mkdocs_nor_the_scripts(path: Path) -> None:
    assert not packages_of(path) & {
        "mkdocs",
        "material",
        "extraction",
        "merge",
        "publication",
        "hooks",
        "scripts",
    }


@pytest.mark.parametrize("package", ["extraction", "merge"])
def test_extraction_and_merge_know_nothing_of_ours_but_themselves(package: str) -> None:
    for path in modules(f"scripts/{package}"):
        assert not packages_of(path) & (OURS - {package}), path
        assert not packages_of(path) & {"yaml", "mkdocs", "hooks", "scripts"}, path


def test_hooks_import_the_core_and_mkdocs_and_no_other_hook() -> None:
    hooks = sorted((ROOT / "hooks").glob("*.py"))
    names = {path.stem for path in hooks}
    for path in hooks:
        assert not packages_of(path) & (names | {"extraction", "merge", "publication", "hooks", "scripts"}), (
            path
        )
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, f"{path} has grown a second idea"


def test_only_hooks_and_the_commands_that_build_know_mkdocs() -> None:
    users = {
        path.relative_to(ROOT).as_posix() for path in modules("scripts") if "mkdocs" in packages_of(path)
    }
    assert users <= {"scripts/build.py", "scripts/serve.py", "scripts/bench.py"}


@pytest.mark.parametrize("folder", ["hooks", "scripts", "tests"])
def test_nothing_is_imported_by_a_second_name(folder: str) -> None:
    for path in modules(folder):
        assert not packages_of(path) & {"hooks", "scripts", "tests"}, path


# What each part of the core must not know of: data flows from records to pages, never back.
ABOVE = {
    "base": ("errors", "fields", "parts", "model"),
    "reading": ("store", "article", "contents", "verify", "loading", "writing", "articles", "fidelity"),
    "checks": ("rules", "checking"),
    "library": ("library", "visibility", "hosting", "address", "page", "reading"),
    "pages": ("pages", "data", "outlets", "charts", "links", "rendered"),
}


@pytest.mark.parametrize("layer", [*ABOVE][:-1])
def test_nothing_in_the_core_imports_a_later_step(layer: str) -> None:
    order = [*ABOVE]
    later = {name for above in order[order.index(layer) + 1 :] for name in ABOVE[above]}
    for name in ABOVE[layer]:
        folder = ROOT / "hooks/explainer" / name
        for path in [*folder.rglob("*.py")] if folder.is_dir() else [folder.with_suffix(".py")]:
            known = {module.split(".")[1] for module in imports(path) if module.startswith("explainer.")}
            assert not known & later, f"{path} imports {known & later}"
