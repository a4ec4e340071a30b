"""In which order the base classes of a class are asked, and what super() stands for."""

import abc
import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, load, parameters_of

TOPICS = ("PCPP1-1",)


def depth_first(kind: type, bases: list[type]) -> list[type]:
    """The class, then each base with all that is above it, before the next base."""
    left = list(dict.fromkeys(above for base in bases for above in base.__mro__))
    order = [kind]
    while left:
        order.append(next(above for above in left if may_follow(above, left)))
        left.remove(order[-1])
    return order


def may_follow(above: type, left: list[type]) -> bool:
    """Whether this class may be the next: one of Python's own comes after all that are built on it, such as object."""
    is_program = above.__module__ == "__main__"
    return is_program or not any(above in other.__mro__[1:] for other in left)


def left_to_right(kind):
    return depth_first(kind, list(kind.__bases__))


def right_to_left(kind):
    return depth_first(kind, list(kind.__bases__)[::-1])


class Ordering:
    """Stands for the metaclass of a class statement, and makes the class with an order of its own."""

    def __init__(self, order, given):
        self.order = order
        self.given = given

    def metaclass(self, bases):
        real = self.given or type
        for base in bases:
            if isinstance(real, type) and issubclass(type(base), real):
                real = type(base)
        if real not in (type, abc.ABCMeta):
            # A metaclass that does something of its own, or one that was made here.
            return real
        return type(real.__name__, (real,), {"mro": self.order, "__module__": real.__module__})

    def __prepare__(self, name, bases, **named):
        prepare = getattr(self.metaclass(bases), "__prepare__", None)
        return {} if prepare is None else prepare(name, bases, **named)

    def __call__(self, name, bases, namespace, **named):
        return self.metaclass(bases)(name, bases, namespace, **named)


@Helper
def ordering_left_to_right(given):
    return Ordering(left_to_right, given)


@Helper
def ordering_right_to_left(given):
    return Ordering(right_to_left, given)


class OrderRewriter(Rewriter):
    """Gives classes with several bases another order of them. With one base there is only one order."""

    ordering: Helper

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        if len(node.bases) > 1:
            given = next((keyword.value for keyword in node.keywords if keyword.arg == "metaclass"), ast.Constant(None))
            others = [keyword for keyword in node.keywords if keyword.arg != "metaclass"]
            node.keywords = [*others, ast.keyword("metaclass", self.ordering.node(given))]
        return node


@misconception(
    "mro-depth-first",
    topics=TOPICS,
    prevalence=0.35,
    belief="an attribute is searched in the first base class and all that is above it, then in the second",
    correction="A class that several bases have in common is searched after all of these bases.",
    snippet="class A:\n    x = 'A'\nclass B(A):\n    pass\nclass C(A):\n    x = 'C'\nclass D(B, C):\n    pass\nprint(D.x)",
)
@rewrite
class DepthFirst(OrderRewriter):
    ordering = ordering_left_to_right


@misconception(
    "mro-right-to-left",
    topics=TOPICS,
    prevalence=0.25,
    belief="when two base classes have the same attribute, the one of the last base counts",
    correction="The base classes are searched from left to right, and the first one that has it counts.",
    snippet="class A:\n    x = 'A'\nclass B:\n    x = 'B'\nclass C(A, B):\n    pass\nprint(C.x)",
)
@rewrite
class RightToLeft(OrderRewriter):
    ordering = ordering_right_to_left


class FirstBase:
    """What super() gives, with all attributes taken from one base class and what is above it."""

    __slots__ = ("kind", "instance")

    def __init__(self, kind, instance):
        self.kind = kind
        self.instance = instance

    def __getattribute__(self, name):
        kind, instance = object.__getattribute__(self, "kind"), object.__getattribute__(self, "instance")
        found = next((vars(above)[name] for above in kind.__bases__[0].__mro__ if name in vars(above)), self)
        if found is self:
            raise AttributeError(f"'super' object has no attribute {name!r}")
        if not hasattr(type(found), "__get__"):
            return found
        if isinstance(instance, type) and issubclass(instance, kind):
            return type(found).__get__(found, None, instance)
        return type(found).__get__(found, instance, type(instance))


@Helper
def first_base(kind, instance):
    return FirstBase(kind, instance)


@misconception(
    "super-is-first-base",
    topics=TOPICS,
    prevalence=0.45,
    belief="super() always means the first base class of the class in which it is written",
    correction="super() means the next class in the order of the object's own class, which may be a sister class.",
    snippet=(
        "class A:\n    def f(self):\n        return 'A'\nclass B(A):\n    def f(self):\n        return 'B' + super().f()\n"
        "class C(A):\n    def f(self):\n        return 'C'\nclass D(B, C):\n    pass\nprint(D().f())"
    ),
)
@rewrite
class SuperOfFirst(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.instance: str | None = None
        # With one base for every class, super() can mean nothing else.
        several = any(isinstance(node, ast.ClassDef) and len(node.bases) > 1 for node in ast.walk(tree))
        return self.generic_visit(tree) if several else tree

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        around, self.instance = self.instance, next(iter(parameters_of(node)), None)
        self.generic_visit(node)
        self.instance = around
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="super"), args=[], keywords=[]) if self.instance is not None:
                return first_base.node(load("__class__"), load(self.instance))
            case ast.Call(func=ast.Name(id="super"), args=[kind, instance], keywords=[]):
                return first_base.node(kind, instance)
        return node
