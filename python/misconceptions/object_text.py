"""When an object is shown by its __str__, and when by its __repr__."""

import functools
import types

from .engine.effects import UNTOUCHED, attribute, call, made_class
from .engine.registry import also, misconception


def replace_special(kind: type, name: str, show) -> None:
    """Lets Python itself call `show` instead of a special method; whoever calls the method by its name gets the old one."""
    original = getattr(kind, name)
    show = functools.wraps(original)(show)
    show.replaced = original
    setattr(kind, name, show)


def method_by_name(box, name, real):
    """The method that was replaced, for `box.__str__` and such."""
    found = real(box, name)
    original = getattr(getattr(found, "__func__", found), "replaced", None)
    if original is None:
        return UNTOUCHED
    return original.__get__(found.__self__) if hasattr(found, "__self__") else original


@misconception(
    "str-used-in-containers",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="print([obj]) shows obj by its __str__",
    correction="A list shows its elements by their __repr__; print(obj) itself uses __str__.",
    snippet="class A:\n    def __str__(self): return 'S'\nprint(str([A()]) == '[S]')",
)
@made_class
def show_by_str(kind, mark):
    has_text = isinstance(kind.__str__, types.FunctionType) and kind.__str__ is not kind.__repr__
    if not has_text or hasattr(kind.__repr__, "replaced"):
        return

    def show(self):
        mark()
        text = type(self).__str__
        return getattr(text, "replaced", text)(self)

    replace_special(kind, "__repr__", show)


@also("str-used-in-containers")
@call("repr")
def show_by_repr(real, value):
    original = getattr(type(value).__repr__, "replaced", None)
    return UNTOUCHED if original is None else original(value)


@also("str-used-in-containers")
@attribute("get")
def repr_by_name(box, name, real):
    return method_by_name(box, name, real) if name == "__repr__" else UNTOUCHED


@misconception(
    "str-needs-explicit-call",
    topics=("PCAP-4",),
    prevalence=0.15,
    belief="print(obj) and str(obj) do not use __str__; one must call obj.__str__()",
    correction="print(obj) and str(obj) call __str__ by themselves.",
    snippet="class A:\n    def __str__(self): return 'S'\nprint(str(A()) == 'S')",
)
@made_class
def show_without_str(kind, mark):
    def show(self):
        mark()
        return super(kind, self).__str__()

    if isinstance(vars(kind).get("__str__"), types.FunctionType):
        replace_special(kind, "__str__", show)


@also("str-needs-explicit-call")
@attribute("get")
def str_by_name(box, name, real):
    return method_by_name(box, name, real) if name == "__str__" else UNTOUCHED
