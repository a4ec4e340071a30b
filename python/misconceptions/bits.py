"""What & | ~ << and >> do."""

import ast

from .engine.effects import UNTOUCHED, binary, unary
from .engine.registry import also, misconception


def are_ints(*values: object) -> bool:
    return all(isinstance(value, int) for value in values)


@misconception(
    "bitops-are-logical",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="& and | are other ways to write and and or",
    correction="& and | combine the bits of two numbers; and and or choose one of the two values.",
    snippet="print(6 & 3)",
)
@binary(ast.BitAnd)
def and_for_ampersand(left, right, real):
    return (left and right) if are_ints(left, right) else UNTOUCHED


@also("bitops-are-logical")
@binary(ast.BitOr)
def or_for_bar(left, right, real):
    return (left or right) if are_ints(left, right) else UNTOUCHED


@misconception(
    "tilde-is-minus",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="~x is the same as -x",
    correction="~x flips every bit, which gives -x - 1: ~5 is -6.",
    snippet="print(~5)",
)
@unary(ast.Invert)
def minus_for_tilde(operand, real):
    return -operand if are_ints(operand) else UNTOUCHED


@misconception(
    "tilde-is-not",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="~x is the same as not x",
    correction="~ flips the bits of a number: ~0 is -1; the opposite of a truth value is written not.",
    snippet="print(~0)",
)
@unary(ast.Invert)
def not_for_tilde(operand, real):
    return not operand if are_ints(operand) else UNTOUCHED


@misconception(
    "shift-swapped",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="<< makes a number smaller and >> makes it larger",
    correction="<< moves the bits to the left, which doubles a number at each step; >> halves it.",
    snippet="print(4 << 1)",
)
@binary(ast.LShift)
def right_for_left(left, right, real):
    return left >> right if are_ints(left, right) else UNTOUCHED


@also("shift-swapped")
@binary(ast.RShift)
def left_for_right(left, right, real):
    return left << right if are_ints(left, right) else UNTOUCHED


@misconception(
    "shift-multiplies",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="a << b multiplies a by b",
    correction="a << b doubles a b times, so 3 << 2 is 3 * 4.",
    snippet="print(3 << 2)",
)
@binary(ast.LShift)
def multiply_for_shift(left, right, real):
    return left * right if are_ints(left, right) else UNTOUCHED


@also("shift-multiplies")
@binary(ast.RShift)
def divide_for_shift(left, right, real):
    return left // right if are_ints(left, right) and right > 0 else UNTOUCHED
