"""Which operator goes first where there are no parentheses."""

from .engine.effects import regroup
from .engine.grammar import Grammar, Level
from .engine.registry import misconception


@misconception(
    "pow-left-assoc",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="a row of ** is worked out from left to right",
    correction="** is the operator that starts at the right: 2 ** 3 ** 2 is 2 ** 9.",
    snippet="print(2 ** 3 ** 2)",
)
@regroup
def powers_from_left(grammar: Grammar) -> Grammar:
    return grammar.with_side("Pow", "left")


@misconception(
    "unary-minus-before-pow",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="in -3 ** 2 the minus sign belongs to the 3",
    correction="** goes before the minus sign on its left: -3 ** 2 is -(3 ** 2), so -9.",
    snippet="print(-3 ** 2)",
)
@regroup
def sign_first(grammar: Grammar) -> Grammar:
    return grammar.without("USub", "UAdd").insert(Level(("USub", "UAdd"), "prefix"), above="Pow")


@misconception(
    "arith-left-to-right",
    topics=("PCEP-1",),
    prevalence=0.12,
    belief="a calculation is worked out strictly from left to right",
    correction="** goes first, then * / // %, then + and -; only equals go from left to right.",
    snippet="print(2 + 3 * 4)",
)
@regroup
def one_arithmetic_level(grammar: Grammar) -> Grammar:
    return grammar.join("Add", "Sub", "Mult", "MatMult", "Div", "FloorDiv", "Mod", "Pow")


@misconception(
    "add-before-mult",
    topics=("PCEP-1",),
    prevalence=0.05,
    belief="+ and - go before *, / and the other operators of their kind",
    correction="* / // and % go before + and -.",
    snippet="print(2 + 3 * 4 - 1)",
)
@regroup
def sums_first(grammar: Grammar) -> Grammar:
    return grammar.without("Add", "Sub").insert(Level(("Add", "Sub")), above="Mult")


@misconception(
    "or-before-and",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="and and or have the same rank and are taken from left to right",
    correction="and goes before or, as * goes before +.",
    snippet="print(True or False and False)",
)
@regroup
def one_logical_level(grammar: Grammar) -> Grammar:
    return grammar.join("Or", "And")


@misconception(
    "not-binds-tightest",
    topics=("PCEP-1",),
    prevalence=0.25,
    belief="not belongs to the value right after it, so not a == b asks whether (not a) equals b",
    correction="not goes after comparisons: not a == b is not (a == b).",
    snippet="print(not 1 == 2)",
)
@regroup
def not_first(grammar: Grammar) -> Grammar:
    return grammar.without("Not").insert(Level(("Not",), "prefix"), above="In")


@misconception(
    "bitops-below-compare",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="comparisons such as == go before &, | and ^",
    correction="In Python & | and ^ go before comparisons: 6 & 3 == 2 is (6 & 3) == 2.",
    snippet="print(6 & 3 == 2)",
)
@regroup
def comparisons_before_bits(grammar: Grammar) -> Grammar:
    grammar = grammar.without("BitOr", "BitXor", "BitAnd")
    for operator in ("BitOr", "BitXor", "BitAnd"):
        grammar = grammar.insert_below(Level((operator,)), below="Eq")
    return grammar


@misconception(
    "shift-above-add",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="<< and >> go before + and -",
    correction="+ and - go before << and >>: 1 << 2 + 1 is 1 << 3.",
    snippet="print(1 << 2 + 1)",
)
@regroup
def shifts_first(grammar: Grammar) -> Grammar:
    return grammar.without("LShift", "RShift").insert(Level(("LShift", "RShift")), above="Add")


@misconception(
    "chained-compare-left",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="a < b < c first works out a < b and then compares True or False with c",
    correction="a < b < c means a < b and b < c.",
    snippet="print(3 > 2 > 1)",
)
@regroup
def comparisons_from_left(grammar: Grammar) -> Grammar:
    return grammar.with_side("Lt", "left").with_side("Eq", "left")


@misconception(
    "compare-chain-to-and-first",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="in 10 > 5 == True the part 10 > 5 is worked out first and then compared with True",
    correction="All comparisons have the same rank and form a chain: 10 > 5 == True means 10 > 5 and 5 == True.",
    snippet="print(10 > 5 == True)",
)
@regroup
def equality_last(grammar: Grammar) -> Grammar:
    return grammar.without("Eq", "NotEq").insert_below(Level(("Eq", "NotEq")), below="Lt")
