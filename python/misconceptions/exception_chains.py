"""How an exception refers to the one that was handled when it was raised."""

import ast
import sys

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter


@Helper
def caused_by_handled(raised):
    """The exception to be raised, as `raise raised from …` with the one that is being handled would make it."""
    if isinstance(raised, type) and issubclass(raised, BaseException):
        raised = raised()
    handled = sys.exc_info()[1]
    if handled is not None and handled is not raised and getattr(raised, "__cause__", raised) is None:
        raised.__cause__ = handled
    return raised


@misconception(
    "implicit-chain-sets-cause",
    topics=("PCPP1-1",),
    prevalence=0.40,
    belief="raising an exception in an except block makes the first exception the __cause__ of the new one",
    correction="Only raise … from … sets __cause__; a plain raise sets __context__.",
    snippet=(
        "try:\n    try:\n        1 / 0\n    except ZeroDivisionError:\n        raise ValueError\n"
        "except ValueError as v:\n    print(v.__cause__ is None)"
    ),
)
@rewrite
class ContextIsCause(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.handles = False
        handlers = any(isinstance(node, ast.ExceptHandler) for node in ast.walk(tree))
        return self.generic_visit(tree) if handlers else tree

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        handled, self.handles = self.handles, True
        self.generic_visit(node)
        self.handles = handled
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        # It may be called while an exception is handled, wherever it stands.
        return self.visit_ExceptHandler(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Raise(self, node: ast.Raise) -> ast.Raise:
        if self.handles and node.exc is not None and node.cause is None:
            node.exc = caused_by_handled.node(node.exc)
        return node
