"""Sixty payloads in every text and address of every record type, opened in a real browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from newsroom import build, serve
from payload_site import ADDRESSES, PAYLOADS, write_content
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from explainer.contents.folder import read_all
from explainer.records import model
from explainer.records.part import Part
from explainer.records.site import Site
from explainer.rules import check
from explainer.safety.addresses import is_safe

_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(
    event.violatedDirective + " " + event.blockedURI + " " + event.sample), true);
"""


@dataclass
class Watch:
    """What a browser saw that no reader asked for."""

    origin: str
    seen: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Note dialogs, script errors and requests to anybody else."""
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.seen.append(f"script error: {error}"))
        page.on("request", self._request)
        page.on("console", self._console)
        page.add_init_script(_WATCH)

    def _dialog(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:")):
            self.seen.append(f"foreign request: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.seen.append(f"policy: {message.text}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made of nothing but payloads."""
    folder = tmp_path_factory.mktemp("payloads")
    result = build(write_content(folder / "content"), folder / "site", "--no-extract")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    yield from serve(site)


def test_no_payload_runs_asks_or_breaks_anything(site: Path, address: str, browser: Browser) -> None:
    watch = Watch(address)
    page = browser.new_page()
    watch.follow(page)
    visited = 0
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        page.goto(f"{address}{name.removesuffix('index.html')}", wait_until="load")
        violations = page.evaluate("window.violations")
        assert not watch.seen and not violations, f"{name}: {watch.seen} {violations}"
        quote = re.fullmatch(r"quotes/p-(\d+)/index.html", name)
        if quote:
            shown = page.locator(f"[data-quote=p-{quote[1]}]").first.text_content()
            assert shown == PAYLOADS[int(quote[1])], "a payload is text like any other"
        visited += 1
    page.close()
    assert visited > 5 * len(PAYLOADS)


def test_the_watch_sees_what_it_watches_for(address: str, browser: Browser) -> None:
    watch = Watch(address)
    page = browser.new_page()
    watch.follow(page)
    page.set_content("<img src=https://evil.invalid/a.png onerror=alert(1)><script>nobody.knows()</script>")
    page.wait_for_timeout(300)
    assert {line.partition(":")[0] for line in watch.seen} == {"dialog", "script error", "foreign request"}
    page.close()


def test_searching_for_a_payload_runs_nothing(address: str, browser: Browser) -> None:
    watch = Watch(address)
    page = browser.new_page()
    watch.follow(page)
    for query in ("alert", "script", "<img src=x onerror=alert(1)>", "\"'><svg onload=alert(1)>"):
        page.goto(f"{address}search/", wait_until="load")
        box = page.locator("input[type=search]").first
        if box.count():
            box.fill(query)
            page.wait_for_timeout(150)
    assert not watch.seen and not page.evaluate("window.violations")
    page.close()


def test_template_code_is_shown_as_it_is(site: Path) -> None:
    number = next(index for index, payload in enumerate(PAYLOADS) if payload.startswith("{{ 7*7 }}"))
    page = (site / f"quotes/p-{number}/index.html").read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in page and "root:" not in page
    assert not re.search(r">\s*49\s", page)


def test_data_blocks_hold_no_closing_tag_of_a_payload_s(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        for block in re.findall(
            r"<script type=\"application/ld\+json\">(.*?)</script>", file.read_text(), re.DOTALL
        ):
            assert isinstance(yaml.safe_load(block), dict | list), file


def url_fields() -> Iterator[tuple[type[Part], str, bool]]:
    for record_type, names in (
        (model.Source, ("url", "archive_url")),
        (model.Person, ("same_as",)),
        (Site, ("contact", "url", "repository")),
    ):
        for name in names:
            yield record_type, name, name == "same_as"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_runs_code_or_leaves_the_web_is_refused_in_every_field(
    address: str, tmp_path: Path
) -> None:
    assert not is_safe(address, absolute=True) and not is_safe(address)
    expected = 0
    for record_type, name, is_list in url_fields():
        expected += 1
        record: dict[str, object] = {"title": "A"} if record_type is not model.Person else {"name": "A"}
        record[name] = [address] if is_list else address
        path = tmp_path / getattr(record_type, "FOLDER", ".") / f"{name}.yml".replace("_", "-")
        path = tmp_path / "site.yml" if record_type is Site else path
        path.parent.mkdir(exist_ok=True)
        written = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.write_text(yaml.safe_dump({**written, **record}, allow_unicode=True), encoding="utf-8")
    problems = [each for each in check(read_all(tmp_path)).problems if each.severity == "error"]
    assert len(problems) == expected, problems
