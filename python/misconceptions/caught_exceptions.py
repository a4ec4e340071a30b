"""What happens to an exception, and what is left of it."""

import ast

from .engine.effects import UNTOUCHED, call, printing, rewrite
from .engine.registry import also, misconception
from .engine.trees import Block, Rewriter, assign, flag, load, names_read, when
from .exceptions import CAUGHT
from .printing import replace_values

TOPICS = ("PCAP-2",)
SUCCEEDED = "__belief_succeeded__"


@misconception(
    "sibling-except-catches-handler-error",
    topics=TOPICS,
    prevalence=0.40,
    belief="an exception raised in one except branch is caught by the next branch of the same try",
    correction="The except branches watch the try block only; an exception in one of them leaves the statement.",
    snippet="try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError\nexcept ValueError:\n    print('V')",
)
@rewrite
class SiblingsWatch(Rewriter):
    """Each branch gets a `try` of its own around the one before it."""

    def visit_Try(self, node: ast.Try) -> ast.Try | Block:
        self.generic_visit(node)
        if len(node.handlers) < 2:
            return node
        # What stands in else is watched by no branch, so it comes after all of them.
        statements = [*node.body, flag(SUCCEEDED, True)] if node.orelse else node.body
        for handler in node.handlers:
            statements = [ast.Try(statements, [handler], [], [])]
        if node.orelse:
            statements = [flag(SUCCEEDED, False), *statements, when(load(SUCCEEDED), node.orelse)]
        return ast.Try(statements, [], [], node.finalbody) if node.finalbody else statements


@misconception(
    "except-variable-survives",
    topics=TOPICS,
    prevalence=0.40,
    belief="after except … as e the name e can still be used",
    correction="The name after as is deleted when the except branch ends; keep a copy under another name.",
    snippet="try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    pass\nprint(e)",
)
@rewrite
class NameSurvives(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        outside = WithoutHandlers()
        outside.visit(tree)
        self.read_outside = outside.read
        return self.generic_visit(tree)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        self.generic_visit(node)
        if node.name in self.read_outside:
            # Python deletes the name it knows of; the program's own is an ordinary variable then.
            node.body = [assign(node.name, load(CAUGHT)), *node.body]
            node.name = CAUGHT
        return node


class WithoutHandlers(ast.NodeVisitor):
    """Collects the names that are read where they are not the exception of an except branch."""

    def __init__(self):
        self.read: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        self.read |= names_read(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        inside = WithoutHandlers()
        for statement in node.body:
            inside.visit(statement)
        self.read |= inside.read - {node.name}
        if node.type is not None:
            self.visit(node.type)


@misconception(
    "uncaught-error-continues",
    topics=TOPICS,
    prevalence=0.20,
    belief="after an exception that nobody caught, the program goes on with the next line",
    correction="An exception that nobody catches ends the program at once.",
    snippet="int('x')\nprint('b')",
)
@rewrite
class GoesOn(Rewriter):
    """Guards each statement outside of functions; those inside them end their function, as they would."""

    UNGUARDED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Pass, ast.Break, ast.Continue, ast.Global)

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        tree.body = self.guarded(tree.body)
        return tree

    def guarded(self, block: Block) -> Block:
        return [self.guard(statement) for statement in block]

    def guard(self, statement: ast.stmt) -> ast.stmt:
        is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if is_docstring or is_future or isinstance(statement, self.UNGUARDED):
            return statement
        if isinstance(statement, (ast.If, ast.For, ast.While, ast.With)):
            statement.body = self.guarded(statement.body)
        if isinstance(statement, (ast.If, ast.For, ast.While)):
            statement.orelse = self.guarded(statement.orelse)
        give_up = ast.ExceptHandler(load("Exception"), None, [ast.Pass()])
        return ast.copy_location(ast.Try([statement], [give_up], [], []), statement)


def first_argument(error: BaseException) -> object:
    return error.args[0]


def is_plain(error: object) -> bool:
    """Whether it is an exception that shows all its arguments, several of them."""
    return isinstance(error, BaseException) and type(error).__str__ is BaseException.__str__ and len(error.args) > 1


@misconception(
    "multi-arg-exception-first-only",
    topics=TOPICS,
    prevalence=0.30,
    belief="print(e) shows only the first of the arguments of an exception",
    correction="With several arguments, print(e) shows them all, as a tuple.",
    snippet="try:\n    raise Exception(1, 2)\nexcept Exception as e:\n    print(e)",
)
@printing
def print_first_argument(printing):
    if not any(is_plain(value) for value in printing.values):
        return UNTOUCHED
    return replace_values(printing, BaseException, lambda error: first_argument(error) if is_plain(error) else error)


@also("multi-arg-exception-first-only")
@call("str")
def first_argument_as_text(real, *arguments):
    return real(first_argument(arguments[0])) if len(arguments) == 1 and is_plain(arguments[0]) else UNTOUCHED
