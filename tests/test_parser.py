"""Both parsers read a writer's question marks alike: PyYAML's own takes them for keys inside brackets."""

import pytest
import yaml

from explainer.strict_yaml.parser import parser
from explainer.strict_yaml.reading import parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: [Who pays?]", ["Who pays?"]),
        ("a: [Who pays?, And who asked?]", ["Who pays?", "And who asked?"]),
        ("a: [Qui paie ?, b]", ["Qui paie ?", "b"]),
        ("a: [Really??]", ["Really??"]),
        ("a: [https://x.example/?q=1]", ["https://x.example/?q=1"]),
        ("a: {b: Who pays?}", {"b": "Who pays?"}),
        ("a: {who?: b}", {"who?": "b"}),
        ("a: ['Who?', \"Why?\"]", ["Who?", "Why?"]),
        ("a: [b  # why?\n  , c]", ["b", "c"]),
        ("a: Who? Why ?", "Who? Why ?"),
        ("a: [\ue000?]", ["\ue000?"]),
    ],
)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure Python"])
def test_a_question_mark_belongs_to_its_words(text: str, value: object, pure: bool) -> None:
    assert parser(text, pure=pure).get_single_data() == {"a": value}


@pytest.mark.parametrize("text", ["? a\n: b", "{? a: b}", "[? a]", "- ? a\n  : b", "[a:?]", "[a: ?b]"])
def test_a_question_mark_that_begins_a_key_still_does(text: str) -> None:
    def read(pure: bool) -> object:
        try:
            return parser(text, pure=pure).get_single_data()
        except yaml.YAMLError:
            return "refused"

    assert read(pure=True) == read(pure=False)


def test_a_question_in_a_list_is_not_blamed_for_a_fault_elsewhere() -> None:
    (fault,) = parse("open_questions: [Who pays?]\ntitle: a\ntitle: b\n").faults
    assert fault.message.startswith("duplicate key") and fault.place.line == 3
