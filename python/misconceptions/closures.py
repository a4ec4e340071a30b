"""Lambdas and functions in functions: what they give back, and which variables they keep."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import (
    Block, Function, Rewriter, all_parameters_of, assign, at_start, body_of, functions_in, is_own, load,
    local_variables_of, names_bound, names_declared, parameters, put_off, same, store, variables_in, within_scope,
)

TOPICS = ("PCAP-5",)
KEEPING = "__belief_keeping__"
MADE = "__belief_made__"
SCOPE = "__belief_scope__"
BODY = "__belief_body__"


@Helper
def nothing(value):
    return None


@misconception(
    "lambda-prints-none",
    topics=TOPICS,
    prevalence=0.15,
    belief="a lambda gives back nothing, as there is no return in it",
    correction="A lambda gives back the value of its expression; it needs no return.",
    snippet="f = lambda x: x * 2\nprint(f(3))",
)
@rewrite
class SilentLambda(Rewriter):
    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        self.generic_visit(node)
        if not is_own(node):
            node.body = nothing.node(node.body)
        return node


def free_names(function: Function | ast.Lambda) -> set[str]:
    """Names that a function uses, itself or in a function inside it, and that belong to what is around it."""
    body = body_of(function)
    outside = names_declared(ast.Nonlocal, body)
    used = outside | {part.id for part in within_scope(body) if isinstance(part, ast.Name)}
    for inner in functions_in(body):
        used |= free_names(inner)
    return used - set(all_parameters_of(function)) - (names_bound(body) - outside) - names_declared(ast.Global, body)


def function_of(name: str, takes: ast.arguments, body: Block) -> ast.FunctionDef:
    # A tree of a newer Python has one field more, which this call leaves empty.
    return ast.FunctionDef(name=name, args=takes, body=body, decorator_list=[], returns=None, type_params=[])


@Helper
def with_values(plain, keeping, name, *reads):
    """A function that keeps the values which its outer variables have now; named as in the program."""
    try:
        made = keeping(*[read() for read in reads])
    except NameError:
        # A variable that does not exist yet has no value to keep.
        made = plain()
    if name is not None:
        made.__name__ = made.__qualname__ = name
    return made


@misconception(
    "closure-captures-value",
    topics=TOPICS,
    prevalence=0.55,
    belief="a lambda or inner function keeps the values that outer variables have when it is made",
    correction="It looks an outer variable up when it is called, and finds the value of that moment.",
    snippet="fs = [lambda: i for i in range(3)]\nprint([f() for f in fs])",
)
@rewrite
class KeptValues(Rewriter):
    """`lambda: i` becomes `with_values(lambda: lambda: i, lambda i: lambda: i, None, lambda: i)`."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.around: list[set[str]] = [variables_in(tree.body)]
        self.is_inner = False
        return self.generic_visit(tree)

    def visit_loop(self, node):
        was_inner, self.is_inner = self.is_inner, True
        self.generic_visit(node)
        self.is_inner = was_inner
        return node

    visit_For = visit_While = visit_loop

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        was_inner, self.is_inner = self.is_inner, False
        self.generic_visit(node)
        self.is_inner = was_inner
        return node

    def visit_inside(self, node: Function | ast.Lambda) -> list[str]:
        """Visits what is in the function, and returns the outer variables that it is to keep."""
        kept = sorted(free_names(node) & set().union(*self.around))
        was_inner, self.is_inner = self.is_inner, True
        self.around.append(variables_in(body_of(node)) | set(all_parameters_of(node)))
        self.generic_visit(node)
        self.around.pop()
        self.is_inner = was_inner
        return kept

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        kept = self.visit_inside(node)
        if not kept:
            return node
        return with_values.node(put_off(same(node)), put_off(node, *kept), ast.Constant(None), *reads_of(kept))

    def visit_FunctionDef(self, node: ast.FunctionDef):
        changed = names_declared(ast.Nonlocal, node.body)
        kept = [name for name in self.visit_inside(node) if name not in changed]
        if not kept or not self.is_inner:
            return node
        # Under a name of its own, so that a function which calls itself finds the one that its decorators made.
        name, node.name = node.name, MADE
        decorators, node.decorator_list = node.decorator_list, []
        plain = function_of(KEEPING + "plain", parameters(), [same(node), ast.Return(load(MADE))])
        keeping = function_of(KEEPING, parameters(*kept), [node, ast.Return(load(MADE))])
        made = with_values.node(load(plain.name), load(keeping.name), ast.Constant(name), *reads_of(kept))
        for decorator in reversed(decorators):
            made = ast.Call(decorator, [made], [])
        return [plain, keeping, assign(name, made)]


def reads_of(names: list[str]) -> list[ast.expr]:
    return [put_off(load(name)) for name in names]


@misconception(
    "closure-state-shared",
    topics=TOPICS,
    prevalence=0.30,
    belief="all functions that one outer function has made share the same outer variables",
    correction="Every call of the outer function makes new variables for the function that it gives back.",
    snippet="def make(n):\n    return lambda: n\na, b = make(1), make(2)\nprint(a(), b())",
)
@rewrite
class SharedVariables(Rewriter):
    """Puts a function into a scope that is made once and holds the variables which functions inside it use."""

    def visit_FunctionDef(self, node: ast.FunctionDef):
        self.generic_visit(node)
        inner = [free_names(function) for function in functions_in(node.body)]
        shared = sorted(local_variables_of(node) & set().union(*inner))
        if not shared:
            return node
        names = all_parameters_of(node)
        passed = {name: f"__belief_{name}__" if name in shared else name for name in names}
        docstring = node.body[:1] if ast.get_docstring(node, clean=False) is not None else []
        body = function_of(BODY, parameters(*passed.values()), node.body)
        at_start(body, [ast.Nonlocal(shared), *(assign(name, load(passed[name])) for name in names if name in shared)])
        declared = [ast.AnnAssign(store(name), ast.Constant(None), None, 1) for name in shared]
        node.body = [*docstring, ast.Return(ast.Call(load(BODY), [load(name) for name in names], []))]
        return [function_of(SCOPE, parameters(), [*declared, body, node, ast.Return(load(node.name))]),
                assign(node.name, ast.Call(load(SCOPE), [], []))]

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        # A method reaches the names of its class only from where it stands; functions inside it can move.
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                self.generic_visit(method)
        return node
