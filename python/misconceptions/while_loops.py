"""How often a while loop runs, and when it looks at its condition."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import Block, is_call_of, negated, replaced_jumps, same, when
from .loop_control import LoopRewriter


@misconception(
    "while-runs-once",
    topics=("PCEP-2",),
    prevalence=0.08,
    belief="the body of while runs at most once",
    correction="while tests its condition again after each pass and goes on as long as it holds.",
    snippet="x = 0\nwhile x < 3:\n    x += 1\nprint(x)",
)
@rewrite
class WhileOnce(LoopRewriter):
    def loop(self, node):
        if isinstance(node, ast.While):
            node.body = [*replaced_jumps(node.body, on_continue=lambda: [ast.Break()]), ast.Break()]
        return node


@misconception(
    "while-checked-continuously",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="a while loop stops in the middle of its body as soon as the condition no longer holds",
    correction="The condition is tested only between passes; a pass that has begun is done to its end.",
    snippet="x = 0\nwhile x < 1:\n    x += 1\n    print(x)",
)
@rewrite
class AlwaysWatched(LoopRewriter):
    def loop(self, node):
        if not isinstance(node, ast.While) or isinstance(node.test, ast.Constant):
            return node
        # A condition that does something, such as reading input, cannot be looked at more often.
        if any(isinstance(part, ast.Call) and not is_call_of(part, "len") for part in ast.walk(node.test)):
            return node
        *body, last = node.body
        watched: Block = []
        for statement in body:
            watched += [statement, when(negated(same(node.test)), [ast.Break()])]
        node.body = [*watched, last]
        return node


@misconception(
    "while-is-do-while",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="the body of while runs once before the condition is tested",
    correction="The condition is tested first; if it does not hold, the body never runs.",
    snippet="x = 5\nwhile x < 5:\n    print(x)\n    x += 1",
)
@rewrite
class TestedAfterwards(LoopRewriter):
    def loop(self, node):
        if not isinstance(node, ast.While) or isinstance(node.test, ast.Constant):
            return node

        def leave() -> ast.If:
            return when(negated(same(node.test)), [*same(node.orelse), ast.Break()])

        body = replaced_jumps(node.body, on_continue=lambda: [leave(), ast.Continue()])
        return ast.While(ast.Constant(True), [*body, leave()], [])


@misconception(
    "loop-bound-off-by-one",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="a loop with < runs once more for the bound itself",
    correction="< leaves the bound out: while x < 3 runs for 0, 1 and 2.",
    snippet="x = 0\nwhile x < 3:\n    x += 1\nprint(x)",
)
@rewrite
class BoundIncluded(LoopRewriter):
    def loop(self, node):
        wider = {ast.Lt: ast.LtE, ast.Gt: ast.GtE}
        for part in ast.walk(node.test) if isinstance(node, ast.While) else ():
            if isinstance(part, ast.Compare):
                part.ops = [wider.get(type(op), type(op))() for op in part.ops]
        return node
