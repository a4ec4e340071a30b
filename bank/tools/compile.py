"""Says which programs are Python at all. Reads {"programs": [code, …]}, prints null or [exception, message, line] for each."""

import json
import warnings


def find_fault(code):
    """What CPython says of a program before it runs any of it."""
    try:
        compile(code, "program.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [type(error).__name__, str(error.msg), error.lineno]
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return [type(error).__name__, str(error), None]
    return None


warnings.simplefilter("ignore")
print(json.dumps([find_fault(code) for code in json.loads(input())["programs"]]))
