"""Give the page template what it shows around the text."""

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from explainer.pages import skeleton
from explainer.pages.templating import Compiled


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Hand over the site's words and the theme below ours; keep templates compiled between builds."""
    library = config.extra["library"]
    config.extra["site"] = skeleton.words(library)
    env.loader = FileSystemLoader(config.extra["theme_dirs"])
    env.bytecode_cache = Compiled(library.words)
    return env
