"""Random mixtures of articles that nobody prepared: does a newsroom of them build?"""

import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from explainer.errors import ContentError
from explainer.library.reading import read
from explainer.pages import pages
from revision.parallel import Cores, in_order
from revision.run import Options, revise

FEWEST, MOST = 2, 80
"""Articles in a mixture."""


def faults(articles: Sequence[Mapping[str, Any]], *, count: int, jobs: int | None = None) -> Iterator[str]:
    """Yield for each of `count` mixtures what kept it from building; nothing where it builds.

    A mixture is extracted, checked and made into pages, as `make site` does; MkDocs is left out, which only
    puts those pages into files. The same mixtures each time.
    """
    return in_order(partial(_fault, articles), range(count), jobs=jobs, is_much=count > 4)


def _fault(articles: Sequence[Mapping[str, Any]], seed: int) -> str:
    chance = random.Random(seed)
    chosen = chance.sample(articles, min(len(articles), chance.randint(FEWEST, MOST)))
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        (content / "sources").mkdir(parents=True)
        for number, article in enumerate(chosen):
            path = content / "sources" / f"{number}-{article['id'][:120]}.txt"
            path.write_text(article["text"], encoding="utf-8")
        try:
            outcome = revise(content, Options(workers=Cores(1)))
            library = read(content)
        except ContentError as error:
            return str(next(each for each in error.problems if each.severity == "error"))
        unread = [str(problem) for problem in outcome.set_aside]
        made = sum(1 for _ in pages(library))
    return unread[0] if unread else "" if made else "no pages"
