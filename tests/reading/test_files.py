"""What people drop in: Word files and pasted text are read, the rest is refused in one plain sentence."""

import io
import zipfile

import pytest

from explainer.text.encoding import NotText
from extraction import extract
from extraction.furniture import is_furniture
from reading import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word_file(body: str) -> bytes:
    """Return a Word file with a body of WordprocessingML."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(NotText) as caught:
        read(data, name)
    return str(caught.value)


def test_a_word_file_is_read_as_it_will_stand_when_all_changes_are_taken() -> None:
    changed = (
        "<w:p><w:r><w:t xml:space='preserve'>“We will </w:t></w:r>"
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'>surely </w:t></w:r></w:ins>"
        "<w:r><w:t>sail,” said Ann Lee.</w:t></w:r></w:p>"
    )
    found = read(
        word_file(paragraph("Ferry fares") + changed + paragraph("It &amp; she left.")), "Story.DOCX"
    )
    assert found.text == "Ferry fares\n\n“We will surely sail,” said Ann Lee.\n\nIt & she left.\n"
    assert found.metadata.title == "Ferry fares"


def test_a_word_file_that_is_none_or_unfolds_to_too_much_is_refused() -> None:
    assert refusal(b"PK\x03\x04 nothing", "a.docx").startswith("is no Word file, or a broken one")
    assert refusal(b"text", "a.docx").startswith("is no Word file, or a broken one")
    assert refusal(word_file("<w:p>" + " " * 41_000_000 + "</w:p>"), "a.docx") == "unpacks to more than 40 MB"
    assert refusal(word_file("<w:tbl><w:tr><w:tc>" * 3_000), "a.docx").startswith("is no Word file")
    assert refusal(word_file(""), "a.docx") == "holds no text that a reader would see"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.4", "is a PDF, which is not read: open it and copy its text into a file"),
        ("a.txt", b"%PDF-1.4", "is a PDF"),
        ("a.PNG", b"\x89PNG", "is a picture"),
        ("a.html", b"\xff\xd8\xff", "is a picture"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "is not read: save it as .docx"),
        ("a.txt", b"PK\x03\x04", "is packed"),
        ("a.webloc", b"<plist>", "is only a link: run `make article URL"),
        ("a.xyz", b"text", "is not read: save the article as one of .txt, .md,"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_with_what_to_do(name: str, data: bytes, words: str) -> None:
    assert refusal(data, name).startswith(words)


PASTED = """HOME | POLITICS | SPORT | CULTURE

Ferry fares to rise in June
By Ida Moss
3 May 2024
4 min read
1.2K shares

Protesters at the pier want “no boat at all” (Image: Harbour Pictures)
The harbour board will raise the price of a crossing from 6 to 9 dollars in June, it said on Thursday.
Image 1 of 4
“Nobody asked the island,” said Mara Quill, who runs the bakery. “We will pay it, and then we will move away.”
Sign up for our newsletter for $1 a week
The chair, Ned Orr, said that fuel had risen by 40 per cent since 2022, and that the boats sail at a loss.
Read more: Mayor resigns over 12 letters
Call us on 555 0199
42 comments
Bo Stern
"The chair is a thief", said everyone in town, and 99 per cent of us do agree with that.
"""


def test_text_pasted_with_its_menus_yields_only_the_article_s_records() -> None:
    found = read(PASTED.encode(), "pasted.txt")
    assert found.text == PASTED
    extracted = extract(found.text)
    assert [quote.speaker for quote in extracted.quotes] == ["Mara Quill", "Mara Quill"]
    assert {person.name for person in extracted.people} == {"Mara Quill", "Ned Orr"}
    assert {figure.value for figure in extracted.figures} <= {6.0, 9.0, 40.0}
    assert all(PASTED[quote.start : quote.end] == quote.exact for quote in extracted.quotes)


def test_the_head_of_a_pasted_text_says_who_wrote_it_and_when() -> None:
    said = read(PASTED.encode(), "pasted.txt").metadata
    assert (said.title, said.authors, said.published) == (
        "Ferry fares to rise in June",
        ("Ida Moss",),
        "2024-05-03",
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Friday, May 3, 2024", "2024-05-03"),
        ("Published: May 3, 2024 – 9:00 am", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("May 3, 2024, Alder Gazette", "2024-05-03"),
        ("On May 3, 2024, the council voted.", None),
        ("May 2024", None),
    ],
)
def test_a_day_on_a_line_of_its_own_is_when_it_was_published(line: str, day: str | None) -> None:
    text = (
        f"Ferry fares to rise in June\n\nBy Ida Moss\n\n{line}\n\nThe boat sails at nine, said Mara Quill.\n"
    )
    assert read(text.encode(), "ferry.txt").metadata.published == day


@pytest.mark.parametrize(
    ("byline", "authors", "publisher"),
    [
        ("By Nora Field, The Quay Courier", ("Nora Field",), "The Quay Courier"),
        ("By Nora Field of the Quay Courier", ("Nora Field",), "the Quay Courier"),
        ("By Nora Field | Quay News", ("Nora Field",), "Quay News"),
        ("By Nora Field and Tom Reed, Associated Press", ("Nora Field", "Tom Reed"), "Associated Press"),
        ("By Nora Field, Reuters", ("Nora Field",), "Reuters"),
        ("By Nora Field, staff writer", ("Nora Field",), None),
        ("By Nora Field, Senior Reporter, and Tom Reed", ("Nora Field", "Tom Reed"), None),
        ("By Nora Field and Bill Press", ("Nora Field", "Bill Press"), None),
        ("By Associated Press", ("Associated Press",), None),
    ],
)
def test_whom_a_person_writes_for_is_the_publisher_and_no_author(
    byline: str, authors: tuple[str, ...], publisher: str | None
) -> None:
    said = read(PASTED.replace("By Ida Moss", byline).encode(), "pasted.txt").metadata
    assert (said.authors, said.publisher) == (authors, publisher)


def test_front_matter_says_all_it_knows() -> None:
    front = (
        "title: Fares\nauthor: Ida Moss and Tom Reed\ndate: 2024-05-03\npublisher: Alder Gazette\n"
        "canonical_url: https://gazette.example/f\nlang: en\n"
    )
    said = read(f"---\n{front}---\nThe boat sails.\n".encode(), "a.md").metadata
    assert (said.title, said.authors, said.published) == ("Fares", ("Ida Moss", "Tom Reed"), "2024-05-03")
    assert (said.publisher, said.url, said.language) == ("Alder Gazette", "https://gazette.example/f", "en")


@pytest.mark.parametrize(
    "line",
    [
        "By the end of June the fares will have risen again.",
        "“Share the boat,” she said.",
        "By Thursday, Ned Orr had left the board.",
        "He said the photo was false: it showed another boat.",
        "Cookies were served on the boat.",
        "Comments by the chair angered the islanders.",
        "On 3 May 2024 the board met for the first time in two years.",
        "She won 4 of 12 seats.",
        "The Reuters office in Tarn was closed.",
        "Read the letter, he said, and judge for yourself.",
    ],
)
def test_a_sentence_is_never_taken_for_furniture(line: str) -> None:
    assert not is_furniture(line)
