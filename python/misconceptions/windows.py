"""Windows: what a command, after() and mainloop() do.

These hold for any class whose methods have the names of Tkinter's, so that a program can bring a small window of its own.
"""

import ast

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter, is_call_of

TOPICS = ("PCPP1-3",)


def later(call: ast.expr) -> ast.Lambda:
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), call)


@misconception(
    "gui-command-call-deferred",
    topics=TOPICS,
    prevalence=0.45,
    belief="command=f() registers f; it runs when the button is clicked",
    correction="command=f() calls f at once and registers its result; command=f registers f itself.",
    snippet="def f(): print('run')\nopt = dict(command=f())\nprint('built')",
)
@rewrite
class CallDeferred(Rewriter):
    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        self.generic_visit(node)
        if node.arg == "command" and isinstance(node.value, ast.Call) and not is_call_of(node.value, "partial"):
            node.value = ast.copy_location(later(node.value), node.value)
        return node


@Helper
def run_now(command):
    if callable(command):
        command()
    return command


@misconception(
    "gui-command-runs-at-build",
    topics=TOPICS,
    prevalence=0.20,
    belief="command=f already runs f when the button is made",
    correction="command=f only registers f; it runs when the button is clicked.",
    snippet="def f(): print('run')\nopt = dict(command=f)\nprint('built')",
)
@rewrite
class RunsAtBuild(Rewriter):
    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        self.generic_visit(node)
        if node.arg == "command" and isinstance(node.value, (ast.Name, ast.Attribute, ast.Lambda)):
            node.value = ast.copy_location(run_now.node(node.value), node.value)
        return node


@Helper
def run_and_wait(window, delay, function=None, *arguments):
    """What `window.after(delay, function)` does for those who think that it waits."""
    return function(*arguments) if callable(function) else window.after(delay)


@misconception(
    "gui-after-blocks",
    topics=TOPICS,
    prevalence=0.35,
    belief="after(ms, f) waits and runs f before the next line",
    correction="after() only puts f on the list of things to do; mainloop() runs it when its time has come.",
    snippet="class Tk:\n    def after(self, ms, f): pass\nTk().after(1, lambda: print('late'))\nprint('now')",
)
@rewrite
class AfterWaits(Rewriter):
    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=window, attr="after"), args=[_, _, *_], keywords=[]):
                return run_and_wait.node(window, *node.args)
        return node


#: The main loops that wait for the end of the program.
waiting: list = []


@Helper
def enter_later(window, *arguments):
    waiting.append((window, arguments))


@Helper
def enter_waiting():
    while waiting:
        window, arguments = waiting.pop(0)
        window.mainloop(*arguments)


@misconception(
    "gui-mainloop-returns-at-once",
    topics=TOPICS,
    prevalence=0.40,
    belief="the lines after mainloop() run while the window is open",
    correction="mainloop() returns only when the window is closed; the lines after it wait until then.",
    snippet="class Tk:\n    def mainloop(self): print('event')\nTk().mainloop()\nprint('after')",
)
@rewrite
class MainloopAtEnd(Rewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.found = False
        self.generic_visit(tree)
        if self.found:
            tree.body.append(ast.Expr(enter_waiting.node()))
        return tree

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        match node.value:
            case ast.Call(func=ast.Attribute(value=window, attr="mainloop"), args=arguments, keywords=[]):
                self.found = True
                return ast.Expr(enter_later.node(window, *arguments))
        return self.generic_visit(node)
