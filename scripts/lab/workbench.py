"""A copy of the project with made-up news in it, and what is measured there.

A copy, so that its caches can be taken away and its records edited.
"""

import os
import shutil
import sys
from pathlib import Path

from lab.costs import Cost, cost
from lab.news import write_articles
from lab.phrases import NOUNS

ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("hooks", "scripts", "docs", "mkdocs.yml")
_ELSEWHERE = frozenset(("CI", "GITHUB_ACTIONS", "PYTHONDONTWRITEBYTECODE"))
_DRAWN = frozenset(("cards", "pictures"))
"""Caches that a whole build keeps: what is drawn once, whatever is built; templates lie compiled in `tmp`."""
_LOAD = """import gc, sys, time
from pathlib import Path
gc.disable()  # as the commands do that read
from explainer.library.reading import read
begun = time.process_time()
read(Path(sys.argv[1]))
print(time.process_time() - begun)"""


class Workbench:
    """One newsroom of about so many records."""

    def __init__(self, folder: Path, records: int) -> None:
        """Copy the project into `folder`, write the articles and extract them."""
        self.root, self._edits = folder, 0
        for part in _PARTS:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(ROOT / part, folder / part)
        self.content, self.site = folder / "content", folder / "site"
        self._articles = folder / "articles"
        write_articles(self._articles, records=records)
        # The copy's own code, kept compiled as on any machine, and nothing of where this runs.
        self.env = {
            **{name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
            "PYTHONPATH": f"{folder / 'hooks'}{os.pathsep}{folder / 'scripts'}",
            "NO_MKDOCS_2_WARNING": "1",
            "TMPDIR": str(folder / "tmp"),
        }
        (folder / "tmp").mkdir()
        self.extract()
        self.records = sum(1 for _ in self.content.glob("*/*.yml"))
        quotes = sorted(self.content.glob("quotes/*.yml"))
        self.edited = quotes[len(quotes) // 2]
        self.page = f"quotes/{self.edited.stem}/"
        self._text = self.edited.read_text(encoding="utf-8")

    def script(self, name: str) -> list[str]:
        """Return the command that runs one of the project's."""
        return [sys.executable, str(self.root / f"scripts/{name}.py")]

    def extract(self) -> Cost:
        """All articles into records, in one process, from nothing."""
        shutil.rmtree(self.content, ignore_errors=True)
        shutil.copytree(self._articles, self.content / "sources")
        return self._run(*self.script("extract"), "--jobs", "1")

    def check(self) -> Cost:
        """All records, without a build."""
        return self._run(*self.script("check"))

    def load(self) -> Cost:
        """Reading and checking alone, in a process that has loaded all code: CPU of that and no more."""
        self._forget()
        whole = self._run(sys.executable, "-c", _LOAD, str(self.content))
        return Cost(float(whole.said.splitlines()[-1]), whole.wall, whole.peak)

    def first(self) -> Cost:
        """A build on a fresh checkout, as CI does it: nothing compiled, nothing kept."""
        self._clear()
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        shutil.rmtree(self.root / "tmp")
        (self.root / "tmp").mkdir()
        for compiled in list(self.root.glob("*/**/__pycache__")):
            shutil.rmtree(compiled)
        return self._run(*self.script("build"), "--no-extract", CI="true")

    def build(self) -> Cost:
        """The whole site, all pages anew."""
        self._clear()
        self._forget()
        return self._run(*self.script("build"), "--no-extract")

    def addressed(self) -> Cost:
        """The same of a site with an address: its pages carry code to copy, and oEmbed answers for each."""
        settings = self.content / "site.yml"
        settings.write_text("url: https://news.example/\n", encoding="utf-8")
        try:
            if not (self.root / ".cache/cards").is_dir():
                self.build()  # cards are drawn once, and a site without an address has none
            return self.build()
        finally:
            settings.unlink()

    def edit(self) -> Cost:
        """A build after one record was saved."""
        self._edit()
        return self._run(*self.script("build"), "--no-extract")

    def remake(self) -> Cost:
        """`make site` after one record was saved, which looks at the articles too."""
        self._edit()
        return self._run(*self.script("build"))

    def unchanged(self) -> Cost:
        """`make site` when nothing was saved since the last one."""
        self._run(*self.script("build"))
        return self._run(*self.script("build"))

    def restore(self) -> None:
        """Take the edits back."""
        self.edited.write_text(self._text, encoding="utf-8")

    def _edit(self) -> None:
        self._edits += 1
        note = f"note: Heard beside a {NOUNS[self._edits % len(NOUNS)]}.\n"
        self.edited.write_text(self._text + note, encoding="utf-8")

    def _clear(self) -> None:
        """Take the site away, and the one before it, which lies hidden beside it."""
        for folder in (self.site, *self.root.glob(f".{self.site.name}.*/")):
            shutil.rmtree(folder, ignore_errors=True)

    def _forget(self) -> None:
        for cache in (self.root / ".cache").glob("*"):
            if cache.is_file():
                cache.unlink()
            elif cache.name not in _DRAWN:
                shutil.rmtree(cache)

    def _run(self, *command: str, **settings: str) -> Cost:
        return cost(command, cwd=self.root, env={**self.env, **settings})


def weight(site: Path) -> tuple[int, float]:
    """Return how many files there are below a folder, and their megabytes."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6
