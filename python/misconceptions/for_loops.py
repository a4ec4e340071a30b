"""What a for loop goes through, and what its variable is."""

import ast

from .engine.effects import UNTOUCHED, iteration, rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Block, assign, is_call_of, load, names_bound, negated, replaced_jumps, same, when
from .loop_control import LoopRewriter

SEQUENCES = (list, tuple, str, range)


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
