"""Shorthand for reading and building syntax trees."""

import ast
import copy
from collections.abc import Callable, Iterable, Iterator

Block = list[ast.stmt]
Loop = ast.For | ast.While
Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class Rewriter(ast.NodeTransformer):
    """A transformer whose new nodes stand where the old ones stood, so that lines at fault stay right."""

    def visit(self, node):
        new = super().visit(node)
        for made in new if isinstance(new, list) else [new]:
            if isinstance(made, (ast.expr, ast.stmt)):
                place(made, node)
        return new


def place(made: ast.AST, old: ast.AST) -> None:
    if not hasattr(made, "lineno") and hasattr(old, "lineno"):
        ast.copy_location(made, old)
    ast.fix_missing_locations(made)


def load(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())


def store(name: str) -> ast.Name:
    return ast.Name(name, ast.Store())


def assign(name: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([store(name)], value)


def flag(name: str, up: bool) -> ast.Assign:
    return assign(name, ast.Constant(up))


def when(test: ast.expr, body: Block, orelse: Block | None = None) -> ast.If:
    return ast.If(test, body, orelse or [])


def negated(test: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(ast.Not(), test)


def parameters(*names: str) -> ast.arguments:
    return ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])


def put_off(value: ast.expr, *names: str) -> ast.Lambda:
    """A lambda of the rewriting's own; beliefs about the lambdas of the program leave it alone."""
    made = ast.Lambda(parameters(*names), value)
    made.is_own = True
    return made


def is_own(node: ast.Lambda) -> bool:
    return getattr(node, "is_own", False)


def same(tree):
    """A tree of its own for a part that is needed in two places."""
    return copy.deepcopy(tree)


def body_or_pass(block: Block) -> Block:
    return block or [ast.Pass()]


def names_read(*nodes: ast.AST) -> set[str]:
    return {
        part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    }


def names_bound(nodes: Iterable[ast.AST]) -> set[str]:
    """Names that these nodes assign, in whatever way, in their own scope."""
    bound: set[str] = set()
    for node in within_scope(nodes):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                bound.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                bound.update((alias.asname or alias.name).partition(".")[0] for alias in names)
            case ast.ExceptHandler(name=str(name)):
                bound.add(name)
    return bound


def within_scope(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """These nodes and what is in them, without the insides of functions and classes."""
    for node in nodes:
        yield node
        if not isinstance(node, Scope):
            yield from within_scope(ast.iter_child_nodes(node))


def names_declared(kind: type[ast.Global] | type[ast.Nonlocal], nodes: Iterable[ast.AST]) -> set[str]:
    """Names that are declared global, or nonlocal, in the scope of these nodes."""
    return {name for node in within_scope(nodes) if isinstance(node, kind) for name in node.names}


def variables_in(nodes: Iterable[ast.AST]) -> set[str]:
    """Variables that these nodes assign in their own scope, with those of comprehensions."""
    return {
        node.id for node in within_scope(nodes) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def local_variables_of(function: Function) -> set[str]:
    """Variables that every call of a function has for itself: its parameters, and what it assigns."""
    passing = [node.target for node in within_scope(function.body) if isinstance(node, ast.comprehension)]
    inside = {part for target in passing for part in ast.walk(target)}
    assigned = {
        node.id
        for node in within_scope(function.body)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in inside
    }
    elsewhere = names_declared(ast.Global, function.body) | names_declared(ast.Nonlocal, function.body)
    return (assigned - elsewhere) | set(all_parameters_of(function))


def body_of(function: "Function | ast.Lambda") -> Block | list[ast.expr]:
    return [function.body] if isinstance(function, ast.Lambda) else function.body


def functions_in(nodes: Iterable[ast.AST]) -> Iterator["Function | ast.Lambda"]:
    """Functions that are made in the scope of these nodes, with the methods of classes, without those inside them."""
    for node in within_scope(nodes):
        if isinstance(node, ast.ClassDef):
            yield from functions_in(node.body)
        elif isinstance(node, Scope):
            yield node


def functions_of(tree: ast.AST) -> dict[str, Function]:
    """Functions by name; a name that is defined twice is left out, as nobody can tell which one is meant."""
    found: dict[str, list[Function]] = {}
    for node in ast.walk(tree):
        if isinstance(node, Function):
            found.setdefault(node.name, []).append(node)
    return {name: definitions[0] for name, definitions in found.items() if len(definitions) == 1}


def parameters_of(function: Function | ast.Lambda) -> list[str]:
    arguments = function.args
    return [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]


def all_parameters_of(function: Function | ast.Lambda) -> list[str]:
    arguments = function.args
    rest = [argument.arg for argument in (arguments.vararg, arguments.kwarg) if argument is not None]
    return [*parameters_of(function), *(argument.arg for argument in arguments.kwonlyargs), *rest]


def has_return(function: Function) -> bool:
    """Whether it returns a value anywhere."""
    return any(isinstance(node, ast.Return) and node.value is not None for node in within_scope(function.body))


def is_generator(function: Function) -> bool:
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in within_scope(function.body))


def at_start(function: Function, statements: Block) -> None:
    """Puts statements before the body, but after the docstring."""
    position = 1 if ast.get_docstring(function, clean=False) is not None else 0
    function.body[position:position] = statements


def is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


class JumpReplacer(Rewriter):
    """Replaces the `break` and `continue` that belong to one loop, and leaves those of inner loops alone."""

    def __init__(self, on_break: Callable[[], Block] | None, on_continue: Callable[[], Block] | None):
        self.on_break = on_break
        self.on_continue = on_continue

    def visit_Break(self, node: ast.Break):
        return self.on_break() if self.on_break else node

    def visit_Continue(self, node: ast.Continue):
        return self.on_continue() if self.on_continue else node

    def visit_loop(self, node: Loop) -> Loop:
        # The else of an inner loop belongs to the outer one.
        node.orelse = replaced_jumps(node.orelse, self.on_break, self.on_continue)
        return node

    visit_For = visit_While = visit_AsyncFor = visit_loop

    def visit_FunctionDef(self, node):
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef


def replaced_jumps(
    block: Block, on_break: Callable[[], Block] | None = None, on_continue: Callable[[], Block] | None = None
) -> Block:
    """The block of a loop, with other statements in the place of its own `break` and `continue`."""
    replacer = JumpReplacer(on_break, on_continue)
    result: Block = []
    for statement in block:
        new = replacer.visit(statement)
        result.extend(new if isinstance(new, list) else [new])
    return result


def has_jump(block: Block) -> bool:
    """Whether a `break` or `continue` in the block belongs to the loop around it."""
    found: list[bool] = []

    def note() -> Block:
        found.append(True)
        return [ast.Pass()]

    replaced_jumps(same(block), note, note)
    return bool(found)


class Blocks(Rewriter):
    """A rewriter of whole blocks: `block` gets the statements of each one after they were visited."""

    def block(self, statements: Block) -> Block:
        raise NotImplementedError

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(node, field, None)
            if isinstance(statements, list) and statements:
                new = self.block(statements)
                for statement in new:
                    place(statement, statements[0])
                setattr(node, field, new)
        return node
