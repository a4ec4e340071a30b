"""Looks at programs without running them. Reads {"programs": [code, …]}, prints a list of findings for each."""

import json


def inspect_program(code):
    """What the checks above find in one program."""
    try:
        return {"fault": None, "style": check_style(code), "varies": check_varies(code), "reach": check_reach(code)}
    except SyntaxError as error:
        return at_fault(error.lineno or 1, error.msg)
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        # Nesting too deep for the parser or for the checks.
        return at_fault(1, f"{type(error).__name__}: {error}".rstrip(": "))


def at_fault(line, message):
    return {"fault": [line, message], "style": [], "varies": [], "reach": []}


print(json.dumps([inspect_program(code) for code in json.loads(input())["programs"]]))
