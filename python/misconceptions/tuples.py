"""Parentheses, commas and tuples."""

import ast

from .engine.effects import rewrite
from .engine.grammar import neighbours
from .engine.lists import FrozenList
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter


@misconception(
    "parens-make-tuple",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="(5) is a tuple with one element",
    correction="The comma makes the tuple: (5,) is one, (5) is just the number 5.",
    snippet="t = (5)\nprint(type(t))",
)
@rewrite
class TupleOfOne(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.before, self.after = neighbours(tree.source)
        return self.generic_visit(tree)

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        value = node.value
        if isinstance(value, ast.Constant) and value.lineno == value.end_lineno:
            # The columns of a tree count bytes; a line in which that differs from characters is left alone.
            enclosed = self.before.get((value.lineno, value.col_offset)) == "("
            if enclosed and self.after.get((value.end_lineno, value.end_col_offset)) == ")":
                node.value = ast.Tuple([value], ast.Load())
        return node


@misconception(
    "trailing-comma-ignored",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="(5,) is just the number 5",
    correction="A comma after a single value makes a tuple with one element.",
    snippet="t = (5,)\nprint(t)",
)
@rewrite
class NoTupleOfOne(Rewriter):
    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and len(node.elts) == 1 and not isinstance(node.elts[0], ast.Starred):
            return node.elts[0]
        return node


@Helper
def frozen(values):
    return FrozenList(values)


@misconception(
    "tuple-freezes-contents",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="a list inside a tuple cannot change",
    correction="A tuple always refers to the same objects, but a list among them can still change.",
    snippet="t = (1, [2])\nt[1].append(3)\nprint(t)",
)
@rewrite
class FrozenContents(Rewriter):
    def visit_Tuple(self, node: ast.Tuple) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.elts = [frozen.node(element) if isinstance(element, ast.List) else element for element in node.elts]
        return node
