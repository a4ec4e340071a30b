"""break, continue, pass, and the else of a loop."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import (
    Block, Loop, Rewriter, flag, has_jump, load, negated, replaced_jumps, when,
)


class LoopRewriter(Rewriter):
    """Visits every loop after the loops inside it; `loop` returns what stands in its place."""

    depth = 0

    def loop(self, node: Loop) -> ast.stmt | Block:
        raise NotImplementedError

    def visit_loop(self, node: Loop):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        return self.loop(node)

    visit_For = visit_While = visit_loop

    def name(self, purpose: str) -> str:
        """A name that the program does not use, one for each depth of nesting."""
        return f"__belief_{purpose}_{self.depth}__"


@misconception(
    "loop-else-always",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="the else of a loop always runs, even after break",
    correction="The else of a loop is left out when break ends the loop.",
    snippet="for i in range(3):\n    break\nelse:\n    print('else')",
)
@rewrite
class ElseAfterLoop(LoopRewriter):
    def loop(self, node):
        always, node.orelse = node.orelse, []
        return [node, *always]


@misconception(
    "loop-else-on-break",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="the else of a loop runs only when break ended the loop",
    correction="It is the other way round: the else of a loop runs when no break ended it.",
    snippet="for i in range(3):\n    pass\nelse:\n    print('else')",
)
@rewrite
class ElseOnBreak(LoopRewriter):
    def loop(self, node):
        if not node.orelse:
            return node
        broken = self.name("broken")
        node.body = replaced_jumps(node.body, on_break=lambda: [flag(broken, True), ast.Break()])
        after, node.orelse = node.orelse, []
        return [flag(broken, False), node, when(load(broken), after)]


@misconception(
    "loop-else-if-never-entered",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="the else of a loop runs only when its body never ran",
    correction="The else of a loop runs whenever the loop ends without break, however often the body ran.",
    snippet="for i in range(2):\n    print(i)\nelse:\n    print('else')",
)
@rewrite
class ElseIfNeverEntered(LoopRewriter):
    def loop(self, node):
        if not node.orelse:
            return node
        entered = self.name("entered")
        node.body = [flag(entered, True), *node.body]
        after, node.orelse = node.orelse, []
        return [flag(entered, False), node, when(negated(load(entered)), after)]


@misconception(
    "break-exits-all-loops",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="break leaves all the loops around it",
    correction="break leaves the innermost loop only.",
    snippet="for i in range(2):\n    for j in range(3):\n        break\n    print(i)",
)
@rewrite
class BreakEverything(LoopRewriter):
    left = "__belief_left__"

    def loop(self, node):
        if self.depth == 0:
            nested = any(isinstance(part, (ast.For, ast.While)) for part in ast.walk(node) if part is not node)
            return [flag(self.left, False), node] if nested else node
        node.body = replaced_jumps(node.body, on_break=lambda: [flag(self.left, True), ast.Break()])
        return [node, when(load(self.left), [ast.Break()])]

    def visit_FunctionDef(self, node):
        # A function in a loop has loops of its own.
        depth, self.depth = self.depth, 0
        self.generic_visit(node)
        self.depth = depth
        return node


@misconception(
    "continue-is-break",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="continue ends the loop",
    correction="continue only ends this pass; the loop goes on with the next one.",
    snippet="for i in range(3):\n    if i == 1:\n        continue\n    print(i)",
)
@rewrite
class ContinueEnds(Rewriter):
    def visit_Continue(self, node: ast.Continue) -> ast.stmt:
        return ast.Break()


@misconception(
    "break-is-continue",
    topics=("PCEP-2",),
    prevalence=0.15,
    belief="break only leaves out the rest of this pass",
    correction="break ends the loop; continue goes on with the next pass.",
    snippet="for i in range(3):\n    if i == 1:\n        break\n    print(i)",
)
@rewrite
class BreakContinues(LoopRewriter):
    def loop(self, node):
        # In a while loop this would often never end.
        if isinstance(node, ast.For):
            node.body = replaced_jumps(node.body, on_break=lambda: [ast.Continue()])
        return node


@misconception(
    "break-finishes-pass",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="after break the rest of this pass is still done",
    correction="break leaves the loop at once.",
    snippet="for i in range(3):\n    if i == 1:\n        break\n    print(i)",
)
@rewrite
class BreakLater(LoopRewriter):
    def loop(self, node):
        if not has_jump(node.body):
            return node
        ending = self.name("ending")

        def leave() -> ast.If:
            return when(load(ending), [ast.Break()])

        body = replaced_jumps(node.body, lambda: [flag(ending, True)], lambda: [leave(), ast.Continue()])
        if ast.dump(ast.Module(body, [])).count(ending) == 0:
            return node
        node.body = [*body, leave()]
        return [flag(ending, False), node]


class PassReplacer(Rewriter):
    """Replaces `pass` inside loops."""

    jump: type[ast.stmt]
    inside = False

    def visit_loop(self, node: Loop) -> Loop:
        outside, self.inside = self.inside, True
        self.generic_visit(node)
        self.inside = outside
        return node

    visit_For = visit_While = visit_loop

    def visit_definition(self, node):
        outside, self.inside = self.inside, False
        self.generic_visit(node)
        self.inside = outside
        return node

    visit_FunctionDef = visit_ClassDef = visit_definition

    def visit_Pass(self, node: ast.Pass) -> ast.stmt:
        return self.jump() if self.inside else node


@misconception(
    "pass-is-continue",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="pass goes on with the next pass of the loop",
    correction="pass does nothing at all; the next line runs as usual.",
    snippet="for i in range(3):\n    if i == 1:\n        pass\n    print(i)",
)
@rewrite
class PassContinues(PassReplacer):
    jump = ast.Continue


@misconception(
    "pass-is-break",
    topics=("PCEP-2",),
    prevalence=0.10,
    belief="pass leaves the loop",
    correction="pass does nothing at all; break leaves the loop.",
    snippet="for i in range(3):\n    if i == 1:\n        pass\n    print(i)",
)
@rewrite
class PassEnds(PassReplacer):
    jump = ast.Break
