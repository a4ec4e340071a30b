"""Values as short texts, told without running a line of the program.

A value may be of a class that the program has made, and whatever such a class says of itself (`__repr__`,
`__len__`, `__class__`, a property…) is the program's own code: it could print, fail or never end. So nothing
is asked of a value but its type, and everything else is read by the functions of the built-in types.
"""

import collections
import enum
import itertools
import types

MOST_CHARACTERS = 160
#: Of one text or one number inside a value.
MOST_LETTERS = 80
MOST_BITS = 256
#: Parts of a value, those of its parts included.
MOST_PARTS = 60
MOST_DEPTH = 4
#: Stands for what is left out; a text without it is the whole value.
ELLIPSIS = "…"

order_of = type.__dict__["__mro__"].__get__
names_of_type = type.__dict__["__dict__"].__get__
flags_of = type.__dict__["__flags__"].__get__
module_of = type.__dict__["__module__"].__get__
arguments_of = BaseException.__dict__["args"].__get__
names_of_module = types.ModuleType.__dict__["__dict__"].__get__

#: Marks types that were made while the interpreter ran, such as by `class`, and those that no program can change.
HEAP_TYPE = 1 << 9
IMMUTABLE_TYPE = 1 << 8
#: Modules of the library whose types are written in C and hold no other values.
PLAIN_MODULES = frozenset({"datetime", "decimal"})
#: Types whose texts are made by the interpreter alone.
PLAIN = frozenset({type(None), bool, complex, range, type(...), type(NotImplemented)})
NAMED = {
    types.FunctionType: "function", types.BuiltinFunctionType: "built-in function",
    types.GeneratorType: "generator", types.CoroutineType: "coroutine",
}


def describe(value: object) -> str:
    """The value as Python shows it where that needs no code of the program, at most MOST_CHARACTERS long."""
    text = Description().of(value, 0)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + ELLIPSIS


class Description:
    def __init__(self) -> None:
        self.parts_left = MOST_PARTS

    def of(self, value: object, depth: int) -> str:
        kind = type(value)
        if kind in PLAIN or is_plain(kind):
            return repr(value)
        order = order_of(kind)
        if type in order:
            return f"<class {name_of_type(value)}>"
        if enum.Enum in order:
            return self.member(value, kind)
        for base in order:
            if base in KNOWN:
                return named(kind, base, KNOWN[base](self, value, depth))
        if BaseException in order:
            return f"{name_of_type(kind)}({self.joined(arguments_of(value), depth)})"
        if kind is types.MethodType:
            return f"<method {own_name(value.__func__)}>"
        if kind is types.ModuleType:
            return f"<module {plain(names_of_module(value).get('__name__'))}>"
        if kind in NAMED:
            return f"<{NAMED[kind]} {own_name(value)}>"
        return self.instance(value, kind, depth) if plain(module_of(kind)) == "__main__" else f"<{name_of_type(kind)}>"

    def number(self, value: int, depth: int) -> str:
        bits = int.bit_length(value)
        return int.__repr__(value) if bits <= MOST_BITS else f"<int of {bits} bits{ELLIPSIS}>"

    def fraction(self, value: float, depth: int) -> str:
        return float.__repr__(value)

    def text(self, value: str, depth: int) -> str:
        start = str.__getitem__(value, slice(MOST_LETTERS))
        return str.__repr__(start) if str.__len__(value) <= MOST_LETTERS else f"{str.__repr__(start)}{ELLIPSIS}"

    def octets(self, value: bytes | bytearray, depth: int) -> str:
        start = bytes(memoryview(value)[:MOST_LETTERS])
        return repr(start) if len(memoryview(value)) <= MOST_LETTERS else f"{start!r}{ELLIPSIS}"

    def byte_array(self, value: bytearray, depth: int) -> str:
        return f"bytearray({self.octets(value, depth)})"

    def list(self, value: list, depth: int) -> str:
        return f"[{self.joined(list.__iter__(value), depth)}]"

    def tuple(self, value: tuple, depth: int) -> str:
        return f"({self.joined(tuple.__iter__(value), depth)}{',' if tuple.__len__(value) == 1 else ''})"

    def deque(self, value: collections.deque, depth: int) -> str:
        return f"deque([{self.joined(collections.deque.__iter__(value), depth)}])"

    def set(self, value: set, depth: int) -> str:
        return f"{{{self.in_order(set.__iter__(value), depth)}}}" if set.__len__(value) else "set()"

    def frozen_set(self, value: frozenset, depth: int) -> str:
        inside = self.in_order(frozenset.__iter__(value), depth)
        return f"frozenset({{{inside}}})" if inside else "frozenset()"

    def dict(self, value: dict, depth: int) -> str:
        pairs = (f"{self.part(key, depth)}: {self.part(item, depth)}" for key, item in dict.items(value))
        return f"{{{', '.join(itertools.islice(pairs, self.room()))}}}"

    def joined(self, items, depth: int) -> str:
        return ", ".join(self.part(item, depth) for item in itertools.islice(items, self.room()))

    def in_order(self, items, depth: int) -> str:
        """The items of a set, which has no order of its own that would be the same in every run."""
        found = list(itertools.islice(items, MOST_PARTS + 1))
        if len(found) > MOST_PARTS:
            return ELLIPSIS
        if all(type(item) in (int, float, bool) for item in found):
            return self.joined(sorted(found), depth)
        return ", ".join(sorted(self.part(item, depth) for item in found))

    def room(self) -> int:
        """How many parts may follow: one more than are left, so that what is cut shows as cut."""
        return max(self.parts_left, 0) + 1

    def part(self, value: object, depth: int) -> str:
        self.parts_left -= 1
        return ELLIPSIS if self.parts_left < 0 or depth >= MOST_DEPTH else self.of(value, depth + 1)

    def member(self, value: object, kind: type) -> str:
        name = dict.get(attributes_of(value) or {}, "_name_")
        return f"{name_of_type(kind)}.{plain(name)}"

    def instance(self, value: object, kind: type, depth: int) -> str:
        pairs = [*slots_of(value), *dict.items(attributes_of(value) or {})]
        shown = (f"{name}={self.part(item, depth)}" for name, item in pairs if type(name) is str)
        inside = ", ".join(itertools.islice(shown, self.room()))
        return f"<{name_of_type(kind)} {inside}>" if inside else f"<{name_of_type(kind)}>"


