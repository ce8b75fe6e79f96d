"""Tell MkDocs where the core's pages stand, so that nav and links of hand-written pages find them."""

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from explainer.pages import drafts


class RecordPage(Page):
    """A page that MkDocs only knows the place of: the core writes it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the place of reading Markdown."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty: MkDocs writes no empty page."""
        self.content, self.toc = "", TableOfContents([])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Name the pages of the nav."""
    library = config.extra["library"].afresh()  # which pages there are changes no page written by hand
    ours = {f"{draft.name.rstrip('/') or 'index'}.md" for draft in drafts(library)}
    for title, path in _named(config.nav or ()):
        if path in ours and path not in files.src_uris:
            file = File.generated(config, path, content="")
            file.page = RecordPage(title, file, config)
            files.append(file)
    return files


def _named(nav: Iterable[Any], title: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Yield title and target of each entry of a nav, whose parts may hold parts."""
    for entry in nav:
        if isinstance(entry, str):
            yield title, entry
        else:
            for words, below in entry.items():
                yield from _named([below] if isinstance(below, str) else below, words)
