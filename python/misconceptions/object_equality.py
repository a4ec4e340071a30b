"""When two objects of a class of the program are equal."""

import types

from .engine.classes import is_plain
from .engine.effects import made_class
from .engine.registry import misconception


def contents(value: object) -> dict[str, object]:
    """The attributes of an object, wherever it keeps them."""
    slots = [name for kind in type(value).__mro__ for name in vars(kind) if is_slot(vars(kind)[name])]
    return {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(value, "__dict__", {})


def is_slot(entry: object) -> bool:
    return isinstance(entry, types.MemberDescriptorType)


@misconception(
    "eq-default-structural",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="two objects are equal when their attributes are equal",
    correction="Without an __eq__ an object is equal to itself only; the class must say what equal means.",
    snippet="class A:\n    def __init__(self, x): self.x = x\nprint(A(1) == A(1))",
)
@made_class
def compare_contents(kind, mark):
    if not is_plain(kind) or kind.__eq__ is not object.__eq__:
        return
    compared: set[tuple[int, int]] = set()

    def equal(self, other):
        if self is other or type(self) is not type(other):
            return NotImplemented
        pair = id(self), id(other)
        if pair in compared:
            # Objects that hold each other: nothing has been found to differ so far.
            return True
        mark()
        compared.add(pair)
        try:
            return contents(self) == contents(other)
        finally:
            compared.remove(pair)

    equal.__name__, equal.__qualname__ = "__eq__", f"{kind.__qualname__}.__eq__"
    kind.__eq__ = equal
