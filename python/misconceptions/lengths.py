"""len(), enumerate(), zip(), reversed(), max() and min()."""

import itertools

from .engine.effects import UNTOUCHED, call
from .engine.registry import also, misconception


@misconception(
    "len-is-last-index",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="len() gives the index of the last element",
    correction="len() gives the number of elements; the last index is one less.",
    snippet="print(len([1, 2, 3]))",
)
@call("len")
def last_index(real, values):
    return max(real(values) - 1, 0) if isinstance(values, (str, list, tuple)) else UNTOUCHED


@misconception(
    "len-ignores-spaces",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="len() does not count the spaces in a text",
    correction="A space is a character and counts.",
    snippet="print(len('a b'))",
)
@call("len")
def without_spaces(real, values):
    return real(values.replace(" ", "")) if isinstance(values, str) and " " in values else UNTOUCHED


@misconception(
    "len-counts-bytes",
    topics=("PCAP-3",),
    prevalence=0.15,
    belief="len() of a text counts its bytes",
    correction="len() of a text counts its characters, whatever they need in memory or in a file.",
    snippet="print(len('hé'))",
)
@call("len")
def count_bytes(real, values):
    if not isinstance(values, str) or values.isascii():
        return UNTOUCHED
    return real(values.encode("utf-8", "surrogatepass"))


#: Characters that are written with a backslash.
ESCAPED = "\\\a\b\f\n\r\t\v\0"


@misconception(
    "escape-is-two-chars",
    topics=("PCAP-3",),
    prevalence=0.30,
    belief="\\n and other escape sequences count as two characters",
    correction="An escape sequence such as \\n stands for one character.",
    snippet="print(len('a\\n'))",
)
@call("len")
def count_backslashes(real, values):
    escapes = sum(map(values.count, ESCAPED)) if isinstance(values, str) else 0
    return real(values) + escapes if escapes else UNTOUCHED


def count_inside(values: object) -> int:
    return sum(count_inside(value) for value in values) if isinstance(values, (list, tuple)) else 1


@misconception(
    "len-counts-nested",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="len() also counts the elements of the lists inside a list",
    correction="A list inside a list counts as one element.",
    snippet="print(len([1, [2, 3]]))",
)
@call("len")
def count_all(real, values):
    nested = isinstance(values, (list, tuple)) and any(isinstance(value, (list, tuple)) for value in values)
    return count_inside(values) if nested else UNTOUCHED


@misconception(
    "dict-len-counts-both",
    topics=("PCEP-3",),
    prevalence=0.15,
    belief="len() of a dictionary counts the keys and the values",
    correction="len() of a dictionary is the number of its pairs.",
    snippet="print(len({'a': 1, 'b': 2}))",
)
@call("len")
def count_both(real, values):
    return 2 * real(values) if isinstance(values, dict) else UNTOUCHED


@misconception(
    "enumerate-from-one",
    topics=("PCEP-3",),
    prevalence=0.20,
    belief="enumerate() counts from 1",
    correction="enumerate() counts from 0 unless it is given another start.",
    snippet="print(list(enumerate('ab')))",
)
@call("enumerate")
def number_from_one(real, values, *start, **named):
    return UNTOUCHED if start or named else real(values, 1)


@misconception(
    "zip-pads",
    topics=("PCEP-3",),
    prevalence=0.25,
    belief="zip() goes on to the end of the longest list and fills up with None",
    correction="zip() stops at the end of the shortest list.",
    snippet="print(list(zip([1, 2], 'a')))",
)
@call("zip")
def fill_up(real, *lists, **named):
    return UNTOUCHED if named else itertools.zip_longest(*lists)


@misconception(
    "reversed-is-list",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="reversed(xs) is a list",
    correction="reversed() gives an iterator, which a loop or list() must go through.",
    snippet="print(reversed([1, 2]) == [2, 1])",
)
@call("reversed")
def reversed_list(real, values):
    return list(real(values))


def by_length(real, arguments, named):
    values = arguments[0] if len(arguments) == 1 else arguments
    if named or not isinstance(values, (list, tuple)) or not values or not all(isinstance(value, str) for value in values):
        return UNTOUCHED
    return real(values, key=len)


@misconception(
    "min-max-by-length",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="max() of texts gives the longest one",
    correction="Texts are compared letter by letter; use key=len for the longest one.",
    snippet="print(max(['b', 'aa']))",
)
@call("max")
def longest(real, *arguments, **named):
    return by_length(real, arguments, named)


@also("min-max-by-length")
@call("min")
def shortest(real, *arguments, **named):
    return by_length(real, arguments, named)
