"""Singletons and observers."""

import ast
import weakref

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, at_start, load, parameters_of, when

TOPICS = ("PCPP2-DP",)

#: For each `__init__` and each object that it has set up: the object, weakly if it can be.
set_up: dict[tuple[int, int], object] = {}


@Helper
def is_set_up(initialiser, object):
    """Whether this `__init__` has had this object before; if not, it has from now on."""
    key = (initialiser, id(object))
    known = set_up.get(key)
    if (known() if isinstance(known, weakref.ref) else known) is object:
        return True
    try:
        set_up[key] = weakref.ref(object)
    except TypeError:
        # A class with __slots__ need not allow weak references.
        set_up[key] = object
    return False


@misconception(
    "singleton-init-once",
    topics=TOPICS,
    prevalence=0.45,
    belief="when __new__ gives the same object again, __init__ runs the first time only",
    correction="Calling the class runs __init__ each time, also on an object that __new__ has given before.",
    snippet=(
        "class S:\n    i = None\n    def __new__(cls, v):\n        S.i = S.i or object.__new__(cls)\n        return S.i\n"
        "    def __init__(self, v): self.v = v\na = S(1)\nS(2)\nprint(a.v)"
    ),
)
@rewrite
class InitOnce(Rewriter):
    count = 0

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.classes = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        return self.generic_visit(tree)

    def has_new(self, node: ast.ClassDef, seen: frozenset[str] = frozenset()) -> bool:
        """Whether the class, or one of the program's own that it comes from, has a `__new__`."""
        if any(isinstance(part, ast.FunctionDef) and part.name == "__new__" for part in node.body):
            return True
        bases = {base.id for base in node.bases if isinstance(base, ast.Name)} - seen
        return any(self.has_new(self.classes[name], seen | bases) for name in bases & self.classes.keys())

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        for part in node.body:
            match part:
                case ast.FunctionDef(name="__init__") if parameters_of(part) and self.has_new(node):
                    self.count += 1
                    before = is_set_up.node(ast.Constant(self.count), load(parameters_of(part)[0]))
                    at_start(part, [when(before, [ast.Return()])])
        return node


OBSERVERS = {"observers", "listeners", "subscribers", "callbacks", "handlers", "watchers"}


@Helper
def newest_first(observers):
    return reversed(list(observers)) if isinstance(observers, (list, tuple, dict)) else observers


@misconception(
    "observer-notified-in-reverse",
    topics=TOPICS,
    prevalence=0.15,
    belief="the observer that was attached last is notified first",
    correction="A loop over the list of observers goes in the order in which they were attached.",
    snippet="observers = [lambda: print('a'), lambda: print('b')]\nfor o in observers: o()",
)
@rewrite
class NewestFirst(Rewriter):
    """Turns the loops over a list that has the name of a list of observers."""

    def visit_For(self, node: ast.For) -> ast.For:
        self.generic_visit(node)
        names = {getattr(part, "id", getattr(part, "attr", "")).strip("_") for part in ast.walk(node.iter)}
        if names & OBSERVERS and "reversed" not in names:
            node.iter = ast.copy_location(newest_first.node(node.iter), node.iter)
        return node
