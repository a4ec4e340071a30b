"""Names of attributes that begin with an underscore."""

import ast

from .engine.classes import is_own
from .engine.effects import made_class, rewrite
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter

#: Public in spite of their names.
NAMED_TUPLE = frozenset({"_asdict", "_replace", "_make", "_fields", "_field_defaults"})


class Bare:
    """The attributes of an object by the names that are written: bare['__x'] is never mangled."""

    def __init__(self, box):
        self.box = box

    def __getitem__(self, name):
        return getattr(self.box, name)

    def __setitem__(self, name, value):
        setattr(self.box, name, value)

    def __delitem__(self, name):
        delattr(self.box, name)


@Helper
def bare(box):
    return Bare(box)


def is_mangled(name: str) -> bool:
    return name.startswith("__") and not name.endswith("__")


@misconception(
    "double-underscore-no-mangling",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="obj.__x is reached from outside of the class like any attribute",
    correction="In class A the name __x is turned into _A__x, so outside of it there is no __x.",
    snippet="class A:\n    def __init__(self):\n        self.__x = 1\nprint(A().__x)",
)
@rewrite
class NoMangling(Rewriter):
    is_inside = False

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        outside, self.is_inside = self.is_inside, True
        self.generic_visit(node)
        self.is_inside = outside
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if not self.is_inside or not is_mangled(node.attr):
            return node
        return ast.Subscript(bare.node(node.value), ast.Constant(node.attr), node.ctx)


@also("double-underscore-no-mangling")
@made_class
def undo_mangling(kind, mark):
    prefix = f"_{kind.__name__.lstrip('_')}"
    for name, value in list(vars(kind).items()):
        if name.startswith(f"{prefix}__") and is_mangled(name.removeprefix(prefix)):
            setattr(kind, name.removeprefix(prefix), value)
            delattr(kind, name)
            mark()


@Helper
def reached_from_outside(box, name):
    """The object, unless it is the program's own: then the attribute is refused."""
    if is_own(box if isinstance(box, type) else type(box)):
        raise AttributeError(f"{name!r} is private")
    return box


@misconception(
    "underscore-is-enforced",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="Python refuses obj._x outside of the class, because _x is private",
    correction="The underscore only asks others to keep away; Python lets everybody use obj._x.",
    snippet="class A:\n    def __init__(self):\n        self._x = 1\nprint(A()._x)",
)
@rewrite
class RefuseOutside(Rewriter):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.Attribute:
        self.generic_visit(node)
        if node.attr.startswith("_") and not node.attr.endswith("_") and node.attr not in NAMED_TUPLE:
            node.value = reached_from_outside.node(node.value, ast.Constant(node.attr))
        return node
