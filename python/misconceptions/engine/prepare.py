"""From source and misconceptions to code that can be executed."""

import ast
import types
from dataclasses import dataclass, field

from .effects import Regrouping, Rewriting, StandIn
from .grammar import Regrouper, mark_parentheses, python_grammar
from .instrument import instrument
from .registry import registry
from .runtime import Runtime


class NotApplicable(Exception):
    """A misconception turns this program into something that is not a program."""

    def __init__(self, misconception: str, why: str):
        super().__init__(f"{misconception}: {why}")
        self.misconception = misconception
        self.why = why


@dataclass
class Prepared:
    """Code, the runtime that it calls (None in real Python), and the ids that took effect, which grow as it runs."""

    code: types.CodeType
    runtime: Runtime | None = None
    applied: list[str] = field(default_factory=list)


def prepare(source: str, file_name: str, ids: list[str]) -> Prepared:
    """Compiles source under the misconceptions with these ids, one after another.

    Raises SyntaxError or ValueError if the source itself is no Python, NotApplicable if a misconception makes it so.
    """
    code = compile(source, file_name, "exec", dont_inherit=True)
    if not ids:
        return Prepared(code)
    tree = ast.parse(source, file_name)
    mark_parentheses(tree, source)
    # Some beliefs are about how a thing is written, which the tree does not keep.
    tree.source = source
    applied: list[str] = []
    stand_ins: list[tuple[str, StandIn]] = []
    grammar = python_grammar
    for id in ids:
        before = ast.dump(tree)
        for effect in registry[id].effects:
            match effect:
                case StandIn():
                    stand_ins.append((id, effect))
                case Rewriting(change=change):
                    tree = change(tree)
                case Regrouping(change=change):
                    grammar = change(grammar)
                    tree = Regrouper(grammar).visit(tree)
        if ast.dump(tree) != before:
            applied.append(id)
            code = compiled(tree, file_name, id)
    if stand_ins:
        tree = instrument(tree, [stand_in for _, stand_in in stand_ins])
        code = compiled(tree, file_name, stand_ins[-1][0])
    return Prepared(code, Runtime(stand_ins, applied), applied)


def compiled(tree: ast.Module, file_name: str, id: str) -> types.CodeType:
    keep_lines(ast.fix_missing_locations(tree))
    try:
        return compile(tree, file_name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, TypeError, RecursionError) as error:
        raise NotApplicable(id, f"{type(error).__name__}: {error}") from error


def keep_lines(tree: ast.Module) -> None:
    """Puts methods that nobody wrote where what they belong to begins.

    CPython says that a call happens where the method's name ends. A name that was put in has got the place of all that
    is around it, perhaps of a whole loop: a failure would be told of the loop's last line.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and span(node) == span(node.value):
            node.end_lineno, node.end_col_offset = node.lineno, node.col_offset


def span(node: ast.expr) -> tuple[int, int, int | None, int | None]:
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
