"""Attributes of a class and attributes of its objects."""

import dis
import functools
import inspect
import types

from .assignment import independent
from .engine.classes import class_attributes, is_own, is_plain, owner_of
from .engine.effects import UNTOUCHED, attribute, call, made_class
from .engine.registry import also, misconception


@misconception(
    "class-attr-per-instance",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="every object gets its own copy of the class attributes",
    correction="There is one class attribute for all objects, until an object is given one of its own.",
    snippet="class A:\n    xs = []\na, b = A(), A()\na.xs.append(1)\nprint(b.xs)",
)
@made_class
def copy_attributes(kind, mark):
    make = kind.__new__
    if not is_plain(kind) or (make is not object.__new__ and "__new__" not in vars(kind)):
        # A class with a base class of the program inherits what was done to that one.
        return

    @functools.wraps(make)
    def make_with_copies(made_kind, *arguments, **named):
        if make is not object.__new__:
            made = make(made_kind, *arguments, **named)
        elif (arguments or named) and made_kind.__init__ is object.__init__:
            raise TypeError(f"{made_kind.__name__}() takes no arguments")
        else:
            made = make(made_kind)
        own = getattr(made, "__dict__", None)
        attributes = class_attributes(made_kind) if own is not None else {}
        for name, value in attributes.items():
            mark()
            own.setdefault(name, independent(value))
        return made

    kind.__new__ = staticmethod(make_with_copies)


@misconception(
    "instance-assign-changes-class",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="obj.x = v changes the class attribute x for all objects",
    correction="obj.x = v gives this one object an x of its own; the class attribute stays as it is.",
    snippet="class A:\n    n = 0\na, b = A(), A()\na.n = 5\nprint(b.n)",
)
@attribute("set")
def assign_to_class(box, name, real):
    if name not in class_attributes(type(box)) or name in getattr(box, "__dict__", ()):
        return UNTOUCHED
    return real(owner_of(type(box), name), name)


class AllAttributes(dict):
    """The attributes of an object with those of its class before them; what is changed is changed in the object."""

    def __init__(self, own: dict, shared: dict):
        super().__init__({**shared, **own})
        self.own = own


def changing_both(name: str):
    def change(self: AllAttributes, *arguments, **named):
        getattr(dict, name)(self.own, *arguments, **named)
        return getattr(dict, name)(self, *arguments, **named)

    return change


for changer in ("__setitem__", "__delitem__", "__ior__", "update", "setdefault", "pop", "popitem", "clear"):
    setattr(AllAttributes, changer, changing_both(changer))
AllAttributes.__name__, AllAttributes.__qualname__, AllAttributes.__module__ = "dict", "dict", "builtins"


@misconception(
    "instance-dict-has-class-attrs",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="obj.__dict__ also lists the attributes of the class",
    correction="obj.__dict__ holds only what was assigned to this object; the class has a __dict__ of its own.",
    snippet="class A:\n    n = 1\nprint(A().__dict__)",
)
@attribute("get")
def list_all(box, name, real):
    shared = class_attributes(type(box)) if name == "__dict__" else {}
    return AllAttributes(real(box, name), shared) if shared else UNTOUCHED


@also("instance-dict-has-class-attrs")
@call("vars")
def list_all_variables(real, *boxes):
    shared = class_attributes(type(boxes[0])) if boxes else {}
    return AllAttributes(real(*boxes), shared) if shared else UNTOUCHED


@misconception(
    "hasattr-ignores-class",
    topics=("PCAP-4",),
    prevalence=0.25,
    belief="hasattr(obj, name) sees only what was assigned to the object itself",
    correction="hasattr() is True for whatever obj.name would find, also in the class and its base classes.",
    snippet="class A:\n    n = 1\nprint(hasattr(A(), 'n'))",
)
@call("hasattr")
def has_itself(real, box, name):
    kind = type(box)
    owner = owner_of(kind, name) if is_own(kind) else None
    if owner is None or name in getattr(box, "__dict__", ()):
        return UNTOUCHED
    # A slot of the class is a place in the object.
    is_slot = isinstance(vars(owner)[name], (types.MemberDescriptorType, types.GetSetDescriptorType))
    return UNTOUCHED if is_slot else False


def names_assigned_at_start(kind: type) -> set[str]:
    """Names of attributes that __init__ assigns, with those of the base classes' as far as it calls theirs."""
    names: set[str] = set()
    for base in kind.__mro__:
        start = inspect.unwrap(vars(base)["__init__"]) if "__init__" in vars(base) else None
        if not isinstance(start, types.FunctionType):
            continue
        names |= {step.argval for step in dis.get_instructions(start) if step.opname == "STORE_ATTR"}
        if "__init__" not in start.__code__.co_names:
            break
    return names


@misconception(
    "hasattr-class-sees-instance",
    topics=("PCAP-4",),
    prevalence=0.25,
    belief="hasattr(Class, name) sees the attributes that __init__ makes",
    correction="The attributes that __init__ makes belong to each object, not to the class.",
    snippet="class A:\n    def __init__(self):\n        self.x = 1\nprint(hasattr(A, 'x'))",
)
@call("hasattr")
def has_in_objects(real, box, name):
    if not isinstance(box, type) or not is_own(box) or real(box, name):
        return UNTOUCHED
    return True if name in names_assigned_at_start(box) else UNTOUCHED
