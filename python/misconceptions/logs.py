"""logging."""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Block, Rewriter


@Helper
def show_everything():
    import logging

    root = logging.getLogger()
    # A level that the program has set stays.
    if root.level == logging.WARNING:
        root.setLevel(logging.DEBUG)
    logging.lastResort.setLevel(logging.DEBUG)


@misconception(
    "log-default-is-info",
    topics=("PCPP1-5",),
    prevalence=0.40,
    belief="logging shows info and debug messages without being told to",
    correction="Without a setting, logging shows warnings and worse; basicConfig(level=logging.INFO) shows more.",
    snippet="import logging\nprint(logging.getLogger().isEnabledFor(logging.INFO))",
)
@rewrite
class ShownByDefault(Rewriter):
    """Puts the level down as soon as the program has the module."""

    def visit_Import(self, node: ast.Import) -> Block:
        return self.followed(node, any(alias.name.partition(".")[0] == "logging" for alias in node.names))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Block:
        return self.followed(node, not node.level and node.module is not None and node.module.partition(".")[0] == "logging")

    def followed(self, node: ast.stmt, is_logging: bool) -> Block:
        return [node, ast.Expr(show_everything.node())] if is_logging else [node]
