"""Add what is not a page: JSON, CSV, feeds, citations, cards, the search index."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from explainer import data
from explainer.data import redirects


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file that the core makes, as it is."""
    library = config.extra["library"]
    for path, content in (*data.files(library), *redirects.files(library)):
        files.append(File.generated(config, path, content=content))
    return files
