"""What is copied into the site as it is runs nothing, fetches nothing and is no page of its own."""

from pathlib import Path

import pytest

from explainer.safety.assets import asset_faults
from explainer.safety.css import fetched
from explainer.safety.markup import loads_from_elsewhere
from explainer.safety.svg import svg_fault

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
LIVE = (
    r'<style>@\69mport "https://evil.example/x.css";</style>',
    r'<style>@import/**/"https://evil.example/x.css";</style>',
    '<style>rect{background:image-set("https://evil.example/x.png" 1x)}</style>',
    '<style>rect{background:-webkit-image-set("//evil.example/x.png" 1x)}</style>',
    r"<style>rect{fill:u\72l(https://evil.example/#a)}</style>",
    r'<rect style="fill:\75 rl(https://evil.example/#a)"/>',
    '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://evil.example/"/>',
    '<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="stylesheet" href="#a"/>',
    '<image srcset="https://evil.example/x.png 2x"/>',
    '<use xlink:href="https://evil.example/#a"/>',
)


@pytest.mark.parametrize("inner", LIVE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_svg_that_fetches_or_runs_is_refused(inner: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert svg_fault((head + SVG.format(inner)).encode(encoding))


def test_a_style_sheet_named_outside_the_root_is_refused_in_any_encoding() -> None:
    text = (
        '<?xml version="1.0" encoding="utf-16"?><?xml-stylesheet href="https://evil.example/x"?>'
        + SVG.format("")
    )
    assert svg_fault(text.encode("utf-16"))


@pytest.mark.parametrize(
    "inner", ["<rect/>", '<a href="https://x.example/"><rect/></a>', '<rect style="fill:url(#a)"/>']
)
def test_a_quiet_svg_is_served(inner: str) -> None:
    assert svg_fault(SVG.format(inner).encode()) is None


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "x.xhtml", "x.xml", "x.svgz"])
def test_a_page_among_the_assets_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<p>", encoding="utf-8")
    assert len(list(asset_faults(tmp_path))) == 1


@pytest.mark.parametrize(
    ("css", "foreign"),
    [
        ('@\\69mport "https://evil.example/x.css";', True),
        ('a{background:image-set("https://evil.example/x" 1x)}', True),
        ("a{background:u\\72l(//evil.example/x)}", True),
        ("a{behavior:url(#x)}", True),
        ("a{background:url(../img/x.svg)}", False),
        ('@import "print.css";', False),
        ("a{content:'\\201C'}", False),
    ],
)
def test_a_style_sheet_fetches_nothing_from_elsewhere(css: str, foreign: bool) -> None:
    assert loads_from_elsewhere(css) is foreign


def test_addresses_are_read_as_a_browser_reads_them() -> None:
    assert fetched("a{b:url( 'x.png' )} @import url(y.css); c{d:src(\"z\")}") == ["x.png", "y.css", "z"]
