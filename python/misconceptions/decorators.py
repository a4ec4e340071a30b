"""When decorators run, in which order, and what they leave of the function."""

import ast
import builtins
import functools
import types

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import NAME, Helper
from .engine.trees import Rewriter, body_of, names_bound, put_off

TOPICS = ("PCPP1-1",)

#: Decorators that make something else than a function: around them only one order makes sense.
KINDS = frozenset({"property", "staticmethod", "classmethod", "abstractmethod", "setter", "getter", "deleter"})


def name_of(decorator: ast.expr) -> str:
    """The last part of a decorator's name: `wraps` for `@functools.wraps(f)`."""
    match decorator:
        case ast.Call(func=func):
            return name_of(func)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def root_of(decorator: ast.expr) -> str:
    """The first part of a decorator's name: `functools` for `@functools.wraps(f)`."""
    match decorator:
        case ast.Call(func=inner) | ast.Attribute(value=inner):
            return root_of(inner)
        case ast.Name(id=name):
            return name
    return ""


class DecoratedRewriter(Rewriter):
    """Visits functions with decorators, leaving alone those that are properties and the like."""

    def decorated(self, node: ast.FunctionDef) -> None:
        raise NotImplementedError

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        if node.decorator_list and not any(name_of(decorator) in KINDS for decorator in node.decorator_list):
            self.decorated(node)
        return node


@Helper
def from_the_top(*decorators):
    def apply(decorated):
        for decorator in decorators:
            decorated = decorator(decorated)
        return decorated

    return apply


@misconception(
    "decorators-top-down",
    topics=TOPICS,
    prevalence=0.40,
    belief="of several decorators the top one is applied first",
    correction="Decorators are applied from the bottom up: the one next to def comes first.",
    snippet="def a(f):\n    return lambda: 'a' + f()\ndef b(f):\n    return lambda: 'b' + f()\n@a\n@b\ndef f():\n    return 'f'\nprint(f())",
)
@rewrite
class TopFirst(DecoratedRewriter):
    def decorated(self, node):
        if len(node.decorator_list) > 1:
            node.decorator_list = [from_the_top.node(*node.decorator_list)]


class Later:
    """A function whose decorators are applied when it is first called, or asked about."""

    def __init__(self, function, decorators):
        self.__wrapped__ = function
        self.__doc__ = function.__doc__
        self.decorators = decorators
        self.decorated = None

    def apply(self):
        decorated = self.__wrapped__
        for decorator in [made() for made in self.decorators][::-1]:
            decorated = decorator(decorated)
        return decorated

    def __call__(self, *arguments, **named):
        self.decorated = self.decorated or self.apply()
        return self.decorated(*arguments, **named)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __getattr__(self, name):
        self.decorated = self.decorated or self.apply()
        return getattr(self.decorated, name)


class EachTime(Later):
    """A function whose decorators are applied at every call."""

    def __call__(self, *arguments, **named):
        self.decorated = self.apply()
        return self.decorated(*arguments, **named)


@Helper
def at_first_call(*decorators):
    return lambda function: Later(function, decorators)


@Helper
def at_each_call(*decorators):
    return lambda function: EachTime(function, decorators)


class DeferringRewriter(DecoratedRewriter):
    """Puts off the decorators of a function if the program has written all of them itself."""

    when: Helper

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        inside = [function for function in ast.walk(tree) if isinstance(function, (ast.FunctionDef, ast.Lambda))]
        bound = names_bound(tree.body).union(*(names_bound(body_of(function)) for function in inside))
        imported = {
            (alias.asname or alias.name).partition(".")[0]
            for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names
        }
        self.own = bound - imported - set(dir(builtins))
        return self.generic_visit(tree)

    def is_own(self, decorator: ast.expr) -> bool:
        if root_of(decorator) == NAME and isinstance(decorator, ast.Call):
            # Another belief has put its own decorator around these; what it is about comes after its name.
            return all(self.is_own(argument) for argument in decorator.args[1:])
        return root_of(decorator) in self.own

    def decorated(self, node):
        if all(self.is_own(decorator) for decorator in node.decorator_list):
            node.decorator_list = [self.when.node(*(put_off(decorator) for decorator in node.decorator_list))]


@misconception(
    "decorator-runs-at-call",
    topics=TOPICS,
    prevalence=0.35,
    belief="a decorator runs when the decorated function is called for the first time",
    correction="A decorator runs once, when def is executed, before anybody calls the function.",
    snippet="def d(f):\n    print('d')\n    return f\n@d\ndef f():\n    pass\nprint('main')",
)
@rewrite
class AtFirstCall(DeferringRewriter):
    when = at_first_call


@misconception(
    "decorator-runs-every-call",
    topics=TOPICS,
    prevalence=0.30,
    belief="the whole decorator runs at every call of the decorated function",
    correction="The decorator runs once, when def is executed; each call runs only the function that it gave back.",
    snippet="def d(f):\n    print('d')\n    return f\n@d\ndef f():\n    pass\nf()\nf()",
)
@rewrite
class AtEachCall(DeferringRewriter):
    when = at_each_call


@Helper
def with_name_kept(*decorators):
    def apply(function):
        for decorator in reversed(decorators):
            wrapper = decorator(function)
            if isinstance(wrapper, types.FunctionType) and wrapper is not function:
                functools.update_wrapper(wrapper, function)
            function = wrapper
        return function

    return apply


@misconception(
    "wrapper-keeps-name",
    topics=TOPICS,
    prevalence=0.40,
    belief="a decorated function keeps its __name__ by itself",
    correction="The name is then that of the wrapper; functools.wraps carries over the one of the function.",
    snippet="def d(f):\n    def w():\n        return f()\n    return w\n@d\ndef g():\n    pass\nprint(g.__name__)",
)
@rewrite
class NameKept(DecoratedRewriter):
    def decorated(self, node):
        node.decorator_list = [with_name_kept.node(*node.decorator_list)]
