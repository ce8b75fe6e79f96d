"""Who may import whom: one order of rooms for the core and one for the commands, held by reading imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "hooks" / "explainer"

ROOMS = (
    "errors", "places", "text", "strict_yaml", "verification", "safety", "words", "records",
    "articles", "contents", "rules", "library", "charts", "data", "pages", "rendered",
)  # fmt: skip
"""The rooms of the core from the ground up: an import goes to an earlier one or stays."""

FLOORS = {
    "explainer": set[str](),
    "extraction": set[str](),
    "merge": set[str](),
    "reading": {"explainer", "extraction"},
    "atomic": set[str](),
    "command": {"explainer"},
    "settings": {"explainer"},
    "engine": set[str](),
    "revision": {"explainer", "extraction", "merge", "reading", "atomic"},
    "previewing": {"explainer"},
    "reviewing": {"explainer", "extraction", "merge", "reading", "atomic", "revision"},
    "exporting": {"explainer"},
    "lab": {"explainer", "extraction", "merge", "reading", "atomic", "revision", "command"},
}
"""Each package, and what else of ours it may know. A command knows them all, but no other knows `lab`."""

KNOW_MKDOCS = {"scripts/engine.py", "scripts/reloading.py"}
SHARED = {"command", "engine", "explainer_cli", "reloading", "settings", "written"}
"""Modules among the commands that are none."""
COMMANDS_OF_COMMANDS = {
    "build": {"extract", "publish"},
    "new_site": {"pins"},
    "screenshots": {"changes", "chromium"},
    "preview": {"publish"},
    "serve": {"preview"},
    "summary": {"changes"},
}
"""Commands that are steps of another one."""


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Yield each imported module, and each name imported from it as if it were one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; one name for one module"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def packages_of(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def room(path: Path) -> str | None:
    first = path.relative_to(CORE).parts[0].removesuffix(".py")
    return None if first == "__init__" else first


def test_the_order_of_rooms_names_every_room_and_the_core_tells_them_in_that_order() -> None:
    entries = {
        entry.stem for entry in CORE.iterdir() if entry.suffix == ".py" or (entry / "__init__.py").is_file()
    }
    assert entries - {"__init__"} == set(ROOMS)
    told = (CORE / "__init__.py").read_text(encoding="utf-8")
    assert [line.split()[0] for line in told.splitlines() if line.startswith("    ")] == list(ROOMS)
    assert sum(1 for entry in CORE.iterdir() if entry.name != "__pycache__") <= 18


@pytest.mark.parametrize("path", modules(CORE), ids=lambda path: path.relative_to(CORE).as_posix())
def test_an_import_in_the_core_goes_down_the_list_of_rooms(path: Path) -> None:
    here = room(path)
    known = {name.split(".")[1] for name in imports(path) if name.startswith("explainer.")}
    if here is None:
        assert not known, "the core's own file tells the rooms and imports none"
        return
    later = set(ROOMS[ROOMS.index(here) + 1 :])
    assert not known & later, f"{path} imports {known & later}"


@pytest.mark.parametrize("package", FLOORS)
def test_a_package_knows_only_what_lies_below_it(package: str) -> None:
    commands = {path.stem for path in (ROOT / "scripts").glob("*.py")} - SHARED
    folder = CORE if package == "explainer" else ROOT / "scripts" / package
    for path in modules(folder) or [folder.with_suffix(".py")]:
        above = (set(FLOORS) | commands) - FLOORS[package] - {package}
        assert not packages_of(path) & above, f"{path} imports {packages_of(path) & above}"


@pytest.mark.parametrize("package", ["extraction", "merge"])
def test_extraction_and_merge_know_no_yaml(package: str) -> None:
    for path in modules(ROOT / "scripts" / package):
        assert "yaml" not in packages_of(path), path


def test_a_command_knows_no_laboratory_and_no_other_command_but_its_steps() -> None:
    commands = {path.stem: path for path in (ROOT / "scripts").glob("*.py") if path.stem not in SHARED}
    for name, path in commands.items():
        others = set(commands) - {name} - COMMANDS_OF_COMMANDS.get(name, set())
        assert not packages_of(path) & (others | {"lab"}), path


def test_hooks_import_the_core_and_mkdocs_and_no_other_hook() -> None:
    hooks = sorted((ROOT / "hooks").glob("*.py"))
    names = {path.stem for path in hooks}
    for path in hooks:
        assert not packages_of(path) & (names | (set(FLOORS) - {"explainer"})), path
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, f"{path} has grown a second idea"


def test_only_hooks_and_two_modules_know_mkdocs() -> None:
    known = {path for folder in (CORE, ROOT / "scripts") for path in modules(folder)}
    users = {
        path.relative_to(ROOT).as_posix() for path in known if packages_of(path) & {"mkdocs", "material"}
    }
    assert users <= KNOW_MKDOCS


@pytest.mark.parametrize("folder", ["hooks", "scripts", "tests"])
def test_nothing_is_imported_by_a_second_name(folder: str) -> None:
    for path in modules(ROOT / folder):
        assert not packages_of(path) & {"hooks", "scripts", "tests"}, path
