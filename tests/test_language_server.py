"""The language server that editors run completes, explains and marks every record type by our schemas."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import ROOT

from explainer.contents.ids import renew_ids
from explainer.records.explanations import explained
from explainer.records.fields import TARGETS
from explainer.records.model import BY_KIND, RECORD_TYPES
from explainer.records.part import Part, fields_of
from explainer.records.record import Record
from explainer.records.schemas import schema_files
from explainer.records.site import Site

PARTS = [part for part in Part.__subclasses__() if part.__module__.startswith("explainer.")]
"""Not those that tests make up."""
SERVER = ROOT / "tests/node/node_modules/yaml-language-server/bin/yaml-language-server"
COMPLETE = ROOT / "tests/sites/complete"


class Editor:
    """As much of an editor as it takes: it opens texts and asks for marks, completions and explanations."""

    def __init__(self, folder: Path) -> None:
        node = shutil.which("node")
        assert node, "Node.js is needed; `make test` installs it"
        self._server = subprocess.Popen(
            [node, SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._number = 0
        self._marks: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})
        settings = {
            "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        }
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def marks(self, path: Path, text: str) -> list[str]:
        """Open a file with a text and return what is marked in it."""
        uri = self.open(path, text)
        while uri not in self._marks:
            self._read()
        return [f"{mark['range']['start']['line'] + 1}: {mark['message']}" for mark in self._marks[uri]]

    def open(self, path: Path, text: str) -> str:
        """Open a text as a file of its own beside `path`: nothing of an earlier one is left."""
        self._number += 1
        uri = path.with_name(f"{path.stem}-{self._number}.yml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def completions(self, path: Path, text: str, line: int, character: int) -> list[str]:
        place = {"line": line, "character": character}
        uri = self.open(path, text)
        found = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        items = found["items"] if isinstance(found, dict) else found
        return [item["label"] for item in items]

    def hover(self, path: Path, text: str, line: int) -> str:
        place = {"line": line, "character": 1}
        uri = self.open(path, text)
        found = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        return str(found["contents"]["value"]) if found else ""

    def close(self) -> None:
        self.ask("shutdown", {})
        self.tell("exit", {})
        self._server.communicate(timeout=30)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:  # the server asks for settings or a registration
            items = message["params"].get("items") if isinstance(message.get("params"), dict) else None
            self._send(
                {"jsonrpc": "2.0", "id": message["id"], "result": [{}] * len(items) if items else None}
            )
        return message


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(COMPLETE, tmp_path_factory.mktemp("editor") / "content"))
    (folder / "schema").mkdir(exist_ok=True)
    for name, data in schema_files():
        (folder / "schema" / name).write_bytes(data)
    renew_ids(folder)
    return folder


@pytest.fixture(scope="module")
def editor(content: Path) -> Iterator[Editor]:
    opened = Editor(content.parent)
    yield opened
    opened.close()


def opening(kind: str) -> str:
    return f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n"


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_every_field_completes(model: type[Record], editor: Editor, content: Path) -> None:
    path = content / model.FOLDER / "new-one.yml"
    found = editor.completions(path, opening(model.KIND), 1, 0)
    fields = {field.written for field in fields_of(model)}
    assert fields <= set(found)


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_every_field_is_explained_where_the_pointer_rests(
    model: type[Record], editor: Editor, content: Path
) -> None:
    path = content / model.FOLDER / "new-one.yml"
    of_parts = [(part.__doc__ or "").partition(".")[0] for part in PARTS]
    for field in fields_of(model):
        told = explained(model, field.name)
        line = f"{field.written}: {json.dumps(told.example)}\n"
        shown = editor.hover(path, opening(model.KIND) + line, 1)
        assert any(words in shown for words in (told.description.partition(" ")[0], *of_parts)), field


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_a_whole_record_has_no_mark(model: type[Record], editor: Editor, content: Path) -> None:
    for path in sorted((content / model.FOLDER).glob("*.yml")):
        text = opening(model.KIND) + path.read_text(encoding="utf-8").partition("\n# yaml")[0]
        assert editor.marks(path, text) == [], path.name


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.KIND)
def test_an_unknown_field_is_marked(model: type[Record], editor: Editor, content: Path) -> None:
    marks = editor.marks(content / model.FOLDER / "new-one.yml", f"{opening(model.KIND)}titel: x\n")
    assert any("titel" in mark for mark in marks)


def test_ids_complete_and_unknown_ones_are_marked(editor: Editor, content: Path) -> None:
    path = content / "quotes/new-one.yml"
    people = {each.stem for each in (content / "people").glob("*.yml")}
    text = f"{opening('quote')}speaker: \n"
    assert people <= set(editor.completions(path, text, 1, 9))
    marks = editor.marks(path, f"{opening('quote')}source: nowhere\nexact: words\nspeaker: {min(people)}\n")
    assert any(mark.startswith("2: ") for mark in marks) and not any(mark.startswith("4: ") for mark in marks)


NAMING = [
    (model, field.name)
    for model in (*RECORD_TYPES, Site)
    for field in fields_of(model)
    if field.name in TARGETS or field.name == "refs"
]
"""Record types and those of their fields that name other records."""


@pytest.mark.parametrize(("model", "name"), NAMING, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_that_names_records_completes_their_ids(
    model: type[Record], name: str, editor: Editor, content: Path
) -> None:
    kinds = [TARGETS[name]] if name in TARGETS else list(BY_KIND)
    known = {
        each.stem if name in TARGETS else f"{kind}:{each.stem}"
        for kind in kinds
        for each in (content / BY_KIND[kind].FOLDER).glob("*.yml")
    }
    is_site = model is Site
    path = content / ("site-2.yml" if is_site else f"{model.FOLDER}/new-one.yml")
    begun = opening("site").replace("../", "") if is_site else opening(model.KIND)
    is_list = "tuple" in str({field.name: field.annotation for field in fields_of(model)}[name])
    text = f"{begun}{name}:\n  - \n" if is_list else f"{begun}{name}: \n"
    found = editor.completions(path, text, *((2, 4) if is_list else (1, len(name) + 2)))
    assert known and known <= {label.strip("\"'") for label in found}


def test_a_wrong_date_is_told_in_words(editor: Editor, content: Path) -> None:
    marks = editor.marks(content / "events/new-one.yml", f"{opening('event')}date: yesterday\n")
    assert any("expected a date: 2024, 2024-05 or 2024-05-31" in mark for mark in marks)


def test_no_truth_value_is_offered_for_a_text(editor: Editor, content: Path) -> None:
    found = editor.completions(content / "terms/new-one.yml", f"{opening('term')}term: \n", 1, 6)
    assert not {"true", "false"} & set(found)


@pytest.mark.parametrize("model", [*RECORD_TYPES, Site, *PARTS], ids=lambda model: model.__name__)
def test_no_field_lacks_a_description_or_an_example(model: type[Part]) -> None:
    for field in fields_of(model):
        told = explained(model, field.name)
        assert told.description.endswith((".", "?", "…")), field
        assert told.example not in (None, ""), field
