"""Hostile articles behave as their lines in tests/hostile/MANIFEST.tsv say, and further ones with them."""

import shutil
from pathlib import Path

import pytest
from growth import LINEAR, fourfold

from explainer.articles import article
from explainer.contents.folder import read_all
from explainer.safety.assets import asset_faults
from explainer.safety.svg import svg_fault
from explainer.text.encoding import NotText
from extraction import extract

HOSTILE = Path(__file__).parent / "hostile"


def text_of(name: str) -> str:
    return article.text((HOSTILE / name).read_bytes(), Path(name).suffix)


def quotes_in(name: str) -> list[str]:
    return [quote.exact for quote in extract(text_of(name)).quotes]


def refusal(data: bytes, suffix: str = ".html") -> str:
    with pytest.raises(NotText) as caught:
        article.read(data, suffix)
    return f"{caught.value.line}:{caught.value.column}: {caught.value}"


def html(body: str) -> str:
    return article.text(body.encode(), ".html")


def markdown(body: str) -> str:
    return article.text(body.encode(), ".md")


def test_a01_nothing_of_the_article_s_markup_reaches_its_text() -> None:
    text = text_of("a01-xss.html")
    assert "He said “Yes we will.”" in text
    assert not any(sign in text for sign in ("<", ">", "alert", "onclick", "javascript"))
    assert quotes_in("a01-xss.html") == ["Yes we will."]


def test_a02_no_mutation_brings_markup_back() -> None:
    text = html('<p>Seen.</p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>')
    assert "onerror" not in text and text.startswith("Seen.")
    text = html(
        "<p>Seen.</p><math><mtext><table><mglyph><style><!--</style>"
        "<img title='--&gt;&lt;img src=1 onerror=alert(7)&gt;'>"
    )
    assert "onerror" not in text and "Seen." in text


def test_a03_only_what_a_reader_sees_is_read_and_the_rest_is_reported() -> None:
    read = article.read((HOSTILE / "a03-hidden.html").read_bytes(), ".html")
    assert read.text == "“Visible.”\n"
    told = " ".join(message for _, _, message in read.notes)
    for hidden in ("Hidden one", "Hidden two", "Template", "Noscript", "Deleted"):
        assert hidden in told
    assert "Comment" not in told, "comments are no text"
    assert [(line, message.startswith("hidden text skipped")) for line, _, message in read.notes] == [
        (1, True)
    ]
    assert quotes_in("a03-hidden.html") == ["Visible."]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo\n"),
        ("one<br>two", "one\ntwo\n"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree\n"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo\n"),
        ("<table><tr><td>2019<td>5</table>", "2019\t5\n"),
        ("<h1>Head</h1>text", "Head\n\ntext\n"),
        ("w<b>or</b>d and <i>more</i>", "word and more\n"),
        ("<p>a\n  b&nbsp;c</p>", "a b\u00a0c\n"),
        ("<details><summary>More</summary>text</details>", "More\n\ntext\n"),
        ("<figure><img src=x><figcaption>Caption</figcaption></figure>end", "Caption\n\nend\n"),
    ],
)
def test_a04_no_words_are_glued_and_none_torn(body: str, text: str) -> None:
    assert html(body) == text


def test_a05_a_wrong_declaration_of_encoding_is_told_and_no_letter_is_lost() -> None:
    read = article.read((HOSTILE / "a05-latin1.html").read_bytes(), ".html")
    assert read.text == "“café”\n"
    assert [message for _, _, message in read.notes] == [
        "declares utf-8 and is not; read as Windows-1252: look at its accented letters"
    ]


def test_a_declared_encoding_is_believed_where_the_page_is_not_utf8() -> None:
    page = b'<meta charset="windows-1252"><p>caf\xe9 \x93yes\x94</p>'
    assert article.read(page, ".html").notes == ()
    assert article.text(page, ".html") == "café “yes”\n"
    assert article.text(b'<meta charset="gb2312"><p>\xc4\xe3\xba\xc3</p>', ".html") == "你好\n"
    assert article.text(b'<meta charset="utf-7"><p>+ADw-</p>', ".html") == "+ADw-\n"
    assert article.text("<p>a</p>".encode("utf-16"), ".html") == "a\n"
    assert article.text("<p>café</p>".encode(), ".html") == "café\n"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<div>" * 20_000, "nests tags more than 512 deep"),
        (b"<b>" * 20_000, "nests tags more than 512 deep"),
        (b"<div></x>" * 20_000, "nests tags more than 512 deep"),
        (b"<b>a</b>" * 110_000, "more than 100,000 tags"),
        (b"<p " + b" ".join(b"a%d" % n for n in range(50_000)) + b">", "more than 1,000 attributes"),
        (b"x" * 5_000_001, "is larger than 5 MB"),
        (b"", "holds no text"),
        (b"<script>1</script>", "holds no text"),
        (b"<p>a\x00b", "control character U+0000"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else None,
)
def test_a06_a14_a_page_beyond_the_limits_is_refused_before_it_is_parsed(page: bytes, words: str) -> None:
    assert words in refusal(page)


