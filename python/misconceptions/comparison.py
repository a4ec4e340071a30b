"""What ==, is, in and < ask."""

import ast

from .engine.effects import UNTOUCHED, compare, equality, identity, membership
from .engine.registry import misconception

CONTAINERS = (list, tuple, dict, set)


def is_number(value: object) -> bool:
    return isinstance(value, (int, float))


@misconception(
    "is-same-as-eq",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="is asks whether two values are equal",
    correction="is asks whether both names stand for one and the same object; == asks whether they are equal.",
    snippet="a = [1]\nprint(a is [1])",
)
@identity
def equal_for_is(left, right, real):
    return left == right


@misconception(
    "eq-is-identity",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="== between two lists asks whether they are one and the same list",
    correction="== compares what is in the two lists; is asks whether they are the same list.",
    snippet="a = [1]\nprint(a == [1])",
)
@equality
def same_for_equal(left, right, real):
    if isinstance(left, CONTAINERS) and isinstance(right, CONTAINERS):
        return left is right
    return UNTOUCHED


@misconception(
    "int-float-differ",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="an int and a float are never equal, because their types differ",
    correction="Numbers are compared by value: 1 == 1.0 is True.",
    snippet="print(1 == 1.0)",
)
@equality
def equal_in_type(left, right, real):
    if is_number(left) and is_number(right) and type(left) is not type(right):
        return False
    return UNTOUCHED


@misconception(
    "str-number-equal",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="the text '5' is equal to the number 5",
    correction="A text and a number are never equal; turn one into the other first, as in int('5') == 5.",
    snippet="print('5' == 5)",
)
@equality
def equal_in_writing(left, right, real):
    text, number = (left, right) if isinstance(left, str) else (right, left)
    if not isinstance(text, str) or not is_number(number):
        return UNTOUCHED
    try:
        return float(text) == number
    except ValueError:
        return UNTOUCHED


@misconception(
    "nan-equals-itself",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="a number that is nan is equal to itself",
    correction="nan is equal to nothing, not even to itself.",
    snippet="x = float('nan')\nprint(x == x)",
)
@equality
def nan_is_nan(left, right, real):
    both = isinstance(left, float) and isinstance(right, float) and left != left and right != right
    return True if both else UNTOUCHED


@misconception(
    "in-searches-nested",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="in also looks inside the lists that are in a list",
    correction="in compares with the elements themselves; an inner list is one element.",
    snippet="print(1 in [[1, 2], [3]])",
)
@membership
def deep_membership(item, box, real):
    if not isinstance(box, (list, tuple)):
        return UNTOUCHED
    found = any(item in inner for inner in box if isinstance(inner, (list, tuple)))
    return True if found else UNTOUCHED


@misconception(
    "in-dict-checks-values",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="in looks at the values of a dictionary",
    correction="in looks at the keys; write x in d.values() for the values.",
    snippet="print(1 in {'a': 1})",
)
@membership
def among_values(item, box, real):
    return item in box.values() if isinstance(box, dict) else UNTOUCHED


@misconception(
    "in-dict-keys-and-values",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="in looks at the keys and at the values of a dictionary",
    correction="in looks at the keys only.",
    snippet="print(1 in {'a': 1})",
)
@membership
def among_both(item, box, real):
    if isinstance(box, dict) and item in box.values():
        return True
    return UNTOUCHED


@misconception(
    "list-compare-by-length",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="the longer of two lists is always the greater one",
    correction="Lists are compared element by element from the start; the first difference decides.",
    snippet="print([3] < [1, 2])",
)
@compare(ast.Lt, ast.LtE, ast.Gt, ast.GtE)
def compare_lengths(left, right, real):
    if isinstance(left, list) and isinstance(right, list) and len(left) != len(right):
        return real(len(left), len(right))
    return UNTOUCHED
