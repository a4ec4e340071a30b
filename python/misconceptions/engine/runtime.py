"""What a program under misconceptions calls instead of Python's own operations."""

import ast
import builtins
import functools
import operator
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .effects import UNTOUCHED, StandIn

#: The name by which a rewritten program reaches its runtime. Ends in underscores, so no class mangles it.
NAME = "__belief__"

BINARY = {
    "Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "MatMult": operator.matmul,
    "Div": operator.truediv, "FloorDiv": operator.floordiv, "Mod": operator.mod, "Pow": operator.pow,
    "LShift": operator.lshift, "RShift": operator.rshift,
    "BitAnd": operator.and_, "BitOr": operator.or_, "BitXor": operator.xor,
}
IN_PLACE = {
    "Add": operator.iadd, "Sub": operator.isub, "Mult": operator.imul, "MatMult": operator.imatmul,
    "Div": operator.itruediv, "FloorDiv": operator.ifloordiv, "Mod": operator.imod, "Pow": operator.ipow,
    "LShift": operator.ilshift, "RShift": operator.irshift,
    "BitAnd": operator.iand, "BitOr": operator.ior, "BitXor": operator.ixor,
}
UNARY = {"USub": operator.neg, "UAdd": operator.pos, "Invert": operator.invert}
COMPARE = {
    "Eq": operator.eq, "NotEq": operator.ne, "Lt": operator.lt, "LtE": operator.le, "Gt": operator.gt, "GtE": operator.ge,
    "Is": operator.is_, "IsNot": operator.is_not,
    "In": lambda left, right: left in right, "NotIn": lambda left, right: left not in right,
}

helpers: dict[str, Callable[..., Any]] = {}


class Helper:
    """A function that rewritten programs call; `node` makes the tree of such a call."""

    def __init__(self, function: Callable[..., Any]):
        self.function = function
        helpers[function.__name__] = function

    def __call__(self, *arguments: Any) -> Any:
        return self.function(*arguments)

    def node(self, *arguments: ast.expr) -> ast.Call:
        return runtime_call("help", ast.Constant(self.function.__name__), *arguments)


def runtime_attribute(name: str) -> ast.Attribute:
    """The tree of one of the runtime's own methods."""
    return ast.Attribute(ast.Name(NAME, ast.Load()), name, ast.Load())


def runtime_call(name: str, *arguments: ast.expr) -> ast.Call:
    """The tree of a call of one of the runtime's own methods."""
    return ast.Call(runtime_attribute(name), list(arguments), [])


@dataclass
class Printing:
    """One call of `print` on its way to the screen; stand-ins change it."""

    values: list[Any]
    sep: str
    end: str
    #: What the call gives back.
    result: Any = None
    #: False: nothing is printed at all.
    shown: bool = True


