"""What a writer's bracket may do to somebody's words without a signature: name, complete or explain.

    [Petro] is right        names whom a pronoun means; the name stands in the source
    [the] talks             completes with small words
    they [the fishermen]    explains in words of the source
    the ELN [Ejército de …] spells initials out
    15 miles [24 km]        says a number in another unit

Any other bracket negates, weakens, turns or replaces, or may do so: a writer signs it.
"""

import re
import unicodedata

from explainer.text.characters import shown, suspicious
from explainer.text.pattern import pattern
from explainer.verification import wordlists
from explainer.verification.folding import fold

_TURNING = pattern(
    rf"(?<!\w)(?:{wordlists.either('turning')}|{wordlists.either('negations')}|[a-z]+n['’]t)(?!\w)",
    re.IGNORECASE,
)
_WORD = pattern(r"[\w’']+")
_NUMBER = pattern(r"\d[\d.,]*\s*(?:[a-zA-Z°%€£$]+)?\Z")
_CONVERTED = pattern(
    r"(?:about |or )?[$€£]?\d[\d.,]*\s*(?:million|billion)?\s*[a-zA-Z°%/² ]{0,20}", re.IGNORECASE
)
_MOST_COMPLETING = 3
_MOST_EXPLAINING = 8


def objection(put_in: str, left_out: str, *, before: str, after: str, text: str) -> str | None:
    """Return why a bracket needs a signature; None where it plainly names, completes or explains.

    `before` and `after` are the quotation's characters around the bracket, `left_out` the source's words
    that it stands for, `text` the source.
    """
    words, replaced = put_in.strip(" .…"), _WORD.findall(left_out)
    told = f'"[{shown(words)}]"'
    if _TURNING.search(words):
        return f"negates, weakens or turns what was said by its bracket {told}"
    if before[-1:].isalnum() or after[:1].isalnum():
        return f"changes a word by its bracket {told}"
    if replaced:
        pronouns = wordlists.words("pronouns")
        is_naming = all(word.casefold() in pronouns for word in replaced) and _stands(words, text)
        return None if is_naming else f'puts {told} for the source\'s "{shown(" ".join(replaced))}"'
    if _completes(words) or _is_name(words, text) or _explains(words, before.rstrip(), text):
        return None
    return f"puts in {told}, which neither names, completes nor explains in words of the source"


def disguises(exact: str, put_in: list[str]) -> list[str]:
    """Return what in a quotation's own characters may disguise a word: invisible or look-alike ones."""
    found = [message for _, message in suspicious(exact)]
    is_latin = sum(map(_is_latin, exact)) * 2 > sum(map(str.isalpha, exact))
    for words in put_in if is_latin else ():
        strange = [letter for letter in words if letter.isalpha() and not _is_latin(letter)]
        found += [
            f'"{letter}" in a bracket is {unicodedata.name(letter, "unnamed")}' for letter in strange[:1]
        ]
    return found


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ")


def _completes(words: str) -> bool:
    small = wordlists.words("completing")
    found = [word.casefold() for word in _WORD.findall(words)]
    return 0 < len(found) <= _MOST_COMPLETING and all(word in small for word in found)


def _is_name(words: str, text: str) -> bool:
    return words[:1].isupper() and all(
        word[0].isupper() or word in wordlists.words("completing") for word in _WORD.findall(words)
    ) and _stands(words, text)  # fmt: skip


def _explains(words: str, before: str, text: str) -> bool:
    explained = _WORD.findall(before)[-1:]
    if not explained or before[-1] in ",;:" or len(_WORD.findall(words)) > _MOST_EXPLAINING:
        return False
    if _NUMBER.search(before):
        return _CONVERTED.fullmatch(words) is not None
    initials = "".join(word[0] for word in _WORD.findall(words) if word[0].isupper())
    if len(explained[0]) > 1 and explained[0].isupper() and initials == explained[0].replace(".", ""):
        return True
    is_thing = explained[0][0].isupper() or explained[0].casefold() in wordlists.words("pronouns")
    return is_thing and _stands(words, text)


def _stands(words: str, text: str) -> bool:
    """Say whether words, a leading article aside, stand in the source."""
    bare = re.sub(r"\A(?:the|a|an|el|la|los|las|le|les|der|die|das)\s+", "", fold(words), flags=re.IGNORECASE)
    return bare != "" and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text, re.IGNORECASE) is not None
