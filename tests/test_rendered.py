"""The built pages are looked at once more: quotations, scripts, requests, policy."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import toys
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from explainer.pages import pages
from explainer.pages.shell import Shells
from explainer.records.model import Quote
from explainer.rendered import Fault, broken_links, misquotations, seen_in
from explainer.rendered.page import read
from explainer.rendered.tags import PlainTags, Tag, Unclear, look_at
from explainer.rendered.tree import look, parse
from explainer.safety.policy import with_policy

QUOTES = {"a": Quote(id="a", source="s", exact="We will – build “it” & more,")}
SHOWN = '<q><span data-quote="a">We will – build “it” &amp; <em>more</em></span></q>'


def page(body: str, head: str = "") -> bytes:
    return with_policy(
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    )


def messages(folder: Path, body: str, head: str = "") -> list[str]:
    (folder / "index.html").write_bytes(page(body, head))
    return [fault.message for fault in faults(folder)]


def faults(folder: Path, quotes: dict[str, Quote] = QUOTES) -> list[Fault]:
    site = seen_in(folder)
    return [*site.faults, *misquotations(site, quotes)]


def test_a_page_that_shows_its_quotation_word_for_word_is_published(tmp_path: Path) -> None:
    assert (
        messages(tmp_path, SHOWN + '<a href="https://x.example/">a</a><img src="data:image/png;base64,AA==">')
        == []
    )


@pytest.mark.parametrize(
    "damaged",
    [
        "We will - build “it” &amp; more",
        "We will – build <q>it</q> &amp; more",
        "We will – build “it” &amp;amp; more",
        "We will",
        "We will – build “it” &amp; more,",
        " We will – build “it” &amp; more",
    ],
)
def test_a_quotation_damaged_on_its_way_stops_the_build(tmp_path: Path, damaged: str) -> None:
    (message,) = messages(tmp_path, f'<span data-quote="a">{damaged}</span>')
    assert message.startswith('quote "a" reads "') and 'its record "We will – build “it” & more"' in message


def test_a_quotation_that_is_on_no_page_and_one_that_is_no_record_are_told(tmp_path: Path) -> None:
    assert messages(tmp_path, '<span data-quote="b">x</span>') == [
        'shows the quote "b", which is no published record',
        'quote "a" is on no page',
    ]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>alert(1)</script>", "a script of its own"),
        ("<script type=module>1</script>", "a script of its own"),
        ("<script src=https://x.example/a.js></script>", "from another origin"),
        ("<script src=//x.example/a.js></script>", 'points to "//x.example/a.js"'),
        ("<p onclick=a()>x</p>", "has the attribute onclick"),
        ("<p style='color:red'>x</p>", "has the attribute style"),
        ("<a href='javascript:a()'>x</a>", 'points to "javascript:a()"'),
        ("<a href=' jav&#x09;ascript:a()'>x</a>", "points to"),
        ("<a href='data:text/html,x'>x</a>", "points to"),
        ("<iframe src=a.html></iframe>", "holds <iframe>"),
        ("<object data=a></object>", "holds <object>"),
        ("<base href=/>", "holds <base>"),
        ("<meta http-equiv=refresh content=0>", "redirect"),
        ("<meta http-equiv=refresh content='0; url=../a/'>", "redirect"),
        ("<link rel=canonical href=../b/><meta http-equiv=refresh content='0; url=../a/'>", "redirect"),
        ("<img src=https://x.example/a.png>", "from another origin"),
        ("<img srcset='https://x.example/a.png 2x'>", "from another origin"),
        ("<link rel=stylesheet href=https://x.example/a.css>", "from another origin"),
        ("<link rel='dns-prefetch' href='https://x.example'>", "from another origin"),
        ("<form action=https://x.example/><input></form>", "from another origin"),
        ("<button formaction='javascript:a()'>x</button>", "points to"),
        ("<svg><use href='https://x.example/a.svg#b'/></svg>", "from another origin"),
        ("<svg><a xlink:href='javascript:a()'>x</a></svg>", "points to"),
        ("<video poster=https://x.example/a.png></video>", "from another origin"),
    ],
)
def test_markup_that_runs_or_fetches_stops_the_build(tmp_path: Path, markup: str, words: str) -> None:
    found = messages(tmp_path, SHOWN + markup)
    assert found and any(words in message for message in found), found


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="../assets/a.js" type="module"></script>',
        '<script type="application/ld+json">{"a": "<b>"}</script>',
        '<link rel="canonical" href="https://x.example/"><link rel="alternate" href="https://x.example/feed.xml">',
        '<a href="https://x.example/">x</a><a href="mailto:a@x.example">x</a><a href="../b/#c">x</a>',
    ],
)
def test_what_a_page_needs_is_let_through(tmp_path: Path, markup: str) -> None:
    assert messages(tmp_path, SHOWN + markup) == []


def test_a_moved_page_leads_on_within_the_site_and_nowhere_else(tmp_path: Path) -> None:
    moved = '<link rel="canonical" href="{0}"><meta http-equiv="refresh" content="0; url={0}">'
    assert messages(tmp_path, SHOWN, moved.format("../new/")) == []
    for foreign in ("https://x.example/", "//x.example/", " https://x.example/"):
        assert any("redirect" in message for message in messages(tmp_path, SHOWN, moved.format(foreign)))


def test_styles_and_drawings_of_the_site_fetch_nothing_either(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{background:url('https://x.example/a.png')}", encoding="utf-8")
    (tmp_path / "b.css").write_text("@font-face{src:url(../fonts/a.woff2)}", encoding="utf-8")
    (tmp_path / "c.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>', encoding="utf-8"
    )
    assert [fault.page for fault in faults(tmp_path, {})] == ["a.css", "c.svg"]


def write(site: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = site / "index.html" if name == "home" else site / name / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page(body))
    return site


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("<a href='nowhere/'>x</a>", "no such file"),
        ("<a href='people/#nobody'>x</a>", "no element has the id 'nobody'"),
        ("<a href='#nobody'>x</a>", "no element has the id 'nobody'"),
        ("<img src='missing.png'>", "no such file"),
        ("<script src='/missing.js'></script>", "no such file"),
        ("<a href='people'>x</a>", "no such file"),
        ("<a href='../people/'>x</a>", "no such file"),
        ("<a href='people/?a=b#nobody'>x</a>", "no element has the id 'nobody'"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str, reason: str) -> None:
    site = write(tmp_path, home=link, people="<h2 id='petro'>Petro</h2>")
    assert [fault.message.partition(": ")[2] for fault in broken_links(seen_in(site))] == [reason]


def test_a_site_published_under_a_path_links_within_it(tmp_path: Path) -> None:
    links = "<a href='/ferries/people/'>a</a> <a href='https://site.example/ferries/people/'>b</a>"
    site = write(tmp_path, home=f"{links}<a href='/ferries/'>c</a><a href='/people/'>d</a>", people="x")
    found = [str(fault) for fault in broken_links(seen_in(site), home="https://site.example/ferries/")]
    assert found == ["index.html: /people/: no such file"]


def test_good_links_are_left_in_peace(tmp_path: Path) -> None:
    good = (
        "<a href='people/#petro'>a</a> <a href='./people/#%70etro'>b</a> <a href='https://example.org/x'>c</a>"
        "<a href='#:~:text=words'>d</a> <a href='mailto:a@example.org'>e</a>"
        "<a href='https://site.example/people/'>f</a>"
    )
    back = (
        "<a href='../'>a</a> <a href='..'>b</a> <a href='/'>c</a> <a href='.'>d</a> <a href='?q#petro'>e</a>"
    )
    site = write(tmp_path, home=good, people=f"<h2 id='petro'>Petro</h2>{back}")
    assert broken_links(seen_in(site), home="https://site.example/") == []


def test_a_page_without_a_policy_or_with_a_weak_one_stops_the_build() -> None:
    bare = html.fromstring("<html><head></head><body></body></html>")
    policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'unsafe-inline'\">"
    weak = html.fromstring(f"<html><head>{policy}</head></html>")
    assert all(
        any("content security policy" in message for message in look(each).faults) for each in (bare, weak)
    )


def policy(data: bytes) -> str:
    found = re.search(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', data)
    assert found
    return found[1].decode()


def test_the_policy_comes_first_and_allows_own_files_alone() -> None:
    made = page("x", "<title>T</title>")
    assert re.search(rb"<head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\"", made)
    assert "script-src 'self';" in policy(made) and "'unsafe-inline'" not in policy(made)
    assert "default-src 'none'" in policy(made)


def test_inline_code_is_allowed_by_its_hash_and_data_is_not_code() -> None:
    made = page('<script>let a = 1;</script><style>a{}</style><script type="application/ld+json">{}</script>')
    for code in (b"let a = 1;", b"a{}"):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}'" in policy(made)
    assert policy(made).count("sha256-") == 2


def test_making_the_policy_twice_changes_nothing() -> None:
    once = page("<script>1</script>", "<meta http-equiv='Content-Security-Policy' content='default-src *'>")
    assert with_policy(once) == once
    assert once.count(b"Content-Security-Policy") == 1


def test_finished_pages_are_read_tag_by_tag_and_as_the_parser_reads_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library, known = toys.waterworks(), PlainTags()
    shells = Shells(library)
    finished = [shells.document(page).html for page in pages(library)]
    as_parsed = [parse(page) for page in finished]
    monkeypatch.setattr("explainer.rendered.tree.parse", None)
    assert [read(page, known) for page in finished] == as_parsed


PIECES = (
    "words", " ", "&amp;", "&#34;", "&lt;", '"', "'", "<", ">", "=", "/", "<p>", "</p>", "<br/>", "<!--",
    "-->", "<![CDATA[", "]]>", '<a href="x/">', '<a href="javascript:a()">', "<a href=//x.example>",
    "<A HREF='j:a'>", '<a href="javascript:a()" href="x/">', "<script>", "</script>", "<?x", "<!x>", "\0",
    "\r\n", '<script type="application/json">', "<title>", "</title>", "<svg>", "</svg>", "<style>",
    "<template>", '<img src="https://x.example/a.png"',
    ' onclick="a()"', "<iframe", ' srcdoc="&lt;b&gt;">', '<p id="a">',
    '<span data-quote="a">', "</span>", '<p title="<b onclick=a()>">', "<textarea>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_the_parser_finds_fault_with_is_found_tag_by_tag(markup: str) -> None:
    page = f"<!doctype html><html><body>{markup}</body></html>"
    seen, parsed = read(page, PlainTags()), parse(page)
    assert seen.links >= parsed.links and seen.ids >= parsed.ids
    assert set(seen.faults) >= set(parsed.faults)
    assert set(seen.quotations) >= set(parsed.quotations)


_ELEMENTS = st.sampled_from(("a", "p", "link", "meta", "script", "img", "iframe", "button", "use", "A"))
_NAMES = ("href", "id", "src", "rel", "class", "onclick", "hidden", "http-equiv", "content", "style", "ID")
_VALUES = ("", "x/", "javascript:a()", "https://x.example/", "a&amp;b", "a&b", "canonical", "refresh", "1")
_GIVEN = st.lists(st.tuples(st.sampled_from(_NAMES), st.none() | st.sampled_from(_VALUES)), max_size=4)
_TAGS = st.lists(st.tuples(_ELEMENTS, _GIVEN, st.sampled_from(("", "/", " ", "x"))), max_size=12)


@given(_TAGS)
def test_a_tag_of_a_known_shape_is_read_as_if_it_were_the_first(
    tags: list[tuple[str, list[tuple[str, str | None]], str]],
) -> None:
    known = PlainTags()
    for name, given_, end in tags:
        attributes = [key if value is None else f'{key}="{value}"' for key, value in given_]
        source = f"{' '.join([f'<{name}', *attributes])}{end}>"
        assert outcome(known.__getitem__, source) == outcome(look_at, source)


def outcome(reader: Callable[[str], Tag | None], source: str) -> Tag | str | None:
    try:
        return reader(source)
    except Unclear:
        return "unclear"
