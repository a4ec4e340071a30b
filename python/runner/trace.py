"""What a program does, step by step, as it runs."""

import opcode
import sys
from types import CodeType, FrameType
from typing import Any

from .trace_lines import block_ends, own_names, statement_starts
from .trace_values import describe

#: Calls within calls that are followed: what a person reads does not go deeper, and a traced call needs more room.
MOST_DEPTH = 60
#: Characters of all values together.
MOST_TEXT = 400_000
MOST_VARIABLES = 40

#: The instructions after which a call is over or rests; 3.13 has gone on to RESUME when a generator rests.
LEAVING = frozenset(opcode.opmap[name] for name in ("RETURN_VALUE", "RETURN_CONST") if name in opcode.opmap)
RESTING = frozenset(opcode.opmap[name] for name in ("YIELD_VALUE", "RESUME"))
OPTIMISED = 0x1


class Tracer:
    """Follows one program: an entry for every statement that it comes to, and for every call that it leaves.

    An entry tells what the program has done until then: the variables that changed since the entry before in the
    same call, and how much was printed. No value is kept, or objects would live longer than in an ordinary run.
    """

    def __init__(self, source: str, file_name: str, most_steps: int):
        self.file_name = file_name
        self.most_steps = most_steps
        self.starts = statement_starts(source)
        self.ends = block_ends(source)
        self.names = own_names(source)
        self.steps: list[dict[str, Any]] = []
        self.cut = False
        self.written = 0
        self.calls = 0
        self.depth = 0
        self.text_left = MOST_TEXT
        self.shared = Variables()
        self.follow = self.enter

    def run(self, code: CodeType, namespace: dict[str, Any]) -> None:
        """Executes code in namespace as `exec` does."""
        stdout = sys.stdout
        write = stdout.write

        def count(text: str) -> int:
            length = write(text)
            # In the units that JavaScript counts by.
            self.written += len(str.encode(text, "utf-16-le", "surrogatepass")) // 2
            return length

        stdout.write = count
        sys.settrace(self.follow)
        try:
            exec(code, namespace)
        finally:
            # A program may have its own idea of who traces it.
            self.cut = self.cut or sys.gettrace() is not self.follow
            sys.settrace(None)
            vars(stdout).pop("write", None)

    def report(self) -> dict[str, Any]:
        return {"steps": self.steps, "cut": self.cut}

    def enter(self, frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        if code.co_filename != self.file_name or code.co_name not in self.names:
            return None
        # A generator that goes on is the same call as before.
        call = frame.f_trace
        if type(call) is not Call:
            call = Call(self, self.calls, code)
            self.calls += 1
        self.depth += 1
        if self.depth > MOST_DEPTH:
            self.stop()
        return call

    def add(self, step: dict[str, Any]) -> None:
        if len(self.steps) >= self.most_steps or self.text_left < 0:
            self.stop()
        else:
            self.steps.append(step)

    def stop(self) -> None:
        self.cut = True
        sys.settrace(None)


class Call:
    """One call of a function of the program, or the program itself; the interpreter tells it what happens there."""

    def __init__(self, tracer: Tracer, number: int, code: CodeType):
        self.tracer = tracer
        self.number = number
        self.name = name_of(code)
        self.is_class = not code.co_flags & OPTIMISED and self.name != ""
        self.head = tracer.starts.get(code.co_firstlineno, 0) if self.name and code.co_name != "<lambda>" else 0
        self.at = 0
        self.own = Variables() if self.name else tracer.shared
        self.failed_at = -1
        self.failure = ""

    def __call__(self, frame: FrameType, event: str, value: Any) -> "Call":
        if event == "line":
            self.failed_at = -1
            start = self.tracer.starts.get(frame.f_lineno)
            if start is not None and self.is_new(start):
                self.at = start
                self.note(frame, "line", None)
        elif event == "exception":
            self.failed_at, self.failure = frame.f_lasti, "" if value[0] is GeneratorExit else describe(value[1])
        elif event == "return":
            self.leave(frame, value)
        return self

    def is_new(self, start: int) -> bool:
        """Whether the statement that begins here is come to, and not only come back to from a part of it.

        That happens in a statement of several lines, at the end of `with`, and under misconceptions, which put in what
        nobody wrote. Only loops go back to their heads. The head of a function or class is a step of who defines it.
        """
        end = self.tracer.ends.get(start, start)
        return not start <= self.at <= end and not (start == self.head and end > start)

    def leave(self, frame: FrameType, value: Any) -> None:
        self.tracer.depth -= 1
        operation = frame.f_code.co_code[frame.f_lasti]
        if operation in RESTING and frame.f_lasti != self.failed_at:
            self.note(frame, "yield", describe(value))
        elif operation in LEAVING:
            self.note(frame, "return", None if self.is_class or not self.name else describe(value))
        elif self.failure:
            self.note(frame, "raise", self.failure)

    def note(self, frame: FrameType, event: str, value: str | None) -> None:
        tracer = self.tracer
        # While a call falls, the variables of what it was in the middle of may still be among its own.
        own = {} if event == "raise" else self.own.changes(frame.f_locals, tracer)
        shared = {} if not self.name else tracer.shared.changes(frame.f_globals, tracer)
        tracer.add({
            "event": event, "line": self.at or frame.f_lineno, "function": self.name, "call": self.number,
            "changed": own, "shared": shared, "value": value, "written": tracer.written,
        })


def name_of(code: CodeType) -> str:
    """The name of a function with what it is in, such as `Circle.area`; 3.11 takes a comprehension for a function."""
    parts = [part for part in code.co_qualname.split(".") if part == "<lambda>" or not part.startswith("<")]
    return ".".join(parts).replace("<lambda>", "lambda")


class Variables:
    """The variables of one place as they were last told."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}

    def changes(self, now: dict[str, Any], tracer: Tracer) -> dict[str, str | None]:
        """Name to value of those that are new or have changed, to None for those that are gone."""
        found: dict[str, str] = {}
        for name in now:
            if not is_inner(name) and len(found) < MOST_VARIABLES:
                found[name] = describe(now[name])
        changed: dict[str, str | None] = {name: text for name, text in found.items() if self.told.get(name) != text}
        changed.update({name: None for name in self.told if name not in found})
        self.told = found
        tracer.text_left -= sum(len(text or "") for text in changed.values())
        return changed


def is_inner(name: Any) -> bool:
    """Whether a name is the interpreter's or the misconceptions' own, such as `__name__`."""
    return type(name) is not str or (name.startswith("__") and name.endswith("__")) or name.startswith(".")
