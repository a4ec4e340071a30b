"""Runs the one program of a sandbox. The request comes on file descriptor 3, the report goes out on 4."""

import atexit
import base64
import json
import os
import pathlib
import resource
import sys
from collections.abc import Callable

import runner.program

from . import limits, services
from .pictures import Album

REQUEST, REPORT = 3, 4


def main() -> None:
    """Ends the process: nothing of it is to run after the report."""
    with open(REQUEST, encoding="utf-8") as file:
        wanted = json.load(file)
    # Whatever else was open where the sandbox was started is none of the program's business.
    os.closerange(REPORT + 1, os.sysconf("SC_OPEN_MAX"))
    own = os.getpid()
    needs = wanted["needs"]
    album = Album()
    services.start(needs)
    if "processes" in needs:
        # A process that is spawned, and not forked, begins with reading the program.
        pathlib.Path(runner.program.FILE_NAME).write_text(wanted["program"]["code"], encoding="utf-8")
    looks = onlookers(needs, album)
    prepare_interpreter()
    for look in looks:
        # Handlers run in reverse order: this one after all those of the program.
        atexit.register(look)
    limits.set_limits(wanted["limits"])
    tell("running")
    before = used_milliseconds()
    told = json.loads(runner.program.run(json.dumps(wanted["program"])))
    if os.getpid() != own:
        # A child of the program, which forked and went on to its end, has nothing to report.
        os._exit(0 if told["status"] == "finished" else 1)
    told["milliseconds"] = used_milliseconds() - before
    told["picture"] = None if album.picture is None else base64.b64encode(album.picture).decode()
    tell(json.dumps(told))
    os._exit(0)


def tell(line: str) -> None:
    data = f"{line}\n".encode()
    while data:
        data = data[os.write(REPORT, data):]


def used_milliseconds() -> float:
    """Processor time of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used) * 1000


def prepare_interpreter() -> None:
    """Makes of this interpreter one that has just been given a file to run."""
    # A line is seen when it is printed, as on a screen, and not doubled in a child.
    sys.stdout.reconfigure(line_buffering=True)
    sys.path[0] = os.getcwd()
    own = ("runner", "misconceptions", __package__)
    for name in [name for name in sys.modules if name.partition(".")[0] in own]:
        del sys.modules[name]
    runner.program.settle()


def onlookers(needs: list[str], album: Album) -> list[Callable[[], None]]:
    """Lets somebody look at the windows and plots of the program, and returns who looks at its end as well."""
    looks: list[Callable[[], None]] = []
    if "tkinter" in needs:
        from .windows import watch_windows

        looks.append(watch_windows(album))
    if "matplotlib" in needs:
        from .plots import watch_plots

        looks.append(watch_plots(album))
    return looks
