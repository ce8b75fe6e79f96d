"""`[[kind:id]]` and `[[kind:id|words]]`: how prose links to a record.

Two patterns, for two questions. What is a right link? `LINK`; rules go by it, so nothing else counts as
evidence. What did a writer mean as one? `MEANT`; pages turn it into a link or leave its words, so that no
reader ever sees brackets. A link may run on into the next line of the file, as folded prose does.
"""

from explainer.text.pattern import pattern

_WORDS = r"(?:[^\[\]\n]|\n(?!\s*\n))"
LINK = pattern(rf"\[\[\s*([a-z]+):([a-z0-9-]+)\s*(?:\|({_WORDS}{{1,500}}))?\]\]")
"""Groups: kind, id, words."""

MEANT = pattern(rf"\[\[\s*([^\[\]|\n]{{1,120}}?)\s*(?:\|\s*({_WORDS}{{1,500}}?)\s*)?\]\]")
"""Groups: the reference as written, words."""

BRACKETED = pattern(rf"\[\[({_WORDS}{{0,200}})\]\]")
"""Anything in double brackets, to be told that it is no link."""
