"""What a misconception can change: an operation while the program runs, or the program itself beforehand.

An operation has a stand-in: a function that is asked first. It returns its own result, or UNTOUCHED when
the belief does not speak of these values; `real` is the operation as the misconceptions before it left it.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


class Untouched:
    """The answer of a stand-in that has nothing to say."""

    def __repr__(self) -> str:
        return "UNTOUCHED"


UNTOUCHED = Untouched()


@dataclass(frozen=True)
class StandIn:
    """Asked for operations of a kind; `names` says which of them, such as operators or methods."""

    kind: str
    names: tuple[str, ...]
    answer: Callable[..., Any]
    #: For methods: the type that they belong to; one of the library by its full name.
    owner: type | str | None = None
    #: For comparisons: the operator for which the opposite of the answer holds, as `!=` for `==`.
    opposite: str | None = None

    @property
    def module(self) -> str:
        return self.answer.__module__


@dataclass(frozen=True)
class Rewriting:
    """Changes the tree of a program before it runs."""

    change: Callable[[ast.Module], ast.Module]
    module: str


@dataclass(frozen=True)
class Regrouping:
    """Changes how operators without parentheses are grouped; see grammar.py."""

    change: Callable[[Any], Any]
    module: str


Effect = StandIn | Rewriting | Regrouping
Decorator = Callable[[Callable[..., Any]], StandIn]


def stand_in(kind: str, names: tuple[str, ...], owner: type | str | None = None) -> Decorator:
    return lambda answer: StandIn(kind, names, answer, owner)


def names_of(operators: tuple[type[ast.AST], ...]) -> tuple[str, ...]:
    return tuple(operator.__name__ for operator in operators)


def binary(*operators: type[ast.operator]) -> Decorator:
    """For `left op right` and `left op= right`: answer(left, right, real)."""
    return stand_in("binary", names_of(operators))


def unary(*operators: type[ast.unaryop]) -> Decorator:
    """For `-x`, `+x`, `~x`: answer(operand, real). `not x` is a question of truth."""
    return stand_in("unary", names_of(operators))


def compare(*operators: type[ast.cmpop]) -> Decorator:
    """For each link of a comparison: answer(left, right, real)."""
    return stand_in("compare", names_of(operators))


def equality(answer: Callable[..., Any]) -> StandIn:
    """For `==` and `!=`, as one question: answer(left, right, real) tells whether the two are equal."""
    return StandIn("compare", ("Eq", "NotEq"), answer, opposite="NotEq")


def membership(answer: Callable[..., Any]) -> StandIn:
    """For `in` and `not in`, as one question: answer(item, box, real) tells whether the box has the item."""
    return StandIn("compare", ("In", "NotIn"), answer, opposite="NotIn")


def identity(answer: Callable[..., Any]) -> StandIn:
    """For `is` and `is not`, as one question: answer(left, right, real) tells whether they are the same."""
    return StandIn("compare", ("Is", "IsNot"), answer, opposite="IsNot")


def truth(answer: Callable[..., Any]) -> StandIn:
    """For whether a value counts as true, in `if`, `while`, `and`, `or`, `not`, `bool()`…: answer(value, real)."""
    return StandIn("truth", (), answer)


def subscript(*actions: Literal["get", "set", "delete"]) -> Decorator:
    """For `box[key]`, by what is done with it: answer(box, key, real), where real(box, key) does it."""
    return stand_in("subscript", actions)


def attribute(*actions: Literal["get", "set", "delete"]) -> Decorator:
    """For `box.name`, by what is done with it: answer(box, name, real), where real(box, name) does it."""
    return stand_in("attribute", actions)


def made_class(answer: Callable[..., Any]) -> StandIn:
    """For each class that the program makes: answer(kind, mark) changes it, and calls mark() when the change tells."""
    return StandIn("class", (), answer)


def method(owner: type | str, *names: str) -> Decorator:
    """For calls of methods that a type has and a subclass has not replaced: answer(self, real, *args, **named).

    A type of the library is given by its full name, such as "configparser.ConfigParser".
    """
    return stand_in("method", names, owner)


def call(name: str) -> Decorator:
    """For calls of a built-in function or type by its name: answer(real, *args, **named)."""
    return stand_in("call", (name,))


def library(*names: str) -> Decorator:
    """For calls of functions and types of the library, such as "math.floor", by whatever name: answer(real, *args, **named)."""
    return stand_in("library", names)


def printing(answer: Callable[..., Any]) -> StandIn:
    """For `print(…)`: answer(printing) changes what is going to be printed; see runtime.Printing."""
    return StandIn("printing", ("print",), answer)


def iteration(*places: Literal["for", "comprehension"]) -> Decorator:
    """For what a loop goes through: answer(iterable, real), which returns another iterable."""
    return stand_in("iteration", places)


def rewrite(change: type[ast.NodeTransformer] | Callable[[ast.Module], ast.Module]) -> Rewriting:
    """For the program itself: a NodeTransformer (see trees.Rewriter), or a function from tree to tree."""
    if isinstance(change, type):
        return Rewriting(lambda tree: change().visit(tree), change.__module__)
    return Rewriting(change, change.__module__)


def regroup(change: Callable[[Any], Any]) -> Regrouping:
    """For precedence: a function from the grammar of operators to another one."""
    return Regrouping(change, change.__module__)
