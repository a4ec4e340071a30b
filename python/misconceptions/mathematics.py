"""Functions of math and statistics."""

import math

from .engine.effects import UNTOUCHED, library
from .engine.registry import misconception

TOPICS = ("PCAP-1",)
STATISTICS = ("PCPP1-SCI",)


def is_real(value: object) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value)


@misconception(
    "trunc-is-floor",
    topics=TOPICS,
    prevalence=0.30,
    belief="math.trunc() rounds down",
    correction="math.trunc() drops the fraction, so it goes towards zero: math.trunc(-2.5) is -2.",
    snippet="import math\nprint(math.trunc(-2.5))",
)
@library("math.trunc")
def trunc_down(real, x):
    return math.floor(x) if is_real(x) and x < 0 else UNTOUCHED


@misconception(
    "floor-truncates",
    topics=TOPICS,
    prevalence=0.35,
    belief="math.floor() drops the fraction and goes towards zero",
    correction="math.floor() always goes down: math.floor(-2.5) is -3.",
    snippet="import math\nprint(math.floor(-2.5))",
)
@library("math.floor")
def floor_towards_zero(real, x):
    return math.trunc(x) if is_real(x) and x < 0 else UNTOUCHED


@misconception(
    "ceil-away-from-zero",
    topics=TOPICS,
    prevalence=0.25,
    belief="math.ceil() goes away from zero, so math.ceil(-2.5) is -3",
    correction="math.ceil() always goes up: math.ceil(-2.5) is -2.",
    snippet="import math\nprint(math.ceil(-2.5))",
)
@library("math.ceil")
def ceil_away(real, x):
    return math.floor(x) if is_real(x) and x < 0 else UNTOUCHED


@misconception(
    "ceil-is-round",
    topics=TOPICS,
    prevalence=0.15,
    belief="math.ceil() rounds to the nearest whole number",
    correction="math.ceil() goes up to the next whole number: math.ceil(2.2) is 3.",
    snippet="import math\nprint(math.ceil(2.2))",
)
@library("math.ceil")
def ceil_to_nearest(real, x):
    return round(x) if is_real(x) else UNTOUCHED


@misconception(
    "floor-ceil-return-float",
    topics=TOPICS,
    prevalence=0.35,
    belief="math.floor() and math.ceil() give a float such as 2.0",
    correction="math.floor() and math.ceil() give an int: math.floor(2.5) is 2.",
    snippet="import math\nprint(math.floor(2.5))",
)
@library("math.floor", "math.ceil")
def float_result(real, x):
    return float(real(x))


@misconception(
    "sqrt-returns-int",
    topics=TOPICS,
    prevalence=0.40,
    belief="math.sqrt(16) is 4, an int, because 16 is a square",
    correction="math.sqrt() always gives a float: math.sqrt(16) is 4.0.",
    snippet="import math\nprint(math.sqrt(16))",
)
@library("math.sqrt")
def int_if_exact(real, x):
    root = real(x)
    return int(root) if isinstance(x, int) and root.is_integer() else UNTOUCHED


@misconception(
    "hypot-is-sum",
    topics=TOPICS,
    prevalence=0.15,
    belief="math.hypot(3, 4) adds the two sides: 7",
    correction="math.hypot() gives the length of the long side, the root of 3 * 3 + 4 * 4: 5.0.",
    snippet="import math\nprint(math.hypot(3, 4))",
)
@library("math.hypot")
def sum_of_sides(real, *sides):
    return math.fsum(sides)


@misconception(
    "stdev-is-pstdev",
    topics=STATISTICS,
    prevalence=0.45,
    belief="statistics.stdev() divides by the number of values",
    correction="stdev() is for a sample and divides by n - 1; pstdev() divides by n.",
    snippet="import statistics\nprint(statistics.stdev([2, 4]))",
)
@library("statistics.stdev")
def divide_by_count(real, data, xbar=None):
    from statistics import pstdev

    return pstdev(data, xbar)


@misconception(
    "median-is-middle-of-unsorted",
    topics=STATISTICS,
    prevalence=0.25,
    belief="statistics.median() takes the middle of the list as it stands",
    correction="median() sorts the values first; of an even number it takes the mean of the two in the middle.",
    snippet="import statistics\nprint(statistics.median([9, 1, 5]))",
)
@library("statistics.median")
def middle_as_written(real, data):
    values = list(data)
    return values[len(values) // 2] if values else UNTOUCHED


@misconception(
    "median-is-mean",
    topics=STATISTICS,
    prevalence=0.25,
    belief="statistics.median() is the average of the values",
    correction="median() is the value in the middle of the sorted list; mean() is the average.",
    snippet="import statistics\nprint(statistics.median([1, 2, 9]))",
)
@library("statistics.median")
def average(real, data):
    from statistics import mean

    return mean(data)
