"""Methods that are marked as something special: properties, static, class and abstract methods."""

import ast

from .decorators import name_of
from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import Rewriter, assign, at_start, body_or_pass, load, parameters_of

TOPICS = ("PCPP1-1",)
ACCESSORS = frozenset({"setter", "getter", "deleter"})


class UnmarkingRewriter(Rewriter):
    """Makes plain methods of those with a certain decorator, or of functions given to it by a call."""

    mark: str

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        node.decorator_list = [decorator for decorator in node.decorator_list if not self.marks(decorator)]
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def marks(self, decorator: ast.expr) -> bool:
        return not isinstance(decorator, ast.Call) and name_of(decorator) == self.mark

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        is_mark = isinstance(node.func, ast.Name) and node.func.id == self.mark
        return node.args[0] if is_mark and node.args else node


@misconception(
    "property-is-plain-method",
    topics=TOPICS,
    prevalence=0.25,
    belief="a property must be called with () as any method",
    correction="A property is read without (): the method runs, and its result is the value of the attribute.",
    snippet="class A:\n    @property\n    def x(self):\n        return 1\nprint(A().x == 1)",
)
@rewrite
class PlainProperty(UnmarkingRewriter):
    mark = "property"

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        names = {
            part.name for part in node.body
            if isinstance(part, ast.FunctionDef) and any(self.marks(decorator) for decorator in part.decorator_list)
        }
        # Assigning to a plain method is no matter of another method.
        node.body = body_or_pass([part for part in node.body if not is_accessor(part, names)])
        return self.generic_visit(node)


def is_accessor(part: ast.stmt, names: set[str]) -> bool:
    """Whether this is a method below `@x.setter` or the like, for one of these names."""
    if not isinstance(part, ast.FunctionDef):
        return False
    for decorator in part.decorator_list:
        match decorator:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name in names and attr in ACCESSORS:
                return True
    return False


@misconception(
    "staticmethod-gets-self",
    topics=TOPICS,
    prevalence=0.25,
    belief="a static method gets the object as its first argument",
    correction="A static method gets only the arguments that are written in the call.",
    snippet="class A:\n    @staticmethod\n    def f(*a):\n        return len(a)\nprint(A().f())",
)
@rewrite
class StaticWithSelf(UnmarkingRewriter):
    mark = "staticmethod"


@misconception(
    "cls-is-defining-class",
    topics=TOPICS,
    prevalence=0.30,
    belief="cls is always the class in which the method is written",
    correction="cls is the class on which the method is called, such as a subclass.",
    snippet="class A:\n    @classmethod\n    def f(cls):\n        return cls.__name__\nclass B(A):\n    pass\nprint(B.f())",
)
@rewrite
class DefiningClass(Rewriter):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        is_class_method = any(name_of(decorator) == "classmethod" for decorator in node.decorator_list)
        if is_class_method and parameters_of(node):
            at_start(node, [assign(parameters_of(node)[0], load("__class__"))])
        return node


@misconception(
    "abstract-instantiable",
    topics=TOPICS,
    prevalence=0.25,
    belief="one can make objects of a class that has abstract methods",
    correction="As long as an abstract method is not overridden, making an object raises TypeError.",
    snippet="from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n    def f(self):\n        pass\nA()\nprint('ok')",
)
@rewrite
class NotAbstract(UnmarkingRewriter):
    mark = "abstractmethod"
