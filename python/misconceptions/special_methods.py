"""What Python does with a class that has __eq__, __len__, __getattr__ or a reflected operator."""

import ast

from .engine.effects import made_class, rewrite
from .engine.registry import misconception
from .engine.trees import Rewriter, body_or_pass

TOPICS = ("PCPP1-1",)

REFLECTED = frozenset(
    f"__r{name}__"
    for name in (
        "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "or", "xor",
    )
)


@misconception(
    "eq-keeps-hash",
    topics=TOPICS,
    prevalence=0.45,
    belief="objects of a class with __eq__ can still be put into a set or used as keys",
    correction="A class that defines __eq__ loses __hash__, unless it defines that as well.",
    snippet="class A:\n    def __eq__(self, other):\n        return True\nprint(len({A()}))",
)
@made_class
def stay_hashable(kind, mark):
    def __hash__(self):
        mark()
        return inherited(self)

    if "__eq__" in vars(kind) and vars(kind).get("__hash__") is None:
        inherited = super(kind, kind).__hash__ or object.__hash__
        kind.__hash__ = __hash__


@misconception(
    "truthiness-ignores-len",
    topics=TOPICS,
    prevalence=0.30,
    belief="an object is true even if its __len__ gives 0",
    correction="Without __bool__ Python asks __len__, and an object of length 0 counts as false.",
    snippet="class A:\n    def __len__(self):\n        return 0\nprint(bool(A()))",
)
@made_class
def stay_true(kind, mark):
    def __bool__(self):
        mark()
        return True

    if "__len__" in vars(kind) and not hasattr(kind, "__bool__"):
        kind.__bool__ = __bool__


@misconception(
    "getattr-always-called",
    topics=TOPICS,
    prevalence=0.35,
    belief="__getattr__ is asked for every attribute, even for one that the object has",
    correction="__getattr__ is asked only for an attribute that is not found in the usual way.",
    snippet="class A:\n    x = 1\n    def __getattr__(self, name):\n        return 'dyn'\nprint(A().x)",
)
@made_class
def ask_for_each(kind, mark):
    answer = vars(kind).get("__getattr__")
    if answer is None or "__getattribute__" in vars(kind):
        return
    answering: set[int] = set()

    def __getattribute__(self, name):
        # What __getattr__ itself reads is meant to be found in the usual way, as are the names of Python's own.
        if id(self) in answering or name[:2] == name[-2:] == "__":
            return usual(self, name)
        mark()
        answering.add(id(self))
        try:
            return answer(self, name)
        finally:
            answering.discard(id(self))

    usual = super(kind, kind).__getattribute__
    # With both of them Python would ask twice for what the answer does not know.
    del kind.__getattr__
    kind.__getattribute__ = __getattribute__


@misconception(
    "radd-unused",
    topics=TOPICS,
    prevalence=0.30,
    belief="for a + b only the __add__ of a is tried",
    correction="If a does not know how to add b, Python tries the __radd__ of b.",
    snippet="class A:\n    def __radd__(self, other):\n        return 'r'\nprint(1 + A())",
)
@rewrite
class NothingReflected(Rewriter):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        node.body = body_or_pass([part for part in node.body if not defines_reflected(part)])
        return node


def defines_reflected(part: ast.stmt) -> bool:
    match part:
        case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
            return name in REFLECTED
    return False
