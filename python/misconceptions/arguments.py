"""How arguments and defaults reach the parameters of a function."""

import ast

from .assignment import independent
from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import NAME, Helper
from .engine.trees import (
    Function, assign, at_start, is_generator, load, names_bound, parameters_of, same, store, when, within_scope,
)
from .functions import FunctionRewriter, ProgramRewriter


def missing() -> ast.expr:
    return ast.Attribute(load(NAME), "missing", ast.Load())


def with_defaults(function: Function) -> list[tuple[str, list[ast.expr], int]]:
    """Each parameter with a default: its name, and where the default is kept."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    first = len(positional) - len(arguments.defaults)
    found = [(positional[first + place].arg, arguments.defaults, place) for place in range(len(arguments.defaults))]
    for place, argument in enumerate(arguments.kwonlyargs):
        if arguments.kw_defaults[place] is not None:
            found.append((argument.arg, arguments.kw_defaults, place))
    return found


def evaluate_at_call(function: Function, concerns) -> None:
    """Works out the defaults that `concerns` speaks of on every call instead of once."""
    statements = []
    for name, defaults, place in with_defaults(function):
        if concerns(defaults[place]):
            left_out = ast.Compare(load(name), [ast.Is()], [missing()])
            statements.append(when(left_out, [assign(name, defaults[place])]))
            defaults[place] = missing()
    at_start(function, statements)


@misconception(
    "default-fresh-each-call",
    topics=("PCEP-4",),
    prevalence=0.50,
    belief="a default such as [] is a new list on every call",
    correction="A default is made once, when def runs; all calls share the same list.",
    snippet="def f(x, a=[]):\n    a.append(x)\n    return a\nf(1)\nprint(f(2))",
)
@rewrite
class FreshDefaults(FunctionRewriter):
    def function(self, node):
        evaluate_at_call(node, lambda default: isinstance(default, (ast.List, ast.Dict, ast.Set, ast.Call, ast.ListComp)))


@misconception(
    "default-evaluated-at-call",
    topics=("PCEP-4",),
    prevalence=0.30,
    belief="the default of a parameter is worked out anew at each call",
    correction="A default is worked out once, when def runs.",
    snippet="n = 1\ndef f(x=n):\n    return x\nn = 5\nprint(f())",
)
@rewrite
class DefaultsAtCall(FunctionRewriter):
    def function(self, node):
        evaluate_at_call(node, lambda default: not isinstance(default, ast.Constant))


@misconception(
    "default-overrides-argument",
    topics=("PCEP-4",),
    prevalence=0.10,
    belief="the default of a parameter counts even when an argument is given",
    correction="A default is used only when the argument is left out.",
    snippet="def f(x=1):\n    return x\nprint(f(5))",
)
@rewrite
class DefaultsAlways(FunctionRewriter):
    def function(self, node):
        at_start(node, [assign(name, same(defaults[place])) for name, defaults, place in with_defaults(node)])


@misconception(
    "args-passed-by-copy",
    topics=("PCEP-4",),
    prevalence=0.30,
    belief="a function works on a copy of the list that it is given",
    correction="A function works on the very list that it is given, so the caller sees its changes.",
    snippet="def f(a):\n    a.append(1)\nx = []\nf(x)\nprint(x)",
)
@rewrite
class CopiedArguments(FunctionRewriter):
    def function(self, node):
        at_start(node, [assign(name, independent.node(load(name))) for name in parameters_of(node)])


@misconception(
    "args-matched-by-name",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="f(b, a) passes b to the parameter called b",
    correction="Arguments go to the parameters by their order, whatever the variables are called.",
    snippet="def f(a, b):\n    print(a, b)\na, b = 1, 2\nf(b, a)",
)
@rewrite
class MatchedByName(ProgramRewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        function = self.called(node)
        names = [argument.id for argument in node.args if isinstance(argument, ast.Name)]
        if function is None or len(names) != len(node.args) or node.keywords:
            return node
        parameters = parameters_of(function)[: len(names)]
        if sorted(names) == sorted(parameters) and len(set(names)) == len(names):
            node.args = [load(name) for name in parameters]
        return node


@misconception(
    "keyword-names-ignored",
    topics=("PCEP-4",),
    prevalence=0.15,
    belief="arguments with names are filled in by their order",
    correction="An argument with a name goes to the parameter of that name, whatever the order.",
    snippet="def f(a, b):\n    print(a, b)\nf(b=1, a=2)",
)
@rewrite
class NamesIgnored(ProgramRewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if self.called(node) is not None and all(keyword.arg for keyword in node.keywords):
            node.args += [keyword.value for keyword in node.keywords]
            node.keywords = []
        return node


@Helper
def as_list(values):
    return list(values)


@Helper
def last_of(*values):
    return values[-1]


@misconception(
    "star-args-is-list",
    topics=("PCPP1-1",),
    prevalence=0.30,
    belief="*args puts the arguments into a list",
    correction="*args puts the arguments into a tuple, which is shown in round brackets and cannot change.",
    snippet="def f(*args):\n    print(args)\nf(1, 2)",
)
@rewrite
class ListOfRest(FunctionRewriter):
    def function(self, node):
        if node.args.vararg is not None:
            name = node.args.vararg.arg
            at_start(node, [assign(name, as_list.node(load(name)))])

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        self.generic_visit(node)
        if node.args.vararg is not None:
            name = node.args.vararg.arg
            node.body = last_of.node(ast.NamedExpr(store(name), as_list.node(load(name))), node.body)
        return node


#: The values that the parameters had when the function that ended last did so.
final_values: list[object] = []


@Helper
def note_final_values(*values):
    final_values[:] = values


@Helper
def final_value(place):
    return final_values[place]


@misconception(
    "rebinding-reaches-caller",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="assigning to a parameter changes the variable that was passed",
    correction="Assigning gives the parameter another value; the variable of the caller keeps its own.",
    snippet="def f(a):\n    a = 5\nx = 1\nf(x)\nprint(x)",
)
@rewrite
class ReachesCaller(ProgramRewriter):
    """A call becomes `(result := f(x), x := what the parameter ended as, result)[-1]`."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.scopes = [set(names_bound(tree.body))]
        self.calls = 0
        return super().visit_Module(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.scopes.append(names_bound(node.body) | set(parameters_of(node)))
        self.generic_visit(node)
        self.scopes.pop()
        if self.rebound(node):
            noted = ast.Expr(note_final_values.node(*(load(name) for name in parameters_of(node))))
            node.body = [ast.Try(node.body, [], [], [noted])]
        return node

    def visit_comprehension_expression(self, node):
        # The variable of a comprehension cannot be assigned to from inside.
        return node

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_Lambda = visit_comprehension_expression

    def rebound(self, function: Function) -> set[str]:
        if is_generator(function) or any(isinstance(part, (ast.Global, ast.Delete)) for part in within_scope(function.body)):
            return set()
        return names_bound(function.body) & set(parameters_of(function))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        function = self.called(node)
        if function is None or not (rebound := self.rebound(function)):
            return node
        parameters = parameters_of(function)
        passed = [*zip(parameters, node.args), *((keyword.arg, keyword.value) for keyword in node.keywords)]
        written_back = [
            ast.NamedExpr(store(value.id), final_value.node(ast.Constant(parameters.index(parameter))))
            for parameter, value in passed
            if parameter in rebound and isinstance(value, ast.Name) and value.id in self.scopes[-1]
        ]
        if not written_back:
            return node
        self.calls += 1
        result = f"__belief_call_{self.calls}__"
        steps = [ast.NamedExpr(store(result), node), *written_back, load(result)]
        return ast.Subscript(ast.Tuple(steps, ast.Load()), ast.Constant(-1), ast.Load())
