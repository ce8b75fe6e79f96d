"""Who asked a question is found again, and those in whom it is what was asked by a piece."""

from hypothesis import given
from hypothesis import strategies as st

from explainer.library.notebook import PIECE
from explainer.rendered.askers import Askers

QUESTIONS = st.sampled_from(["quote", "quote:a", "quote ids", "issue:b", f"{PIECE}one", f"{PIECE}two"])
THINGS = st.dictionaries(
    st.sampled_from([f"{PIECE}one", f"{PIECE}two", "people/", "quotes/", "index"]), st.sets(QUESTIONS)
)


def asking(asked: dict[str, set[str]], touched: set[str]) -> set[str]:
    """Who has asked one of these, looked for in everybody."""
    found: set[str] = set()
    while more := {name for name, all_of_it in asked.items() if all_of_it & (touched | found)} - found:
        found |= {name for name in more if name.startswith(PIECE) or name not in found}
    return found


@given(st.lists(st.tuples(THINGS, st.sets(QUESTIONS)), min_size=1, max_size=5))
def test_nobody_who_asked_is_forgotten_and_nobody_else_is_found(
    editions: list[tuple[dict[str, set[str]], set[str]]],
) -> None:
    askers, ever = Askers(), dict[str, set[str]]()
    asked: dict[str, set[str]] = {}
    for things, touched in editions:
        for name, questions in things.items():
            askers.note(name, questions)
            asked[name] = questions
            ever[name] = ever.get(name, set()) | questions
        askers.settle()
        assert [*askers.names.values()] == [*range(len(askers.names))], "a name's number is its place"
        before = {**askers.of}
        askers, found = askers.without(touched)
        assert asking(asked, touched) <= found <= asking(ever, touched)
        assert {key for key in before if before[key] != askers.of.get(key)} <= askers.changed
        for name in found:  # it is made again, and asks then, or is no more
            asked.pop(name, None)


def test_who_asks_less_than_before_is_found_once_too_often_and_then_no_more() -> None:
    askers = Askers()
    askers.note("people/", {"person", "quote"})
    askers.settle()
    askers, found = askers.without({"person"})
    assert found == {"people/"}
    askers.note("people/", {"person"})
    askers.settle()
    askers, found = askers.without({"quote"})
    assert found == {"people/"}
    askers.note("people/", {"person"})
    askers.settle()
    assert askers.without({"quote"})[1] == set()
