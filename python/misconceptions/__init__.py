"""Wrong pictures of Python that learners hold, each as a way to run a program as they would expect it.

A new one takes ten minutes: choose the module of its family, write the function that does what the belief
says, put the decorator for the place where it acts (engine/effects.py) and `@misconception` with its words
above it, add its example to examples.jsonl, and run the room's tests.
"""

from . import (
    arguments, arithmetic, arrays, assertions, assignment, attributes, base_classes, bits, branches,
    caught_exceptions, closures, comparison, comprehensions, concurrency, constructors, context_managers,
    conversion, copying, databases, decorators, design_patterns, dictionaries, dictionary_keys, exception_chains,
    exceptions, files, finally_blocks, for_loops, functions, generators, imports, indexing, inheritance, iterators,
    json_texts, kinds_of_methods, lengths, letters, list_methods, literals, logic, logs, loop_bodies, loop_control,
    mathematics, object_equality, object_text, precedence, printing, privacy, processes, randomness, ranges,
    recursion, scope, self_parameter, sequences, sets, sockets, special_methods, strings_and_numbers, text_order,
    text_parts, text_search, text_values, tuples, version_numbers, while_loops, windows,
)
from .engine.prepare import NotApplicable, Prepared, prepare
from .engine.registry import catalogue
from .engine.runtime import NAME

__all__ = ["NAME", "NotApplicable", "Prepared", "catalogue", "prepare"]
