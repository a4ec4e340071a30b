"""A set that behaves as some learners expect sets to behave."""

from collections.abc import Iterable, Iterator
from typing import Any


class KeepingSet(set):
    """A set that keeps every element it was given, in order, equal ones as well."""

    def __init__(self, elements: Iterable[Any] = ()):
        self.kept = list(elements)
        super().__init__(self.kept)

    def become(self, elements: list[Any]) -> "KeepingSet":
        self.kept[:] = elements
        set.clear(self)
        set.update(self, elements)
        return self

    def __len__(self) -> int:
        return len(self.kept)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.kept)

    def __repr__(self) -> str:
        return "{" + ", ".join(map(repr, self.kept)) + "}" if self.kept else "set()"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KeepingSet):
            return super().__eq__(other)
        return super().__eq__(other) and all(self.kept.count(element) == other.kept.count(element) for element in self)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def copy(self) -> "KeepingSet":
        return KeepingSet(self.kept)

    def clear(self) -> None:
        self.become([])

    def add(self, element: Any) -> None:
        set.add(self, element)
        self.kept.append(element)

    def discard(self, element: Any) -> None:
        if element in self:
            self.kept.remove(element)
            self.become(list(self.kept))

    def remove(self, element: Any) -> None:
        if element not in self:
            raise KeyError(element)
        self.discard(element)

    def pop(self) -> Any:
        if not self.kept:
            raise KeyError("pop from an empty set")
        element = self.kept[0]
        self.discard(element)
        return element

    def union(self, *others: Iterable[Any]) -> "KeepingSet":
        return KeepingSet([*self.kept, *(element for other in others for element in other)])

    def intersection(self, *others: Iterable[Any]) -> "KeepingSet":
        boxes = [list(other) for other in others]
        return KeepingSet([element for element in self.kept if all(element in box for box in boxes)])

    def difference(self, *others: Iterable[Any]) -> "KeepingSet":
        boxes = [list(other) for other in others]
        return KeepingSet([element for element in self.kept if all(element not in box for box in boxes)])

    def symmetric_difference(self, other: Iterable[Any]) -> "KeepingSet":
        elements = list(other)
        return KeepingSet([*self.difference(elements), *KeepingSet(elements).difference(self)])

    def update(self, *others: Iterable[Any]) -> None:
        self.become(list(self.union(*others)))

    def intersection_update(self, *others: Iterable[Any]) -> None:
        self.become(list(self.intersection(*others)))

    def difference_update(self, *others: Iterable[Any]) -> None:
        self.become(list(self.difference(*others)))

    def symmetric_difference_update(self, other: Iterable[Any]) -> None:
        self.become(list(self.symmetric_difference(other)))


def add_operators(sign: str, name: str) -> None:
    """`|` for union and so on: for two sets, as their own class has it."""

    def operator(self: KeepingSet, other: object) -> Any:
        return getattr(self, name)(other) if isinstance(other, (set, frozenset)) else NotImplemented

    def reflected(self: KeepingSet, other: object) -> Any:
        return getattr(KeepingSet(other), name)(self) if isinstance(other, (set, frozenset)) else NotImplemented

    def in_place(self: KeepingSet, other: object) -> Any:
        if not isinstance(other, (set, frozenset)):
            return NotImplemented
        return self.become(list(getattr(self, name)(other)))

    setattr(KeepingSet, f"__{sign}__", operator)
    setattr(KeepingSet, f"__r{sign}__", reflected)
    setattr(KeepingSet, f"__i{sign}__", in_place)


for sign, name in (("or", "union"), ("and", "intersection"), ("sub", "difference"), ("xor", "symmetric_difference")):
    add_operators(sign, name)
# Whoever prints the type of such a set is to see what they would see in Python.
KeepingSet.__name__, KeepingSet.__qualname__, KeepingSet.__module__ = "set", "set", "builtins"
