"""Which of two texts comes first, and what `in` asks of a text."""

import ast
import re
from collections.abc import Callable, Iterator
from typing import Any

from .engine.effects import UNTOUCHED, call, compare, equality, membership, method
from .engine.registry import also, misconception

ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")

#: What a text is compared by; never a number, as a text cannot be compared with a number.
TextKey = Callable[[str], Any]


@misconception(
    "in-checks-letters",
    topics=("PCAP-3",),
    prevalence=0.15,
    belief="in between two texts asks whether all the letters occur somewhere",
    correction="in looks for the whole text in one piece: 'ac' is not in 'abc'.",
    snippet="print('ac' in 'abc')",
)
@membership
def all_letters(item, box, real):
    if isinstance(item, str) and isinstance(box, str) and len(item) > 1:
        return all(real(letter, box) for letter in item)
    return UNTOUCHED


def has_text(value: object) -> bool:
    """Whether it is a text, or a list, tuple, set or dictionary with one inside."""
    return isinstance(value, str) or isinstance(value, (list, tuple, set, dict)) and any(map(has_text, value))


def ranked(value: Any, key: TextKey) -> Any:
    """The value with every text in it replaced by what the text is compared by."""
    if isinstance(value, str):
        return key(value)
    return type(value)(ranked(part, key) for part in value) if type(value) in (list, tuple) else value


def compare_by(key: TextKey, left, right, real):
    """`left < right` for someone who compares texts by this key."""
    if type(left) is not type(right) or not has_text(left) or not has_text(right):
        return UNTOUCHED
    return real(ranked(left, key), ranked(right, key))


def sort_likewise(id: str, key: TextKey) -> None:
    """Makes a misconception about `<` hold in sorted(), min(), max() and sort() as well."""

    def arrange(real, *values, **named):
        chosen = named.pop("key", None)
        if chosen is None and not has_text(values) and not any(isinstance(value, Iterator) for value in values):
            return UNTOUCHED
        return real(*values, key=lambda value: ranked(chosen(value) if chosen else value, key), **named)

    def arrange_list(self, real, **named):
        return arrange(real, self, **named)

    for name in ("sorted", "min", "max"):
        also(id)(call(name)(arrange))
    also(id)(method(list, "sort")(arrange_list))


@misconception(
    "str-compare-ignores-case",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="capital and small letters count as the same when texts are compared",
    correction="A capital and its small letter are different characters; every capital comes first.",
    snippet="print('B' < 'a')",
)
@compare(*ORDER)
def order_without_case(left, right, real):
    return compare_by(str.lower, left, right, real)


sort_likewise("str-compare-ignores-case", str.lower)


@also("str-compare-ignores-case")
@equality
def equal_without_case(left, right, real):
    return compare_by(str.lower, left, right, real)


@misconception(
    "str-compare-lower-first",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="small letters come before capitals when texts are compared",
    correction="Characters are compared by their code, and all capitals from A to Z come before the small letters.",
    snippet="print('a' < 'B')",
)
@compare(*ORDER)
def small_letters_first(left, right, real):
    return compare_by(str.swapcase, left, right, real)


sort_likewise("str-compare-lower-first", str.swapcase)


def by_length(text: str) -> tuple[int, str]:
    return len(text), text


@misconception(
    "str-compare-by-length",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="the longer of two texts is always the greater one",
    correction="Texts are compared character by character from the start; the first difference decides.",
    snippet="print('b' < 'aa')",
)
@compare(*ORDER)
def shorter_first(left, right, real):
    return compare_by(by_length, left, right, real)


sort_likewise("str-compare-by-length", by_length)


def by_number(text: str) -> tuple[bool, float, str]:
    """Numbers by their value, before all other texts."""
    is_number = NUMBER.fullmatch(text) is not None
    return not is_number, float(text) if is_number else 0, text


@misconception(
    "str-compare-numeric",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="texts made of digits are compared like numbers",
    correction="Texts are compared character by character: '10' < '9' because '1' comes before '9'.",
    snippet="print('10' < '9')",
)
@compare(*ORDER)
def compare_numbers(left, right, real):
    return compare_by(by_number, left, right, real)


sort_likewise("str-compare-numeric", by_number)
