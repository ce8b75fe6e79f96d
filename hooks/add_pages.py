"""Add one page per record, the index pages and the home page."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from explainer.pages import pages
from explainer.pages.page import Page as Rendered


class RecordPage(Page):
    """A page whose HTML the core has made: MkDocs only puts it into the template."""

    rendered: Rendered

    def __init__(self, file: File, config: MkDocsConfig, rendered: Rendered) -> None:
        self.rendered = rendered
        super().__init__(rendered.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the place of reading Markdown: half of a stock build's time."""
        self.markdown, self.meta = "", self.rendered.meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished HTML."""
        self.content, self.toc = self.rendered.body, TableOfContents([])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop the theme's scripts and styles, which our templates do not load; add our pages."""
    for file in [file for file in files if _is_theme_asset(file, config)]:
        files.remove(file)
    nav = {path for entry in config.nav or () for path in entry.values()}
    for rendered in pages(config.extra["library"]):
        uri = rendered.markdown_path
        inclusion = InclusionLevel.INCLUDED if uri in nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content="", inclusion=inclusion)
        file.page = RecordPage(file, config, rendered)
        files.append(file)
    return files


def _is_theme_asset(file: File, config: MkDocsConfig) -> bool:
    ours = file.src_dir in (None, config.docs_dir)
    return not ours and file.src_uri.startswith(("assets/", "sitemap.xml"))
