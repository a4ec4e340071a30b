"""What print() puts on the screen."""

from .engine.effects import UNTOUCHED, printing
from .engine.registry import misconception
from .engine.runtime import Printing


def replace_values(call: Printing, kind: type | tuple[type, ...], shown) -> object:
    """Shows the values of a type in another way."""
    if not any(isinstance(value, kind) for value in call.values):
        return UNTOUCHED
    call.values = [shown(value) if isinstance(value, kind) else value for value in call.values]
    return None


@misconception(
    "print-no-space",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="print(a, b) puts nothing between the two values",
    correction="print() puts a space between its values unless sep says otherwise.",
    snippet="print('a', 1)",
)
@printing
def without_space(call):
    if len(call.values) < 2 or call.sep != " ":
        return UNTOUCHED
    call.sep = ""


@misconception(
    "print-comma-shown",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="print(a, b) shows the comma between the two values",
    correction="The comma only separates the arguments; on the screen there is a space.",
    snippet="print('a', 1)",
)
@printing
def with_comma(call):
    if len(call.values) < 2 or call.sep != " ":
        return UNTOUCHED
    call.sep = ", "


@misconception(
    "sep-after-last",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="sep is also written after the last value",
    correction="sep stands between the values only; end is what comes after the last one.",
    snippet="print(1, 2, sep='-')",
)
@printing
def separator_at_end(call):
    if call.sep == " " or not call.values:
        return UNTOUCHED
    call.end = call.sep + call.end


@misconception(
    "sep-ignored",
    topics=("PCEP-1",),
    prevalence=0.15,
    belief="print() always puts a space between its values, whatever sep says",
    correction="sep replaces the space between the values.",
    snippet="print(1, 2, sep='-')",
)
@printing
def always_space(call):
    if call.sep == " ":
        return UNTOUCHED
    call.sep = " "


@misconception(
    "end-ignored",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="every print() starts a new line afterwards, whatever end says",
    correction="end replaces the new line: with end='*' the next print() goes on in the same line.",
    snippet="print(1, end='*')\nprint(2)",
)
@printing
def always_new_line(call):
    if call.end == "\n":
        return UNTOUCHED
    call.end = "\n"


@misconception(
    "end-plus-newline",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="end is written first and then the new line comes as well",
    correction="end takes the place of the new line; nothing else is written after it.",
    snippet="print(1, end='*')\nprint(2)",
)
@printing
def end_and_new_line(call):
    if call.end == "\n":
        return UNTOUCHED
    call.end += "\n"


@misconception(
    "end-is-sep",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="end is written between the values",
    correction="sep stands between the values; end comes once, after the last one.",
    snippet="print(1, 2, end='*')",
)
@printing
def end_between(call):
    if call.end == "\n":
        return UNTOUCHED
    call.sep, call.end = call.end, "\n"


@misconception(
    "string-shows-quotes",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="print() shows a text with its quotes",
    correction="print() shows the characters of a text without quotes; inside a list they have quotes.",
    snippet="print('hi')",
)
@printing
def with_quotes(call):
    return replace_values(call, str, repr)


@misconception(
    "type-prints-bare",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="print(type(x)) shows only the name of the type",
    correction="A type is shown as <class 'int'>; its bare name is type(x).__name__.",
    snippet="print(type(1))",
)
@printing
def bare_type(call):
    return replace_values(call, type, lambda kind: kind.__name__)


@misconception(
    "bool-shown-as-int",
    topics=("PCEP-1",),
    prevalence=0.12,
    belief="a comparison is printed as 1 or 0",
    correction="A comparison gives True or False, and that is what is printed.",
    snippet="print(3 > 2)",
)
@printing
def bool_as_int(call):
    return replace_values(call, bool, int)


@misconception(
    "bool-prints-lowercase",
    topics=("PCEP-1",),
    prevalence=0.12,
    belief="True is printed as true",
    correction="Python writes True and False with a capital letter.",
    snippet="print(3 > 2)",
)
@printing
def lower_case_bool(call):
    return replace_values(call, bool, lambda value: str(value).lower())


@misconception(
    "none-prints-as-null",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="None is printed as null",
    correction="None is printed as None.",
    snippet="print(None)",
)
@printing
def null_for_none(call):
    return replace_values(call, type(None), lambda value: "null")


@misconception(
    "none-not-printed",
    topics=("PCEP-4",),
    prevalence=0.30,
    belief="printing None shows nothing",
    correction="None is a value like any other; print(None) shows None.",
    snippet="print(None)",
)
@printing
def nothing_for_none(call):
    if all(value is not None for value in call.values):
        return UNTOUCHED
    call.values = [value for value in call.values if value is not None]
    call.shown = bool(call.values)


@misconception(
    "print-call-shows-text",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="print() gives back the text that it has printed",
    correction="print() gives back None; the text only goes to the screen.",
    snippet="print(print('a'))",
)
@printing
def text_as_result(call):
    call.result = call.sep.join(str(value) for value in call.values)


def without_point(value):
    """Floats without a fraction as ints, also inside lists and tuples."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if type(value) in (list, tuple):
        return type(value)(without_point(element) for element in value)
    return value


@misconception(
    "float-int-display",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="a float without a fraction is printed without .0",
    correction="A float always shows its point: 8 / 2 is printed as 4.0.",
    snippet="print(8 / 2)",
)
@printing
def whole_without_point(call):
    shown = [without_point(value) for value in call.values]
    if [repr(value) for value in shown] == [repr(value) for value in call.values]:
        return UNTOUCHED
    call.values = shown


@misconception(
    "str-e-shows-type",
    topics=("PCEP-4", "PCAP-2"),
    prevalence=0.30,
    belief="printing an exception also shows the name of its class",
    correction="print(e) shows the message only; the name is type(e).__name__.",
    snippet="try:\n    int('x')\nexcept ValueError as e:\n    print(e)",
)
@printing
def named_exception(call):
    return replace_values(call, BaseException, lambda error: f"{type(error).__name__}: {error}")
