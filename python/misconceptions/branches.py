"""if, elif, else."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import Block, Rewriter, names_bound, names_read, negated

STRICTNESS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def is_elif(node: ast.If) -> bool:
    """Whether the else of this `if` is written as elif: it then stands in the same column."""
    return len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and node.orelse[0].col_offset == node.col_offset


@misconception(
    "elif-is-if",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="the elif branches are tested even when a branch before them was taken",
    correction="Only the first branch whose condition holds is taken; the others are not even tested.",
    snippet="x = 15\nif x > 10:\n    print('A')\nelif x > 5:\n    print('B')",
)
@rewrite
class SeparateIfs(Rewriter):
    def visit_If(self, node: ast.If):
        chained = is_elif(node)
        self.generic_visit(node)
        if not chained:
            return node
        rest, node.orelse = node.orelse, []
        return [node, *rest]


@misconception(
    "else-always-runs",
    topics=("PCEP-2",),
    prevalence=0.10,
    belief="the else branch runs in any case",
    correction="else runs only when no condition before it holds.",
    snippet="x = 1\nif x:\n    print('A')\nelse:\n    print('B')",
)
@rewrite
class ElseAfterwards(Rewriter):
    def visit_If(self, node: ast.If):
        last = node
        while is_elif(last):
            last = last.orelse[0]
        always: Block = last.orelse
        last.orelse = []
        self.generic_visit(node)
        if not always:
            return node
        inner = ast.Module(always, [])
        return [node, *self.generic_visit(inner).body]


@misconception(
    "condition-inverted",
    topics=("PCEP-2",),
    prevalence=0.06,
    belief="the body of if runs when the condition does not hold",
    correction="The body of if runs when the condition holds, else when it does not.",
    snippet="x = 1\nif x > 0:\n    print('A')\nelse:\n    print('B')",
)
@rewrite
class OppositeCondition(Rewriter):
    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        node.test = negated(node.test)
        return node


@misconception(
    "if-is-loop",
    topics=("PCEP-2",),
    prevalence=0.10,
    belief="the body of if is repeated as long as the condition holds",
    correction="if runs its body at most once; while repeats it.",
    snippet="x = 1\nif x < 3:\n    x += 1\nprint(x)",
)
@rewrite
class IfRepeats(Rewriter):
    def visit_If(self, node: ast.If) -> ast.stmt:
        self.generic_visit(node)
        # A body that does not touch its condition would never end: nobody expects that.
        if node.orelse or not names_read(node.test) & names_bound(node.body):
            return node
        return ast.While(node.test, node.body, [])


@misconception(
    "compare-boundary",
    topics=("PCEP-2",),
    prevalence=0.15,
    belief="x > 5 also holds for 5 itself, and x >= 5 does not",
    correction="> leaves the boundary out, >= takes it in.",
    snippet="x = 5\nif x > 5:\n    print('big')\nelse:\n    print('small')",
)
@rewrite
class OtherStrictness(Rewriter):
    def visit_If(self, node: ast.If) -> ast.If:
        self.generic_visit(node)
        for part in ast.walk(node.test):
            if isinstance(part, ast.Compare):
                part.ops = [STRICTNESS.get(type(op), type(op))() for op in part.ops]
        return node
