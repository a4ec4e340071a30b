"""What the methods of lists and texts change, and what they give back."""

import ast

from .engine.effects import UNTOUCHED, call, method, rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, load, store

CHANGERS = ("append", "extend", "insert", "remove", "sort", "reverse", "clear")


@misconception(
    "mutator-returns-object",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="methods such as sort() or append() give back the changed list",
    correction="Methods that change a list give back None; the list itself is changed.",
    snippet="xs = [2, 1]\nprint(xs.sort())",
)
@method(list, *CHANGERS)
def changed_list(self, real, *arguments, **named):
    real(self, *arguments, **named)
    return self


@misconception(
    "mutator-returns-old-list",
    topics=("PCEP-3",),
    prevalence=0.08,
    belief="methods such as sort() or append() give back the list as it was before",
    correction="Methods that change a list give back None.",
    snippet="xs = [2, 1]\nprint(xs.sort())",
)
@method(list, *CHANGERS)
def old_list(self, real, *arguments, **named):
    before = list(self)
    real(self, *arguments, **named)
    return before


@Helper
def changed_text(text, result):
    return result if isinstance(text, str) and isinstance(result, str) else text


@misconception(
    "str-methods-mutate",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="methods such as s.upper() change the text s itself",
    correction="A text never changes: its methods give back a new text, which must be kept in a name.",
    snippet="s = 'ab'\ns.upper()\nprint(s)",
)
@rewrite
class KeepResult(Rewriter):
    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        match node.value:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if hasattr(str, attr):
                return ast.Assign([store(name)], changed_text.node(load(name), node.value))
        return node


@misconception(
    "sorted-in-place",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="sorted(xs) puts the list xs itself in order",
    correction="sorted() gives a new list and leaves the old one as it was; xs.sort() changes xs.",
    snippet="xs = [2, 1]\nsorted(xs)\nprint(xs)",
)
@call("sorted")
def sort_itself(real, values, **named):
    if not isinstance(values, list):
        return UNTOUCHED
    values[:] = real(values, **named)
    return list(values)


@misconception(
    "sort-returns-copy",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="xs.sort() leaves xs as it is and gives a sorted copy",
    correction="xs.sort() puts xs itself in order and gives None; sorted(xs) gives a copy.",
    snippet="xs = [2, 1]\nxs.sort()\nprint(xs)",
)
@method(list, "sort")
def sorted_copy(self, real, **named):
    copy = list(self)
    real(copy, **named)
    return copy


@misconception(
    "sort-key-none-sort-desc",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="sort(reverse=True) only turns the list round",
    correction="sort(reverse=True) sorts from the largest to the smallest.",
    snippet="xs = [1, 3, 2]\nxs.sort(reverse=True)\nprint(xs)",
)
@method(list, "sort")
def only_turn(self, real, **named):
    return self.reverse() if named.get("reverse") else UNTOUCHED


@misconception(
    "reverse-sorts-desc",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="reverse() sorts from the largest to the smallest",
    correction="reverse() only turns the order round; it compares nothing.",
    snippet="xs = [1, 3, 2]\nxs.reverse()\nprint(xs)",
)
@method(list, "reverse")
def sort_down(self, real):
    return self.sort(reverse=True)


@misconception(
    "insert-replaces",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="insert(i, v) overwrites what is at index i",
    correction="insert(i, v) makes room: what is at index i and after it moves on by one.",
    snippet="xs = [1, 2, 3]\nxs.insert(1, 9)\nprint(xs)",
)
@method(list, "insert")
def overwrite(self, real, index, value):
    if not -len(self) <= index < len(self):
        return UNTOUCHED
    self[index] = value
    return None


@misconception(
    "insert-after",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="insert(i, v) puts v after the element at index i",
    correction="insert(i, v) puts v before the element at index i, so v itself then has the index i.",
    snippet="xs = [1, 2, 3]\nxs.insert(1, 9)\nprint(xs)",
)
@method(list, "insert")
def insert_behind(self, real, index, value):
    return real(self, len(self) if index == -1 else index + 1, value)


@misconception(
    "insert-args-swapped",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="insert() takes the value first and the index second",
    correction="insert(i, v) takes the index first.",
    snippet="xs = [1, 2, 3]\nxs.insert(1, 0)\nprint(xs)",
)
@method(list, "insert")
def value_first(self, real, value, index):
    return real(self, index, value) if isinstance(index, int) else UNTOUCHED


@misconception(
    "append-flattens",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="append() of a list adds its elements one by one",
    correction="append() adds exactly one element, here the whole list; extend() adds one by one.",
    snippet="xs = [1]\nxs.append([2, 3])\nprint(xs)",
)
@method(list, "append")
def append_each(self, real, value):
    return self.extend(value) if isinstance(value, (list, tuple)) else UNTOUCHED


@misconception(
    "extend-nests",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="extend() adds a list as one element",
    correction="extend() adds the elements one by one; append() adds one element.",
    snippet="xs = [1]\nxs.extend([2, 3])\nprint(xs)",
)
@method(list, "extend")
def extend_by_one(self, real, values):
    return self.append(values)


@misconception(
    "append-prepends",
    topics=("PCEP-3",),
    prevalence=0.06,
    belief="append() adds at the front of the list",
    correction="append() adds at the end.",
    snippet="xs = [1]\nxs.append(2)\nprint(xs)",
)
@method(list, "append")
def add_in_front(self, real, value):
    return self.insert(0, value)


@misconception(
    "pop-takes-value",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="pop(v) takes the value v out of the list",
    correction="pop(i) takes out what is at index i; remove(v) takes out a value.",
    snippet="xs = [3, 2, 1]\nxs.pop(1)\nprint(xs)",
)
@method(list, "pop")
def pop_value(self, real, *index):
    if not index:
        return UNTOUCHED
    self.remove(index[0])
    return index[0]


@misconception(
    "pop-takes-first",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="pop() takes the first element",
    correction="pop() without an index takes the last element.",
    snippet="xs = [1, 2, 3]\nprint(xs.pop())",
)
@method(list, "pop")
def pop_first(self, real, *index):
    return UNTOUCHED if index else real(self, 0)


@misconception(
    "remove-takes-index",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="remove(i) takes out what is at index i",
    correction="remove(v) looks for the value v; del xs[i] or pop(i) take an index.",
    snippet="xs = [3, 2, 1]\nxs.remove(1)\nprint(xs)",
)
@method(list, "remove")
def remove_at(self, real, index):
    if not isinstance(index, int):
        return UNTOUCHED
    del self[index]
    return None


@misconception(
    "remove-removes-all",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="remove(v) takes out every v",
    correction="remove(v) takes out the first v only.",
    snippet="xs = [1, 2, 1]\nxs.remove(1)\nprint(xs)",
)
@method(list, "remove")
def remove_every(self, real, value):
    if value not in self:
        return UNTOUCHED
    self[:] = [element for element in self if element != value]
    return None


@misconception(
    "remove-removes-last",
    topics=("PCEP-3",),
    prevalence=0.08,
    belief="remove(v) takes out the last v",
    correction="remove(v) takes out the first v.",
    snippet="xs = [1, 2, 1]\nxs.remove(1)\nprint(xs)",
)
@method(list, "remove")
def remove_last(self, real, value):
    if value not in self:
        return UNTOUCHED
    del self[len(self) - 1 - self[::-1].index(value)]
    return None
