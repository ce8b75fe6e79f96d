"""What a base remembers of extraction: its code and words, not where they lie."""

from pathlib import Path

from revision.extractor import digest_of


def package(folder: Path, name: str, code: str, words: str = "a list\nsaid\n") -> Path:
    (folder / "words").mkdir(parents=True)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(code)
    (folder / "words" / "verbs.txt").write_text(words)
    return folder


def test_moving_a_module_of_extraction_makes_no_newsroom_extract_again(tmp_path: Path) -> None:
    code = "\n\ndef find(text):\n    return read(text)\n"
    before = package(tmp_path / "before", "quotes.py", "from extraction.tokens import read" + code)
    after = package(
        tmp_path / "after", "speech/quotes.py", "from extraction.speech.tokens import read" + code
    )
    assert digest_of(before) == digest_of(after)


def test_a_change_of_code_or_of_a_word_is_seen(tmp_path: Path) -> None:
    before = digest_of(package(tmp_path / "before", "quotes.py", "LONGEST = 5\n"))
    assert digest_of(package(tmp_path / "code", "quotes.py", "LONGEST = 6\n")) != before
    assert digest_of(package(tmp_path / "word", "quotes.py", "LONGEST = 5\n", "a list\nadded\n")) != before
