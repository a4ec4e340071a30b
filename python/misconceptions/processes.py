"""Threads and processes that run beside the program."""

import functools
import os

from .engine.effects import library, method
from .engine.registry import also, misconception

TOPICS = ("PCPP2-IPC",)


@misconception(
    "join-not-needed",
    topics=TOPICS,
    prevalence=0.35,
    belief="the line after start() waits until the thread has ended",
    correction="start() returns at once, and the thread runs beside the program; join() waits for its end.",
    snippet=(
        "import threading, time\nt = threading.Thread(target=lambda: (time.sleep(0.1), print('thread')))\n"
        "t.start()\nprint('main')"
    ),
)
@method("threading.Thread", "start")
def start_and_wait(self, real):
    real(self)
    self.join()


@also("join-not-needed")
@method("multiprocessing.Process", "start")
def start_process_and_wait(self, real):
    return start_and_wait.answer(self, real)


@functools.cache
def thread_like_process() -> type:
    """A thread that can be asked what a process can be asked."""
    import threading

    class Process(threading.Thread):
        pid = os.getpid()

        @property
        def exitcode(self) -> int | None:
            return 0 if self.ident is not None and not self.is_alive() else None

    return Process


@misconception(
    "process-shares-globals",
    topics=TOPICS,
    prevalence=0.40,
    belief="a process changes the global variables of the program that started it",
    correction="Each process has variables of its own; results come back through a Queue, a Pipe or a Pool.",
    snippet=(
        "import multiprocessing\nmultiprocessing.set_start_method('fork')\nn = []\n"
        "p = multiprocessing.Process(target=n.append, args=(1,))\np.start(); p.join()\nprint(n)"
    ),
)
@library("multiprocessing.Process")
def share_globals(real, *arguments, **named):
    return thread_like_process()(*arguments, **named)


@also("process-shares-globals")
@library("multiprocessing.Pool")
def share_globals_in_pool(real, processes=None, initializer=None, initargs=(), **named):
    from multiprocessing.pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
