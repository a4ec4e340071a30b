"""Looks at programs of quizzes without running them. Reads {"programs": [code, …]}, prints what it saw of each."""

import ast
import builtins
import json
import sys

# What differs between machines, although one machine always says the same.
MACHINE = {
    "sys": {"maxsize", "getsizeof", "getrefcount", "version", "version_info", "platform", "byteorder", "path", "argv", "modules",
            "getrecursionlimit", "setrecursionlimit", "executable", "implementation", "hash_info", "float_repr_style", "flags"},
    "gc": None, "platform": None, "struct": {"calcsize"}, "array": None, "locale": None, "inspect": None, "dis": None,
    "traceback": None, "resource": None, "tracemalloc": None, "weakref": None, "curses": None, "readline": None,
}
LOOKS_AROUND = {"dir", "globals", "locals", "vars", "help", "id", "hash", "memoryview", "license", "credits", "copyright"}
# What Python 2 did otherwise with the same words.
TWO = {"range", "map", "filter", "zip", "input", "round", "keys", "values", "items", "reduce", "sorted", "sort", "cmp"}
TWO_ONLY = {"raw_input", "xrange", "unicode", "long", "basestring", "unichr", "execfile", "cmp", "reduce", "has_key",
            "iteritems", "itervalues", "iterkeys", "izip", "imap", "maxint", "StandardError"}


def look(code):
    """What can be said of one program."""
    try:
        tree = ast.parse(code)
    except SyntaxError as error:
        return {"fault": {"type": type(error).__name__, "message": str(error.msg), "line": error.lineno or 1}}
    except (ValueError, RecursionError, MemoryError) as error:
        return {"fault": {"type": type(error).__name__, "message": "it cannot be read", "line": 1}}
    try:
        return {"fault": None, **describe(tree, code)}
    except (RecursionError, MemoryError):
        return {"fault": {"type": "RecursionError", "message": "it is nested too deeply", "line": 1}}


def describe(tree, code):
    """What a program is made of."""
    nodes = list(ast.walk(tree))
    calls = {called_name(node) for node in nodes if isinstance(node, ast.Call)}
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    words = names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    modules = {name for node in nodes for name in imported(node)}
    body = [node for node in tree.body if not is_text(node)]
    return {
        "statements": len(tree.body),
        "isExpression": len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr),
        "endsInExpression": bool(tree.body) and isinstance(tree.body[-1], ast.Expr),
        "isLiteral": is_literal(tree),
        "isName": len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr) and isinstance(tree.body[0].value, ast.Name),
        "acts": any(acts(node) for node in nodes),
        "onlyDefines": all(isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)) for node in body),
        "prints": bool(calls & {"print", "pprint", "write", "writelines"}),
        "reads": bool(calls & {"input", "raw_input"}) or "stdin" in words,
        "binds": sorted(bound(nodes)),
        "unbound": sorted(names - bound(nodes) - set(dir(builtins)) - {"__file__", "__name__"}),
        "varies": [what for _, what, _ in check_varies(code)],
        "reach": [name for _, _, name in check_reach(code)],
        "unknownModules": sorted(name for name in modules if name not in sys.stdlib_module_names),
        "machine": sorted(machine(nodes, modules, calls)),
        "comparesIdentity": any(compares_identity(node) for node in nodes),
        "divides": any(isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) for node in nodes),
        "pythonTwo": sorted(words & TWO_ONLY),
        "otherwiseInTwo": sorted((calls & TWO) | ({"print"} if prints_several(nodes) else set())),
    }


def is_text(node):
    """A text that stands alone, such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_literal(tree):
    """Whether it is one value, written out."""
    try:
        ast.literal_eval(ast.unparse(tree))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return False
    return True


def acts(node):
    """Something that is no bare word: prose that happens to parse has none of it."""
    return isinstance(node, (ast.Call, ast.BinOp, ast.Assign, ast.AugAssign, ast.Compare, ast.Subscript, ast.BoolOp, ast.UnaryOp,
                             ast.For, ast.While, ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.ListComp,
                             ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.Lambda, ast.JoinedStr, ast.AnnAssign, ast.IfExp))


def bound(nodes):
    """Every name that is given a value somewhere."""
    names = set()
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            names.add(node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            names |= set(node.names)
    return names


def imported(node):
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "").split(".")[0]]
    return []


def machine(nodes, modules, calls):
    """What shows something of the machine rather than of the language."""
    found = {name for name in modules if name in MACHINE and MACHINE[name] is None}
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in (MACHINE.get(node.value.id) or ()):
                found.add(f"{node.value.id}.{node.attr}")
        if isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names if alias.name in (MACHINE.get(node.module) or ())}
    return found | (calls & LOOKS_AROUND)


def compares_identity(node):
    """`is` between values that are no singletons: what it says is up to the interpreter."""
    if not isinstance(node, ast.Compare) or not any(isinstance(op, (ast.Is, ast.IsNot)) for op in node.ops):
        return False
    sides = [node.left, *node.comparators]
    return not any(isinstance(side, ast.Constant) and side.value in (None, True, False) for side in sides)


def prints_several(nodes):
    """print (a, b) shows a tuple in Python 2."""
    return any(isinstance(node, ast.Call) and called_name(node) == "print" and len(node.args) > 1 for node in nodes)


def look_safely(code):
    """What was seen, whatever happens on the way."""
    try:
        return look(code)
    except (RecursionError, MemoryError):
        return {"fault": {"type": "RecursionError", "message": "it is nested too deeply", "line": 1}}


print(json.dumps([look_safely(code) for code in json.loads(input())["programs"]]))
