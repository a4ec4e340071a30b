"""Version numbers."""

import ast

from .engine.effects import library, rewrite
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, is_call_of


def text_of(version: object) -> str:
    return ".".join(map(str, version)) if isinstance(version, (list, tuple)) else str(version)


class TextOrder:
    """Compares by the text of a version, letter by letter."""

    def __eq__(self, other):
        return text_of(self) == text_of(other)

    def __ne__(self, other):
        return text_of(self) != text_of(other)

    def __lt__(self, other):
        return text_of(self) < text_of(other)

    def __le__(self, other):
        return text_of(self) <= text_of(other)

    def __gt__(self, other):
        return text_of(self) > text_of(other)

    def __ge__(self, other):
        return text_of(self) >= text_of(other)

    def __hash__(self):
        return hash(text_of(self))


class VersionTuple(TextOrder, tuple):
    """The parts of a version."""


class VersionList(TextOrder, list):
    """The parts of a version, in a list."""


@Helper
def by_text(parts):
    kinds = {tuple: VersionTuple, list: VersionList}
    return kinds[type(parts)](parts) if type(parts) in kinds else parts


@misconception(
    "version-compare-as-text",
    topics=("PCPP2-PKG",),
    prevalence=0.35,
    belief="comparing versions as texts gives the right order",
    correction="As texts '1.10' is less than '1.9'; versions are compared number by number, as tuples of ints.",
    snippet="def v(s): return tuple(int(x) for x in s.split('.'))\nprint(v('1.10') > v('1.9'))",
)
@rewrite
class ComparedAsText(Rewriter):
    """Lets what is made of a text that was split at its points compare like that text."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if is_call_of(node, "tuple") or is_call_of(node, "list"):
            return by_text.node(node) if is_split_version(node) else node
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        self.generic_visit(node)
        return by_text.node(node) if is_split_version(node) else node


def is_split_version(node: ast.expr) -> bool:
    """Whether it makes whole numbers of the parts of a text between its points."""
    parts = list(ast.walk(node))
    makes_numbers = any(isinstance(part, ast.Name) and part.id == "int" for part in parts)
    return makes_numbers and any(is_split(part) for part in parts)


def is_split(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="split"), args=[ast.Constant(value=".")]):
            return True
    return False


@also("version-compare-as-text")
@library("packaging.version.Version", "packaging.version.parse")
def version_in_text_order(real, version):
    from packaging.version import Version

    class TextVersion(TextOrder, Version):
        """A version that compares like its text."""

        __hash__ = TextOrder.__hash__

    return TextVersion(version)
