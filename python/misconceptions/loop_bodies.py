"""Which lines belong to a loop, loops inside loops, and what adds up in them."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Block, Blocks, assign, has_jump, load, names_bound, names_read, store
from .loop_control import LoopRewriter


def inner_loop(node: ast.stmt) -> ast.For | None:
    """The for loop that is all there is in the body of another, over something that does not depend on that one."""
    if isinstance(node, ast.For) and len(node.body) == 1 and isinstance(node.body[0], ast.For):
        inner = node.body[0]
        if not names_read(inner.iter) & names_bound([node.target]):
            return inner
    return None


@Helper
def in_step(first, second):
    return zip(first, second)


@misconception(
    "nested-loops-lockstep",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="an inner and an outer loop advance together, one step each",
    correction="The inner loop runs from its start to its end in every pass of the outer one.",
    snippet="for a in 'xy':\n    for b in '12':\n        print(a + b)",
)
@rewrite
class InStep(LoopRewriter):
    def loop(self, node):
        inner = inner_loop(node)
        if inner is None or node.orelse or inner.orelse:
            return node
        target = ast.Tuple([node.target, inner.target], ast.Store())
        return ast.For(target, in_step.node(node.iter, inner.iter), inner.body, [])


@Helper
def used_up_once(iterable):
    return iter(iterable)


@misconception(
    "inner-loop-runs-once",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="the inner loop runs through once altogether, in the first pass of the outer one",
    correction="The inner loop starts anew in every pass of the outer one.",
    snippet="for a in 'xy':\n    for b in '12':\n        print(a + b)",
)
@rewrite
class InnerOnce(LoopRewriter):
    def loop(self, node):
        before: Block = []
        if isinstance(node, ast.For):
            changing = names_bound([node.target, *node.body])
            for place, inner in enumerate(node.body):
                if isinstance(inner, ast.For) and not names_read(inner.iter) & changing:
                    shared = f"{self.name('shared')[:-2]}_{place}__"
                    before.append(assign(shared, used_up_once.node(inner.iter)))
                    inner.iter = load(shared)
        return [*before, node]


@misconception(
    "accumulator-overwritten",
    topics=("PCEP-2",),
    prevalence=0.12,
    belief="total += x in a loop leaves only the last x in total",
    correction="+= adds to what is already there, so the values add up from pass to pass.",
    snippet="t = 0\nfor x in [1, 2, 3]:\n    t += x\nprint(t)",
)
@rewrite
class Overwritten(LoopRewriter):
    def loop(self, node):
        counters = names_read(node.test) if isinstance(node, ast.While) else set()

        class Overwrite(LoopRewriter):
            def loop(self, inner):
                return inner

            def visit_AugAssign(self, statement: ast.AugAssign) -> ast.stmt:
                match statement.target:
                    # What a while loop counts with must go on, or it would never end.
                    case ast.Name(id=name) if name not in counters:
                        return ast.Assign([store(name)], statement.value)
                return statement

        if self.depth == 0:
            node.body = [Overwrite().visit(statement) for statement in node.body]
        return node


@misconception(
    "dedented-line-in-loop",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="the first line after a loop still belongs to it",
    correction="Only the indented lines belong to the loop; the next line runs once, after it.",
    snippet="for i in range(3):\n    x = i\nprint(x)",
)
@rewrite
class LineJoinsLoop(Blocks):
    def block(self, statements: Block) -> Block:
        result: Block = []
        for statement in statements:
            loop = result[-1] if result else None
            joins = isinstance(loop, (ast.For, ast.While)) and not loop.orelse and not getattr(loop, "complete", False)
            if joins and not isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.For, ast.While)):
                loop.body.append(statement)
                loop.complete = True
            else:
                result.append(statement)
        return result


@misconception(
    "last-body-line-after-loop",
    topics=("PCEP-2",),
    prevalence=0.15,
    belief="only the first lines of the body are repeated and its last line runs once, after the loop",
    correction="All the indented lines are repeated.",
    snippet="for i in range(3):\n    x = i\n    print(x)",
)
@rewrite
class LineLeavesLoop(LoopRewriter):
    def loop(self, node):
        if not isinstance(node, ast.For) or len(node.body) < 2 or has_jump(node.body[-1:]):
            return node
        return [node, node.body.pop()]
