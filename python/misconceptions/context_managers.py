"""What with does with an exception."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter


class Swallowing:
    """A context manager that does what another one does, and then drops the exception."""

    def __init__(self, manager):
        kind = type(manager)
        if not (hasattr(kind, "__enter__") and hasattr(kind, "__exit__")):
            raise TypeError(f"'{kind.__name__}' object does not support the context manager protocol")
        self.manager = manager

    def __enter__(self):
        return type(self.manager).__enter__(self.manager)

    def __exit__(self, kind, error, traceback):
        handled = type(self.manager).__exit__(self.manager, kind, error, traceback)
        return isinstance(error, Exception) or handled


@Helper
def swallowing(manager):
    return Swallowing(manager)


@misconception(
    "with-swallows-errors",
    topics=("PCAP-5",),
    prevalence=0.25,
    belief="with catches the exceptions that are raised in its block",
    correction="with only tidies up; the exception goes on unless the context manager itself holds it back.",
    snippet="with open('f', 'w') as f:\n    int('x')\nprint('ok')",
)
@rewrite
class WithCatches(Rewriter):
    def visit_withitem(self, node: ast.withitem) -> ast.withitem:
        self.generic_visit(node)
        node.context_expr = swallowing.node(node.context_expr)
        return node

    def visit_AsyncWith(self, node: ast.AsyncWith) -> ast.AsyncWith:
        for statement in node.body:
            self.visit(statement)
        return node
