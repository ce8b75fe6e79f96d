"""Pages written by hand are held to the records, as the records' own words are."""

from pathlib import Path

import pytest

from explainer.errors import ContentError
from explainer.library.reading import read

CONTENT = Path(__file__).parent / "sites/harbour"


def faults(tmp_path: Path, text: str) -> list[str]:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    try:
        read(CONTENT, pages=[page])
    except ContentError as error:
        return [f"{each.line}:{each.column}: {each.message}" for each in error.problems]
    return []


def test_a_page_of_plain_words_is_fair(tmp_path: Path) -> None:
    assert faults(tmp_path, "# How we work\n\nTwo people read each article.\n") == []


def test_a_misquote_on_a_page_is_told_with_its_place(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "# Words\n\nThe mayor called it “an utter catastrophe for pelicans”.\n")
    assert fault.startswith("3:21: ") and "are in no quote" in fault


def test_a_number_on_a_page_belongs_to_a_record(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "---\ntitle: Sums\n---\n\nThe town paid $91,237 for it.\n")
    assert fault.startswith("5:") and "91,237" in fault


@pytest.mark.parametrize("mark", ["“utter catastrophe”", "<q>utter catastrophe</q>", "> utter catastrophe"])
def test_no_kind_of_quotation_on_a_page_is_a_way_around(tmp_path: Path, mark: str) -> None:
    assert len(faults(tmp_path, f"Words.\n\n{mark}\n")) == 1


def test_what_a_page_exempts_by_name_is_fair(tmp_path: Path) -> None:
    page = "---\nexempt: [utter catastrophe, '91,237']\n---\n\nNot an “utter catastrophe”, not 91,237.\n"
    assert faults(tmp_path, page) == []


def test_a_page_that_cannot_be_read_is_a_fault_in_words(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "---\ntitle: [\n---\n")
    assert "front matter" in fault


def test_a_page_in_another_encoding_is_a_fault_in_words(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes("Fähre\n".encode("latin-1"))
    with pytest.raises(ContentError) as caught:
        read(CONTENT, pages=[page])
    assert [problem.message for problem in caught.value.problems] == ["is not UTF-8; save it as UTF-8"]


def test_the_numbering_of_a_list_is_no_claim(tmp_path: Path) -> None:
    assert faults(tmp_path, "1. Read.\n2. Check.\n\n3) Publish.\n") == []


def test_the_method_page_fits_any_newsroom(tmp_path: Path) -> None:
    method = Path(__file__).resolve().parent.parent / "docs/method.md"
    assert faults(tmp_path, method.read_text(encoding="utf-8")) == []
