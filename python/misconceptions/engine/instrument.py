"""Puts the runtime in the place of the operations that a misconception stands in for, and of no others."""

import ast
from collections.abc import Iterable

from .effects import StandIn
from .runtime import NAME, runtime_attribute, runtime_call

#: Functions that call what they are given; `map(int, …)` must mean the same as `int(…)`.
CALLERS = frozenset({"map", "filter"})

#: The functions that `!s`, `!r` and `!a` in an f-string stand for.
CONVERSIONS = {115: "str", 114: "repr", 97: "ascii"}


def instrument(tree: ast.Module, stand_ins: Iterable[StandIn]) -> ast.Module:
    """Replaces in place, and returns the tree."""
    return ast.fix_missing_locations(Instrumenter(list(stand_ins)).visit(tree))


def text(value: str) -> ast.Constant:
    return ast.Constant(value)


class Instrumenter(ast.NodeTransformer):
    def __init__(self, stand_ins: list[StandIn]):
        self.wanted: dict[str, set[str]] = {}
        for stand_in in stand_ins:
            self.wanted.setdefault(stand_in.kind, set()).update(stand_in.names)
        self.calls = self.wanted.get("call", set()) | self.wanted.get("printing", set())
        if self.asks("truth"):
            self.calls |= {"bool"}
        self.temporaries = 0

    def asks(self, kind: str, name: str | None = None) -> bool:
        return kind in self.wanted and (name is None or name in self.wanted[kind])

    def visit(self, node: ast.AST) -> ast.AST:
        new = super().visit(node)
        if isinstance(new, ast.AST) and isinstance(node, (ast.expr, ast.stmt)) and not hasattr(new, "lineno"):
            ast.copy_location(new, node)
        return new

    # Annotations are not executed for their value: they stay as they are.
    def visit_arg(self, node: ast.arg) -> ast.arg:
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        node.target = self.visit(node.target)
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        name = type(node.op).__name__
        return runtime_call("binary", text(name), node.left, node.right) if self.asks("binary", name) else node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        name = type(node.op).__name__
        if name == "Not":
            node.operand = self.tested(node.operand)
            return node
        return runtime_call("unary", text(name), node.operand) if self.asks("unary", name) else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        if not any(self.asks("compare", type(op).__name__) for op in node.ops):
            return node
        links: list[ast.expr] = []
        left = node.left
        for position, (op, right) in enumerate(zip(node.ops, node.comparators)):
            following = None
            if position < len(node.ops) - 1:
                following, right = self.kept(right)
            name = type(op).__name__
            asked = self.asks("compare", name)
            links.append(
                runtime_call("compare", text(name), left, right) if asked else ast.Compare(left, [op], [right])
            )
            left = following
        return links[0] if len(links) == 1 else ast.BoolOp(ast.And(), links)

    def kept(self, value: ast.expr) -> tuple[ast.expr, ast.expr]:
        """A name for the value, and the expression that computes it once under this name."""
        self.temporaries += 1
        name = f"__belief_{self.temporaries}__"
        return ast.Name(name, ast.Load()), ast.NamedExpr(ast.Name(name, ast.Store()), value)

    def tested(self, test: ast.expr) -> ast.expr:
        return runtime_call("truth", test) if self.asks("truth") else test

    def visit_test(self, node):
        self.generic_visit(node)
        node.test = self.tested(node.test)
        return node

    visit_If = visit_While = visit_IfExp = visit_Assert = visit_test

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        if not self.asks("truth"):
            return node
        *firsts, result = node.values
        for value in reversed(firsts):
            name, computed = self.kept(value)
            test = self.tested(computed)
            is_and = isinstance(node.op, ast.And)
            result = ast.IfExp(test, result, name) if is_and else ast.IfExp(test, name, result)
        return result

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        if self.asks("subscript"):
            node.value = runtime_call("view", node.value)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if self.asks("attribute") and not is_own(node):
            node.value = runtime_call("attributes", node.value)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.generic_visit(node)
        if self.asks("class"):
            # The outermost decorator: it sees the class as the program's own decorators have left it.
            node.decorator_list.insert(0, runtime_attribute("made"))
        return node

    # A pattern allows nothing but plain names and values.
    def visit_MatchValue(self, node: ast.MatchValue) -> ast.MatchValue:
        return node

    def visit_MatchMapping(self, node: ast.MatchMapping) -> ast.MatchMapping:
        node.patterns = [self.visit(pattern) for pattern in node.patterns]
        return node

    def visit_MatchClass(self, node: ast.MatchClass) -> ast.MatchClass:
        node.patterns = [self.visit(pattern) for pattern in node.patterns]
        node.kwd_patterns = [self.visit(pattern) for pattern in node.kwd_patterns]
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
        self.generic_visit(node)
        name = CONVERSIONS.get(node.conversion)
        if name in self.calls:
            node.value, node.conversion = runtime_call("converted", text(name), node.value), -1
        elif node.conversion == -1 and node.format_spec is None and "str" in self.calls:
            node.value = runtime_call("formatted", node.value)
        return node

    def visit_For(self, node: ast.For) -> ast.For:
        self.generic_visit(node)
        if self.asks("iteration", "for"):
            node.iter = runtime_call("iterate", text("for"), node.iter)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        self.generic_visit(node)
        node.ifs = [self.tested(test) for test in node.ifs]
        if self.asks("iteration", "comprehension"):
            node.iter = runtime_call("iterate", text("comprehension"), node.iter)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        calls_others = isinstance(node.func, ast.Name) and node.func.id in CALLERS
        if isinstance(node.func, ast.Attribute) and self.asks("method", node.func.attr):
            node.func = ast.copy_location(runtime_call("method", node.func.value, text(node.func.attr)), node.func)
        self.generic_visit(node)
        if not is_own(node.func):
            node.func = self.callable(node.func)
        if calls_others and node.args:
            node.args[0] = self.callable(node.args[0])
        for keyword in node.keywords:
            if keyword.arg == "key":
                keyword.value = self.callable(keyword.value)
        return node

    def callable(self, node: ast.expr) -> ast.expr:
        called = node
        if isinstance(node, ast.Name) and node.id in self.calls:
            called = runtime_call("callable", text(node.id), node)
        if self.asks("library"):
            called = runtime_call("library", called)
        return ast.copy_location(called, node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | list[ast.stmt]:
        name = type(node.op).__name__
        if not self.asks("binary", name):
            return self.generic_visit(node)
        value = self.visit(node.value)
        match node.target:
            case ast.Name(id=id):
                return ast.Assign([node.target], runtime_call("in_place", text(name), ast.Name(id, ast.Load()), value))
            case ast.Attribute(value=box, attr=attr):
                box = self.visit(box)
                if self.asks("attribute"):
                    box = runtime_call("attributes", box)
                return self.through_temporaries(name, value, [box], lambda box: ast.Attribute(box, attr))
            case ast.Subscript(value=box, slice=key):
                box = self.visit(box)
                if self.asks("subscript"):
                    box = runtime_call("view", box)
                return self.through_temporaries(name, value, [box, as_value(self.visit(key))], ast.Subscript)

    def through_temporaries(self, name, value, parts, target_of) -> list[ast.stmt]:
        """`box[key] op= value` in steps, so that box and key are computed once and in their order."""
        names = [f"__belief_part_{index}__" for index in range(len(parts))]
        steps: list[ast.stmt] = [
            ast.Assign([ast.Name(part_name, ast.Store())], part) for part_name, part in zip(names, parts)
        ]

        def target(context: ast.expr_context) -> ast.expr:
            made = target_of(*(ast.Name(part_name, ast.Load()) for part_name in names))
            made.ctx = context
            return made

        steps.append(
            ast.Assign([target(ast.Store())], runtime_call("in_place", text(name), target(ast.Load()), value))
        )
        steps.append(ast.Delete([ast.Name(part_name, ast.Del()) for part_name in names]))
        return steps


def is_own(node: ast.expr) -> bool:
    """Whether this is one of the runtime's own methods."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == NAME


def as_value(key: ast.expr) -> ast.expr:
    """A subscript as an expression of its own: a slice is only allowed between brackets."""
    match key:
        case ast.Slice(lower=lower, upper=upper, step=step):
            parts = [part if part is not None else ast.Constant(None) for part in (lower, upper, step)]
            return runtime_call("slice", *parts)
        case ast.Tuple(elts=elements):
            return ast.Tuple([as_value(element) for element in elements], ast.Load())
    return key