def test_unclosed_paragraphs_and_items_are_no_nesting() -> None:
    assert html("<p>a" * 600 + "<ul>" + "<li>b" * 600).count("b") == 600


GROWING: dict[str, tuple[str, str]] = {
    "brackets": ("[", ".md"),
    "images": ("![", ".md"),
    "links left open": ("[a](", ".md"),
    "emphasis": ("*a _b ", ".md"),
    "stars": ("*", ".md"),
    "backquotes": ("`a ``b ", ".md"),
    "entities": ("&amp", ".md"),
    "angles": ("<a ", ".md"),
    "comments": ("<!-- ", ".md"),
    "scripts": ("<script>", ".md"),
    "hidden": ("<p hidden>", ".md"),
    "quotations": ("> ", ".md"),
    "front matter": ("---\n", ".md"),
    "tables": ("| a |\n|-|\n", ".md"),
    "footnotes": ("[^a]: b\n", ".md"),
    "less-than signs": ("<", ".html"),
    "comments in a page": ("<!-- ", ".html"),
    "entities in a page": ("&lt;", ".html"),
    "spaces": (" \n", ".html"),
    "opening marks": ("“", ".txt"),
    "invisible characters": ("\u200b", ".txt"),
}


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_input_takes_about_four_times_the_time(name: str) -> None:
    piece, suffix = GROWING[name]

    def read(size: int) -> None:
        article.read(("x" + piece * (size // len(piece)) + "x").encode(), suffix)

    assert fourfold(read, 60_000) < LINEAR


def test_a07_a_wall_of_opening_marks_is_read_and_extracted() -> None:
    assert len(text_of("a07-redos-quotes.txt")) > 30_000
    quotes_in("a07-redos-quotes.txt")


def test_a08_a_wall_of_brackets_is_read_without_rendering() -> None:
    assert text_of("a08-redos-md.md").startswith("T\n\n[[[[")


def test_a09_broken_front_matter_is_told_with_line_and_column() -> None:
    data = (HOSTILE / "a09-frontmatter.md").read_bytes()
    assert refusal(data, ".md").startswith("2:15: front matter: a colon and a space")
    assert refusal(b"---\ntitle: a\n\ntext\n", ".md").startswith("1:1: the front matter is never closed")
    assert refusal(b"---\ntitle: a\ntitle: b\n---\ntext\n", ".md").startswith("3:1: ")


def test_front_matter_that_is_right_describes_the_article() -> None:
    read = article.read(b"---\ntitle: no\ndate: 2024-02-03\n---\nText.\n", ".md")
    assert (read.text, read.meta) == ("Text.\n", {"title": "no", "date": "2024-02-03"})


def test_a10_the_control_article_yields_its_quotes_with_exact_offsets() -> None:
    text = text_of("a10-plain.txt")
    assert text == (HOSTILE / "a10-plain.txt").read_text(encoding="utf-8")
    quotes = extract(text).quotes
    assert len(quotes) == 2
    assert all(text[quote.start : quote.end] == quote.exact for quote in quotes)


def test_a11_disguises_are_kept_and_reported_by_code_point() -> None:
    data = (HOSTILE / "a11-homoglyph.txt").read_bytes()
    read = article.read(data, ".txt")
    assert read.text.encode() == data
    told = " ".join(message for _, _, message in read.notes)
    assert all(point in told for point in ("U+0456", "U+200B", "U+202E"))


def test_a12_template_code_and_snippets_are_words_and_link_definitions_vanish() -> None:
    text = text_of("a12-ssti.md")
    assert "{{ 7*7 }}" in text and "49" not in text
    assert '"/etc/passwd"' in text and "root:" not in text
    assert "javascript" not in text


def test_a13_nul_is_refused_and_the_message_shows_none() -> None:
    with pytest.raises(NotText) as caught:
        text_of("a13-nul-controls.txt")
    assert str(caught.value).isprintable()
    assert caught.value.line == 1 and "control character U+0000" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "suffix", "text"),
    [
        (b"One\x07 two\x1d\x85three\rfour\r\n", ".txt", "One  two  three\nfour\r\n"),
        (b"<p>a\x07b&#7;c&#0;d", ".html", "a b c d\n"),
        ("a\ufffdb".encode(), ".txt", "a\ufffdb"),
    ],
)
def test_a13_other_controls_are_read_as_spaces_and_every_offset_stays(
    data: bytes, suffix: str, text: str
) -> None:
    assert article.text(data.replace(b"\x85", "\x85".encode()), suffix) == text


def test_a15_a_linked_article_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.yml").write_text("title: A\n", encoding="utf-8")
    (tmp_path / "sources/a.txt").symlink_to("/etc/passwd")
    contents = read_all(tmp_path)
    assert ["is a symbolic link" in problem.message for problem in contents.set_aside] == [True]
    assert not contents.texts


@pytest.mark.parametrize("file", ["../a.txt", "/etc/passwd.txt", "..\\a.txt", "sub/a.txt"])
def test_an_article_s_file_lies_beside_its_record(tmp_path: Path, file: str) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.yml").write_text(f"title: A\nfile: '{file}'\n", encoding="utf-8")
    contents = read_all(tmp_path)
    assert contents.problems and not contents.texts


@pytest.mark.parametrize(
    "body",
    [
        "<script>a</script>", "<a onclick='x'>a</a>", "<foreignObject/>", "<iframe src='x'/>",
        "<image href='https://x.example/a.png'/>",
        "<use href='data:image/svg+xml;base64,PHN2Zz4='/>",
        "<a href='javascript:alert(1)'><text>a</text></a>",
        "<style>@import url(https://x.example/a.css);</style>", "<rect style='fill:url(https://x.example/#a)'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
    ],
)  # fmt: skip
def test_a16_a_live_svg_is_refused(body: str) -> None:
    fault = svg_fault(f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}</svg>'.encode())
    assert fault is not None and fault.line == 2


def test_a16_the_file_is_refused_with_its_line(tmp_path: Path) -> None:
    shutil.copy(HOSTILE / "a16-evil.svg", tmp_path)
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    first, second = asset_faults(tmp_path)
    assert (first.path.name, first.line, first.message) == ("a16-evil.svg", 1, "onload is not allowed in SVG")
    assert second.message.startswith("is a symbolic link")


def test_an_honest_svg_is_let_through() -> None:
    body = (
        '<defs><clipPath id="c"/></defs><style>a{fill:red}</style><g clip-path="url(#c)"><use href="#c"/></g>'
    )
    assert svg_fault(f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>'.encode()) is None


def test_an_svg_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert "document types" in str(svg_fault(bomb))
    assert "not well-formed" in str(svg_fault(b"<svg><a></svg>"))


def test_a17_document_types_and_entities_of_a_page_expand_to_nothing() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>before &x; after</p>'
    text = html(page)
    assert "root:" not in text and "before" in text


def test_markdown_is_reduced_to_its_words() -> None:
    source = (
        '# Head *line* #\n\nPara “quoted\nwords” with **bold**, _em_, `co*de`, [link](http://x.example "t"), '
        "![img](a.png)2 * 3, snake_case, price* “[The] plan” &amp; \\*lit\\* <http://a.example/c>.[^1]\n"
        "<!-- hidden --> ~~gone~~\n> quote one\n> still\n\n- item a\n- item b\n  more\n\n[^1]: Foot note.\n"
        "[x]: javascript:alert(1)\n\nSetext\n======\nafter <span hidden>no</span> <b>yes</b>\n"
    )
    assert markdown(source).split("\n\n") == [
        "Head line",
        "Para “quoted words” with bold, em, co*de, link, 2 * 3, snake_case, price* “[The] plan” & *lit* "
        "http://a.example/c.",
        "quote one still",
        "item a",
        "item b more",
        "Foot note.",
        "Setext",
        "after yes\n",
    ]


def test_a18_a_path_in_a_text_is_words_and_ids_come_from_file_names_alone() -> None:
    assert text_of("a18-nul-name.txt").endswith("../../etc/passwd\n")
    assert all("/" not in quote for quote in quotes_in("a18-nul-name.txt"))
