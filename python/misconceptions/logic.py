"""Truth values, and, or, not."""

import ast

from .engine.effects import UNTOUCHED, equality, rewrite, truth
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, same


@Helper
def as_truth(value):
    return bool(value)


@Helper
def after_all(is_and, *values):
    """The value of `and` or `or` over values that were all worked out beforehand."""
    for value in values[:-1]:
        if bool(value) != is_and:
            return value
    return values[-1]


@misconception(
    "andor-return-bool",
    topics=("PCEP-1",),
    prevalence=0.45,
    belief="and and or always give True or False",
    correction="and and or give one of their two values as it is: 3 and 5 is 5.",
    snippet="print(3 and 5)",
)
@rewrite
class TruthOfBoth(Rewriter):
    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        return as_truth.node(node)


@misconception(
    "no-short-circuit",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="both sides of and and or are always worked out",
    correction="The right side is left out when the left side already decides the result.",
    snippet="x = 0\nprint(x != 0 and 1 / x > 1)",
)
@rewrite
class BothSides(Rewriter):
    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        return after_all.node(ast.Constant(isinstance(node.op, ast.And)), *node.values)


@misconception(
    "or-distributes",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="x == 1 or 2 asks whether x is 1 or 2",
    correction="x == 1 or 2 means (x == 1) or 2, and 2 counts as true; write x == 1 or x == 2.",
    snippet="x = 3\nprint('yes' if x == 1 or 2 else 'no')",
)
@rewrite
class SharedComparison(Rewriter):
    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        asked: ast.Compare | None = None
        for position, value in enumerate(node.values):
            if isinstance(value, ast.Compare) and len(value.ops) == 1:
                asked = value
            elif asked is not None and isinstance(value, ast.Constant) and not isinstance(value.value, bool):
                node.values[position] = ast.Compare(same(asked.left), [same(asked.ops[0])], [value])
        return node


@misconception(
    "false-text-is-falsy",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="texts such as 'False', '0' or ' ' count as false",
    correction="Only the empty text counts as false; any character in it makes it true.",
    snippet="print(bool('False'))",
)
@truth
def falsy_words(value, real):
    if isinstance(value, str) and value and value.strip() in ("", "0", "False", "None"):
        return False
    return UNTOUCHED


@misconception(
    "empty-container-truthy",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="an empty list or an empty text counts as true, because it exists",
    correction="Whatever is empty counts as false: [], '', {}, ().",
    snippet="print(bool([]))",
)
@truth
def existing_is_true(value, real):
    return True if isinstance(value, (str, list, tuple, dict, set, range)) and not value else UNTOUCHED


@misconception(
    "only-true-is-true",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="only True or 1 counts as true in a condition",
    correction="Every value counts as true unless it is zero, empty, None or False.",
    snippet="print('yes' if 5 else 'no')",
)
@truth
def only_one_is_true(value, real):
    return False if real(value) and value is not True and value != 1 else UNTOUCHED


@misconception(
    "eq-true-tests-truth",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="x == True asks whether x counts as true",
    correction="x == True asks whether x is equal to True, which only 1 and True are; write if x.",
    snippet="print(5 == True)",
)
@equality
def compare_truth(left, right, real):
    if isinstance(left, bool) == isinstance(right, bool):
        return UNTOUCHED
    return bool(left) == bool(right)
