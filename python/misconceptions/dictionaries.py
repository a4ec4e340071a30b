"""Making, reading and going through dictionaries."""

import ast

from .engine.effects import UNTOUCHED, iteration, method, rewrite, subscript
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter


@misconception(
    "dict-missing-is-none",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="d[k] gives None when the key is missing",
    correction="d[k] raises KeyError when the key is missing; d.get(k) gives None.",
    snippet="print({'a': 1}['b'])",
)
@subscript("get")
def none_for_missing(box, key, real):
    return None if type(box) is dict and key not in box else UNTOUCHED


@misconception(
    "get-default-ignored",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="d.get(k, x) gives None when k is missing",
    correction="The second argument of get() is what it gives when the key is missing.",
    snippet="print({'a': 1}.get('b', 0))",
)
@method(dict, "get")
def get_without_default(self, real, key, *default):
    return real(self, key) if default else UNTOUCHED


@misconception(
    "get-inserts-default",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="d.get(k, x) also stores x under k",
    correction="get() only looks; setdefault() also stores.",
    snippet="d = {}\nd.get('b', 0)\nprint(d)",
)
@method(dict, "get")
def get_and_store(self, real, key, *default):
    return self.setdefault(key, *default) if default else UNTOUCHED


@misconception(
    "get-raises",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="d.get(k) raises KeyError when k is missing",
    correction="d.get(k) gives None when the key is missing; d[k] raises KeyError.",
    snippet="print({'a': 1}.get('b'))",
)
@method(dict, "get")
def get_or_raise(self, real, key, *default):
    return UNTOUCHED if default else self[key]


@misconception(
    "dict-loop-gives-values",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="a loop over a dictionary gives its values",
    correction="A loop over a dictionary gives its keys; use d.values() for the values.",
    snippet="for k in {'a': 1}:\n    print(k)",
)
@iteration("for", "comprehension")
def go_through_values(iterable, real):
    return iterable.values() if isinstance(iterable, dict) else UNTOUCHED


@misconception(
    "dict-loop-gives-pairs",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="a loop over a dictionary gives pairs of key and value",
    correction="A loop over a dictionary gives its keys; use d.items() for pairs.",
    snippet="for k in {'a': 1}:\n    print(k)",
)
@iteration("for", "comprehension")
def go_through_pairs(iterable, real):
    return iterable.items() if isinstance(iterable, dict) else UNTOUCHED


@misconception(
    "dict-view-is-copy",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="d.keys() is a copy that does not follow later changes of d",
    correction="keys(), values() and items() are views that always show what is in the dictionary now.",
    snippet="d = {'a': 1}\nk = d.keys()\nd['b'] = 2\nprint(len(k))",
)
@method(dict, "keys", "values", "items")
def view_at_once(self, real):
    # A view of a copy: it looks like the real one and stays as it is.
    return real(dict(self))


@misconception(
    "dict-view-prints-as-list",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="print(d.keys()) shows a plain list",
    correction="d.keys() is a view and is shown as dict_keys([…]); list(d) is a list of the keys.",
    snippet="print({'a': 1}.keys())",
)
@method(dict, "keys", "values", "items")
def view_as_list(self, real):
    return list(real(self))


@Helper
def first_of_each(*pairs):
    """A dictionary in which the first value of a key stays."""
    made = {}
    for key, value in pairs:
        made.setdefault(key, value)
    return made


@Helper
def without_repetition(*pairs):
    made = {}
    for key, value in pairs:
        if key in made:
            raise TypeError(f"duplicate key {key!r}")
        made[key] = value
    return made


@Helper
def in_key_order(box):
    try:
        return dict(sorted(box.items(), key=lambda pair: pair[0]))
    except TypeError:
        # Keys that cannot be compared have no order to be kept in.
        return box


class DisplayRewriter(Rewriter):
    """Makes a dictionary that is written with two or more pairs by a helper, key and value in their order."""

    maker: Helper

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        if len(node.keys) < 2 or None in node.keys:
            return node
        return self.maker.node(*(ast.Tuple([key, value], ast.Load()) for key, value in zip(node.keys, node.values)))


@misconception(
    "dup-key-first-wins",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="when a key is written twice, the first value stays",
    correction="When a key is written twice, the last value counts.",
    snippet="print({'a': 1, 'a': 2})",
)
@rewrite
class FirstWins(DisplayRewriter):
    maker = first_of_each


@misconception(
    "dup-key-error",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="writing a key twice is an error",
    correction="A key may be written twice; the last value counts.",
    snippet="print({'a': 1, 'a': 2})",
)
@rewrite
class NoRepetition(DisplayRewriter):
    maker = without_repetition


@misconception(
    "dict-sorted-by-key",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="a dictionary keeps its keys in sorted order",
    correction="A dictionary keeps its keys in the order in which they were added.",
    snippet="print({'b': 1, 'a': 2})",
)
@rewrite
class SortedDisplay(Rewriter):
    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        return in_key_order.node(node) if len(node.keys) > 1 else node


@also("dict-sorted-by-key")
@subscript("set")
def keep_sorted(box, key, real):
    if type(box) is not dict or key in box:
        return UNTOUCHED
    real(box, key)
    in_order = in_key_order(box)
    box.clear()
    box.update(in_order)
    return None


@Helper
def empty_set():
    return set()


@misconception(
    "empty-braces-is-set",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="{} is an empty set",
    correction="{} is an empty dictionary; an empty set is written set().",
    snippet="print(type({}))",
)
@rewrite
class EmptySet(Rewriter):
    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        return node if node.keys else empty_set.node()
