"""Closes the door between a program in Pyodide and the JavaScript around it.

This is a second wall, not the first: the programs come from reviewed packs, and the JavaScript side
is emptied as well (node/seal.ts). It keeps a program from reaching the host by accident or by plain import.
"""

import gc
import importlib.abc
import sys

CLOSED = frozenset({
    "js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "ctypes", "_ctypes", "micropip",
    "runner", "misconceptions",
})


def is_closed(name: str) -> bool:
    return name.partition(".")[0] in CLOSED


class ClosedDoor(importlib.abc.MetaPathFinder):
    """Answers for the closed modules as if they were not installed."""

    def find_spec(self, fullname, path=None, target=None):
        if is_closed(fullname):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def forbid_builtin(imp) -> None:
    """Lets no closed module be built from the interpreter's own table either."""
    create = imp.create_builtin

    def create_builtin(spec):
        if is_closed(spec.name):
            raise ImportError(f"No module named {spec.name!r}", name=spec.name)
        return create(spec)

    imp.create_builtin = create_builtin


def close_bridge() -> None:
    """Forgets the JavaScript modules, every reference to a JavaScript object, and the way to import them again."""
    import _imp

    import pyodide.ffi

    proxy = pyodide.ffi.JsProxy
    for finder in sys.meta_path:
        getattr(finder, "jsproxies", {}).clear()
    sys.meta_path[:] = [
        finder for finder in sys.meta_path
        if not type(finder).__module__.startswith("_pyodide") and not getattr(finder, "__module__", "").startswith("_pyodide")
    ]
    sys.meta_path.insert(0, ClosedDoor())
    for name in [name for name in sys.modules if is_closed(name)]:
        del sys.modules[name]
    forbid_builtin(_imp)
    for holder in gc.get_objects():
        if isinstance(holder, dict):
            for key in [key for key, value in list(holder.items()) if isinstance(value, proxy)]:
                holder[key] = None
