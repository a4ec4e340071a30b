"""How numbers and texts are written, and what f-strings make of them."""

import ast
import decimal
import math

from .engine.effects import UNTOUCHED, binary, rewrite
from .engine.registry import misconception
from .engine.trees import Rewriter


def written(tree: ast.Module, node: ast.expr) -> str:
    """How a literal is written in the source; '' if that is not known."""
    text = ast.get_source_segment(tree.source, node) or ""
    try:
        return text if isinstance(node, ast.JoinedStr) or ast.literal_eval(text) == node.value else ""
    except (SyntaxError, ValueError):
        return ""


class LiteralRewriter(Rewriter):
    """A rewriter that knows the whole tree, and with it the source."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.tree = tree
        return self.generic_visit(tree)


@misconception(
    "float-is-exact",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="0.1 + 0.2 is exactly 0.3",
    correction="Floats are stored in binary with limited accuracy, so 0.1 + 0.2 is a little more than 0.3.",
    snippet="print(0.1 + 0.2)",
)
@binary(ast.Add, ast.Sub, ast.Mult)
def exact_result(left, right, real):
    values = (left, right)
    if not all(isinstance(value, (int, float)) for value in values) or not any(isinstance(value, float) for value in values):
        return UNTOUCHED
    if not all(math.isfinite(value) for value in values):
        return UNTOUCHED
    result = float(real(decimal.Decimal(repr(left + 0)), decimal.Decimal(repr(right + 0))))
    return UNTOUCHED if result == real(left, right) else result


@misconception(
    "sci-notation-int",
    topics=("PCEP-1",),
    prevalence=0.40,
    belief="1e3 is the int 1000",
    correction="A number written with e is always a float: 1e3 is 1000.0.",
    snippet="print(1e3)",
)
@rewrite
class WholeScientific(LiteralRewriter):
    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        whole = isinstance(node.value, float) and node.value.is_integer()
        if whole and "e" in written(self.tree, node).lower():
            return ast.Constant(int(node.value))
        return node


@misconception(
    "base-prefix-ignored",
    topics=("PCEP-1",),
    prevalence=0.20,
    belief="0b101 or 0o17 is shown with the digits as they are written",
    correction="0b, 0o and 0x say in which base a number is written: 0b101 is 5, 0o17 is 15.",
    snippet="print(0o17)",
)
@rewrite
class PlainDigits(LiteralRewriter):
    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        text = written(self.tree, node).replace("_", "")
        if isinstance(node.value, int) and text[:2].lower() in ("0b", "0o", "0x") and text[2:].isdecimal():
            return ast.Constant(int(text[2:]))
        return node


@misconception(
    "escape-printed",
    topics=("PCEP-1",),
    prevalence=0.15,
    belief="\\n and \\t in a text are printed as they are written",
    correction="\\n starts a new line and \\t is a tab; only a raw text r'…' keeps the backslash.",
    snippet="print('a\\nb')",
)
@rewrite
class RawText(LiteralRewriter):
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        for part in node.values:
            if isinstance(part, ast.Constant) and "\\" in written(self.tree, node):
                part.value = part.value.replace("\n", "\\n").replace("\t", "\\t")
            elif isinstance(part, ast.FormattedValue):
                self.visit(part)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        text = written(self.tree, node)
        raw = f"r{text}" if text[:1] in "'\"" and "\\" in text else ""
        try:
            return ast.Constant(ast.literal_eval(raw)) if raw else node
        except SyntaxError:
            # A text that ends in a backslash cannot be written raw.
            return node


@misconception(
    "fstring-not-evaluated",
    topics=("PCEP-1",),
    prevalence=0.12,
    belief="the braces in an f-string are printed as they are written",
    correction="In an f-string the expression in braces is worked out and its value put in its place.",
    snippet="x = 3\nprint(f'{x} is x')",
)
@rewrite
class PlainText(LiteralRewriter):
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        text = written(self.tree, node)
        try:
            return ast.Constant(ast.literal_eval(text.replace("f", "", 1) if text[:1] == "f" else text[1:]))
        except (SyntaxError, ValueError):
            # Quotes of the same kind inside the braces: it cannot be read as a plain text.
            return node


@misconception(
    "format-spec-ignored",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="what follows the colon in an f-string makes no difference to what is printed",
    correction="After the colon stands how to show the value: {x:.2f} shows two digits after the point.",
    snippet="x = 3.14159\nprint(f'{x:.2f}')",
)
@rewrite
class NoFormat(Rewriter):
    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        self.generic_visit(node)
        node.format_spec = None
        return node
