"""What / // % ** and ^ do with numbers."""

import ast
import math

from .engine.effects import UNTOUCHED, binary
from .engine.registry import misconception


def are_numbers(*values: object) -> bool:
    return all(isinstance(value, (int, float)) for value in values)


@misconception(
    "floordiv-is-truediv",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="// gives the exact quotient, just like /",
    correction="// rounds the quotient down to a whole number; / keeps the fraction.",
    snippet="print(7 // 2)",
)
@binary(ast.FloorDiv)
def divide_exactly(left, right, real):
    return left / right if are_numbers(left, right) else UNTOUCHED


@misconception(
    "truediv-is-intdiv",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="/ between two whole numbers gives a whole number",
    correction="/ always gives a float, even when the division comes out even: 8 / 2 is 4.0.",
    snippet="print(8 / 2)",
)
@binary(ast.Div)
def divide_to_int(left, right, real):
    if isinstance(left, int) and isinstance(right, int):
        return int(left / right)
    return UNTOUCHED


@misconception(
    "floordiv-truncates-to-zero",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="// simply cuts off the fraction, also for negative numbers",
    correction="// rounds down, away from zero for negative results: -7 // 2 is -4.",
    snippet="print(-7 // 2)",
)
@binary(ast.FloorDiv)
def divide_towards_zero(left, right, real):
    if not are_numbers(left, right) or right == 0 or (left < 0) == (right < 0):
        return UNTOUCHED
    return -(-left // right)


@misconception(
    "floordiv-always-int",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="// always gives an int, even when one of the numbers is a float",
    correction="If either number is a float, // gives a float without a fraction, such as 3.0.",
    snippet="print(7.0 // 2)",
)
@binary(ast.FloorDiv)
def divide_to_whole_int(left, right, real):
    if are_numbers(left, right) and isinstance(real(left, right), float) and math.isfinite(left // right):
        return int(left // right)
    return UNTOUCHED


@misconception(
    "mod-sign-of-dividend",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="the result of % has the sign of the number on the left",
    correction="The result of % has the sign of the number on the right: -7 % 3 is 2.",
    snippet="print(-7 % 3)",
)
@binary(ast.Mod)
def remainder_like_c(left, right, real):
    if not are_numbers(left, right) or right == 0 or (left < 0) == (right < 0):
        return UNTOUCHED
    remainder = abs(left) % abs(right)
    return -remainder if left < 0 else remainder


@misconception(
    "mod-is-quotient",
    topics=("PCEP-1",),
    prevalence=0.12,
    belief="% gives how many times the right number fits into the left one",
    correction="% gives what is left over after the division; // gives how many times it fits.",
    snippet="print(17 % 5)",
)
@binary(ast.Mod)
def quotient_for_remainder(left, right, real):
    return left // right if are_numbers(left, right) else UNTOUCHED


@misconception(
    "pow-is-mult",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="a ** b multiplies a by b",
    correction="a ** b raises a to the power of b: 2 ** 5 is 2 * 2 * 2 * 2 * 2.",
    snippet="print(2 ** 5)",
)
@binary(ast.Pow)
def multiply_for_power(left, right, real):
    return left * right if are_numbers(left, right) else UNTOUCHED


@misconception(
    "caret-is-power",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="^ raises a number to a power",
    correction="^ compares the bits of two whole numbers (exclusive or); a power is written **.",
    snippet="print(2 ^ 3)",
)
@binary(ast.BitXor)
def power_for_caret(left, right, real):
    return left**right if are_numbers(left, right) else UNTOUCHED


@misconception(
    "bool-not-a-number",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="True and False cannot be added or multiplied like numbers",
    correction="True counts as 1 and False as 0 wherever Python calculates.",
    snippet="print(True + True)",
)
@binary(ast.Add, ast.Sub, ast.Mult)
def refuse_bool(left, right, real):
    if isinstance(left, bool) or isinstance(right, bool):
        raise TypeError(f"unsupported operand types: '{type(left).__name__}' and '{type(right).__name__}'")
    return UNTOUCHED


@misconception(
    "division-by-zero-inf",
    topics=("PCAP-2", "PCEP-1"),
    prevalence=0.20,
    belief="dividing by zero gives infinity instead of an error",
    correction="Dividing by zero raises ZeroDivisionError.",
    snippet="print(1 / 0)",
)
@binary(ast.Div, ast.FloorDiv)
def infinity_for_zero(left, right, real):
    if not are_numbers(left, right) or right != 0:
        return UNTOUCHED
    return math.nan if left == 0 else -math.inf if left < 0 else math.inf
