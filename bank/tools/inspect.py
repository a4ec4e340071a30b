"""Looks at programs without running them. Reads {"programs": [code, …]}, prints a list of findings for each."""

import json


def inspect_program(code):
    """What the checks above find in one program."""
    try:
        return {"fault": None, "style": check_style(code), "varies": check_varies(code), "reach": check_reach(code)}
    except SyntaxError as error:
        return {"fault": [error.lineno or 1, error.msg], "style": [], "varies": [], "reach": []}


print(json.dumps([inspect_program(code) for code in json.loads(input())["programs"]]))
