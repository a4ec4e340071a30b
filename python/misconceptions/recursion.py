"""Functions that call themselves."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.trees import (
    Block, Blocks, Function, Rewriter, assign, at_start, is_call_of, load, parameters_of,
)


class RecursionRewriter(Rewriter):
    """Visits functions that call themselves; `function` changes them in place."""

    def function(self, node: Function) -> None:
        raise NotImplementedError

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        if any(is_call_of(part, node.name) for part in ast.walk(node)):
            self.function(node)
        return node


@misconception(
    "recursion-returns-base",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="the value of the last, simplest call is the result of the whole recursion",
    correction="Each call goes on with the result of the call that it made, back to the first one.",
    snippet="def f(n):\n    return 1 if n == 0 else n * f(n - 1)\nprint(f(4))",
)
@rewrite
class BaseIsResult(RecursionRewriter):
    def function(self, node):
        class CallOnly(Rewriter):
            def visit_Return(self, statement: ast.Return) -> ast.Return:
                branches = [statement.value]
                if isinstance(statement.value, ast.IfExp):
                    branches = [statement.value.body, statement.value.orelse]
                calls = [next((part for part in ast.walk(branch) if is_call_of(part, node.name)), branch) for branch in branches if branch]
                if isinstance(statement.value, ast.IfExp):
                    statement.value.body, statement.value.orelse = calls
                elif calls:
                    statement.value = calls[0]
                return statement

        node.body = [CallOnly().visit(statement) for statement in node.body]


@misconception(
    "recursion-one-level",
    topics=("PCEP-4",),
    prevalence=0.20,
    belief="the recursive call just gives its argument",
    correction="The recursive call runs the whole function again with the new argument.",
    snippet="def f(n):\n    return 0 if n == 0 else n + f(n - 1)\nprint(f(4))",
)
@rewrite
class ArgumentForCall(RecursionRewriter):
    def function(self, node):
        class Unfold(Rewriter):
            def visit_Call(self, call: ast.Call) -> ast.expr:
                self.generic_visit(call)
                single = is_call_of(call, node.name) and len(call.args) == 1 and not call.keywords
                return call.args[0] if single and not isinstance(call.args[0], ast.Starred) else call

        node.body = [Unfold().visit(statement) for statement in node.body]


@misconception(
    "recursion-shares-variables",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="all the calls of a recursive function share one set of variables",
    correction="Every call has variables of its own, which keep their values until it ends.",
    snippet="def f(n):\n    if n > 0:\n        f(n - 1)\n    print(n)\nf(2)",
)
@rewrite
class SharedVariables(RecursionRewriter):
    def function(self, node):
        names = parameters_of(node)
        shared = {name: f"__belief_{node.name}_{name}__" for name in names}

        class Share(Rewriter):
            def visit_Name(self, name: ast.Name) -> ast.expr:
                return ast.Name(shared.get(name.id, name.id), name.ctx)

        node.body = [Share().visit(statement) for statement in node.body]
        if names:
            at_start(node, [ast.Global(list(shared.values())), *(assign(shared[name], load(name)) for name in names)])


@misconception(
    "recursion-is-loop-back",
    topics=("PCEP-4",),
    prevalence=0.25,
    belief="a recursive call jumps back to the start, and the lines after it run before",
    correction="The lines after a recursive call wait until that call has ended.",
    snippet="def f(n):\n    if n > 0:\n        f(n - 1)\n        print(n)\nf(3)",
)
@rewrite
class CallLast(RecursionRewriter):
    def function(self, node):
        class MoveCall(Blocks):
            def block(self, statements: Block) -> Block:
                calls = [part for part in statements if isinstance(part, ast.Expr) and is_call_of(part.value, node.name)]
                return [part for part in statements if part not in calls] + calls

        node.body = MoveCall().visit(ast.Module(node.body, [])).body