class Runtime:
    """The operations of one program, with the stand-ins of its misconceptions before them."""

    def __init__(self, stand_ins: Iterable[tuple[str, StandIn]], applied: list[str]):
        self.chains: dict[tuple[str, str], list[tuple[str, StandIn]]] = {}
        self.applied = applied
        for id, stand_in in stand_ins:
            for name in stand_in.names or ("",):
                self.chains.setdefault((stand_in.kind, name), []).append((id, stand_in))

    def ask(self, kind: str, name: str, real: Callable[..., Any], owner: type | str | None = None) -> Callable[..., Any]:
        """The operation `real` behind all the stand-ins for it; the last misconception is asked first."""
        for id, stand_in in self.chains.get((kind, name), ()):
            if stand_in.owner == owner:
                real = self.before(id, stand_in, real, is_opposite=name == stand_in.opposite)
        return real

    def before(self, id: str, stand_in: StandIn, real: Callable[..., Any], is_opposite: bool) -> Callable[..., Any]:
        def positive(*arguments: Any) -> Any:
            return not real(*arguments)

        asked = positive if is_opposite else real

        def operation(*arguments: Any, **named: Any) -> Any:
            try:
                if stand_in.kind in ("call", "library"):
                    answer = stand_in.answer(asked, *arguments, **named)
                elif stand_in.kind == "method":
                    answer = stand_in.answer(arguments[0], asked, *arguments[1:], **named)
                else:
                    answer = stand_in.answer(*arguments, asked)
            except BaseException:
                self.mark(id)
                raise
            if answer is UNTOUCHED:
                return real(*arguments, **named)
            self.mark(id)
            return not answer if is_opposite else answer

        return operation

    def mark(self, id: str) -> None:
        if id not in self.applied:
            self.applied.append(id)

    def help(self, name: str, *arguments: Any) -> Any:
        return helpers[name](*arguments)

    def binary(self, name: str, left: Any, right: Any) -> Any:
        return self.ask("binary", name, BINARY[name])(left, right)

    def in_place(self, name: str, left: Any, right: Any) -> Any:
        return self.ask("binary", name, IN_PLACE[name])(left, right)

    def unary(self, name: str, operand: Any) -> Any:
        return self.ask("unary", name, UNARY[name])(operand)

    def compare(self, name: str, left: Any, right: Any) -> Any:
        return self.ask("compare", name, COMPARE[name])(left, right)

    def truth(self, value: Any) -> bool:
        return self.ask("truth", "", bool)(value)

    def iterate(self, place: str, iterable: Any) -> Any:
        return self.ask("iteration", place, lambda through: through)(iterable)

    #: The default of a parameter that its caller has left out.
    missing = object()

    def slice(self, *parts: Any) -> slice:
        return builtins.slice(*parts)

    def view(self, box: Any) -> "View":
        return View(self, box)

    def attributes(self, box: Any) -> "AttributeView":
        return AttributeView(self, box)

    def made(self, kind: Any) -> Any:
        """A class that the program has made, as the misconceptions would have it."""
        if isinstance(kind, type):
            for id, stand_in in self.chains["class", ""]:
                stand_in.answer(kind, functools.partial(self.mark, id))
        return kind

    def converted(self, name: str, value: Any) -> str:
        """A value as text, by the built-in function of this name."""
        return self.ask("call", name, getattr(builtins, name))(value)

    def formatted(self, value: Any) -> Any:
        """A value in an f-string: as text if that is what its type makes of it there."""
        return self.converted("str", value) if type(value).__format__ is object.__format__ else value

    def method(self, receiver: Any, name: str) -> Any:
        """The method of this name, with its stand-ins if it is the built-in one."""
        bound = self.ask("attribute", "get", getattr)(receiver, name)
        for _, stand_in in self.chains["method", name]:
            owner = from_library(stand_in.owner) if isinstance(stand_in.owner, str) else stand_in.owner
            if owner is None or not isinstance(receiver, owner):
                continue
            if getattr(type(receiver), name, None) is getattr(owner, name):
                asked = self.ask("method", name, getattr(owner, name), stand_in.owner)
                return lambda *arguments, **named: asked(receiver, *arguments, **named)
        return bound

    def callable(self, name: str, called: Any) -> Any:
        """What a name means where it is called: the stand-ins if it still means the built-in of that name."""
        if called is not getattr(builtins, name):
            return called
        if name == "print":
            return self.print
        if name == "bool" and ("truth", "") in self.chains:
            return lambda *arguments: self.truth(*arguments) if len(arguments) == 1 else bool(*arguments)
        return self.ask("call", name, called)

    def library(self, called: Any) -> Any:
        """A function as it is called: with its stand-ins if it is one of the library's."""
        for kind, name in self.chains:
            if kind == "library" and called is not None and from_library(name) is called:
                # A function of the program stays one, even if the program has put it into a module.
                is_program = getattr(called, "__module__", None) == "__main__"
                return called if is_program else self.ask(kind, name, called)
        return called

    def print(self, *values: Any, sep: str | None = " ", end: str | None = "\n", file: Any = None, flush: bool = False) -> Any:
        printing = Printing(list(values), " " if sep is None else sep, "\n" if end is None else end)
        for id, stand_in in self.chains.get(("printing", "print"), ()):
            if stand_in.answer(printing) is not UNTOUCHED:
                self.mark(id)
        if printing.shown:
            print(*printing.values, sep=printing.sep, end=printing.end, file=file, flush=flush)
        return printing.result


def from_library(name: str) -> Any:
    """What a full name such as "math.floor" means, or None as long as nobody has imported the module."""
    module, _, own = name.rpartition(".")
    return getattr(sys.modules.get(module), own, None)


class View:
    """Stands before a box while it is subscribed, so that reading, writing and deleting are asked about."""

    __slots__ = ("runtime", "box")

    def __init__(self, runtime: Runtime, box: Any):
        self.runtime = runtime
        self.box = box

    def __getitem__(self, key: Any) -> Any:
        return self.runtime.ask("subscript", "get", operator.getitem)(self.box, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        def assign(box: Any, key: Any) -> None:
            box[key] = value

        self.runtime.ask("subscript", "set", assign)(self.box, key)

    def __delitem__(self, key: Any) -> None:
        self.runtime.ask("subscript", "delete", operator.delitem)(self.box, key)


class AttributeView:
    """Stands before an object while one of its attributes is used, so that this is asked about."""

    __slots__ = ("__runtime__", "__box__")

    def __init__(self, runtime: Runtime, box: Any):
        object.__setattr__(self, "__runtime__", runtime)
        object.__setattr__(self, "__box__", box)

    def __getattribute__(self, name: str) -> Any:
        return asked_attribute(self, "get", name, getattr)

    def __setattr__(self, name: str, value: Any) -> None:
        asked_attribute(self, "set", name, lambda box, name: setattr(box, name, value))

    def __delattr__(self, name: str) -> None:
        asked_attribute(self, "delete", name, delattr)


def asked_attribute(view: AttributeView, action: str, name: str, real: Callable[[Any, str], Any]) -> Any:
    runtime: Runtime = object.__getattribute__(view, "__runtime__")
    return runtime.ask("attribute", action, real)(object.__getattribute__(view, "__box__"), name)
