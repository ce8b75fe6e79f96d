"""The Python that our templates become: two thirds of what Jinja would write, and less to do at each page.

Jinja writes for any environment: a call asks whether the called wants the context, a name whether it is
defined, a filter whether there is one, a dot whether an item is meant. Ours know.
https://jinja.palletsprojects.com/en/stable/api/#jinja2.Environment.code_generator_class
"""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE

WRITTEN_BY = Path(__file__).read_text(encoding="utf-8")
"""What a compiled template depends on beside its source."""
_ESCAPING = "from explainer.text.escaping import escape"
_ASKED_IN_PART = (nodes.For, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.With)
"""Nodes of which Jinja wants some children only."""


class Macros:
    """The macros of a template, which is loaded for the first that is asked for."""

    def __init__(self, template: Callable[[], Template]) -> None:
        self._template = template

    def __getattr__(self, name: str) -> object:
        """Return a macro; from here on all of them are at hand."""
        macros = vars(self._template().module)
        vars(self).update(macros)
        if name not in macros:
            raise AttributeError(f"{macros['__name__']} has no macro {name}")
        return macros[name]


class TemplateCode(CodeGenerator):
    """Code for templates that are strict, escaped and not asynchronous, and whose filters are all known."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Let a template escape as our pages do: what a module imports last is what its functions see.

        By `text.escaping`, that is, a twentieth of a build quicker than by what Jinja imports for it.
        """
        _keep_children(node)
        super().visit_Template(node, frame)
        self.writeline(_ESCAPING)

    def write_commons(self) -> None:
        """Let a name that is not given be undefined where it is looked for, not at each use."""
        self.writeline("resolve, undefined, concat = context.resolve, environment.undefined, ''.join")
        self.writeline("filters, tests = environment.filters, environment.tests")
        self.writeline("if 0: yield None")

    def pull_dependencies(self, nodes: object) -> None:
        """Look for no filters and tests beforehand: they are taken where they are used."""

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Write a filter, which there is: what is none is refused when the template is compiled."""
        self.filters[node.name] = f"filters[{node.name!r}]"
        super().visit_Filter(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Write a test, likewise."""
        self.tests[node.name] = f"tests[{node.name!r}]"
        super().visit_Test(node, frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:
        """Take only what is written between the tags as known beforehand."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.data

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """Write a name; one that was looked for in the context is never missing."""
        reference = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(reference)
        if node.ctx == "load" and load is not None and load[0] == VAR_LOAD_RESOLVE:
            self.write(reference)
        else:
            super().visit_Name(node, frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:
        """Import what is loaded when its first macro is called: few pages show all that they may."""
        if node.with_context:
            self.fail("an import with context is not for templates", node.lineno)
        self.writeline(f"{frame.symbols.ref(node.target)} = ", node)
        if frame.toplevel:
            self.write(f"context.vars[{node.target!r}] = ")
        self.write("environment.macros(")
        self.visit(node.template, frame)
        self.write(")")
        if frame.toplevel:
            self.writeline(f"context.exported_vars.discard({node.target!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A dot means an attribute, never an item: what has none of that name is a fault."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Brackets mean an item, never an attribute."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """Let a condition without `else` be nothing."""
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call what is named with what is given: nothing that our templates call asks for a context."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a call with * or ** is not for templates", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


def _keep_children(node: nodes.Node) -> None:
    """Let nodes keep their children, which Jinja gathers anew at each of its walks, a third of its work.

    Asked for some of them, a node that keeps all fails: what does so belongs into `_ASKED_IN_PART`.
    """
    children = tuple(node.iter_child_nodes())
    for child in children:
        _keep_children(child)
    if not isinstance(node, _ASKED_IN_PART):
        vars(node)["iter_child_nodes"] = lambda: children
