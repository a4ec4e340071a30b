"""A static look for what may differ from run to run, whatever today's CPython does."""

import ast

ORDERED_BY = {"print", "list", "tuple", "str", "repr", "enumerate", "zip", "iter", "next", "map", "filter", "format", "join"}
ORDER_FREE = {"sorted", "set", "frozenset", "len", "sum", "min", "max", "any", "all"}
SET_METHODS = {"union", "intersection", "difference", "symmetric_difference", "copy"}
CLOCKS = {
    "time": {"time", "time_ns", "perf_counter", "monotonic", "process_time", "localtime", "gmtime", "ctime", "strftime"},
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
}
CHANCE = {"secrets", "uuid"}


def check_varies(code):
    """(line, what may vary, what to write) for each place."""
    tree = ast.parse(code)
    sets = names_of_sets(tree)
    findings = []
    for node in ast.walk(tree):
        findings += [*check_identity(node), *check_clock(node), *check_chance(node, tree), *check_order(node, sets)]
    return sorted(set(findings))


def check_identity(node):
    """id(), hash() and what object's own repr shows."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"id", "hash"}:
        yield node.lineno, f"{node.func.id}() may differ from run to run", "Compare with is or ==, and print the answer."


def check_clock(node):
    """The time of day."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, (ast.Name, ast.Attribute)):
        owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
        if node.attr in CLOCKS.get(owner, set()):
            yield node.lineno, f"{owner}.{node.attr} reads the clock", "Write a fixed time."
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        yield node.lineno, "the program imports from time", "Write a fixed time."


def check_chance(node, tree):
    """Random numbers without a seed."""
    names = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        names = [node.module or ""]
    for name in names:
        if name in CHANCE:
            yield node.lineno, f"the module {name} gives something else in every run", "Do without it."
        if name == "random" and not seeds_random(tree):
            yield node.lineno, "random is used without a seed", "Call random.seed with a number first."


def seeds_random(tree):
    """Whether the program calls seed(…) or makes a Random(…)."""
    return any(isinstance(node, ast.Call) and node.args and called_name(node) in {"seed", "Random"} for node in ast.walk(tree))


def check_order(node, sets):
    """A set in a place where the order of its elements shows."""
    advice = "Use sorted(…), or a list."
    if isinstance(node, (ast.For, ast.comprehension)) and is_set(node.iter, sets):
        if isinstance(node, ast.comprehension) and getattr(node, "order_free", False):
            return
        yield node.iter.lineno, "the order in which a set is walked may differ", advice
    if isinstance(node, ast.Call):
        name = called_name(node)
        if name in ORDERED_BY and any(is_set(argument, sets) for argument in node.args):
            yield node.lineno, f"{name}() shows the order of a set, which may differ", advice
        if name == "pop" and isinstance(node.func, ast.Attribute) and is_set(node.func.value, sets):
            yield node.lineno, "pop() takes any element of a set", advice
    if isinstance(node, ast.FormattedValue) and is_set(node.value, sets):
        yield node.lineno, "a text shows the order of a set, which may differ", advice
    if isinstance(node, ast.Starred) and is_set(node.value, sets):
        yield node.lineno, "* shows the order of a set, which may differ", advice


def names_of_sets(tree):
    """Names that a set is given to somewhere; and comprehensions whose order is lost are marked."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called_name(node) in ORDER_FREE:
            for argument in node.args:
                mark_order_free(argument)
        if isinstance(node, ast.SetComp):
            mark_order_free(node)
    for _ in range(3):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and is_set(node.value, names):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def mark_order_free(node):
    """Remember that the order in which a comprehension walks does not matter."""
    for generator in getattr(node, "generators", []):
        generator.order_free = True


def is_set(node, names):
    """Whether an expression is a set, as far as one can see; one element has one order."""
    if isinstance(node, ast.Set):
        return len(node.elts) > 1
    if isinstance(node, ast.SetComp):
        return True
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in {"set", "frozenset"}:
            return bool(node.args)
        return isinstance(node.func, ast.Attribute) and node.func.attr in SET_METHODS and is_set(node.func.value, names)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor, ast.Sub)):
        return is_set(node.left, names) or is_set(node.right, names)
    return False


def called_name(node):
    """The last name of what is called."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else None
