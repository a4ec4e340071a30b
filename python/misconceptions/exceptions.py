"""try, except, else, finally and raise."""

import ast
import builtins
import io
import sys

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Block, Rewriter, assign, flag, load, negated, same, when

CAUGHT = "__belief_caught__"
MATCHED = "__belief_matched__"
TOPICS = ("PCEP-4", "PCAP-2")


@Helper
def is_kind(error, kinds):
    return isinstance(error, kinds)


@Helper
def is_exactly(error, kinds):
    return type(error) in (kinds if isinstance(kinds, tuple) else (kinds,))


def kind_of(handler: ast.ExceptHandler) -> ast.expr:
    return handler.type or load("BaseException")


def body_of(handler: ast.ExceptHandler) -> Block:
    """What a handler does, when the exception is caught by another one around it."""
    if handler.name is None:
        return handler.body
    return [assign(handler.name, load(CAUGHT)), *handler.body]


def catch_all(body: Block) -> ast.ExceptHandler:
    return ast.ExceptHandler(load("BaseException"), CAUGHT, body)


def depth(handler: ast.ExceptHandler) -> int:
    """How special the exception of a handler is; a handler for several counts as its most general one."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [kind_of(handler)]
    classes = [getattr(builtins, kind.id, None) if isinstance(kind, ast.Name) else None for kind in kinds]
    return min(len(kind.__mro__) if isinstance(kind, type) else 0 for kind in classes)


@misconception(
    "except-most-specific-wins",
    topics=TOPICS,
    prevalence=0.40,
    belief="Python looks for the except that fits most closely, whatever the order",
    correction="The branches are tried from top to bottom, and the first one that fits is taken.",
    snippet="try:\n    1 / 0\nexcept ArithmeticError:\n    print('A')\nexcept ZeroDivisionError:\n    print('Z')",
)
@rewrite
class MostSpecific(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        # A class of the program itself has no known place, so nothing is moved past it.
        if all(depth(handler) for handler in node.handlers):
            node.handlers.sort(key=depth, reverse=True)
        return node


@misconception(
    "except-all-matching-run",
    topics=TOPICS,
    prevalence=0.25,
    belief="every except branch that fits is run",
    correction="Only the first except branch that fits is run.",
    snippet="try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('Z')\nexcept ArithmeticError:\n    print('A')",
)
@rewrite
class AllMatching(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        if len(node.handlers) < 2:
            return node
        branches = [
            when(is_kind.node(load(CAUGHT), kind_of(handler)), [flag(MATCHED, True), *body_of(handler)])
            for handler in node.handlers
        ]
        otherwise = when(negated(load(MATCHED)), [ast.Raise()])
        node.handlers = [catch_all([flag(MATCHED, False), *branches, otherwise])]
        return node


@misconception(
    "except-exact-type-only",
    topics=TOPICS,
    prevalence=0.25,
    belief="except catches exactly the class it names, not the classes derived from it",
    correction="except also catches every class derived from the one it names.",
    snippet="try:\n    1 / 0\nexcept ArithmeticError:\n    print('A')",
)
@rewrite
class ExactType(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        named = [handler for handler in node.handlers if handler.type is not None]
        if not named:
            return node
        otherwise: Block = [ast.Raise()]
        for handler in reversed(node.handlers):
            if handler.type is None:
                otherwise = handler.body
            else:
                otherwise = [when(is_exactly.node(load(CAUGHT), handler.type), body_of(handler), otherwise)]
        node.handlers = [catch_all(otherwise)]
        return node


@misconception(
    "except-resumes",
    topics=TOPICS,
    prevalence=0.30,
    belief="after except the program goes on behind the line in try that failed",
    correction="The rest of the try block is left out; the program goes on after the whole try statement.",
    snippet="try:\n    1 / 0\n    print('b')\nexcept ZeroDivisionError:\n    print('c')",
)
@rewrite
class Resume(Rewriter):
    def visit_Try(self, node: ast.Try):
        self.generic_visit(node)
        if not node.handlers or len(node.body) < 2:
            return node
        steps: Block = [ast.Try([statement], same(node.handlers), [], []) for statement in node.body]
        if not node.orelse and not node.finalbody:
            return steps
        return ast.Try([*steps, *node.orelse], [], [], node.finalbody) if node.finalbody else [*steps, *node.orelse]


@misconception(
    "try-else-on-error",
    topics=TOPICS,
    prevalence=0.25,
    belief="the else of try runs when an exception has happened",
    correction="The else of try runs when no exception has happened.",
    snippet="try:\n    x = 1\nexcept ValueError:\n    print('V')\nelse:\n    print('E')",
)
@rewrite
class ElseOnError(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        for handler in node.handlers:
            handler.body = [*handler.body, *same(node.orelse)]
        node.orelse = []
        return node


@misconception(
    "try-else-always",
    topics=TOPICS,
    prevalence=0.20,
    belief="the else of try runs in any case",
    correction="The else of try runs only when no exception has happened; finally runs in any case.",
    snippet="try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('Z')\nelse:\n    print('E')",
)
@rewrite
class ElseAlways(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        for handler in node.handlers:
            handler.body = [*handler.body, *same(node.orelse)]
        return node


@misconception(
    "finally-only-on-error",
    topics=TOPICS,
    prevalence=0.20,
    belief="finally runs only when an exception has happened",
    correction="finally runs in any case, with or without an exception.",
    snippet="try:\n    print('a')\nfinally:\n    print('F')",
)
@rewrite
class FinallyOnError(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        if not node.finalbody:
            return node
        last, node.finalbody = node.finalbody, []
        for handler in node.handlers:
            handler.body = [*handler.body, *same(last)]
        if not any(handler.type is None for handler in node.handlers):
            node.handlers.append(catch_all([*same(last), ast.Raise()]))
        return node


@misconception(
    "finally-only-on-success",
    topics=TOPICS,
    prevalence=0.15,
    belief="finally runs only when nothing went wrong",
    correction="finally runs in any case, also after an exception.",
    snippet="try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('Z')\nfinally:\n    print('F')",
)
@rewrite
class FinallyOnSuccess(Rewriter):
    def visit_Try(self, node: ast.Try):
        self.generic_visit(node)
        if not node.finalbody:
            return node
        last, node.finalbody = node.finalbody, []
        if not node.handlers:
            return [*node.body, *last]
        node.orelse = [*node.orelse, *last]
        return node


@Helper
def message_of(error):
    return error.__name__ if isinstance(error, type) else error


@misconception(
    "raise-prints",
    topics=TOPICS,
    prevalence=0.20,
    belief="raise shows a message and the program goes on",
    correction="raise stops the normal flow; if nobody catches the exception, the program ends.",
    snippet="raise ValueError('bad')",
)
@rewrite
class RaiseShows(Rewriter):
    def visit_Raise(self, node: ast.Raise) -> ast.stmt:
        if node.exc is None:
            return node
        return ast.Expr(ast.Call(load("print"), [message_of.node(node.exc)], []))


#: Standard output as it was outside of each `try` that is running.
held: list[object] = []


@Helper
def hold_output():
    held.append(sys.stdout)
    sys.stdout = io.StringIO()


@Helper
def forget_output():
    sys.stdout = io.StringIO()


@Helper
def release_output():
    text, sys.stdout = sys.stdout.getvalue(), held.pop()
    sys.stdout.write(text)


@misconception(
    "try-is-all-or-nothing",
    topics=TOPICS,
    prevalence=0.20,
    belief="when try fails, nothing happens of what it did before, such as printing",
    correction="What ran before the exception has happened; only the rest of the try block is left out.",
    snippet="try:\n    print('a')\n    1 / 0\nexcept ZeroDivisionError:\n    print('c')",
)
@rewrite
class AllOrNothing(Rewriter):
    def visit_Try(self, node: ast.Try) -> ast.Try:
        self.generic_visit(node)
        if node.handlers:
            failed = ast.ExceptHandler(load("BaseException"), None, [ast.Expr(forget_output.node()), ast.Raise()])
            body = ast.Try(node.body, [failed], [], [ast.Expr(release_output.node())])
            node.body = [ast.Expr(hold_output.node()), body]
        return node
