"""+ and * between texts, numbers and lists."""

import ast

from .engine.effects import UNTOUCHED, binary
from .engine.registry import misconception

SEQUENCES = (str, list, tuple)


def is_number(value: object) -> bool:
    return isinstance(value, (int, float))


@misconception(
    "str-plus-int-coerces",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="a number is turned into text when it is added to a text",
    correction="A text and a number cannot be added; write str(n) or use an f-string.",
    snippet="print('5' + 3)",
)
@binary(ast.Add)
def join_as_text(left, right, real):
    if (isinstance(left, str) and is_number(right)) or (is_number(left) and isinstance(right, str)):
        return str(left) + str(right)
    return UNTOUCHED


@misconception(
    "str-digits-add-as-numbers",
    topics=("PCEP-1",),
    prevalence=0.15,
    belief="two texts made of digits are added like numbers",
    correction="+ between two texts puts them one after the other: '2' + '3' is '23'.",
    snippet="print('2' + '3')",
)
@binary(ast.Add)
def add_digits(left, right, real):
    if isinstance(left, str) and isinstance(right, str) and left.isdecimal() and right.isdecimal():
        return int(left) + int(right)
    return UNTOUCHED


@misconception(
    "str-times-int-is-arith",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="a text made of digits is multiplied like a number",
    correction="A text times a number is the text repeated: '3' * 2 is '33'.",
    snippet="print('3' * 2)",
)
@binary(ast.Mult)
def multiply_digits(left, right, real):
    text, number = (left, right) if isinstance(left, str) else (right, left)
    if isinstance(text, str) and text.isdecimal() and isinstance(number, int):
        return int(text) * number
    return UNTOUCHED


@misconception(
    "no-sequence-repetition",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="a text or a list cannot be multiplied by a number",
    correction="A text or a list times a whole number is repeated that many times.",
    snippet="print('ab' * 2)",
)
@binary(ast.Mult)
def refuse_repetition(left, right, real):
    if isinstance(left, SEQUENCES) or isinstance(right, SEQUENCES):
        raise TypeError(f"unsupported operand types: '{type(left).__name__}' and '{type(right).__name__}'")
    return UNTOUCHED
