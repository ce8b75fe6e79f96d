"""Names of files: which of them are text, and which belong to an editor or a system and to nobody's site."""


def is_hidden(name: str) -> bool:
    """Say whether an editor or a system put a file there for itself: .name.swp, .#name, name~, #name#."""
    return name.startswith(".") or name.endswith("~") or (name[:1] == "#" and name[-1:] == "#")


def is_unicode(name: str) -> bool:
    """Say whether a name is text: one whose bytes are not UTF-8 cannot be written down anywhere."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)
