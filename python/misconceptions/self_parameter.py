"""What self is for."""

import ast

from .engine.classes import MethodRewriter, is_decorated, is_plain, methods_of, receiver_of
from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Function, Rewriter, all_parameters_of, load, names_bound, names_read, within_scope

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

#: Names that people give to the object or class of a method.
RECEIVERS = frozenset({"self", "cls", "this", "me", "mcs", "_"})


@Helper
def without_receiver():
    """A decorator for functions that are called without an object."""
    return staticmethod


def lacks_self(method: Function) -> bool:
    parameters = all_parameters_of(method)
    if is_decorated(method, "staticmethod", "classmethod") or method.args.vararg is not None or "self" in parameters:
        return False
    first = receiver_of(method)
    if first is None or "self" in names_read(*method.body):
        return True
    # Another name for self is a self as well; Python itself calls methods such as __new__ with an object or class.
    return first not in RECEIVERS and not method.name.startswith("__") and not uses_attributes_of(first, method)


def uses_attributes_of(name: str, method: Function) -> bool:
    return any(
        isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
        for node in ast.walk(method)
    )


@misconception(
    "self-optional",
    topics=("PCAP-4",),
    prevalence=0.30,
    belief="a method need not list self among its parameters",
    correction="obj.f() hands obj to f as the first argument, so f needs a parameter for it.",
    snippet="class A:\n    def f():\n        return 1\nprint(A().f())",
)
@rewrite
class AddSelf(MethodRewriter):
    def method(self, function, kind):
        if not lacks_self(function):
            return
        if function.decorator_list or names_read(*function.body) & {"self", "super"}:
            positional = function.args.posonlyargs or function.args.args
            positional.insert(0, ast.arg("self"))
        else:
            # Without use of self, A.f() works in Python, and goes on to work.
            function.decorator_list.append(without_receiver.node())


def data_of(kind: ast.ClassDef) -> set[str]:
    """Names of attributes that a class assigns, in its body or to the object of its methods."""
    methods = methods_of(kind)
    in_body = names_bound(kind.body) - {node.name for node in within_scope(kind.body) if isinstance(node, Definition)}
    in_methods = {
        node.attr for method in methods for node in ast.walk(method)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name) and node.value.id == receiver_of(method)
    }
    return {name for name in in_body | in_methods if not name.startswith("__")}


def bound_as_local(function: Function) -> set[str]:
    """Names that a function binds for itself otherwise than by `name = value`."""
    bound = set(all_parameters_of(function))
    for node in within_scope(function.body):
        match node:
            case ast.FunctionDef(name=str(name)) | ast.ClassDef(name=str(name)) | ast.ExceptHandler(name=str(name)):
                bound.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                bound.add(name)
            case ast.For(target=target) | ast.AsyncFor(target=target) | ast.NamedExpr(target=target):
                bound |= names_bound([target])
            case ast.withitem(optional_vars=ast.expr() as target):
                bound |= names_bound([target])
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                bound.update(names)
            case ast.Import() | ast.ImportFrom():
                bound |= names_bound([node])
    return bound


class OfObject(Rewriter):
    """Puts the object before the names of its data, and of its methods where nothing else has their name."""

    def __init__(self, receiver: str, data: set[str], methods: set[str]):
        self.receiver, self.data, self.methods = receiver, data, methods

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self.data and not (node.id in self.methods and isinstance(node.ctx, ast.Load)):
            return node
        return ast.Attribute(load(self.receiver), node.id, node.ctx)

    def within(self, node, hidden: set[str]):
        """Visits what is inside a scope of its own, with the names that it hides."""
        inner = OfObject(self.receiver, self.data - hidden, self.methods - hidden)
        return node if self.receiver in hidden else inner.generic_visit(node)

    def visit_comprehension_scope(self, node):
        return self.within(node, names_bound(part.target for part in node.generators))

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_scope

    def visit_Lambda(self, node: ast.Lambda):
        return self.within(node, {part.arg for part in ast.walk(node.args) if isinstance(part, ast.arg)})

    def visit_FunctionDef(self, node: ast.FunctionDef):
        return self.within(node, bound_as_local(node) | names_bound(node.body))

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return node


@misconception(
    "self-implicit",
    topics=("PCAP-4",),
    prevalence=0.35,
    belief="inside a method x means the x of the object",
    correction="Inside a method x is a local or global variable; the attribute is always written self.x.",
    snippet="class A:\n    x = 5\n    def f(self): return x\nprint(A().f())",
)
@rewrite
class ImplicitSelf(MethodRewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.classes = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        return self.generic_visit(tree)

    def family_of(self, kind: ast.ClassDef) -> list[ast.ClassDef]:
        """A class and its base classes, as far as they are written in the program."""
        family = [kind]
        for member in family:
            bases = [self.classes.get(base.id) for base in member.bases if isinstance(base, ast.Name)]
            family += [base for base in bases if base is not None and base not in family]
        return family

    def method(self, function, kind):
        receiver = receiver_of(function)
        if receiver is None:
            return
        family = self.family_of(kind)
        local = bound_as_local(function)
        data = set().union(*map(data_of, family)) - local
        methods = {method.name for member in family for method in methods_of(member)} - local - names_bound(function.body)
        rewriter = OfObject(receiver, data, methods)
        function.body = [rewriter.visit(statement) for statement in function.body]


@Helper
def become(box, value):
    """Turns the object itself into a copy of the value, where both are objects of the program with attributes."""
    if value is box or not all(is_plain(type(thing)) and hasattr(thing, "__dict__") for thing in (box, value)):
        return value
    attributes = dict(vars(value))
    vars(box).clear()
    vars(box).update(attributes)
    if type(box) is not type(value):
        box.__class__ = type(value)
    return box


@misconception(
    "self-assignable",
    topics=("PCAP-4",),
    prevalence=0.15,
    belief="self = other in a method replaces the object for its owner as well",
    correction="self is a local name: assigning to it changes nothing outside of the method.",
    snippet=(
        "class A:\n    def __init__(self, v): self.v = v\n    def f(self): self = A(9)\n"
        "a = A(1)\na.f()\nprint(a.v)"
    ),
)
@rewrite
class ReplaceObject(MethodRewriter):
    def method(self, function, kind):
        for node in within_scope(function.body):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)]) if name == receiver_of(function):
                    node.value = become.node(load(name), node.value)
