"""One program from its source to its outcome."""

import atexit
import builtins
import gc
import io
import json
import linecache
import os
import sys
import types

import misconceptions

from .trace import Tracer

FILE_NAME = "program.py"


def run(request: str) -> str:
    """Runs the program of a request and returns what happened; both are JSON texts.

    The request has `code`, `misconceptions` (ids) and `steps`: how many of them to tell, at most (trace.py).
    Standard input and output are the process's own.
    """
    wanted = json.loads(request)
    return json.dumps(run_program(wanted["code"], wanted["misconceptions"], wanted["steps"]))


def run_program(source: str, ids: list[str], steps: int) -> dict:
    """Runs source under the misconceptions with these ids, in order; real Python if there is none."""
    stdout, stderr = sys.stdout, sys.stderr
    applied: list[str] = []
    try:
        prepared = misconceptions.prepare(source, FILE_NAME, ids)
        applied = prepared.applied
        tracer = Tracer(source, FILE_NAME, steps) if steps > 0 else None
        outcome = execute(prepared, source, exec if tracer is None else tracer.run)
        if tracer is not None:
            outcome["trace"] = tracer.report()
    except misconceptions.NotApplicable as refusal:
        return {"status": "not-applicable", "misconception": refusal.misconception, "why": refusal.why}
    except SyntaxError as error:
        # The source itself is at fault. CPython would have run nothing of it.
        outcome = describe(error)
    except (ValueError, RecursionError, MemoryError) as error:
        # ast.parse on a null byte, on nesting too deep for the parser.
        outcome = describe(error)
    flush(stdout)
    flush(stderr)
    if outcome["status"] != "exhausted":
        outcome["applied"] = [name for name in ids if name in applied]
    return outcome


def execute(prepared, source: str, execute_code) -> dict:
    """Executes a prepared program as `__main__` and ends it as the interpreter would at exit."""
    module = types.ModuleType("__main__")
    module.__file__ = FILE_NAME
    if prepared.runtime is not None:
        # The one name that every scope of the program can see and that is in none of them.
        setattr(builtins, misconceptions.NAME, prepared.runtime)
    sys.modules["__main__"] = module
    sys.argv[:] = [FILE_NAME]
    linecache.cache[FILE_NAME] = (len(source), None, source.splitlines(keepends=True), FILE_NAME)
    known = set(sys.modules)
    outcome = {"status": "finished"}
    try:
        execute_code(prepared.code, module.__dict__)
    except SystemExit as leaving:
        # `sys.exit('text')` writes its text to standard error; for the reader the program has ended.
        if leaving.code is not None and not isinstance(leaving.code, int):
            report_to_stderr(leaving.code)
    except BaseException as error:
        outcome = describe(error)
    finish(module, known)
    return outcome


def finish(module: types.ModuleType, known: set[str]) -> None:
    """Runs exit handlers and lets go of the program's objects, so that what they print at the end is printed."""
    wait_for_threads()
    atexit._run_exitfuncs()
    namespace = module.__dict__
    for name in [name for name in sys.modules if name not in known]:
        del sys.modules[name]
    del sys.modules["__main__"], module
    gc.collect()
    # What the interpreter does to a module that is still referred to: private names first, then the others.
    for name in [name for name in namespace if name[:1] == "_" and name != "__builtins__"]:
        namespace[name] = None
    for name in [name for name in namespace if name != "__builtins__"]:
        namespace[name] = None
    gc.collect()
    vars(builtins).pop(misconceptions.NAME, None)


def wait_for_threads() -> None:
    """Lets threads come to their end before the exit handlers run; Pyodide never has any."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        threading._shutdown()


def describe(error: BaseException) -> dict:
    """The outcome of a program that ended by an exception nobody caught."""
    if isinstance(error, MemoryError):
        return {"status": "exhausted"}
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    exception = {"type": name, "message": message_of(error), "line": line_of(error)}
    return {"status": "raised", "exception": exception}


def message_of(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        return str(error)
    except Exception:
        # The words that CPython's own traceback uses.
        return "<exception str() failed>"


def line_of(error: BaseException) -> int | None:
    """The line of the program nearest to where the exception was raised."""
    if isinstance(error, SyntaxError) and error.filename == FILE_NAME:
        return error.lineno
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == FILE_NAME:
            line = step.tb_lineno
        step = step.tb_next
    return line


def report_to_stderr(value: object) -> None:
    try:
        print(value, file=sys.stderr)
    except Exception:
        # A value that cannot be shown; CPython leaves without a word here, too.
        return


def flush(stream: io.TextIOBase) -> None:
    """Writes out what is still held back, unless the program closed the stream itself."""
    if not stream.closed:
        stream.flush()


def settle() -> None:
    """Brings the interpreter into the state that every program finds; to be called once, before the first."""
    atexit._clear()
    os.environ.pop("PYTHONINSPECT", None)
    gc.collect()
    # The interpreter's own objects stay out of every later collection: that makes each one cheap.
    gc.freeze()
