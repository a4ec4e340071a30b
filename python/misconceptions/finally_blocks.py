"""finally, and the return that it meets."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import Block, Rewriter, assign, flag, load, names_bound, names_read, negated, same, when
from .functions import OwnStatements

TOPICS = ("PCAP-2", "PCEP-4")


class Returns(OwnStatements):
    """Replaces the `return` statements of a block, without those of functions inside it."""

    def __init__(self, replace):
        self.replace = replace
        self.found = 0

    def visit_Return(self, node: ast.Return) -> Block:
        self.found += 1
        return self.replace(node.value or ast.Constant(None))

    def in_block(self, block: Block) -> Block:
        result: Block = []
        for statement in block:
            new = self.visit(statement)
            result.extend(new if isinstance(new, list) else [new])
        return result

    def over_guarded(self, node: ast.Try) -> None:
        """All that `finally` waits for."""
        node.body = self.in_block(node.body)
        node.orelse = self.in_block(node.orelse)
        for handler in node.handlers:
            handler.body = self.in_block(handler.body)


class FinallyRewriter(Rewriter):
    """Visits every `try` with a `finally` after those inside it, with names that only this one uses."""

    count = 0

    def visit_Try(self, node: ast.Try) -> ast.Try | Block:
        self.generic_visit(node)
        if not node.finalbody:
            return node
        self.count += 1
        self.left = f"__belief_left_{self.count}__"
        self.value = f"__belief_value_{self.count}__"
        return self.changed(node)

    visit_TryStar = visit_Try

    def changed(self, node: ast.Try) -> ast.Try | Block:
        raise NotImplementedError

    def noted(self, value: ast.expr) -> Block:
        """`return value`, and a note of it: the value is worked out before, as that may fail."""
        return [assign(self.value, value), flag(self.left, True), ast.Return(load(self.value))]


@misconception(
    "finally-skipped-on-return",
    topics=TOPICS,
    prevalence=0.40,
    belief="a return in try leaves the function without running finally",
    correction="finally runs before the function is left, also when try returns.",
    snippet="def f():\n    try:\n        return 1\n    finally:\n        print('F')\nprint(f())",
)
@rewrite
class SkippedOnReturn(FinallyRewriter):
    def changed(self, node):
        returns = Returns(self.noted)
        returns.over_guarded(node)
        if not returns.found:
            return node
        node.finalbody = [when(negated(load(self.left)), node.finalbody)]
        return [flag(self.left, False), node]


@misconception(
    "finally-return-ignored",
    topics=TOPICS,
    prevalence=0.35,
    belief="a return in finally cannot replace the value that try returns",
    correction="finally runs last, so its return counts, whatever try has returned.",
    snippet="def f():\n    try:\n        return 1\n    finally:\n        return 2\nprint(f())",
)
@rewrite
class KeepsFirstReturn(FinallyRewriter):
    def changed(self, node):
        other = f"{self.value[:-2]}_of_finally__"

        def first_counts(value: ast.expr) -> Block:
            return [assign(other, value), ast.Return(ast.IfExp(load(self.left), load(self.value), load(other)))]

        guarded, last = Returns(self.noted), Returns(first_counts)
        before = same(node)
        guarded.over_guarded(node)
        node.finalbody = last.in_block(node.finalbody)
        return [flag(self.left, False), node] if guarded.found and last.found else before


@misconception(
    "finally-changes-return-value",
    topics=TOPICS,
    prevalence=0.35,
    belief="when finally changes x, the return x in try gives the new value",
    correction="return x takes the value of x at that moment; what finally assigns later comes too late.",
    snippet="def f():\n    x = 1\n    try:\n        return x\n    finally:\n        x = 2\nprint(f())",
)
@rewrite
class ReturnsAnew(FinallyRewriter):
    """Returns once more at the end of finally what the `return` named, if finally has assigned to it."""

    #: Working these out a second time would do something a second time.
    ACTIVE = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)

    def changed(self, node):
        assigned = names_bound(node.finalbody)
        again: list[ast.expr] = []

        def kept(value: ast.expr) -> Block:
            if not names_read(value) & assigned or any(isinstance(part, self.ACTIVE) for part in ast.walk(value)):
                return [ast.Return(value)]
            again.append(value)
            return [assign(self.value, value), assign(self.left, ast.Constant(len(again))), ast.Return(load(self.value))]

        Returns(kept).over_guarded(node)
        if not again:
            return node
        for number, value in enumerate(again, 1):
            is_this = ast.Compare(load(self.left), [ast.Eq()], [ast.Constant(number)])
            node.finalbody.append(when(is_this, [ast.Return(same(value))]))
        return [assign(self.left, ast.Constant(0)), node]
