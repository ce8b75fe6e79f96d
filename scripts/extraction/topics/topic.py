"""A topic: an issue articles may be about, and the terms that tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.topics.terms import bare, parse

SURE, LIKELY, HINT = 3, 2, 1
"""Points of a term: enough for a paragraph, enough for a headline, worth something beside others."""


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue articles may be about, and the terms that tell (their form: `terms`)."""

    id: str
    title: str
    question: str = ""
    include: tuple[tuple[str, int], ...] = ()
    """Terms with their points: 3 marks a paragraph alone, 2 a headline, 1 adds to others."""
    exclude: tuple[str, ...] = ()
    """Terms that cancel what begins within them: "trade union" cancels "trade"."""
    places: tuple[tuple[str, ...], ...] = ()
    """Countries, each with the names it goes by: one sets a scene (1 point), several do more (2 points)."""
    powers: frozenset[str] = frozenset()
    """Words that make a place act: "Turkish officials", "war in Chad" are sure signs."""

    @classmethod
    def defined(
        cls,
        id: str,
        title: str,
        *,
        question: str = "",
        include: Sequence[str] = (),
        exclude: Sequence[str] = (),
    ) -> "Topic":
        """Return a topic made from a writer's own terms, or from its title where there are none."""
        return cls(id, title, question).extended(include or (title.lower(),), exclude)

    def extended(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> "Topic":
        """Return this topic with more terms, all of them sure signs, which overrule its own exclusions.

        Raises:
            ValueError: a term has no word in it, or a stem under four letters.
        """
        for term in (*include, *exclude):
            parse(term)
        sure = tuple((term, SURE) for term in include)
        overruled = {bare(term) for term in include}
        kept = tuple(term for term in self.exclude if bare(term) not in overruled)
        return replace(self, include=self.include + sure, exclude=kept + tuple(exclude))
