"""def, calls and return."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import (
    Function, Rewriter, assign, at_start, functions_of, has_return, is_call_of, is_generator, load, parameters_of,
    same, when,
)

RESULT = "__belief_result__"


class FunctionRewriter(Rewriter):
    """Visits every function after those inside it; `function` changes it in place."""

    def function(self, node: Function) -> None:
        raise NotImplementedError

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        self.function(node)
        return node


class OwnStatements(Rewriter):
    """A rewriter for the body of one function, which leaves the functions inside it alone."""

    def visit_FunctionDef(self, node):
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef

    def over(self, function: Function) -> None:
        body = []
        for statement in function.body:
            new = self.visit(statement)
            body.extend(new if isinstance(new, list) else [new])
        function.body = body


def is_procedure(function: Function) -> bool:
    return not has_return(function) and not is_generator(function)


@misconception(
    "print-is-return",
    topics=("PCEP-4",),
    prevalence=0.35,
    belief="a function that prints a value also gives it back",
    correction="Without return a function gives None, whatever it prints.",
    snippet="def f(x):\n    print(x)\nprint(f(3))",
)
@rewrite
class PrintedIsReturned(FunctionRewriter):
    def function(self, node):
        class KeepPrinted(OwnStatements):
            found = False

            def visit_Expr(self, statement: ast.Expr):
                if not is_call_of(statement.value, "print") or not statement.value.args:
                    return statement
                self.found = True
                first = statement.value.args[0]
                statement.value.args[0] = load(RESULT)
                return [assign(RESULT, first), statement]

        if is_procedure(node):
            keeper = KeepPrinted()
            keeper.over(node)
            if keeper.found:
                at_start(node, [assign(RESULT, ast.Constant(None))])
                node.body.append(ast.Return(load(RESULT)))


@misconception(
    "no-return-gives-zero",
    topics=("PCEP-4",),
    prevalence=0.12,
    belief="a function without return gives 0",
    correction="A function without return gives None.",
    snippet="def f():\n    pass\nprint(f())",
)
@rewrite
class ZeroByDefault(FunctionRewriter):
    def function(self, node):
        if is_procedure(node):
            node.body.append(ast.Return(ast.Constant(0)))


@misconception(
    "last-value-returned",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="a function gives back the last value that it has worked out, even without return",
    correction="Only return gives a value back; without it the result is None.",
    snippet="def f(x):\n    y = x * 2\nprint(f(3))",
)
@rewrite
class LastValueReturned(FunctionRewriter):
    def function(self, node):
        if not is_procedure(node):
            return
        match node.body[-1]:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AugAssign(target=ast.Name(id=name)):
                node.body.append(ast.Return(load(name)))
            case ast.Expr(value=value) if not is_call_of(value, "print") and not isinstance(value, ast.Constant):
                node.body[-1] = ast.Return(value)


@misconception(
    "deferred-return",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="the lines after a return still run, and the last return counts",
    correction="return ends the function at once.",
    snippet="def f(x):\n    if x > 0:\n        return 'pos'\n    return 'end'\nprint(f(1))",
)
@rewrite
class ReturnAtEnd(FunctionRewriter):
    def function(self, node):
        class Keep(OwnStatements):
            def visit_Return(self, statement: ast.Return) -> ast.stmt:
                return assign(RESULT, statement.value or ast.Constant(None))

        if has_return(node) and not is_generator(node):
            Keep().over(node)
            at_start(node, [assign(RESULT, ast.Constant(None))])
            node.body.append(ast.Return(load(RESULT)))


class ProgramRewriter(Rewriter):
    """A rewriter that knows the functions of the program by name."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.functions = functions_of(tree)
        return self.generic_visit(tree)

    def called(self, node: ast.AST) -> Function | None:
        """The program's own function that is called here by its name."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return self.functions.get(node.func.id)
        return None


@misconception(
    "return-tuple-gives-first",
    topics=("PCEP-4",),
    prevalence=0.15,
    belief="return a, b gives back a only",
    correction="return a, b gives back one tuple with both values.",
    snippet="def f():\n    return 1, 2\nprint(f())",
)
@rewrite
class FirstOfTuple(Rewriter):
    def visit_Return(self, node: ast.Return) -> ast.Return:
        match node.value:
            case ast.Tuple(elts=[ast.expr() as first, _, *_]) if not isinstance(first, ast.Starred):
                node.value = first
        return node


@misconception(
    "return-tuple-gives-list",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="return a, b gives back a list",
    correction="return a, b gives back a tuple, shown in round brackets.",
    snippet="def f():\n    return 1, 2\nprint(f())",
)
@rewrite
class ListForTuple(Rewriter):
    def visit_Return(self, node: ast.Return) -> ast.Return:
        if isinstance(node.value, ast.Tuple):
            node.value = ast.List(node.value.elts, ast.Load())
        return node


@misconception(
    "nested-calls-outside-in",
    topics=("PCEP-4",),
    prevalence=0.15,
    belief="in f(g(x)) the function f is called first",
    correction="The argument is worked out first: g(x), then f with its result.",
    snippet="def f(x):\n    return x + 1\ndef g(x):\n    return x * 10\nprint(f(g(1)))",
)
@rewrite
class OutsideIn(ProgramRewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if self.called(node) and len(node.args) == 1 and not node.keywords:
            inner = node.args[0]
            if self.called(inner) and len(inner.args) == 1 and not inner.keywords:
                node.func, inner.func = inner.func, node.func
        return node


@misconception(
    "parens-optional",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="the name of a function alone already calls it",
    correction="Without parentheses a name only stands for the function; f() calls it.",
    snippet="def f():\n    return 5\nprint(f == 5)",
)
@rewrite
class CalledByName(ProgramRewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        if not isinstance(node.func, ast.Name):
            node.func = self.visit(node.func)
        node.args = [self.visit(argument) for argument in node.args]
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        function = self.functions.get(node.id) if isinstance(node.ctx, ast.Load) else None
        if function is not None and not parameters_of(function):
            return ast.Call(node, [], [])
        return node


@misconception(
    "def-runs-body",
    topics=("PCEP-4",),
    prevalence=0.12,
    belief="defining a function already runs it",
    correction="def only makes the function; its body runs when it is called.",
    snippet="def f():\n    print('in f')\nprint('main')",
)
@rewrite
class RunAtDefinition(Rewriter):
    def visit_FunctionDef(self, node: ast.FunctionDef):
        if parameters_of(node) or node.args.kwonlyargs:
            return node
        return [node, ast.Expr(ast.Call(load(node.name), [], []))]

    def visit_ClassDef(self, node):
        return node


@misconception(
    "bare-call-does-nothing",
    topics=("PCEP-4",),
    prevalence=0.12,
    belief="a call on a line of its own has no effect",
    correction="A call runs the function, whether or not its result is used.",
    snippet="x = []\ndef f():\n    x.append(1)\nf()\nprint(x)",
)
@rewrite
class IdleCalls(ProgramRewriter):
    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        return ast.Pass() if self.called(node.value) else node
