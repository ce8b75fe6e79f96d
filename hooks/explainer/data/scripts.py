"""What the reader's scripts say: `assets/words.js`, which `docs/assets/say.js` speaks from."""

import json
from collections.abc import Iterator

from explainer.library.library import Library

GROUPS = ("script", "found-kinds")


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the module: the site's language, and the texts by their names without their group."""
    words = library.words
    texts = {
        key.partition(".")[2]: text for key, text in words.texts.items() if key.partition(".")[0] in GROUPS
    }
    said = json.dumps(texts, ensure_ascii=False, indent=1, default=dict)
    yield (
        "assets/words.js",
        f"export const language = {json.dumps(words.language)};\nexport const texts = {said};\n".encode(),
    )
