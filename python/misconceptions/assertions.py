"""assert."""

import ast
import sys

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, negated, when

TOPICS = ("PCAP-2",)


@misconception(
    "assert-inverted",
    topics=TOPICS,
    prevalence=0.25,
    belief="assert fails when its condition is true",
    correction="assert states what must hold: it fails when the condition is false.",
    snippet="assert 1 > 0\nprint('ok')",
)
@rewrite
class FailsWhenTrue(Rewriter):
    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        node.test = negated(node.test)
        return node


@Helper
def warn(message):
    """Puts a warning where warnings go, beside the output of the program."""
    print("AssertionError", message, file=sys.stderr)


@misconception(
    "assert-only-warns",
    topics=TOPICS,
    prevalence=0.20,
    belief="an assert that fails gives a warning and the program goes on",
    correction="An assert that fails raises AssertionError, which ends the program unless it is caught.",
    snippet="assert 1 > 2\nprint('ok')",
)
@rewrite
class OnlyWarns(Rewriter):
    def visit_Assert(self, node: ast.Assert) -> ast.If:
        return when(negated(node.test), [ast.Expr(warn.node(node.msg or ast.Constant("")))])
