"""How expressions without parentheses are grouped, as a table that a misconception may change."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, replace

OperatorNode = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare)

COMPARISONS = (
    "Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn",
)


@dataclass(frozen=True)
class Level:
    """Operators that bind equally tightly. `side` says how a row of them is grouped; a chain is not grouped at all."""

    operators: tuple[str, ...]
    side: str = "left"  # left | right | chain | prefix


@dataclass(frozen=True)
class Grammar:
    """Levels from the loosest to the tightest."""

    levels: tuple[Level, ...]

    def strength(self, operator: str, prefix: bool = False) -> tuple[int, Level]:
        for index, level in enumerate(self.levels):
            if operator in level.operators and (level.side == "prefix") == prefix:
                return index, level
        raise KeyError(operator)

    def without(self, *operators: str) -> "Grammar":
        """The same, but these operators have no place; levels that become empty go."""
        left = (
            replace(level, operators=tuple(name for name in level.operators if name not in operators))
            for level in self.levels
        )
        return Grammar(tuple(level for level in left if level.operators))

    def with_side(self, operator: str, side: str) -> "Grammar":
        """The same, but the level of this operator groups its rows in another way."""
        return Grammar(tuple(
            replace(level, side=side) if operator in level.operators and level.side != "prefix" else level
            for level in self.levels
        ))

    def join(self, operator: str, *others: str) -> "Grammar":
        """The same, but the others move to the level of this operator."""
        return Grammar(tuple(
            replace(level, operators=(*level.operators, *others)) if operator in level.operators else level
            for level in self.without(*others).levels
        ))

    def insert(self, level: Level, *, above: str, prefix: bool = False) -> "Grammar":
        """A level that binds a little tighter than the operator `above` is about."""
        index, _ = self.strength(above, prefix)
        return Grammar((*self.levels[: index + 1], level, *self.levels[index + 1 :]))

    def insert_below(self, level: Level, *, below: str) -> "Grammar":
        """A level that binds a little looser than the operator `below` is about."""
        index, _ = self.strength(below)
        return Grammar((*self.levels[:index], level, *self.levels[index:]))


#: @see https://docs.python.org/3/reference/expressions.html#operator-precedence
python_grammar = Grammar((
    Level(("Or",)),
    Level(("And",)),
    Level(("Not",), "prefix"),
    Level(COMPARISONS, "chain"),
    Level(("BitOr",)),
    Level(("BitXor",)),
    Level(("BitAnd",)),
    Level(("LShift", "RShift")),
    Level(("Add", "Sub")),
    Level(("Mult", "MatMult", "Div", "FloorDiv", "Mod")),
    Level(("USub", "UAdd", "Invert"), "prefix"),
    Level(("Pow",), "right"),
))


def mark_parentheses(tree: ast.Module, source: str) -> None:
    """Notes on every operand whether it stands in parentheses of its own: the tree alone no longer shows it."""
    before, after = neighbours(source)
    lines = source.splitlines(keepends=True)

    def place(line: int, byte: int) -> tuple[int, int]:
        text = lines[line - 1] if line <= len(lines) else ""
        return line, len(text.encode()[:byte].decode())

    for node in ast.walk(tree):
        for position, operand in enumerate(operands := list(operands_of(node))):
            first = position == 0 and not isinstance(node, ast.UnaryOp)
            start = place(operand.lineno, operand.col_offset)
            end = place(operand.end_lineno or 0, operand.end_col_offset or 0)
            # Beside an operand without parentheses stands the operator itself, on at least one side.
            enclosed = after.get(end) == ")" if first else before.get(start) == "("
            if not first and position < len(operands) - 1:
                enclosed = enclosed and after.get(end) == ")"
            operand.parenthesised = enclosed


def neighbours(source: str) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], str]]:
    """The token before each place where a token starts, and the token after each place where one ends."""
    blank = {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT}
    tokens = [token for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type not in blank]
    before = {token.start: left.string for left, token in zip(tokens, tokens[1:])}
    after = {token.end: right.string for token, right in zip(tokens, tokens[1:])}
    return before, after


def operands_of(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.BinOp(left=left, right=right):
            yield from (left, right)
        case ast.UnaryOp(operand=operand):
            yield operand
        case ast.BoolOp(values=values):
            yield from values
        case ast.Compare(left=left, comparators=comparators):
            yield from (left, *comparators)


class Regrouper(ast.NodeTransformer):
    """Groups every expression of operators anew, by the grammar given."""

    def __init__(self, grammar: Grammar):
        self.grammar = grammar

    def visit(self, node: ast.AST) -> ast.AST:
        if not isinstance(node, OperatorNode):
            return self.generic_visit(node)
        return Parser(self.grammar, list(self.flatten(node))).expression()

    def flatten(self, node: ast.expr) -> Iterator[ast.AST]:
        """Operands and operators in the order in which they are written."""
        match node:
            case ast.UnaryOp(op=op, operand=operand):
                yield op
                yield from self.side(operand)
            case ast.BinOp(left=left, op=op, right=right):
                yield from self.side(left)
                yield op
                yield from self.side(right)
            case ast.BoolOp(op=op, values=[first, *rest]):
                yield from self.side(first)
                for value in rest:
                    yield op
                    yield from self.side(value)
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                yield from self.side(left)
                for op, value in zip(ops, comparators):
                    yield op
                    yield from self.side(value)

    def side(self, operand: ast.expr) -> Iterator[ast.AST]:
        if isinstance(operand, OperatorNode) and not getattr(operand, "parenthesised", True):
            yield from self.flatten(operand)
            return
        whole = self.visit(operand)
        whole.parenthesised = True
        yield whole


class Parser:
    """Precedence climbing over operands and operators that are already trees."""

    def __init__(self, grammar: Grammar, items: list[ast.AST]):
        self.grammar = grammar
        self.items = items
        self.position = 0

    def peek(self) -> ast.AST | None:
        return self.items[self.position] if self.position < len(self.items) else None

    def expression(self, weakest: int = 0) -> ast.expr:
        left = self.operand()
        while (op := self.peek()) is not None:
            strength, level = self.grammar.strength(type(op).__name__)
            if strength < weakest:
                break
            self.position += 1
            right = self.expression(strength if level.side == "right" else strength + 1)
            left = self.joined(left, op, right, level)
        return left

    def operand(self) -> ast.expr:
        item = self.items[self.position]
        self.position += 1
        if not isinstance(item, ast.unaryop):
            return item
        strength, _ = self.grammar.strength(type(item).__name__, prefix=True)
        inner = self.expression(strength)
        return built(ast.UnaryOp(item, inner), inner, inner)

    def joined(self, left: ast.expr, op: ast.AST, right: ast.expr, level: Level) -> ast.expr:
        if isinstance(op, ast.operator):
            return built(ast.BinOp(left, op, right), left, right)
        if isinstance(op, ast.boolop):
            if isinstance(left, ast.BoolOp) and type(left.op) is type(op) and not left.parenthesised:
                return built(ast.BoolOp(op, [*left.values, right]), left, right)
            return built(ast.BoolOp(op, [left, right]), left, right)
        chains = (
            level.side == "chain"
            and isinstance(left, ast.Compare)
            and not left.parenthesised
            and type(left.ops[-1]).__name__ in level.operators
        )
        if chains:
            return built(ast.Compare(left.left, [*left.ops, op], [*left.comparators, right]), left, right)
        return built(ast.Compare(left, [op], [right]), left, right)


def built(node: ast.expr, first: ast.expr, last: ast.expr) -> ast.expr:
    node.parenthesised = False
    node.lineno, node.col_offset = first.lineno, first.col_offset
    node.end_lineno, node.end_col_offset = last.end_lineno, last.end_col_offset
    return node
