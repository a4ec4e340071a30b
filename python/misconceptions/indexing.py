"""Positions and slices."""

import ast

from .engine.effects import UNTOUCHED, rewrite, subscript
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, load

SEQUENCES = (list, tuple, str, range)


def is_position(box: object, key: object) -> bool:
    return isinstance(box, SEQUENCES) and isinstance(key, int)


def is_slice(box: object, key: object) -> bool:
    if not isinstance(box, SEQUENCES) or not isinstance(key, slice):
        return False
    return all(part is None or isinstance(part, int) for part in (key.start, key.stop, key.step))


def goes_forward(key: slice) -> bool:
    return key.step is None or key.step > 0


@misconception(
    "index-from-one",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="the first element has the index 1",
    correction="The first element has the index 0.",
    snippet="print('abc'[1])",
)
@subscript("get", "set", "delete")
def count_from_one(box, key, real):
    return real(box, key - 1) if is_position(box, key) and key > 0 else UNTOUCHED


@misconception(
    "negative-index-from-zero",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="the last element has the index -0, so [-1] is the one before the last",
    correction="Counting from the end starts at -1: xs[-1] is the last element.",
    snippet="print([1, 2, 3][-1])",
)
@subscript("get", "set", "delete")
def count_back_from_zero(box, key, real):
    return real(box, key - 1) if is_position(box, key) and key < 0 else UNTOUCHED


@misconception(
    "negative-index-error",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="a negative index is an error",
    correction="A negative index counts from the end: xs[-1] is the last element.",
    snippet="print([1, 2, 3][-1])",
)
@subscript("get", "set", "delete")
def refuse_negative(box, key, real):
    if is_position(box, key) and key < 0:
        raise IndexError(f"{type(box).__name__} index out of range")
    return UNTOUCHED


@misconception(
    "index-oob-none",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="an index past the end gives None",
    correction="An index past the end raises IndexError.",
    snippet="print([1, 2][5])",
)
@subscript("get")
def none_outside(box, key, real):
    return None if is_position(box, key) and not -len(box) <= key < len(box) else UNTOUCHED


@misconception(
    "slice-end-inclusive",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="a slice also takes the element at its end index",
    correction="A slice ends before its second index: xs[1:3] takes the elements 1 and 2.",
    snippet="print([1, 2, 3, 4][1:2])",
)
@subscript("get", "set", "delete")
def with_end(box, key, real):
    if not is_slice(box, key) or key.stop is None:
        return UNTOUCHED
    stop = key.stop + 1 if goes_forward(key) else key.stop - 1
    # One step past an end of the sequence means: to that end. The number itself would count from the other one.
    past_the_end = (stop == 0) if goes_forward(key) else (stop == -1)
    return real(box, slice(key.start, None if past_the_end else stop, key.step))


@misconception(
    "slice-start-exclusive",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="a slice leaves out the element at its start index",
    correction="A slice begins with its first index and ends before its second.",
    snippet="print([1, 2, 3, 4][1:3])",
)
@subscript("get", "set", "delete")
def without_start(box, key, real):
    if not is_slice(box, key) or key.start is None or not goes_forward(key):
        return UNTOUCHED
    return real(box, slice(len(box) if key.start == -1 else key.start + 1, key.stop, key.step))


@misconception(
    "slice-second-is-length",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="the second number of a slice says how many elements to take",
    correction="The second number is the index where the slice ends, not a count.",
    snippet="print('abcdef'[2:3])",
)
@subscript("get", "set", "delete")
def second_counts(box, key, real):
    if not is_slice(box, key) or not goes_forward(key) or key.stop is None or key.stop < 0 or not key.start or key.start < 0:
        return UNTOUCHED
    return real(box, slice(key.start, key.start + key.stop, key.step))


@misconception(
    "slice-from-one",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="the numbers of a slice count from 1",
    correction="Slices count from 0, as single indexes do.",
    snippet="print('abcdef'[2:4])",
)
@subscript("get", "set", "delete")
def slice_from_one(box, key, real):
    if not is_slice(box, key):
        return UNTOUCHED
    start, stop = (part - 1 if part is not None and part > 0 else part for part in (key.start, key.stop))
    return UNTOUCHED if (start, stop) == (key.start, key.stop) else real(box, slice(start, stop, key.step))


@misconception(
    "slice-oob-error",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="a slice that goes past the end raises IndexError",
    correction="A slice takes what is there; only a single index past the end is an error.",
    snippet="print([1, 2][1:9])",
)
@subscript("get")
def refuse_outside(box, key, real):
    if is_slice(box, key) and any(abs(part) > len(box) for part in (key.start, key.stop) if part is not None):
        raise IndexError(f"{type(box).__name__} index out of range")
    return UNTOUCHED


@misconception(
    "slice-step-ignored",
    topics=("PCEP-3",),
    prevalence=0.12,
    belief="the third number of a slice makes no difference",
    correction="The third number is the step: [::2] takes every second element.",
    snippet="print('abcdef'[::2])",
)
@subscript("get")
def without_step(box, key, real):
    if is_slice(box, key) and key.step is not None and key.step > 1:
        return real(box, slice(key.start, key.stop))
    return UNTOUCHED


@misconception(
    "slice-neg-step-after",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="with a negative step the slice is taken first and then turned round",
    correction="With a negative step the slice walks backwards from its start to its end.",
    snippet="print('abcdef'[4:1:-1])",
)
@subscript("get")
def slice_then_turn(box, key, real):
    if not is_slice(box, key) or goes_forward(key) or key.step == 0:
        return UNTOUCHED
    return real(box, slice(key.start, key.stop))[:: key.step]


@misconception(
    "neg-step-ignored",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="[::-1] gives the sequence as it is",
    correction="A step of -1 walks backwards, so [::-1] gives the sequence turned round.",
    snippet="print('abc'[::-1])",
)
@subscript("get")
def always_forward(box, key, real):
    if not is_slice(box, key) or goes_forward(key) or key.step == 0:
        return UNTOUCHED
    return real(box, slice(key.start, key.stop, -key.step))


@Helper
def with_element(box, key, value):
    """The box with another element; a new one where Python would refuse to change it."""
    if isinstance(box, (str, tuple)):
        elements = list(box)
        elements[key] = value
        return "".join(map(str, elements)) if isinstance(box, str) else tuple(elements)
    box[key] = value
    return box


@misconception(
    "str-tuple-mutable",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="an element of a text or a tuple can be replaced by assigning to its index",
    correction="Texts and tuples never change; assigning to an index raises TypeError.",
    snippet="t = (1, 2)\nt[0] = 9\nprint(t)",
)
@rewrite
class ReplaceElement(Rewriter):
    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        match node.targets:
            case [ast.Subscript(value=ast.Name(id=name), slice=key)] if not isinstance(key, ast.Slice):
                return ast.Assign([ast.Name(name, ast.Store())], with_element.node(load(name), key, node.value))
        return node
