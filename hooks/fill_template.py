"""Give the page template what it shows around the text."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from explainer.pages import skeleton
from explainer.pages.templating import compiled


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Hand over the site's words, and keep the theme's templates compiled between builds."""
    config.extra["site"] = skeleton.words(config.extra["library"])
    env.bytecode_cache = compiled()
    return env
