"""What pages print is escaped as markupsafe does it."""

import markupsafe
import pytest
from jinja2 import UndefinedError

from explainer.pages.templating import environment
from explainer.text.escaping import escape
from explainer.words import Words, english

SIGNS = "&<>'\"“é&amp;"


def values() -> list[object]:
    return [SIGNS, SIGNS * 30, "", "plain", markupsafe.Markup("<b>&</b>"), 3, None, 1.5, ["<"]]


@pytest.mark.parametrize("value", values(), ids=repr)
def test_every_value_is_escaped_as_by_markupsafe(value: object) -> None:
    assert str(escape(value)) == str(markupsafe.escape(value))


@pytest.mark.parametrize("value", values(), ids=repr)
def test_templates_escape_every_value_once(value: object) -> None:
    shown = str(markupsafe.escape(value))
    template = environment(english()).from_string(
        "{% macro twice(it) %}{{ it }}{{ it }}{% endmacro %}{% set all %}{{ it }}{% endset %}"
        "{{ it }} {{ twice(it) }} {{ all }}"
    )
    assert template.render(it=value) == f"{shown} {shown}{shown} {shown}"


def test_a_template_that_names_what_there_is_not_fails() -> None:
    with pytest.raises(UndefinedError):
        environment(english()).from_string("{{ nothing }}").render()


def test_a_long_text_of_the_interface_is_escaped_once() -> None:
    texts = dict(english().texts) | {"long.text": "<" * 100 + "{word}"}
    assert Words("en", texts).html("long.text", word="&") == "&lt;" * 100 + "&amp;"
