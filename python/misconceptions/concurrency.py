"""Queues, threads, locks and coroutines."""

import ast
import time

from .engine.effects import library, rewrite
from .engine.registry import misconception
from .engine.runtime import Helper, from_library
from .engine.trees import Function, Rewriter, functions_of, is_call_of

TOPICS = ("PCPP2-IPC",)


@misconception(
    "queue-is-lifo",
    topics=TOPICS,
    prevalence=0.20,
    belief="queue.Queue gives back the newest item first",
    correction="A Queue gives back the oldest item first; LifoQueue gives the newest.",
    snippet="import queue\nq = queue.Queue()\nq.put(1); q.put(2)\nprint(q.get())",
)
@library("queue.Queue", "queue.SimpleQueue")
def newest_first(real, *arguments, **named):
    from queue import LifoQueue

    return LifoQueue(*arguments, **named)


def run_as_thread(thread) -> None:
    """Runs a thread to its end here and now, as itself: for an interpreter that cannot start threads."""
    import threading

    own = threading.get_ident()
    before = threading._active[own]
    threading._active[own] = thread
    try:
        thread.run()
    except SystemExit:
        # It ends the thread alone.
        return
    except Exception as error:
        details = (type(error), error, error.__traceback__, thread)
        threading.excepthook(threading.ExceptHookArgs(details))
    finally:
        threading._active[own] = before


@Helper
def run_or_start(thread):
    kind = from_library("threading.Thread")
    if kind is None or not isinstance(thread, kind):
        return thread.run()
    try:
        return thread.start()
    except RuntimeError as refusal:
        if "new thread" not in str(refusal):
            raise
    return run_as_thread(thread)


@misconception(
    "start-is-run",
    topics=TOPICS,
    prevalence=0.35,
    belief="run() of a thread starts it, just like start()",
    correction="run() is an ordinary call in the thread that makes it; only start() begins a new thread.",
    snippet="import threading as t\nt.Thread(target=lambda: print(t.current_thread() is t.main_thread())).run()",
)
@rewrite
class RunStarts(Rewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=thread, attr="run"), args=[], keywords=[]):
                # A thread that calls its own run() or that of its class is running already.
                is_itself = is_call_of(thread, "super") or (isinstance(thread, ast.Name) and thread.id == "self")
                return node if is_itself else run_or_start.node(thread)
        return node


@misconception(
    "lock-is-reentrant",
    topics=TOPICS,
    prevalence=0.30,
    belief="a thread that holds a Lock can acquire it once more",
    correction="A Lock can be held once, even by its own thread; RLock can be acquired again by the same one.",
    snippet="import threading\nl = threading.Lock()\nl.acquire()\nprint(l.acquire(blocking=False))",
)
@library("threading.Lock")
def reentrant_lock(real):
    import threading

    class Lock(threading._RLock):
        """A lock that its thread may hold several times, and otherwise like a plain one."""

        def acquire(self, blocking=True, timeout=-1):
            return bool(super().acquire(blocking, timeout))

        def locked(self):
            return self._count > 0

    return Lock()


@Helper
def run_coroutine(coroutine):
    """Runs a coroutine to its end, in an event loop of its own that needs nothing but a clock."""
    import asyncio

    class Clock:
        def select(self, timeout):
            # Without anything to wait for, an event loop waits for ever.
            time.sleep(3600 if timeout is None else max(timeout, 0))
            return []

    class Loop(asyncio.BaseEventLoop):
        _selector = Clock()

        def _process_events(self, events):
            """There are none: nothing comes from outside."""

    loop, outer = Loop(), asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return loop.run_until_complete(coroutine)
    finally:
        asyncio._set_running_loop(outer)
        loop.close()


@misconception(
    "coroutine-runs-when-called",
    topics=TOPICS,
    prevalence=0.40,
    belief="calling an async function runs it",
    correction="Calling an async function only makes a coroutine; await or asyncio.run() runs it.",
    snippet="async def f():\n    print('f')\nf()\nprint('end')",
)
@rewrite
class RunsWhenCalled(Rewriter):
    """Runs the call of an async function that stands as a statement of its own."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.functions = functions_of(tree)
        self.is_async = False
        return self.generic_visit(tree)

    def visit_function(self, node: Function) -> Function:
        outside, self.is_async = self.is_async, isinstance(node, ast.AsyncFunctionDef)
        self.generic_visit(node)
        self.is_async = outside
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_function

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        match node.value:
            case ast.Call(func=ast.Name(id=name)) if isinstance(self.functions.get(name), ast.AsyncFunctionDef):
                node.value = ast.Await(node.value) if self.is_async else run_coroutine.node(node.value)
        return node


@misconception(
    "gather-in-completion-order",
    topics=TOPICS,
    prevalence=0.35,
    belief="asyncio.gather() gives the results in the order in which the tasks end",
    correction="gather() gives the results in the order of its arguments, whichever task ends first.",
    snippet=(
        "import asyncio as a\nasync def m():\n    print(await a.gather(a.sleep(0.1, 'late'), a.sleep(0, 'soon')))\n"
        "a.run(m())"
    ),
)
@library("asyncio.gather")
def in_completion_order(real, *awaitables, return_exceptions=False):
    ended: list = []

    async def noted(awaitable):
        try:
            ended.append(await awaitable)
        except Exception as error:
            ended.append(error)
            raise

    # The tasks begin here, as they do in Python, and not when the result is awaited.
    gathered = real(*map(noted, awaitables), return_exceptions=return_exceptions)

    async def results():
        await gathered
        return ended

    return results()
