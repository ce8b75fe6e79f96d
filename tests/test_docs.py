"""README and CONTRIBUTING are true: what they name exists, what they tell to run can be run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ("README.md", "CONTRIBUTING.md")
MADE = {
    "site/",
    "site/index.html",
    "content/site.yml",
    "content/words.yml",
    "content/pictures/",
    "content/sources/",
    "content/.extracted/",
}
"""What a newsroom makes or replaces itself."""
OF_PIP_AND_UV = {"--require-hashes", "--no-deps", "--no-build-isolation", "--upgrade"}
EXAMPLES = {"content/issues/water-rights.yml", "content/quotes/petro-future-of-the-amazon.yml"}
_ROOTS = r"(?:hooks|scripts|docs|tests|content|site|\.github|\.ci)"


def code(name: str) -> list[str]:
    """Return every piece of code in a document: inline, and in lines set in by four spaces."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"`([^`\n]+)`", text) + re.findall(r"^    (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("name", DOCS)
def test_every_command_named_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        word
        for piece in code(name)
        for words in re.findall(r"\bmake((?: [a-z][a-z-]*)+)", piece.split("#")[0])
        for word in words.split()
    }
    assert named and named <= targets


@pytest.mark.parametrize("name", DOCS)
def test_every_path_named_exists(name: str) -> None:
    paths = {
        path.rstrip(".")
        for piece in code(name)
        for path in re.findall(rf"(?<![\w/.]){_ROOTS}/[\w./-]*", piece)
    }
    assert paths
    missing = {path for path in paths - MADE - EXAMPLES if not (ROOT / path).exists()}
    assert not missing


@pytest.mark.parametrize("name", DOCS)
def test_every_name_of_code_stands_in_the_code(name: str) -> None:
    pieces = [
        piece
        for piece in code(name)
        if re.fullmatch(r"[A-Z][A-Za-z_]+|[a-z]+\.[a-z]+(?<!\.yml)(?<!\.md)(?<!\.py)(?<!\.toml)", piece)
    ]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "hooks").rglob("*.py"))
    assert [piece for piece in pieces if piece.rpartition(".")[2] not in sources] == []


@pytest.mark.parametrize("name", DOCS)
def test_every_option_named_is_one_of_a_command(name: str) -> None:
    told = "".join(
        subprocess.run(
            [sys.executable, str(path), "--help"], capture_output=True, text=True, check=True
        ).stdout
        for path in (ROOT / "scripts").glob("*.py")
        if "parser_of(__doc__" in path.read_text(encoding="utf-8")
    )
    told += (ROOT / "Makefile").read_text(encoding="utf-8")  # what it hands on to uv
    options = {option for piece in code(name) for option in re.findall(r"(?<![\w-])--[a-z-]+", piece)}
    assert [option for option in options - OF_PIP_AND_UV if option not in told] == []


def test_the_recipe_for_a_record_is_followed_as_it_stands(tmp_path: Path) -> None:
    written = re.search(r'make new ARGS="([^"]+)"', (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert written
    command = [sys.executable, str(ROOT / "scripts/new.py"), *written[1].split(), "--content", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "issues/water-rights.yml").is_file()


def test_ci_runs_here_what_it_runs_on_github() -> None:
    workflow = (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    (told,) = re.findall(r"run: (make .+)", workflow)
    assert f"exec {told}\n" in (ROOT / ".ci/run").read_text(encoding="utf-8")
