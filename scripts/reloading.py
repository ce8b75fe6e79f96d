"""The server that reloads pages, of MkDocs or of ProperDocs: apart from `engine`, for a build needs none."""

import engine  # noqa: F401  # from here on `mkdocs` is whichever is installed

from mkdocs.livereload import LiveReloadServer  # isort: skip

__all__ = ["LiveReloadServer"]
