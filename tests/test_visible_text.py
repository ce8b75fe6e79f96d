"""What a reader sees of an article is what quotations are checked against: no word more, none less."""

import pytest
from growth import LINEAR, fourfold

from explainer.articles.article import text


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("It happened in\n1990. We never went back.", "It happened in 1990. We never went back."),
        ("Two things:\n\n3. The boats\n4. The nets", "Two things:\n\nThe boats\n\nThe nets"),
        ("First:\n1. The boats\n2. The nets", "First:\n\nThe boats\n\nThe nets"),
        ('I do <a href="x" title="a hidden cost">not</a> agree.', "I do not agree."),
        ("<div hidden><div>x</div>They like it.</div>Seen.", "Seen."),
        ("<p style=display:none>No.</p>Seen.", "Seen."),
        ('<b style="fill-opacity:0">Seen</b>.', "Seen."),
        ("We all need\\\npeace.", "We all need peace."),
        ("Write to <ann@bell.example> now.", "Write to ann@bell.example now."),
        ("The mark `<!--` opens it.\n\nSeen.", "The mark <!-- opens it.\n\nSeen."),
        ("About 10<sup>6</sup> people.", "About 10⁶ people."),
    ],
)
def test_markdown_is_read_as_it_is_seen(markdown: str, seen: str) -> None:
    assert text(markdown.encode(), ".md") == f"{seen}\n"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (
            "<p>We have 10<sup>6</sup> people and 4<sup>th</sup> place.</p>",
            "We have 10⁶ people and 4th place.",
        ),
        ("<p>It cost $32<sup>1</sup> billion.</p>", "It cost $32 billion."),
        ('<p>I do <b style="fill-opacity:0">not</b> agree.</p>', "I do not agree."),
        ('<p>I do <b style="color:red; opacity: 0">not</b> agree.</p>', "I do agree."),
    ],
)
def test_html_is_read_as_it_is_seen(markup: str, seen: str) -> None:
    assert text(markup.encode(), ".html") == f"{seen}\n"


@pytest.mark.parametrize(
    "piece",
    ["a", " b", "<!--a-->\n", "<b hidden>x</b>\n", "<b hidden>x\n", "+ ", "|-", '<a b="c" ', "`" * 40 + " "],
)
def test_no_pattern_costs_more_than_its_length(piece: str) -> None:
    def reading(size: int) -> object:
        return text(f"Seen. <a{piece * (size // len(piece))}\n\nx".encode(), ".md")

    assert fourfold(reading, 200_000) < LINEAR
