"""Which numbers range() gives."""

from .engine.effects import UNTOUCHED, call
from .engine.registry import misconception


def bounds(arguments: tuple) -> tuple[int, int, int] | None:
    """Start, stop and step; None if this is no call that works."""
    if not 1 <= len(arguments) <= 3 or not all(isinstance(argument, int) for argument in arguments):
        return None
    if len(arguments) == 1:
        return 0, arguments[0], 1
    start, stop, step = (*arguments, 1)[:3]
    return (start, stop, step) if step != 0 else None


@misconception(
    "range-stop-inclusive",
    topics=("PCEP-2",),
    prevalence=0.40,
    belief="range() also gives its stop value",
    correction="range() ends before its stop value: range(3) gives 0, 1, 2.",
    snippet="print(list(range(3)))",
)
@call("range")
def with_stop(real, *arguments):
    if (found := bounds(arguments)) is None:
        return UNTOUCHED
    start, stop, step = found
    return real(start, stop + (1 if step > 0 else -1), step)


@misconception(
    "range-starts-at-one",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="range(n) gives the numbers from 1 to n",
    correction="range(n) gives n numbers that start at 0: from 0 to n - 1.",
    snippet="print(list(range(3)))",
)
@call("range")
def one_to_n(real, *arguments):
    return real(1, arguments[0] + 1) if len(arguments) == 1 and bounds(arguments) else UNTOUCHED


@misconception(
    "range-one-to-n-minus-1",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="range(n) gives the numbers from 1 to n - 1",
    correction="range(n) starts at 0, so it gives n numbers.",
    snippet="print(list(range(3)))",
)
@call("range")
def one_to_before_n(real, *arguments):
    return real(1, arguments[0]) if len(arguments) == 1 and bounds(arguments) else UNTOUCHED


@misconception(
    "range-start-exclusive",
    topics=("PCEP-2",),
    prevalence=0.12,
    belief="range(a, b) leaves out a as well as b",
    correction="range(a, b) begins with a and ends before b.",
    snippet="print(list(range(2, 5)))",
)
@call("range")
def without_start(real, *arguments):
    if len(arguments) < 2 or (found := bounds(arguments)) is None:
        return UNTOUCHED
    start, stop, step = found
    return real(start + step, stop, step)


@misconception(
    "range-third-is-count",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="the third argument of range() says how many numbers to give",
    correction="The third argument is the step from one number to the next.",
    snippet="print(list(range(0, 10, 3)))",
)
@call("range")
def third_counts(real, *arguments):
    if len(arguments) != 3 or (found := bounds(arguments)) is None or found[2] < 0:
        return UNTOUCHED
    start, stop, count = found
    return real(start, stop)[:count]


@misconception(
    "range-step-ignored",
    topics=("PCEP-2",),
    prevalence=0.15,
    belief="range() gives every number from start to stop, whatever the step",
    correction="The third argument is the step: range(0, 6, 2) gives 0, 2, 4.",
    snippet="print(list(range(0, 6, 2)))",
)
@call("range")
def every_number(real, *arguments):
    if len(arguments) != 3 or (found := bounds(arguments)) is None or abs(found[2]) == 1:
        return UNTOUCHED
    start, stop, step = found
    return real(start, stop, 1 if step > 0 else -1)


@misconception(
    "range-reversed-auto",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="range(3, 0) counts down by itself",
    correction="Without a negative step range() only counts up, so range(3, 0) is empty.",
    snippet="print(list(range(3, 0)))",
)
@call("range")
def downwards(real, *arguments):
    if len(arguments) != 2 or (found := bounds(arguments)) is None or found[0] <= found[1]:
        return UNTOUCHED
    return real(found[0], found[1], -1)
