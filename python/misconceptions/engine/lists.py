"""Lists that behave as some learners expect lists to behave."""

from collections.abc import Callable
from typing import Any

CHANGERS = (
    "append", "extend", "insert", "remove", "pop", "sort", "reverse", "clear",
    "__setitem__", "__delitem__", "__iadd__", "__imul__",
)
READERS = ("__getitem__", "__iter__", "__len__", "__repr__", "__contains__", "__eq__", "__ne__", "__add__", "index", "count", "copy")


class FrozenList(list):
    """A list that cannot change."""


def refusing(name: str) -> Callable[..., Any]:
    def refuse(self: FrozenList, *arguments: Any, **named: Any) -> Any:
        raise TypeError("'tuple' object does not support item assignment")

    refuse.__name__ = name
    return refuse


class Window(list):
    """A part of another list: changes show in both, as long as the part is still where it was."""

    def __init__(self, base: list, start: int, length: int):
        super().__init__(base[start : start + length])
        self.base: list | None = base
        self.start = start

    def refresh(self) -> None:
        if self.base is not None:
            size = list.__len__(self)
            list.__setitem__(self, slice(None), self.base[self.start : self.start + size])

    def write_back(self, size: int) -> None:
        """Puts the part back. If it has another size by now, that only fits at the end of the other list."""
        if self.base is None:
            return
        end = self.start + size
        if list.__len__(self) != size and end != len(self.base):
            self.base = None
        else:
            self.base[self.start : end] = list.copy(self)


def reading(name: str) -> Callable[..., Any]:
    def read(self: Window, *arguments: Any) -> Any:
        self.refresh()
        return getattr(list, name)(self, *arguments)

    read.__name__ = name
    return read


def changing(name: str) -> Callable[..., Any]:
    def change(self: Window, *arguments: Any, **named: Any) -> Any:
        self.refresh()
        size = list.__len__(self)
        result = getattr(list, name)(self, *arguments, **named)
        self.write_back(size)
        return result

    change.__name__ = name
    return change


for changer in CHANGERS:
    setattr(FrozenList, changer, refusing(changer))
    setattr(Window, changer, changing(changer))
for reader in READERS:
    setattr(Window, reader, reading(reader))
for kind in (FrozenList, Window):
    kind.__hash__ = None
    # Whoever prints the type of such a list is to see what they would see in Python.
    kind.__name__, kind.__qualname__, kind.__module__ = "list", "list", "builtins"
