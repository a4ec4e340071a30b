"""Which elements a comprehension makes, in which order, and what its variable does outside."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper, runtime_call
from .engine.trees import Rewriter, load, names_read, negated, store

TOPICS = ("PCAP-5",)
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class ComprehensionRewriter(Rewriter):
    """Visits every comprehension after those inside it; `comprehension` changes it in place."""

    def comprehension(self, node: Comprehension) -> None:
        raise NotImplementedError

    def visit_any(self, node: Comprehension) -> Comprehension:
        self.generic_visit(node)
        self.comprehension(node)
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_any


def all_of(tests: list[ast.expr]) -> ast.expr:
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), tests)


@misconception(
    "comp-if-gives-none",
    topics=TOPICS,
    prevalence=0.20,
    belief="a comprehension puts None where its if is false",
    correction="An element for which the if is false is left out; nothing is put in its place.",
    snippet="print([x for x in range(4) if x % 2])",
)
@rewrite
class NoneForRejected(ComprehensionRewriter):
    def comprehension(self, node):
        # Elements are made by the innermost for: only its own if could put something in their place.
        last = node.generators[-1]
        if not last.ifs:
            return
        part = "value" if isinstance(node, ast.DictComp) else "elt"
        setattr(node, part, ast.IfExp(all_of(last.ifs), getattr(node, part), ast.Constant(None)))
        last.ifs = []


@misconception(
    "comp-if-drops-matches",
    topics=TOPICS,
    prevalence=0.15,
    belief="the if of a comprehension takes out the elements for which it is true",
    correction="The if of a comprehension says which elements are kept.",
    snippet="print([x for x in range(4) if x % 2])",
)
@rewrite
class DropMatches(ComprehensionRewriter):
    def comprehension(self, node):
        for generator in node.generators:
            if generator.ifs:
                generator.ifs = [negated(all_of(generator.ifs))]


@Helper
def always(*values):
    """True, whatever has been worked out."""
    return True


@misconception(
    "comp-if-ignored",
    topics=TOPICS,
    prevalence=0.10,
    belief="a comprehension has as many elements as it goes through, whatever its if says",
    correction="Only the elements for which the if is true are put in.",
    snippet="print([x for x in range(4) if x % 2])",
)
@rewrite
class IgnoreFilter(ComprehensionRewriter):
    def comprehension(self, node):
        for generator in node.generators:
            # A test that gives a name to something is still worked out, as the name may be used.
            naming = [test for test in generator.ifs if any(isinstance(part, ast.NamedExpr) for part in ast.walk(test))]
            generator.ifs = [always.node(*naming)] if naming else []


@misconception(
    "comp-for-order-reversed",
    topics=TOPICS,
    prevalence=0.40,
    belief="the first for of a comprehension is the inner loop",
    correction="The fors of a comprehension are nested as they are read: the first one is the outer loop.",
    snippet="print([(a, b) for a in 'xy' for b in '12'])",
)
@rewrite
class FirstIsInner(ComprehensionRewriter):
    def comprehension(self, node):
        if len(node.generators) > 1:
            tests = [test for generator in node.generators for test in generator.ifs]
            for generator in node.generators:
                generator.ifs = []
            node.generators.reverse()
            # A test is about the variables of its own for, and of those before it: the innermost for has them all.
            node.generators[-1].ifs = tests


@Helper
def in_parallel(*iterables):
    return zip(*iterables)


def go_through(iterable: ast.expr) -> ast.expr:
    """The iterable as other beliefs about going through it would have it."""
    return runtime_call("iterate", ast.Constant("comprehension"), iterable)


@misconception(
    "comp-two-fors-zip",
    topics=TOPICS,
    prevalence=0.25,
    belief="two fors in a comprehension go on side by side, one step each",
    correction="The second for runs through all of its elements for each element of the first.",
    snippet="print([a + b for a in 'xy' for b in '12'])",
)
@rewrite
class SideBySide(ComprehensionRewriter):
    def comprehension(self, node):
        first, *others = node.generators
        variables = {part.id for each in node.generators for part in ast.walk(each.target) if isinstance(part, ast.Name)}
        depends = any(names_read(each.iter) & variables for each in others)
        # A for that goes through what the for before it has found cannot be thought of as running beside it.
        if not others or depends or any(each.is_async for each in node.generators):
            return
        target = ast.Tuple([each.target for each in node.generators], ast.Store())
        iterable = in_parallel.node(*(go_through(each.iter) for each in node.generators))
        tests = [test for each in node.generators for test in each.ifs]
        node.generators = [ast.copy_location(ast.comprehension(target, iterable, tests, 0), first)]


@misconception(
    "comp-var-leaks",
    topics=TOPICS,
    prevalence=0.30,
    belief="the variable of a comprehension overwrites a variable of the same name outside",
    correction="The variable of a comprehension exists inside it only; one of the same name outside stays as it is.",
    snippet="x = 9\n[x for x in range(3)]\nprint(x)",
)
@rewrite
class LeakingVariable(Rewriter):
    """`[f(x) for x in xs]` becomes `[f(x) for t in xs if always(x := t)]`: `:=` assigns outside the comprehension."""

    def __init__(self):
        self.variables = 0

    def visit_comprehension_itself(self, node):
        self.generic_visit(node)
        for generator in node.generators:
            generator.ifs = [always.node(*self.renamed(generator.target)), *generator.ifs]
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_comprehension_itself

    def renamed(self, target: ast.expr) -> list[ast.expr]:
        """Gives the variables of a target other names, and returns the assignments to the ones they had."""
        assignments: list[ast.expr] = []
        for part in ast.walk(target):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                self.variables += 1
                inner = f"__belief_item_{self.variables}__"
                assignments.append(ast.NamedExpr(store(part.id), load(inner)))
                part.id = inner
        return assignments

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        # Python allows no `:=` in what a comprehension goes through.
        node.ifs = [self.visit(test) for test in node.ifs]
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        # Nor in a comprehension in the body of a class; the methods are another matter.
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                self.visit(method)
        return node
