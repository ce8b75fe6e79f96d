"""What our templates become says the same as what Jinja would have written, in less."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from jinja2.compiler import CodeGenerator

from explainer.pages import template_code, templating
from explainer.pages.template_code import TemplateCode
from explainer.pages.templating import Compiled, environment
from explainer.words import english

OURS = environment(english())
OURS.bytecode_cache = None
THEIRS = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

SAME = [
    "{{ text }} & {{ 'a<b' }}",
    "{% if flag %}{{ text.upper() }}{% elif no %}{{ absent }}{% else %}{{ flag }}{% endif %}",
    "{% for each in numbers if each > 1 %}{{ loop.index }}{{ ', ' if not loop.last }}{% endfor %}",
    "{% for one in [] %}{{ one }}{% else %}none{% endfor %}",
    "{% for a in numbers %}{% for b in numbers if b < 3 %}{{ a * b }}{% endfor %}{{ loop.last }}{% endfor %}",
    "{% macro m(a, b='x') %}{{ a }}{{ b }}{{ varargs|length }}{% endmacro %}{{ m(1, b=2) }}{{ m(1, 2, 3) }}",
    "{% macro m(a) %}{{ caller() }}{{ a }}{% endmacro %}{% call m(text) %}called {{ text }}{% endcall %}",
    "{% set x, y = numbers[0], mapping['key'] %}{{ x }}{{ y }}{{ numbers[1:] }}{{ mapping[text] }}",
    "{% if flag %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}",
    "{% set x %}<b>{{ text }}</b>{% endset %}{{ x }}{{ x|length }}",
    "{{ numbers|map('string')|join(', ') }}{{ text|upper|lower }}{{ numbers|first }}{{ 3|string ~ text }}",
    "{% with y = numbers|length %}{{ y + 1 }}{% endwith %}{% filter upper %}a{{ text }}{% endfilter %}",
    "{% set found = [] %}{% for n in numbers %}{% set _ = found.append(n) %}{% endfor %}{{ found|length }}",
    "{{ absent is defined }}{{ text is defined }}{{ absent|default('given') }}",
    "{{ -numbers[0] + 2 ** 3 // 2 }}{{ 1 in numbers and not flag or 2 }}{{ {'a': 1}['a'] }}{{ (1, 2)[0] }}",
]  # fmt: skip
GIVEN = {"text": "key", "flag": True, "numbers": [1, 2, 3], "mapping": {"key": "<&>"}, "no": False}


@pytest.mark.parametrize("flag", [True, False])
@pytest.mark.parametrize("source", SAME)
def test_a_template_prints_what_it_would_print_with_jinja_s_own_code(source: str, flag: bool) -> None:
    given = {**GIVEN, "flag": flag}
    assert OURS.from_string(source).render(given) == THEIRS.from_string(source).render(given)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ absent }}", UndefinedError),
        ("{{ absent.part }}", UndefinedError),
        ("{% if absent %}{% endif %}", UndefinedError),
        ("{% for each in absent %}{% endfor %}", UndefinedError),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", UndefinedError),
        ("{% if flag %}{% set x = 1 %}{% endif %}{% if flag %}{{ y }}{% endif %}", UndefinedError),
        ("{{ text.absent }}", AttributeError),
        ("{{ mapping.key }}", AttributeError),
        ("{{ mapping['absent'] }}", LookupError),
        ("{{ numbers[9] }}", LookupError),
        ("{{ text|no_filter }}", TemplateAssertionError),
        ("{{ text is no_test }}", TemplateAssertionError),
        ("{{ text.format(*numbers) }}", TemplateAssertionError),
    ],
)
def test_what_a_template_lacks_is_a_fault(source: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        OURS.from_string(source).render(GIVEN)


def test_a_template_is_loaded_when_a_macro_of_it_is_first_called(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "all.html": "{% import 'b.html' as b %}{{ text }}{% if flag %}{{ b.bold(1) ~ b.bold(2) }}{% endif %}",
        "b.html": "{% import 'c.html' as c %}{% macro bold(a) %}<b>{{ a }}{{ c.end() }}{% endmacro %}",
        "c.html": "{% macro end() %}</b>{% endmacro %}",
        "wrong.html": "{% import 'b.html' as b %}{{ b.absent() }}",
    }
    ours, theirs = OURS.overlay(loader=DictLoader(given)), THEIRS.overlay(loader=DictLoader(given))
    ours.imported = {}
    loaded = []
    monkeypatch.setattr(
        ours, "compile", lambda *args: loaded.append(args[1]) or type(OURS).compile(ours, *args)
    )
    assert ours.get_template("all.html").render(text="a", flag=False) == "a" and loaded == ["all.html"]
    for environment_ in (ours, theirs):
        assert environment_.get_template("all.html").render(text="a", flag=True) == "a<b>1</b><b>2</b>"
    assert loaded == ["all.html", "b.html", "c.html"]
    with pytest.raises(AttributeError, match=r"b\.html has no macro absent"):
        ours.get_template("wrong.html").render()


def test_each_method_written_anew_is_one_that_jinja_calls() -> None:
    """A new version of Jinja that moves one would take no notice of ours."""
    ours = {name for name in vars(TemplateCode) if callable(getattr(TemplateCode, name))} - {"__init__"}
    assert not {name for name in ours if name not in vars(CodeGenerator)}
    written = OURS.compile("{{ text.a[0]('b')|upper if text is none }}", raw=True)
    assert "escape((filters['upper'](l_0_text.a[0]('b', )) if tests['none'](l_0_text) else ''))" in written
    assert "missing else" not in written and "No filter named" not in written
    assert written.endswith("import escape")
    assert "= environment.macros('b.html')" in OURS.compile("{% import 'b.html' as b %}", raw=True)


def test_a_template_is_compiled_anew_when_what_writes_its_code_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = Compiled(english())
    before = kept.get_source_checksum("a")
    monkeypatch.setattr(templating, "WRITTEN_BY", template_code.WRITTEN_BY + "#")
    assert kept.get_source_checksum("a") != before
