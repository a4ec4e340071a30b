"""What is known of the classes and objects that a program makes."""

import ast
from typing import Any

from .trees import Function, Rewriter, parameters_of, within_scope

#: What Python's own library leaves among the attributes of a class.
BOOKKEEPING = frozenset({"_abc_impl", "_is_protocol", "_is_runtime_protocol"})


def is_own(kind: type) -> bool:
    """Whether the program itself made this class."""
    return kind.__module__ == "__main__"


def is_plain(kind: type) -> bool:
    """Whether the program made this class and all its bases, apart from those that only say something about it."""
    return is_own(kind) and all(
        is_own(base) or base is object or base.__module__ in ("abc", "typing") for base in kind.__mro__
    )


def is_data(name: str, value: object) -> bool:
    """Whether an entry of a class is a value that its objects share, and not a method, a property or a class."""
    special = name in BOOKKEEPING or (name.startswith("__") and name.endswith("__"))
    return not special and not isinstance(value, type) and not hasattr(value, "__get__")


def class_attributes(kind: type) -> dict[str, Any]:
    """The values that objects of a plain class share, the base classes' first; of another class none."""
    if not is_plain(kind):
        return {}
    return {
        name: value for base in reversed(kind.__mro__) if is_own(base)
        for name, value in vars(base).items() if is_data(name, value)
    }


def owner_of(kind: type, name: str) -> type | None:
    """The class in which an attribute of this name is found first."""
    return next((base for base in kind.__mro__ if name in vars(base)), None)


class MethodRewriter(Rewriter):
    """Visits the methods of every class, after what is inside them; `method` changes one in place."""

    def method(self, function: Function, kind: ast.ClassDef) -> None:
        raise NotImplementedError

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        for function in methods_of(node):
            self.method(function, node)
        return node


def methods_of(kind: ast.ClassDef) -> list[Function]:
    return [node for node in within_scope(kind.body) if isinstance(node, Function)]


def is_decorated(function: Function, *names: str) -> bool:
    return any(isinstance(decorator, ast.Name) and decorator.id in names for decorator in function.decorator_list)


def receiver_of(method: Function) -> str | None:
    """The parameter that stands for the object, mostly `self`."""
    if is_decorated(method, "staticmethod", "classmethod"):
        return None
    return next(iter(parameters_of(method)), None)
