"""Whatever is in a file, nothing escapes but our own errors; a longer run: `make fuzz`."""

import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml

from explainer.articles import article
from explainer.contents.store import read
from explainer.records.model import RECORD_TYPES
from explainer.records.part import Part
from explainer.records.site import Site
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import NotText
from explainer.verification.ladder import Match, verify

HOSTILE = Path(__file__).parent / "hostile"
COUNT = int(os.environ.get("FUZZ", "50000"))
"""Documents in all, half YAML and half articles."""
WORKERS = 8
YAML_PIECES = (
    ": ", "- ", "\n", "\n  ", "\n    ", "#", " #", '"', "'", "[", "]", "{", "}", ",", "&a", "*a",
    "!x", "|", ">", "|-", "%", "@", "`", "?", "? ", "---", "...", "~", "null", "\t", "\r\n", "\\",
    "\\x", "\\u202e", "\u202e", "\u200b", "\ufeff", "\u0000", "\u2028", "é", "𝄞", "title", "exact",
    "source: a", "key_points:", "refs", "value: 1", "<<", "a: b", "''", "=",
)  # fmt: skip
MARKUP_PIECES = (
    "<", ">", "</", "<p>", "</p>", "<b", " hidden", "style='display:none'", "<script>", "<!--",
    "-->", "<![CDATA[", "<table>", "<td>", "&", "&amp;", "&#", "&#x0;", ";", "\n", "\n\n", "# ",
    "> ", "- ", "1. ", "*", "**", "_", "`", "```\n", "[", "](", ")", "![", "[^1]", "---\n",
    "a: b\n", "|", "\\", "~~", "“", "”", '"', "word ", "12", "é", "\u200b", "\u202e", "\u0007",
    "<svg", "<template", "<meta charset=utf-8>", "<meta charset=", "<br>", "�", "\u00a0",
)  # fmt: skip
MODELS: tuple[type[Part], ...] = (*RECORD_TYPES, Site)


def documents(pieces: Sequence[str], models: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield documents put together from pieces, or made from models by cutting, doubling, flipping bytes."""
    random_ = random.Random(seed)
    for _ in range(count):
        if random_.random() < 0.6:
            yield "".join(random_.choices(pieces, k=random_.randrange(1, 25))).encode(
                "utf-8", "surrogatepass"
            )
            continue
        data = bytearray(random_.choice(models))
        for _ in range(random_.randrange(1, 4)):
            at = random_.randrange(len(data) + 1)
            match random_.randrange(4):
                case 0:
                    del data[at : at + random_.randrange(1, 20)]
                case 1:
                    data[at:at] = random_.choice(pieces).encode("utf-8", "surrogatepass")
                case 2:
                    data[at:at] = data[at : at + random_.randrange(1, 40)]
                case _:
                    data[at : at + 1] = bytes([random_.randrange(256)])
        yield bytes(data)


def seeds(*suffixes: str) -> list[bytes]:
    files = [
        path
        for path in sorted(HOSTILE.iterdir())
        if path.suffix in suffixes and 0 < path.stat().st_size < 5_000
    ]
    return [path.read_bytes() for path in files]


@pytest.mark.parametrize("worker", range(WORKERS))
def test_any_yaml_is_a_record_or_a_list_of_faults(worker: int, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    count = COUNT // 2 // WORKERS
    for number, data in enumerate(documents(YAML_PIECES, seeds(".yml"), count, 1_000 + worker)):
        path.write_bytes(data)
        loaded, problems = read(path, MODELS[number % len(MODELS)])
        assert (loaded is None) == any(problem.severity == "error" for problem in problems), data
        for problem in problems:
            assert problem.line >= 1 and problem.column >= 1 and problem.message, data
            assert str(problem).isprintable(), data


@pytest.mark.parametrize("worker", range(WORKERS))
def test_any_article_is_a_text_or_one_fault(worker: int) -> None:
    count = COUNT // 2 // WORKERS
    suffixes = article.SUFFIXES
    for number, data in enumerate(
        documents(MARKUP_PIECES, seeds(".html", ".md", ".txt"), count, 2_000 + worker)
    ):
        try:
            read_ = article.read(data, suffixes[number % len(suffixes)])
        except NotText as error:
            assert error.line >= 1 and error.column >= 1 and str(error).isprintable(), data
            continue
        lost = data.count("\ufffd".encode()) + data.count(b"&#x0;")
        is_told = any("not UTF-8" in message for _, _, message in read_.notes)
        assert is_told or read_.text.count("\ufffd") <= lost, f"a character was lost in silence: {data!r}"
        assert "\x00" not in read_.text, data
        words = read_.text[3:40]
        if words.strip():
            found = verify(read_.text, words, start=3)
            assert isinstance(found, Match) is False or read_.text[found.start : found.end], data


@pytest.mark.parametrize("worker", range(WORKERS))
def test_both_parsers_read_the_same_or_both_refuse(worker: int) -> None:
    if not getattr(yaml, "__with_libyaml__", False):
        pytest.skip("libyaml is not installed here, so there is one parser only")
    count = COUNT // 10 // WORKERS
    for data in documents(YAML_PIECES, seeds(".yml"), count, 3_000 + worker):
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        fast, pure = parse(text), parse(text, pure=True)
        assert (fast.value, fast.faults) == (pure.value, pure.faults), text
        assert fast.faults or "?" in text or fast.places == pure.places, text
