"""Archives of Python sources with their compiled form beside them, so that importing need not compile.

Runs in an interpreter of the version that will import them: bytecode is of one version only.
"""

import importlib.util
import pathlib
import sys
import zipfile
from _frozen_importlib_external import _code_to_hash_pyc
from collections.abc import Iterator

#: What nobody can use where there is no terminal, no network, no second process and no window.
OF_NO_USE_IN_A_PAGE = frozenset({
    "_pyrepl", "bdb", "cProfile", "curses", "dbm", "doctest", "ensurepip", "ftplib", "idlelib", "imaplib", "lib2to3",
    "mailbox", "multiprocessing", "optparse", "pdb", "pickletools", "poplib", "profile", "profiling", "pstats", "pydoc",
    "pydoc_data", "smtplib", "socketserver", "sqlite3", "ssl", "tarfile", "tkinter", "turtle", "turtledemo", "unittest", "venv",
    "webbrowser", "wsgiref", "xml", "xmlrpc", "zipapp",
})

# The time of every entry: an archive is the same to the byte whenever it is made.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def compile_library(target: str) -> None:
    """Writes this interpreter's standard library, which Pyodide brings as source, to target."""
    source = next(path for path in sys.path if path.endswith(".zip"))
    write(target, source, entries_of_archive(source))


def compile_folder(folder: str, target: str, place: str) -> None:
    """Writes the modules below folder to target; they will be imported from an archive at place."""
    write(target, place, entries_of_folder(pathlib.Path(folder)))


def strip(archive: str, target: str) -> None:
    """Writes what a page needs of an archive made here: modules in their compiled form only, nothing compressed.

    Whoever sends it compresses the whole, which makes less of it than its parts would.
    """
    with zipfile.ZipFile(archive) as whole, zipfile.ZipFile(target, "w") as lean:
        for name in whole.namelist():
            if not name.endswith(".py") and name.partition("/")[0].partition(".")[0] not in OF_NO_USE_IN_A_PAGE:
                lean.writestr(zipfile.ZipInfo(name, LONG_AGO), whole.read(name))


def entries_of_archive(path: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def entries_of_folder(folder: pathlib.Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def write(target: str, place: str, entries: Iterator[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries:
            add(archive, name, data)
            if name.endswith(".py"):
                add(archive, name + "c", compiled(data, f"{place}/{name}"))


def add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def compiled(source: bytes, file_name: str) -> bytes:
    """A .pyc that is taken without a look at its source: the archive holds both and is written once."""
    code = compile(source, file_name, "exec", dont_inherit=True, optimize=0)
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), False))
