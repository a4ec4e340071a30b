"""Functions with yield, and what they give."""

import ast
import functools
import types
import weakref

from .engine.effects import UNTOUCHED, call, rewrite
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.trees import Function, is_call_of, is_generator, load, within_scope
from .functions import FunctionRewriter, OwnStatements

TOPICS = ("PCEP-4",)

#: Decorators that leave a function what it is.
PLAIN = {"property", "staticmethod", "classmethod"}


def is_yield(node: ast.AST | None) -> bool:
    return isinstance(node, (ast.Yield, ast.YieldFrom))


class YieldReturns(OwnStatements):
    """Puts `return` in the place of every statement that is nothing but a `yield`, or keeps what `yield` gives."""

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        return ast.Return(node.value.value) if is_yield(node.value) else node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        return ast.Return(node.value.value) if is_yield(node.value) else node


@misconception(
    "yield-is-return",
    topics=TOPICS,
    prevalence=0.30,
    belief="yield gives a value back and ends the function, like return",
    correction="Calling a function with yield makes a generator, which goes on after each yield when asked for more.",
    snippet="def g():\n    yield 1\nprint(g() == 1)",
)
@rewrite
class YieldIsReturn(FunctionRewriter):
    def function(self, node):
        statements = [part for part in within_scope(node.body) if isinstance(part, (ast.Expr, ast.Assign))]
        yields = [part for part in within_scope(node.body) if is_yield(part)]
        # A yield in the middle of an expression has no return that could stand for it.
        if yields and all(any(part.value is found for part in statements) for found in yields):
            YieldReturns().over(node)


class GeneratorRewriter(FunctionRewriter):
    """Puts a decorator on the functions that are called to get a generator."""

    decorator: Helper

    def function(self, node: Function) -> None:
        plain = all(isinstance(made, ast.Name) and made.id in PLAIN for made in node.decorator_list)
        # Python itself calls the special methods, and wants a real iterator of them.
        if is_generator(node) and plain and not node.name.startswith("__"):
            parameter = ast.arguments([], [ast.arg("function")], None, [], [], None, [])
            node.decorator_list.append(ast.Lambda(parameter, self.decorator.node(load("function"))))


@Helper
def eager(function):
    @functools.wraps(function)
    def call_and_collect(*arguments, **named):
        return list(function(*arguments, **named))

    return call_and_collect


@misconception(
    "generator-is-list",
    topics=TOPICS,
    prevalence=0.35,
    belief="calling a function with yield gives a list of all its values, which can be used again",
    correction="A generator makes its values one by one, and only once; list(g()) makes a list.",
    snippet="def g():\n    yield 1\nx = g()\nprint(list(x), list(x))",
)
@rewrite
class GeneratorIsList(GeneratorRewriter):
    decorator = eager


#: For each generator that still exists: how to make it anew.
origins: "weakref.WeakKeyDictionary" = weakref.WeakKeyDictionary()


@Helper
def remembered(function):
    @functools.wraps(function)
    def call_and_remember(*arguments, **named):
        generator = function(*arguments, **named)
        origins[generator] = functools.partial(function, *arguments, **named)
        return generator

    return call_and_remember


@misconception(
    "next-restarts",
    topics=TOPICS,
    prevalence=0.20,
    belief="each next() starts the generator from the beginning",
    correction="A generator goes on where it stopped: each next() gives the following value.",
    snippet="def g():\n    yield 1\n    yield 2\nx = g()\nprint(next(x), next(x))",
)
@rewrite
class Remember(GeneratorRewriter):
    decorator = remembered

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        uses_next = any(is_call_of(node, "next") for node in ast.walk(tree))
        return self.generic_visit(tree) if uses_next else tree


@also("next-restarts")
@call("next")
def next_of_new(real, iterator, *default):
    again = origins.get(iterator) if isinstance(iterator, types.GeneratorType) else None
    return real(again(), *default) if again is not None else UNTOUCHED
