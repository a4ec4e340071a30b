"""When an object is shown by its __str__, and when by its __repr__."""

import functools
import types
import weakref

from .engine.effects import UNTOUCHED, attribute, call, made_class
from .engine.registry import also, misconception


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
    shown = kind.__str__
    original = kind.__repr__
    if not isinstance(shown, types.FunctionType) or shown is original or hasattr(original, "believed_for"):
        return
    if "__repr__" in shown.__code__.co_names:
        # The two texts are the same.
        return

    @functools.wraps(original)
    def show(self):
        mark()
        return str(self)

    # What repr(obj) itself gives; only boxes ask for the other one.
    show.believed_for = original
    kind.__repr__ = show


@also("str-used-in-containers")
@call("repr")
def show_by_repr(real, value):
    original = getattr(type(value).__repr__, "believed_for", None)
    return UNTOUCHED if original is None else original(value)


#: The __str__ of each class that the belief has taken away; it still answers when it is called by name.
dropped: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()


@misconception(
    "str-needs-explicit-call",
    topics=("PCAP-4",),
    prevalence=0.15,
    belief="print(obj) and str(obj) do not use __str__; one must call obj.__str__()",
    correction="print(obj) and str(obj) call __str__ by themselves.",
    snippet="class A:\n    def __str__(self): return 'S'\nprint(str(A()) == 'S')",
)
@made_class
def drop_str(kind, mark):
    if isinstance(vars(kind).get("__str__"), types.FunctionType):
        dropped[kind] = kind.__str__
        del kind.__str__
        mark()


@also("str-needs-explicit-call")
@attribute("get")
def call_by_name(box, name, real):
    if name != "__str__":
        return UNTOUCHED
    kinds = box.__mro__ if isinstance(box, type) else type(box).__mro__
    if isinstance(box, super):
        later = type(box.__self__).__mro__
        kinds = later[later.index(box.__thisclass__) + 1 :]
    named = next((dropped[kind] for kind in kinds if kind in dropped), None)
    if named is None:
        return UNTOUCHED
    return named if isinstance(box, type) else named.__get__(box.__self__ if isinstance(box, super) else box)
