"""What a set keeps."""

import ast

from .engine.effects import call, rewrite
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.sets import KeepingSet
from .engine.trees import Rewriter


@Helper
def keeping_set(elements):
    return KeepingSet(elements)


@misconception(
    "set-keeps-duplicates",
    topics=("PCEP-3", "PCAP-pre"),
    prevalence=0.20,
    belief="a set keeps equal elements as often as they are put in",
    correction="A set holds each element once; adding it again changes nothing.",
    snippet="print(len({1, 1, 2}))",
)
@rewrite
class KeepDuplicates(Rewriter):
    def visit_Set(self, node: ast.Set) -> ast.expr:
        self.generic_visit(node)
        return keeping_set.node(ast.List(node.elts, ast.Load()))

    def visit_SetComp(self, node: ast.SetComp) -> ast.expr:
        self.generic_visit(node)
        return keeping_set.node(ast.ListComp(node.elt, node.generators))


@also("set-keeps-duplicates")
@call("set")
def make_keeping_set(real, *elements):
    return KeepingSet(*elements)