KNOWN = {
    int: Description.number, float: Description.fraction, str: Description.text,
    bytes: Description.octets, bytearray: Description.byte_array,
    list: Description.list, tuple: Description.tuple, collections.deque: Description.deque,
    set: Description.set, frozenset: Description.frozen_set, dict: Description.dict,
}


def attributes_of(value: object) -> dict | None:
    """The instance's own dictionary; None if it has none, or if its class hides it."""
    for kind in order_of(type(value)):
        holder = names_of_type(kind).get("__dict__")
        if holder is not None:
            return holder.__get__(value) if type(holder) is types.GetSetDescriptorType else None
    return None


def slots_of(value: object) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for kind in reversed(order_of(type(value))):
        for name, holder in names_of_type(kind).items():
            # Those of the interpreter's own types tell about the interpreter.
            if type(holder) is types.MemberDescriptorType and flags_of(kind) & HEAP_TYPE:
                try:
                    found.append((name, holder.__get__(value)))
                except AttributeError:
                    # A slot that nothing was put into yet.
                    continue
    return found


def named(kind: type, base: type, text: str) -> str:
    """A value of a type that is made from a built-in one, as its class would be called with it."""
    if kind is base:
        return text
    return f"{name_of_type(kind)}{text}" if base is tuple else f"{name_of_type(kind)}({text})"


def is_plain(kind: type) -> bool:
    flags = flags_of(kind)
    return module_of(kind) in PLAIN_MODULES and bool(flags & IMMUTABLE_TYPE or not flags & HEAP_TYPE)


def name_of_type(kind: type) -> str:
    return plain(type.__dict__["__name__"].__get__(kind))


def own_name(value: object) -> str:
    return plain(value.__name__) if type(value) in NAMED else "?"


def plain(name: object) -> str:
    """A name that may be put into a text: one of a class of the program would be asked for its text."""
    return name if type(name) is str else "?"
