"""MkDocs, or ProperDocs where that is installed in its place: the one module that asks which."""

from importlib.util import find_spec

if find_spec("mkdocs") is None:
    import properdocs.replacement  # noqa: F401  # from here on `mkdocs` is ProperDocs, for our hooks too

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

LOGGER = build.__module__.partition(".")[0]
"""The name that its messages are logged under."""

__all__ = ["LOGGER", "MkDocsException", "build", "load_config"]
