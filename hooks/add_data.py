"""Add what is not a page: JSON, CSV, feeds, citations, cards, the search index."""

from explainer.data import files as data_files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file that the core makes, as it is."""
    for path, content in data_files(config.extra["library"]):
        files.append(File.generated(config, path, content=content))
    return files
