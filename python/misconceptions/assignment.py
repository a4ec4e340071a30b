"""What = does, and which names stand for the same object."""

import ast
import copy

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, load, names_bound, names_read, same, store


@Helper
def independent(value):
    """A copy of its own of a thing that can change; everything else as it is."""
    return copy.deepcopy(value) if isinstance(value, (list, dict, set, bytearray)) else value


@Helper
def emptied(value):
    if isinstance(value, (list, dict, set, bytearray)):
        value.clear()


@misconception(
    "eqplus-is-pluseq",
    topics=("PCEP-1",),
    prevalence=0.30,
    belief="x =+ 1 is another way to write x += 1",
    correction="x =+ 1 assigns +1, the number 1, to x; adding is written +=.",
    snippet="x = 5\nx =+ 2\nprint(x)",
)
@rewrite
class SignIsOperator(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.lines = tree.source.splitlines()
        return self.generic_visit(tree)

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        match node:
            case ast.Assign(targets=[ast.Name()], value=ast.UnaryOp(op=ast.UAdd() | ast.USub() as sign, operand=operand)):
                written_before = self.lines[node.value.lineno - 1].encode()[: node.value.col_offset]
                if written_before.endswith(b"=") and not written_before.endswith(b"=="):
                    return ast.AugAssign(node.targets[0], ast.Add() if isinstance(sign, ast.UAdd) else ast.Sub(), operand)
        return node


@misconception(
    "tuple-assign-sequential",
    topics=("PCEP-1",),
    prevalence=0.35,
    belief="a, b = b, a assigns to a first and then to b, which already sees the new a",
    correction="The whole right side is worked out first, so a, b = b, a swaps the two.",
    snippet="a, b = 1, 2\na, b = b, a\nprint(a, b)",
)
@rewrite
class OneAfterTheOther(Rewriter):
    def visit_Assign(self, node: ast.Assign):
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)) if len(targets) == len(values):
                if not any(isinstance(part, ast.Starred) for part in (*targets, *values)):
                    return [ast.Assign([target], value) for target, value in zip(targets, values)]
        return node


@misconception(
    "assignment-right-to-left-swapped",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="a = b puts the value of a into b",
    correction="The name on the left gets the value on the right.",
    snippet="a = 1\nb = 2\na = b\nprint(a, b)",
)
@rewrite
class LeftToRight(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.known: set[str] = set()
        return self.generic_visit(tree)

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        known, self.known = self.known, self.known | names_bound([node])
        match node:
            # A name that is new here has no value yet that could go anywhere.
            case ast.Assign(targets=[ast.Name(id=left)], value=ast.Name(id=right)) if left in known:
                return ast.Assign([store(right)], load(left))
        return node


@misconception(
    "variable-holds-expression",
    topics=("PCEP-1",),
    prevalence=0.15,
    belief="after c = a + b, c follows every later change of a and b",
    correction="An assignment works out its value once; later changes of a and b do not reach c.",
    snippet="a = 1\nc = a + 1\na = 10\nprint(c)",
)
@rewrite
def follow_changes(tree: ast.Module) -> ast.Module:
    bound = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    parameters = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    formulas: set[str] = set()
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.BinOp() as value):
                if bound.count(name) == 1 and name not in parameters and names_read(value) - {name}:
                    formulas.add(name)

    class Follow(Rewriter):
        def visit_Assign(self, node: ast.Assign) -> ast.stmt:
            self.generic_visit(node)
            if isinstance(node.targets[0], ast.Name) and node.targets[0].id in formulas:
                nothing = ast.arguments([], [], None, [], [], None, [])
                node.value = ast.Lambda(nothing, node.value)
            return node

        def visit_Name(self, node: ast.Name) -> ast.expr:
            if isinstance(node.ctx, ast.Load) and node.id in formulas:
                return ast.Call(node, [], [])
            return node

    return Follow().visit(tree)


@misconception(
    "names-case-insensitive",
    topics=("PCEP-1",),
    prevalence=0.10,
    belief="Total and total are the same variable",
    correction="Capital and small letters make different names.",
    snippet="total = 1\nTotal = 2\nprint(total)",
)
@rewrite
def ignore_case(tree: ast.Module) -> ast.Module:
    spellings: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.FunctionDef(name=name):
                spellings.setdefault(name.lower(), set()).add(name)
    alike = {name for names in spellings.values() if len(names) > 1 for name in names}

    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if name in alike:
                node.id = name.lower()
            case ast.arg(arg=name) | ast.keyword(arg=name) if name in alike:
                node.arg = name.lower()
            case ast.FunctionDef(name=name) if name in alike:
                node.name = name.lower()
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                node.names = [name.lower() if name in alike else name for name in names]
    return tree


@misconception(
    "chained-assign-separate",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="a = b = [] makes two separate lists",
    correction="a = b = [] makes one list with two names.",
    snippet="a = b = []\na.append(1)\nprint(b)",
)
@rewrite
class ValueForEach(Rewriter):
    def visit_Assign(self, node: ast.Assign):
        if len(node.targets) < 2 or isinstance(node.value, ast.Constant):
            return node
        return [ast.Assign([target], same(node.value)) for target in node.targets]


@misconception(
    "assignment-copies",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="b = a makes a copy of the list a",
    correction="b = a gives the same list a second name; a.copy() makes a copy.",
    snippet="a = [1]\nb = a\nb.append(2)\nprint(a)",
)
@rewrite
class CopyOnAssignment(Rewriter):
    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        if isinstance(node.value, ast.Name):
            node.value = independent.node(node.value)
        return node


@misconception(
    "iadd-makes-new-list",
    topics=("PCEP-3",),
    prevalence=0.35,
    belief="a += [2] gives a a new list and leaves other names of the old one alone",
    correction="For a list += changes the list itself, and every name for it shows the change.",
    snippet="a = [1]\nb = a\na += [2]\nprint(b)",
)
@rewrite
class NewListEachTime(Rewriter):
    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        match node:
            case ast.AugAssign(target=ast.Name(id=name), op=ast.Add() | ast.Mult() as op, value=value):
                return ast.Assign([store(name)], ast.BinOp(load(name), op, value))
        return node


@misconception(
    "add-is-in-place",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="a = a + [2] also changes the list for its other names",
    correction="a + [2] is a new list; only the name a moves to it.",
    snippet="a = [1]\nb = a\na = a + [2]\nprint(b)",
)
@rewrite
class AddInPlace(Rewriter):
    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.BinOp(left=ast.Name(id=left), op=ast.Add(), right=right)
            ) if name == left:
                return ast.AugAssign(store(name), ast.Add(), right)
        return node


@misconception(
    "del-destroys-object",
    topics=("PCEP-3",),
    prevalence=0.30,
    belief="del a empties the list for every name that it has",
    correction="del a removes the name a only; the list lives on under its other names.",
    snippet="a = [1]\nb = a\ndel a\nprint(b)",
)
@rewrite
class EmptyBeforeDelete(Rewriter):
    def visit_Delete(self, node: ast.Delete):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        return [*(ast.Expr(emptied.node(load(name))) for name in names), node]
