"""Which variable a name means inside and outside a function."""

import ast
import builtins
import sys

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import (
    Function, Rewriter, all_parameters_of, assign, at_start, body_or_pass, load, local_variables_of, names_bound,
    names_read, when, within_scope,
)


class ScopeRewriter(Rewriter):
    """Visits the functions of a program, and knows which names the program assigns outside of them."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.tree = tree
        self.outside = {
            node.id for node in within_scope(tree.body) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        return self.generic_visit(tree)

    def function(self, node: Function) -> None:
        raise NotImplementedError

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        self.function(node)
        return node


def declared_global(function: Function) -> set[str]:
    return {name for node in within_scope(function.body) if isinstance(node, ast.Global) for name in node.names}


def own_names(function: Function) -> set[str]:
    """Names that are local to a function, without its parameters."""
    return names_bound(function.body) - declared_global(function) - set(all_parameters_of(function))


def anchor() -> ast.expr:
    """A function made in the program, by which a helper finds out about the program that calls it."""
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), ast.Constant(None))


def globals_call() -> ast.expr:
    return global_names.node(anchor())


@Helper
def global_names(anchor):
    """The global variables of the program that made the anchor."""
    return anchor.__globals__


def global_value(name: str) -> ast.expr:
    return ast.Subscript(globals_call(), ast.Constant(name), ast.Load())


def if_global(name: str) -> ast.If:
    """`name` gets the value of the global variable, if there is one by now."""
    exists = ast.Compare(ast.Constant(name), [ast.In()], [globals_call()])
    return when(exists, [assign(name, global_value(name))])


@misconception(
    "assignment-reaches-global",
    topics=("PCEP-4",),
    prevalence=0.35,
    belief="assigning to x inside a function changes the x outside",
    correction="Assigning inside a function makes a local variable unless global says otherwise.",
    snippet="x = 1\ndef f():\n    x = 2\nf()\nprint(x)",
)
@rewrite
class ReachesGlobal(ScopeRewriter):
    def function(self, node):
        shared = sorted(own_names(node) & self.outside)
        if shared:
            at_start(node, [ast.Global(shared)])


@misconception(
    "local-starts-from-global",
    topics=("PCEP-4",),
    prevalence=0.35,
    belief="a local variable starts with the value of the global one of the same name",
    correction="A name that is assigned in a function is local there from its first line, and has no value before.",
    snippet="x = 1\ndef f():\n    x += 1\n    return x\nprint(f())",
)
@rewrite
class StartsFromGlobal(ScopeRewriter):
    def function(self, node):
        at_start(node, [if_global(name) for name in sorted(own_names(node) & self.outside)])


@Helper
def unknown_name(name):
    raise NameError(f"name {name!r} is not defined")


@misconception(
    "global-needed-to-read",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="a function cannot read a variable from outside without global",
    correction="Reading works without global; only assigning needs it.",
    snippet="x = 1\ndef f():\n    return x\nprint(f())",
)
@rewrite
class NoReading(ScopeRewriter):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        around = self.outside
        # Inside this function its own names are not the ones from outside any more, in functions in it neither.
        self.outside = around - own_names(node) - set(all_parameters_of(node)) - declared_global(node)
        super().visit_FunctionDef(node)
        self.outside = around
        return node

    def function(self, node):
        hidden = self.outside

        class Hide(Rewriter):
            def visit_Name(self, name: ast.Name) -> ast.expr:
                unknown = name.id in hidden and isinstance(name.ctx, ast.Load)
                return unknown_name.node(ast.Constant(name.id)) if unknown else name

            def visit_FunctionDef(self, inner: ast.FunctionDef) -> ast.FunctionDef:
                # Its own turn was before.
                return inner

            def visit_Lambda(self, inner: ast.Lambda) -> ast.Lambda:
                own = set(all_parameters_of(inner))
                return inner if own & hidden else self.generic_visit(inner)

        node.body = [Hide().visit(statement) for statement in node.body]


@misconception(
    "global-is-local-copy",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="changes after global x stay inside the function",
    correction="global x makes the function use the x outside itself, so its changes stay.",
    snippet="x = 1\ndef f():\n    global x\n    x = 2\nf()\nprint(x)",
)
@rewrite
class GlobalCopy(Rewriter):
    def visit_Global(self, node: ast.Global):
        return body_or_pass([if_global(name) for name in node.names])


@misconception(
    "local-visible-outside",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="a variable made in a function exists after the call",
    correction="A variable made in a function is gone when the function has ended.",
    snippet="def f():\n    y = 5\nf()\nprint(y)",
)
@rewrite
class VisibleOutside(ScopeRewriter):
    def function(self, node):
        wanted = names_read(*(part for part in within_scope(self.tree.body))) - self.outside - set(dir(builtins))
        inside = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        shown = sorted(own_names(node) & inside & wanted)
        if shown:
            at_start(node, [ast.Global(shown)])


@Helper
def value_in_callers(name, anchor):
    """The value that a name has in the nearest function that is running, or else in the program itself."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename == anchor.__code__.co_filename and name in frame.f_locals:
            return frame.f_locals[name]
        frame = frame.f_back
    raise NameError(f"name {name!r} is not defined")


@misconception(
    "dynamic-scoping",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="a function sees the variables of the function that calls it",
    correction="A function sees its own variables and those around its definition, whoever calls it.",
    snippet="x = 1\ndef f():\n    return x\ndef g():\n    x = 2\n    return f()\nprint(g())",
)
@rewrite
class SeesCallers(ScopeRewriter):
    def function(self, node):
        own = own_names(node) | set(all_parameters_of(node)) | declared_global(node)
        seen = {
            name for other in ast.walk(self.tree) if isinstance(other, Function) for name in names_bound(other.body)
        } & self.outside - own

        class Ask(Rewriter):
            def visit_Name(self, name: ast.Name) -> ast.expr:
                if name.id in seen and isinstance(name.ctx, ast.Load):
                    return value_in_callers.node(ast.Constant(name.id), anchor())
                return name

        node.body = [Ask().visit(statement) for statement in node.body]


@misconception(
    "nonlocal-unneeded",
    topics=("PCAP-5",),
    prevalence=0.35,
    belief="assigning in an inner function changes the variable of the function around it",
    correction="Assigning in an inner function makes a variable of its own unless nonlocal says otherwise.",
    snippet="def f():\n    x = 1\n    def g():\n        x = 2\n    g()\n    return x\nprint(f())",
)
@rewrite
class ReachesEnclosing(Rewriter):
    def __init__(self):
        self.around: list[set[str]] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        own = local_variables_of(node)
        self.around.append(own)
        self.generic_visit(node)
        self.around.pop()
        reached = (own - set(all_parameters_of(node))) & set().union(*self.around)
        if reached:
            at_start(node, [ast.Nonlocal(sorted(reached))])
        return node
