"""Add the generator's pages and assets to a newsroom's own, where it has none of that name."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from explainer.places import DOCS


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file that the docs folder lacks; none where that folder is the generator's."""
    there = {file.src_uri for file in files}
    if Path(config.docs_dir) == DOCS:
        return files
    for path in sorted(path for path in DOCS.rglob("*") if path.is_file()):
        name = path.relative_to(DOCS).as_posix()
        if name not in there:
            files.append(File(name, str(DOCS), config.site_dir, config.use_directory_urls))
    return files
