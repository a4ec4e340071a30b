"""How often a loop runs, over what, and what belongs to it."""

import ast

from .engine.effects import UNTOUCHED, iteration, rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import (
    Block, Blocks, assign, has_jump, is_call_of, load, names_bound, names_read, negated, replaced_jumps, same, store, when,
)
from .loop_control import LoopRewriter

SEQUENCES = (list, tuple, str, range)


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


@misconception(
    "for-var-change-affects-loop",
    topics=("PCEP-2",),
    prevalence=0.35,
    belief="changing the variable of a for loop changes which value comes next",
    correction="for takes the next value from its range each time, whatever the body did to the variable.",
    snippet="for i in range(4):\n    print(i)\n    i += 2",
)
@rewrite
class CountingLoop(LoopRewriter):
    """`for i in range(…)` as a loop that counts in the variable itself."""

    def loop(self, node):
        match node:
            case ast.For(target=ast.Name(id=name)) if is_call_of(node.iter, "range") and name in names_bound(node.body):
                return self.counting(node, name)
        return node

    def counting(self, node: ast.For, name: str) -> Block:
        numbers = self.name("numbers")

        def advance() -> Block:
            following = next_number.node(load(numbers), load(name))
            leave = when(negated(is_within.node(load(numbers), load(name))), [*same(node.orelse), ast.Break()])
            return [leave, assign(name, following)]

        body = replaced_jumps(node.body, on_continue=lambda: [*advance(), ast.Continue()])
        loop = ast.While(ast.Constant(True), [*body, *advance()], [])
        first = assign(name, ast.Attribute(load(numbers), "start", ast.Load()))
        return [assign(numbers, node.iter), when(load(numbers), [first, loop], same(node.orelse))]


@Helper
def next_number(numbers, current):
    return current + numbers.step


@Helper
def is_within(numbers, current):
    """Whether the number after `current` is still before the stop."""
    following = current + numbers.step
    return following < numbers.stop if numbers.step > 0 else following > numbers.stop


@misconception(
    "for-var-is-stop-after",
    topics=("PCEP-2",),
    prevalence=0.30,
    belief="after the loop its variable has the stop value",
    correction="After the loop the variable keeps the last value that it had in the body.",
    snippet="for i in range(3):\n    pass\nprint(i)",
)
@rewrite
class StopAfterLoop(LoopRewriter):
    def loop(self, node):
        match node:
            case ast.For(target=ast.Name(id=name)) if is_call_of(node.iter, "range"):
                numbers = self.name("numbers")
                first = assign(numbers, node.iter)
                node.iter = load(numbers)
                stop = assign(name, ast.Attribute(load(numbers), "stop", ast.Load()))
                # In the else: a loop that was left by break has not reached its stop.
                node.orelse = [when(load(numbers), [stop]), *node.orelse]
                return [first, node]
        return node


@misconception(
    "for-var-local",
    topics=("PCEP-2",),
    prevalence=0.20,
    belief="the variable of a for loop no longer exists after the loop",
    correction="The variable of a for loop stays and keeps its last value.",
    snippet="for i in range(3):\n    pass\nprint(i)",
)
@rewrite
class ForgottenVariable(LoopRewriter):
    def loop(self, node):
        if not isinstance(node, ast.For):
            return node
        names = sorted(names_bound([node.target]))
        never_bound = ast.ExceptHandler(load("NameError"), None, [ast.Pass()])
        return [node, *(ast.Try([ast.Delete([ast.Name(name, ast.Del())])], [same(never_bound)], [], []) for name in names)]


@misconception(
    "iterate-over-snapshot",
    topics=("PCEP-2",),
    prevalence=0.40,
    belief="changing a list while looping over it makes no difference to the loop",
    correction="The loop looks at the list as it is now, so removing elements makes it skip some.",
    snippet="xs = [2, 2]\nfor x in xs:\n    xs.remove(x)\nprint(xs)",
)
@iteration("for")
def through_a_copy(iterable, real):
    return list(iterable) if isinstance(iterable, (list, dict, set)) else UNTOUCHED


@misconception(
    "for-gives-index",
    topics=("PCEP-2",),
    prevalence=0.25,
    belief="for x in xs gives the positions 0, 1, 2…",
    correction="for gives the elements themselves; use range(len(xs)) or enumerate(xs) for positions.",
    snippet="for x in [5, 7]:\n    print(x)",
)
@iteration("for")
def through_positions(iterable, real):
    return range(len(iterable)) if isinstance(iterable, (list, tuple, str)) else UNTOUCHED


@misconception(
    "loop-misses-last",
    topics=("PCEP-2",),
    prevalence=0.12,
    belief="the loop ends before the last element",
    correction="for goes through all the elements, including the last one.",
    snippet="for x in [1, 2, 3]:\n    print(x)",
)
@iteration("for")
def without_last(iterable, real):
    return iterable[:-1] if isinstance(iterable, SEQUENCES) else UNTOUCHED


@misconception(
    "loop-misses-first",
    topics=("PCEP-2",),
    prevalence=0.08,
    belief="the loop begins with the second element",
    correction="for begins with the first element.",
    snippet="for x in [1, 2, 3]:\n    print(x)",
)
@iteration("for")
def without_first(iterable, real):
    return iterable[1:] if isinstance(iterable, SEQUENCES) else UNTOUCHED


@misconception(
    "return-or-body-first-iteration-only",
    topics=("PCEP-2",),
    prevalence=0.08,
    belief="the body of a loop runs for the first element only",
    correction="The body runs once for every element.",
    snippet="t = 0\nfor x in [1, 2, 3]:\n    t += x\nprint(t)",
)
@rewrite
class FirstPassOnly(LoopRewriter):
    def loop(self, node):
        if isinstance(node, ast.For):
            node.body = [*replaced_jumps(node.body, on_continue=lambda: [ast.Break()]), ast.Break()]
        return node


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
        overwriter = self

        class Overwrite(LoopRewriter):
            def loop(self, inner):
                return inner

            def visit_AugAssign(self, statement: ast.AugAssign) -> ast.stmt:
                match statement.target:
                    # What a while loop counts with must go on, or it would never end.
                    case ast.Name(id=name) if name not in counters:
                        return ast.Assign([store(name)], statement.value)
                return statement

        if overwriter.depth == 0:
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
