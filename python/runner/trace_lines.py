"""Which lines of a program are steps: every statement is one, and so is every head of a block."""

import ast


def statement_starts(source: str) -> dict[int, int]:
    """For each line that belongs to a statement, the first line of it; for a block, of its head alone.

    `else:` and `finally:` are no steps, for nothing happens there; nor is a text that nobody uses, such as a docstring.
    """
    starts: dict[int, int] = {}
    for node in ast.walk(ast.parse(source)):
        if span := span_of(node):
            first, last = span
            for line in range(first, last + 1):
                # Outer ones come first: a block that is written on one line is one step.
                starts.setdefault(line, first)
    return starts


def span_of(node: ast.AST) -> tuple[int, int] | None:
    """The first and the last line of a statement or of a block's head; None for everything else."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return None
        case ast.match_case(pattern=pattern, body=[body, *_]):
            first = pattern.lineno
        case ast.Match(cases=[case, *_]):
            return node.lineno, max(node.lineno, case.pattern.lineno - 1)
        case ast.stmt(body=[body, *_]) | ast.ExceptHandler(body=[body, *_]):
            first = first_line(node)
        case ast.stmt():
            return node.lineno, node.end_lineno or node.lineno
        case _:
            return None
    return first, max(first, first_line(body) - 1)


def first_line(node: ast.AST) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def block_ends(source: str) -> dict[int, int]:
    """For the first line of each block with lines of its own, the last of them; loops go back to their heads and are left out."""
    return {
        first_line(node): node.end_lineno or node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.stmt, ast.ExceptHandler)) and not isinstance(node, (ast.For, ast.AsyncFor, ast.While))
        if hasattr(node, "body") and (node.end_lineno or node.lineno) > node.lineno
    }


def own_names(source: str) -> set[str]:
    """Names of the blocks that a program runs as calls: the misconceptions may add others, which nobody wrote."""
    names = {"<module>"}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Lambda):
            names.add("<lambda>")
    return names
