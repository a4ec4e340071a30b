"""input(), int(), round()."""

import decimal
import math
import re

from .engine.effects import UNTOUCHED, call
from .engine.registry import misconception

NUMBER = re.compile(r"\s*[+-]?\d+(\.\d+)?\s*")


@misconception(
    "input-returns-number",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="input() gives a number when a number is typed",
    correction="input() always gives a text; turn it into a number with int() or float().",
    snippet="x = input()\nprint(x * 2)",
)
@call("input")
def typed_number(real, *prompt):
    text = real(*prompt)
    found = NUMBER.fullmatch(text)
    if found is None:
        return text
    return float(text) if found[1] else int(text)


@misconception(
    "int-rounds",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="int() rounds to the nearest whole number",
    correction="int() cuts off the fraction; round() goes to the nearest whole number.",
    snippet="print(int(2.7))",
)
@call("int")
def nearest_int(real, *values):
    if len(values) != 1 or not isinstance(values[0], float) or not math.isfinite(values[0]):
        return UNTOUCHED
    return int(math.copysign(math.floor(abs(values[0]) + 0.5), values[0]))


@misconception(
    "int-floors",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="int() rounds down, so int(-2.3) is -3",
    correction="int() cuts off the fraction, towards zero: int(-2.3) is -2.",
    snippet="print(int(-2.3))",
)
@call("int")
def floor_int(real, *values):
    if len(values) != 1 or not isinstance(values[0], float) or not math.isfinite(values[0]):
        return UNTOUCHED
    return math.floor(values[0])


@misconception(
    "int-parses-float-text",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="int('3.7') gives 3",
    correction="int() reads whole numbers only; '3.7' needs float() first.",
    snippet="print(int('3.7'))",
)
@call("int")
def int_of_decimal_text(real, *values):
    if len(values) == 1 and isinstance(values[0], str) and (found := NUMBER.fullmatch(values[0])) and found[1]:
        return int(float(values[0]))
    return UNTOUCHED


@misconception(
    "round-half-up",
    topics=("PCEP-1",),
    prevalence=0.60,
    belief="round() always rounds a half up",
    correction="round() takes a half to the nearest even number: round(2.5) is 2, round(3.5) is 4.",
    snippet="print(round(2.5))",
)
@call("round")
def round_up(real, number, ndigits=None):
    if not isinstance(number, float) or not math.isfinite(number):
        return UNTOUCHED
    step = decimal.Decimal(1).scaleb(-(ndigits or 0))
    rounded = decimal.Decimal(repr(number)).quantize(step, decimal.ROUND_HALF_UP)
    return int(rounded) if ndigits is None else float(rounded)


@misconception(
    "round-keeps-float",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="round() of a float is a float",
    correction="round() with one argument gives an int.",
    snippet="print(round(2.6))",
)
@call("round")
def round_to_float(real, number, ndigits=None):
    if isinstance(number, float) and ndigits is None:
        return float(real(number))
    return UNTOUCHED
