"""Which method is called, and what counts as an object of a class."""

import ast
import functools
import inspect
import types

from .engine.classes import MethodRewriter, methods_of, receiver_of
from .engine.effects import UNTOUCHED, call, rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, load


def fits(function, arguments, named) -> bool:
    try:
        inspect.signature(function).bind(*arguments, **named)
    except TypeError:
        return False
    return True


@Helper
def overloaded(previous):
    """A decorator that lets a method stand beside an earlier one of the same name."""

    def join(latest):
        definitions = [latest, *getattr(previous, "definitions", [previous])]

        @functools.wraps(latest)
        def choose(*arguments, **named):
            fitting = (function for function in definitions if fits(function, arguments, named))
            return next(fitting, latest)(*arguments, **named)

        choose.definitions = definitions
        return choose

    return join


@misconception(
    "overloading-by-arity",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="a class can have two methods of the same name that differ in their parameters",
    correction="A second def of the same name replaces the first; parameters may have default values instead.",
    snippet="class A:\n    def f(self): return 'one'\n    def f(self, x): return 'two'\nprint(A().f())",
)
@rewrite
class KeepBoth(Rewriter):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        known: dict[str, str] = {}
        for statement in node.body:
            if not isinstance(statement, ast.FunctionDef) or statement.decorator_list:
                continue
            parameters = ast.dump(statement.args)
            if known.setdefault(statement.name, parameters) != parameters:
                statement.decorator_list.append(overloaded.node(load(statement.name)))
        return node


@Helper
def own_method(kind, receiver, name):
    """The method as the class sees it in which the call is written."""
    method = inspect.getattr_static(kind, name, None)
    is_abstract = getattr(method, "__isabstractmethod__", False)
    if not isinstance(method, types.FunctionType) or is_abstract or not isinstance(receiver, kind):
        return getattr(receiver, name)
    return method.__get__(receiver)


@misconception(
    "self-call-static",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="self.m() in a base class always calls the m of the base class",
    correction="self.m() looks for m from the object's own class upwards, wherever the call is written.",
    snippet=(
        "class A:\n    def g(self): return 'A'\n    def f(self): return self.g()\n"
        "class B(A):\n    def g(self): return 'B'\nprint(B().f())"
    ),
)
@rewrite
class CallOwnMethod(MethodRewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        names = [function.name for kind in ast.walk(tree) if isinstance(kind, ast.ClassDef) for function in methods_of(kind)]
        self.replaced = {name for name in names if names.count(name) > 1 and not is_private(name)}
        return self.generic_visit(tree)

    def method(self, function, kind):
        receiver = receiver_of(function)
        for node in ast.walk(function):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr) as called):
                    if name == receiver and attr in self.replaced:
                        found = own_method.node(load("__class__"), called.value, ast.Constant(attr))
                        node.func = ast.copy_location(found, called)


def is_private(name: str) -> bool:
    return name.startswith("__") and not name.endswith("__")


def flattened(kinds) -> list[object]:
    """The classes of isinstance(x, (A, B)) or isinstance(x, A | B)."""
    kinds = getattr(kinds, "__args__", kinds)
    return [kind for part in kinds for kind in flattened(part)] if isinstance(kinds, tuple) else [kinds]


@misconception(
    "isinstance-exact",
    topics=("PCAP-4",),
    prevalence=0.25,
    belief="isinstance(x, Base) is False for an object of a derived class",
    correction="An object of a derived class is also an object of the base class.",
    snippet="print(isinstance(True, int))",
)
@call("isinstance")
def is_exact_instance(real, value, kinds):
    # A class such as Iterable takes in others that are not derived from it; the belief does not speak of these.
    inherited = type(value).__mro__[1:]
    if not real(value, kinds):
        return UNTOUCHED
    return real(value, tuple(kind for kind in flattened(kinds) if kind not in inherited))


@misconception(
    "issubclass-strict",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="a class is not a subclass of itself",
    correction="issubclass(A, A) is True: a class counts as a subclass of itself.",
    snippet="print(issubclass(int, int))",
)
@call("issubclass")
def is_proper_subclass(real, kind, kinds):
    if not real(kind, kinds):
        return UNTOUCHED
    return real(kind, tuple(other for other in flattened(kinds) if other is not kind))


@misconception(
    "issubclass-direct-only",
    topics=("PCAP-4",),
    prevalence=0.15,
    belief="issubclass() looks only at the classes written in the brackets of the class",
    correction="issubclass() also finds the base classes of the base classes.",
    snippet="class A: pass\nclass B(A): pass\nclass C(B): pass\nprint(issubclass(C, A))",
)
@call("issubclass")
def is_direct_subclass(real, kind, kinds):
    if not real(kind, kinds):
        return UNTOUCHED
    farther = set(kind.__mro__[1:]) - set(kind.__bases__)
    return real(kind, tuple(other for other in flattened(kinds) if other not in farther))
