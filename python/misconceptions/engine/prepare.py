"""From source and misconceptions to code that can be executed."""

import ast
import builtins
import types
from dataclasses import dataclass, field


class NotApplicable(Exception):
    """A misconception turns this program into something that is not a program."""

    def __init__(self, misconception: str, why: str):
        super().__init__(f"{misconception}: {why}")
        self.misconception = misconception
        self.why = why


@dataclass
class Prepared:
    """Code, the builtins it sees, and the ids of the misconceptions that took effect (grows while it runs)."""

    code: types.CodeType
    builtins: types.ModuleType
    applied: list[str] = field(default_factory=list)


def prepare(source: str, file_name: str, ids: list[str]) -> Prepared:
    return Prepared(compile(source, file_name, "exec", dont_inherit=True), builtins)
