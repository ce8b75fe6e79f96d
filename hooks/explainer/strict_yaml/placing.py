"""Where in its file a word of a value stands, whether the value is folded, quoted or in one line."""

from explainer.strict_yaml.parsed import Place

_SIGNS = "\"'\\"
"""What stands around or before a value's own characters, in quotation marks."""


def within(text: str, begin: Place, value: str, offset: int) -> Place:
    """Return the place of `value[offset]` in the file `text`, in which the value begins at `begin`.

    Where the file writes a character in another way (an escape), it is the value's beginning.
    """
    offset += len(value[offset:]) - len(value[offset:].lstrip())
    at = _index(text, begin)
    if text[at : at + 1] in ("|", ">"):
        at = text.find("\n", at)
    for character in value[: offset + 1]:
        if character.isspace():
            continue
        while text[at : at + 1] != character:
            if not text[at : at + 1] or not (text[at].isspace() or text[at] in _SIGNS):
                return begin
            at += 1
        at += 1
    return Place(text.count("\n", 0, at) + 1, at - 1 - text.rfind("\n", 0, at - 1))


def _index(text: str, place: Place) -> int:
    """Return the offset of a place in a text."""
    at = 0
    for _ in range(place.line - 1):
        at = text.index("\n", at) + 1
    return at + place.column - 1
