"""A dictionary that behaves as some learners expect dictionaries to behave."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, MutableMapping, ValuesView
from typing import Any


def typed(key: Any) -> tuple[type, Any]:
    """The key together with its type, so that 1, 1.0 and True differ."""
    return type(key), key


class TypedKeys(MutableMapping, dict):
    """A dictionary in which keys of different types are different keys."""

    def __init__(self, *pairs: Any, **named: Any):
        dict.__init__(self)
        self.entries: dict[tuple[type, Any], tuple[Any, Any]] = {}
        self.update(*pairs, **named)

    def __getitem__(self, key: Any) -> Any:
        if typed(key) not in self.entries:
            raise KeyError(key)
        return self.entries[typed(key)][1]

    def __setitem__(self, key: Any, value: Any) -> None:
        self.entries[typed(key)] = (key, value)
        # For what looks into a dictionary from below, such as json.
        dict.__setitem__(self, key, value)

    def __delitem__(self, key: Any) -> None:
        if typed(key) not in self.entries:
            raise KeyError(key)
        del self.entries[typed(key)]
        dict.clear(self)
        for kept, value in self.entries.values():
            dict.__setitem__(self, kept, value)

    def __contains__(self, key: object) -> bool:
        return typed(key) in self.entries

    def __iter__(self) -> Iterator[Any]:
        return (key for key, _ in self.entries.values())

    def __reversed__(self) -> Iterator[Any]:
        return reversed([key for key, _ in self.entries.values()])

    def __len__(self) -> int:
        return len(self.entries)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, TypedKeys):
            return {key: value for key, (_, value) in self.entries.items()} == {
                key: value for key, (_, value) in other.entries.items()
            }
        return dict.__eq__(self, other)

    def __repr__(self) -> str:
        return "{" + ", ".join(f"{key!r}: {value!r}" for key, value in self.items()) + "}"

    def __or__(self, other: Any) -> Any:
        return TypedKeys([*self.items(), *other.items()]) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other: Any) -> "TypedKeys":
        self.update(other)
        return self

    def keys(self) -> KeysView:
        return Keys(self)

    def values(self) -> ValuesView:
        return Values(self)

    def items(self) -> ItemsView:
        return Items(self)

    def popitem(self) -> tuple[Any, Any]:
        if not self.entries:
            raise KeyError("popitem(): dictionary is empty")
        key = next(reversed(self))
        return key, self.pop(key)

    def copy(self) -> "TypedKeys":
        return TypedKeys(self.items())

    @classmethod
    def fromkeys(cls, keys: Iterable[Any], value: Any = None) -> "TypedKeys":
        return cls((key, value) for key in keys)


def shown_as(name: str) -> Any:
    return lambda self: f"{name}({list(self)!r})"


class Keys(KeysView):
    __repr__ = shown_as("dict_keys")


class Values(ValuesView):
    __repr__ = shown_as("dict_values")


class Items(ItemsView):
    __repr__ = shown_as("dict_items")


# Whoever prints the type of such a dictionary is to see what they would see in Python.
TypedKeys.__name__, TypedKeys.__qualname__, TypedKeys.__module__ = "dict", "dict", "builtins"
