"""+ and * between lists, and which lists are one and the same."""

import ast
import copy

from .engine.effects import UNTOUCHED, binary, call, method, subscript
from .engine.lists import Window
from .engine.registry import also, misconception


def list_and_count(left: object, right: object) -> tuple[list, int] | None:
    if isinstance(left, list) and isinstance(right, int):
        return left, right
    if isinstance(right, list) and isinstance(left, int):
        return right, left
    return None


@misconception(
    "list-add-elementwise",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="+ between two lists adds their elements pair by pair",
    correction="+ puts the second list behind the first.",
    snippet="print([1, 2] + [3, 4])",
)
@binary(ast.Add)
def add_pairs(left, right, real):
    if isinstance(left, list) and isinstance(right, list):
        return [real(first, second) for first, second in zip(left, right)]
    return UNTOUCHED


@misconception(
    "list-add-nests",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="+ puts the second list into the first as one element",
    correction="+ puts the elements of the second list behind those of the first.",
    snippet="print([1] + [2, 3])",
)
@binary(ast.Add)
def add_as_element(left, right, real):
    if isinstance(left, list) and isinstance(right, list):
        return [*left, right]
    return UNTOUCHED


@misconception(
    "list-mult-elementwise",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="a list times 2 doubles each element",
    correction="A list times 2 is the list twice in a row.",
    snippet="print([1, 2] * 2)",
)
@binary(ast.Mult)
def multiply_each(left, right, real):
    if (found := list_and_count(left, right)) is None:
        return UNTOUCHED
    return [real(element, found[1]) for element in found[0]]


@misconception(
    "list-mult-nests",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="a list times 2 is a list of two lists",
    correction="A list times 2 is one flat list with the elements twice.",
    snippet="print([1, 2] * 2)",
)
@binary(ast.Mult)
def repeat_as_elements(left, right, real):
    if (found := list_and_count(left, right)) is None:
        return UNTOUCHED
    return [list(found[0]) for _ in range(found[1])]


@misconception(
    "list-mult-independent",
    topics=("PCEP-3",),
    prevalence=0.50,
    belief="[[0]] * 3 makes three lists that are separate from each other",
    correction="[[0]] * 3 refers three times to the same inner list; a change shows in all three places.",
    snippet="m = [[0]] * 3\nm[0][0] = 1\nprint(m)",
)
@binary(ast.Mult)
def repeat_copies(left, right, real):
    if (found := list_and_count(left, right)) is None:
        return UNTOUCHED
    return [copy.deepcopy(element) for _ in range(found[1]) for element in found[0]]


@misconception(
    "full-slice-is-alias",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="xs[:] is the same list as xs",
    correction="xs[:] is a new list with the same elements.",
    snippet="a = [1]\nb = a[:]\nb.append(2)\nprint(a)",
)
@subscript("get")
def whole_is_itself(box, key, real):
    return box if isinstance(box, list) and key == slice(None, None, None) else UNTOUCHED


@misconception(
    "slice-is-view",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="a slice is a window onto the list, so a change in one shows in the other",
    correction="A slice of a list is a new list; changing it leaves the old one as it was.",
    snippet="a = [1, 2, 3]\nb = a[1:]\nb[0] = 9\nprint(a)",
)
@subscript("get")
def window_onto(box, key, real):
    if not isinstance(box, list) or not isinstance(key, slice) or key.step not in (None, 1):
        return UNTOUCHED
    start, stop, _ = key.indices(len(box))
    return Window(box, start, max(stop - start, 0))


@misconception(
    "list-copy-is-deep",
    topics=("PCEP-3", "PCPP1-1"),
    prevalence=0.40,
    belief="a copy of a list also copies the lists inside it",
    correction="copy(), list() and [:] copy the outer list only; the inner lists are shared.",
    snippet="a = [[1]]\nb = a.copy()\nb[0].append(2)\nprint(a)",
)
@method(list, "copy")
def deep_copy(self, real):
    return copy.deepcopy(self)


@also("list-copy-is-deep")
@subscript("get")
def deep_slice(box, key, real):
    whole = isinstance(box, list) and key == slice(None, None, None)
    return copy.deepcopy(box) if whole else UNTOUCHED


@also("list-copy-is-deep")
@call("list")
def deep_list(real, *values):
    return copy.deepcopy(values[0]) if values and isinstance(values[0], list) else UNTOUCHED
