"""Works out what the draws of a template say.

Reads one line of JSON: `draws`, each a mapping from name to Python source; `lets`, a list of
[name, expression] worked out in order; `conditions`; and `expressions`, those of the
placeholders. Prints one line of JSON: for every draw null if it does not meet the conditions,
otherwise [source, str] of every expression; or, as soon as something cannot be worked out,
`{"fault": {"at": [part, index], "error": …}}`.
"""

import io
import json
import sys


class Fault(Exception):
    """An author's expression that fails."""


def compile_all(part, sources):
    """Compile the expressions of one part of a template."""
    codes = []
    for index, source in enumerate(sources):
        try:
            codes.append(compile(source.strip(), "<template>", "eval"))
        except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
            raise Fault([part, index], describe(error)) from error
    return codes


def describe(error):
    """Say an error as Python would on its last line."""
    words = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {words}".rstrip(": ")


def work_out(part, index, code, names):
    """Evaluate one expression, or say which one failed."""
    try:
        return eval(code, names)
    except (Exception, SystemExit) as error:
        raise Fault([part, index], describe(error)) from error


def write_out(index, value):
    """Write a value both ways, or say whose value cannot be written."""
    try:
        return [source_of(value), str(value)]
    except (Exception, SystemExit) as error:
        raise Fault(["expressions", index], describe(error)) from error


def source_of(value):
    """Write a value as the house writes Python: as repr does, but texts in double quotes."""
    if type(value) is str and '"' not in value:
        # repr takes double quotes where a single one is inside: lend it one, and take it away again.
        return '"' + repr("'" + value)[2:]
    if type(value) is list:
        return "[" + ", ".join(map(source_of, value)) + "]"
    if type(value) is tuple:
        return "(" + ", ".join(map(source_of, value)) + ("," if len(value) == 1 else "") + ")"
    if type(value) is dict:
        return "{" + ", ".join(f"{source_of(key)}: {source_of(held)}" for key, held in value.items()) + "}"
    return repr(value)


def answer(work):
    """Do the whole job that was asked for."""
    let_names = [name for name, _ in work["lets"]]
    lets = compile_all("lets", [source for _, source in work["lets"]])
    conditions = compile_all("conditions", work["conditions"])
    expressions = compile_all("expressions", work["expressions"])
    replies = []
    for draw in work["draws"]:
        names = {name: work_out("params", name, source, {}) for name, source in draw.items()}
        for index, code in enumerate(lets):
            names[let_names[index]] = work_out("lets", index, code, names)
        if not all(work_out("conditions", i, code, names) for i, code in enumerate(conditions)):
            replies.append(None)
            continue
        values = [work_out("expressions", i, code, names) for i, code in enumerate(expressions)]
        replies.append([write_out(index, value) for index, value in enumerate(values)])
    return {"draws": replies}


work = json.loads(input())
# What an expression prints is no part of the answer.
shown, sys.stdout = sys.stdout, io.StringIO()
try:
    reply = answer(work)
except Fault as fault:
    at, error = fault.args
    reply = {"fault": {"at": at, "error": error}}
sys.stdout = shown
print(json.dumps(reply))
