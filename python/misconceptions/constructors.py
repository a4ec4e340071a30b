"""What happens when an object is made."""

import ast
import functools
import inspect
import types

from .engine.classes import MethodRewriter, is_own, owner_of, receiver_of
from .engine.effects import made_class, rewrite
from .engine.registry import misconception
from .engine.trees import load
from .functions import OwnStatements


def values_for(start, own, arguments, named) -> inspect.BoundArguments | None:
    """What the __init__ of a base class is given: the arguments of the same names; None if some are missing."""
    given = inspect.signature(own).bind(*arguments, **named)
    given.apply_defaults()
    signature = inspect.signature(start)
    values = {name: given.arguments[name] for name in signature.parameters if name in given.arguments}
    for name, parameter in signature.parameters.items():
        takes_any = parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
        if name not in values and parameter.default is parameter.empty and not takes_any:
            return None
    return inspect.BoundArguments(signature, values)


@misconception(
    "base-init-automatic",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="the __init__ of the base class runs by itself before that of the class",
    correction="An __init__ replaces that of the base class; super().__init__() runs the other one as well.",
    snippet=(
        "class A:\n    def __init__(self):\n        print('A')\n"
        "class B(A):\n    def __init__(self):\n        print('B')\nB()"
    ),
)
@made_class
def start_with_base(kind, mark):
    own = vars(kind).get("__init__")
    if not isinstance(own, types.FunctionType) or "__init__" in inspect.unwrap(own).__code__.co_names:
        return

    @functools.wraps(own)
    def start(self, *arguments, **named):
        base = super(kind, self).__init__
        if isinstance(base, types.MethodType):
            try:
                values = values_for(base, own, (self, *arguments), named)
            except TypeError:
                # Wrong arguments: the __init__ of the class itself says so.
                values = None
            if values is not None:
                mark()
                base(*values.args, **values.kwargs)
        return own(self, *arguments, **named)

    kind.__init__ = start


@misconception(
    "init-not-inherited",
    topics=("PCAP-4",),
    prevalence=0.20,
    belief="a class does not inherit the __init__ of its base class",
    correction="__init__ is inherited like every method: a class without one uses that of its base class.",
    snippet="class A:\n    def __init__(self):\n        self.x = 1\nclass B(A):\n    pass\nprint(hasattr(B(), 'x'))",
)
@made_class
def start_afresh(kind, mark):
    if "__init__" in vars(kind) or not is_own(owner_of(kind, "__init__")):
        return
    built_in = next(base for base in kind.__mro__ if not is_own(base) and "__init__" in vars(base))
    kind.__init__ = built_in.__init__
    mark()


class NoResult(OwnStatements):
    def visit_Return(self, node: ast.Return):
        if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
            return node
        return [ast.Expr(node.value), ast.Return()]


@misconception(
    "init-returns-object",
    topics=("PCAP-4",),
    prevalence=0.15,
    belief="__init__ may give back the new object",
    correction="__init__ must not return a value; the object exists before __init__ runs.",
    snippet="class A:\n    def __init__(self):\n        return self\nprint('ok' if A() else '')",
)
@rewrite
class ReturnFromInit(MethodRewriter):
    def method(self, function, kind):
        if function.name == "__init__":
            NoResult().over(function)


class KeepLocals(OwnStatements):
    """Gives every local variable to the object as well."""

    def __init__(self, receiver: str):
        self.receiver = receiver

    def visit_assignment(self, node):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [part.id for target in targets for part in ast.walk(target) if is_stored(part)]
        if isinstance(node, ast.AnnAssign) and node.value is None:
            return node
        return [node, *(self.keep(name) for name in names if name != self.receiver)]

    visit_Assign = visit_AnnAssign = visit_AugAssign = visit_assignment

    def keep(self, name: str) -> ast.Assign:
        return ast.Assign([ast.Attribute(load(self.receiver), name, ast.Store())], load(name))


def is_stored(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def has_slots(kind: ast.ClassDef) -> bool:
    return any(is_stored(part) and part.id == "__slots__" for statement in kind.body for part in ast.walk(statement))


@misconception(
    "init-local-is-attribute",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="x = 1 in __init__ gives the object an attribute x",
    correction="x = 1 makes a local variable that is gone after __init__; write self.x = 1.",
    snippet="class A:\n    def __init__(self):\n        x = 1\nprint(hasattr(A(), 'x'))",
)
@rewrite
class LocalsAreAttributes(MethodRewriter):
    def method(self, function, kind):
        receiver = receiver_of(function)
        if function.name == "__init__" and receiver is not None and not has_slots(kind):
            KeepLocals(receiver).over(function)
