"""PEP 8 as far as a short program can break it: each finding is (line, what is wrong, what to write)."""

import ast
import io
import keyword
import tokenize

OPENING = set("([{")
CLOSING = set(")]}")
SPACED = {
    "=", "==", "!=", "<", ">", "<=", ">=", "->", ":=",
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", "<<=", ">>=", "@=",
}
LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def check_style(code):
    """All findings, in the order of lines."""
    tree = ast.parse(code)
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    findings = [*check_lines(code, tokens), *check_spaces(tokens), *check_comments(tokens),
                *check_blank_lines(code, tree), *check_statements(code, tree), *check_names(tree),
                *check_continuation(code)]
    return sorted(set(findings))


def inside_text(tokens):
    """Lines that begin inside a text of several lines: their white space belongs to the text."""
    return {line for token in tokens if token.type in text_types()
            for line in range(token.start[0] + 1, token.end[0] + 1)}


def text_types():
    """Token types of texts, with the middles of f-strings and t-strings where they have a type of their own."""
    names = ("STRING", "FSTRING_MIDDLE", "TSTRING_MIDDLE")
    return {getattr(tokenize, name) for name in names if hasattr(tokenize, name)}


def starts_of_fields():
    """Token types that open a text with fields, where they have a type of their own."""
    return {getattr(tokenize, name) for name in ("FSTRING_START", "TSTRING_START") if hasattr(tokenize, name)}


def ends_of_fields():
    """Token types that close a text with fields."""
    return {getattr(tokenize, name) for name in ("FSTRING_END", "TSTRING_END") if hasattr(tokenize, name)}


def check_lines(code, tokens):
    """Length, tabs, white space at the end, indentation."""
    texts = inside_text(tokens)
    lines = code.split("\n")
    if lines[-1] != "" or (len(lines) > 1 and lines[-2].strip() == ""):
        yield len(lines), "the program does not end with exactly one line end", "End the last line once."
    for number, line in enumerate(lines, 1):
        if len(line) > 79:
            yield number, f"the line has {len(line)} characters", "Keep lines to 79 characters."
        if number in texts:
            continue
        if "\t" in line[:len(line) - len(line.lstrip())]:
            yield number, "the indentation holds a tab", "Write spaces."
        if line != line.rstrip():
            yield number, "there is white space at the end of the line", "Take it away."
    for token in tokens:
        if token.type == tokenize.INDENT and len(token.string.replace("\t", "    ")) % 4:
            yield token.start[0], f"the indentation is {len(token.string)} spaces", "Indent by four spaces a level."


def check_spaces(tokens):
    """White space around operators, commas, colons and brackets."""
    stack = []
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None]):
        if before is not None and before.type in LAYOUT:
            before = None
        line, text = token.start[0], token.string
        if token.type in starts_of_fields():
            stack.append("fstring")
        elif token.type in ends_of_fields():
            stack.pop()
        elif text == "{" and stack and stack[-1] in {"fstring", "spec"}:
            stack.append("field")
        elif stack and stack[-1] == "field" and text in {":", "!", "="}:
            stack[-1] = "spec" if text == ":" else "field"
        elif token.type == tokenize.OP and text in OPENING:
            yield from check_opening(before, token, after)
            stack.append("call" if text == "(" and is_callee(before) else text)
        elif token.type == tokenize.OP and text in CLOSING and stack:
            if gap(before, token) and before.string != ",":
                yield line, f"there is a space before {text}", "Take the space away."
            stack.pop()
        elif token.type == tokenize.OP and text in {",", ";"}:
            if stack and stack[-1] == "annotated":
                stack[-1] = "call"
            if gap(before, token):
                yield line, f"there is a space before {text}", "Take the space away."
            if touches(token, after) and after.string not in CLOSING:
                yield line, f"there is no space after {text}", "Write a space."
        elif token.type == tokenize.OP and text == ":":
            yield from check_colon(before, token, after, stack)
        elif token.type == tokenize.OP:
            yield from check_operator(before, token, after, stack)
        elif token.type == tokenize.NAME and text == "lambda":
            stack.append("lambda")
        if double_gap(before, token) and token.type != tokenize.COMMENT:
            yield line, f"there is more than one space before {text}", "Write one space."


def check_opening(before, token, after):
    """A bracket that opens."""
    line, text = token.start[0], token.string
    if gap(token, after) and after.type != tokenize.COMMENT:
        yield line, f"there is a space after {text}", "Take the space away."
    if text in "([" and gap(before, token) and is_callee(before):
        yield line, f"there is a space between a name and {text}", "Take the space away."


def check_colon(before, token, after, stack):
    """A colon: of a block, a mapping, a lambda or a slice."""
    line = token.start[0]
    if stack and stack[-1] == "lambda":
        stack.pop()
    elif stack and stack[-1] == "[":
        return
    elif stack and stack[-1] == "call":
        stack[-1] = "annotated"
    if gap(before, token):
        yield line, "there is a space before :", "Take the space away."
    if touches(token, after):
        yield line, "there is no space after :", "Write a space."


def check_operator(before, token, after, stack):
    """An operator between two values, or before one."""
    line, text = token.start[0], token.string
    if text == "=" and stack and stack[-1] in {"call", "lambda"}:
        if gap(before, token) or gap(token, after):
            yield line, "there are spaces around = of an argument", "Take the spaces away."
    elif text in SPACED:
        if touches(before, token) or touches(token, after):
            yield line, f"there is no space around {text}", "Write a space on both sides."
    elif text in {"+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>"}:
        if is_value(before) and gap(before, token) != gap(token, after) and same_line(before, after):
            yield line, f"there is a space on one side of {text} only", "Write a space on both sides, or on none."


def check_comments(tokens):
    """Two spaces before a comment on a line of code, one after #."""
    for before, token in zip([None, *tokens], tokens):
        if token.type != tokenize.COMMENT:
            continue
        line, text = token.start[0], token.string
        if not text.startswith(("# ", "#!")) and text != "#":
            yield line, "there is no space after #", "Begin the comment with # and a space."
        if before is not None and before.type not in LAYOUT and token.start[1] - before.end[1] < 2:
            yield line, "there are fewer than two spaces before the comment", "Write two spaces before #."


def check_blank_lines(code, tree):
    """Two blank lines around functions and classes at the top, one between methods, never more."""
    lines = code.split("\n")
    for number in range(3, len(lines)):
        if not any(line.strip() for line in lines[number - 3:number]) and lines[number].strip():
            yield number + 1, "there are three blank lines or more", "Write two at most."
    blocks = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        wanted = 2 if isinstance(node, ast.Module) else 1
        for above, below in zip(body, body[1:]):
            top = min([below.lineno, *(d.lineno for d in getattr(below, "decorator_list", []))])
            between = lines[above.end_lineno:top - 1]
            blank = sum(not line.strip() for line in between)
            is_block = isinstance(below, blocks) or (isinstance(above, blocks) and wanted == 2)
            if is_block and blank < wanted:
                yield top, f"there are {blank} blank lines here", f"Write {wanted} around a function or class."
            if wanted == 1 and blank > 1:
                yield top, f"there are {blank} blank lines here", "Write one at most inside a block."


def check_statements(code, tree):
    """One statement a line, one import a line, comparisons with None by `is`."""
    seen = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            line = node.lineno
            if line in seen and not (isinstance(seen[line], ast.If) and is_elif(code, node)):
                yield line, "there are two statements on one line", "Give each a line of its own."
            seen.setdefault(line, node)
        if isinstance(node, ast.Import) and len(node.names) > 1:
            yield node.lineno, "two modules are imported on one line", "Write one import a line."
        if isinstance(node, ast.Compare):
            for op, value in zip(node.ops, node.comparators):
                if isinstance(op, (ast.Eq, ast.NotEq)) and isinstance(value, ast.Constant):
                    if value.value is None:
                        yield node.lineno, "None is compared by ==", "Write is None."
                    elif isinstance(value.value, bool):
                        yield node.lineno, f"{value.value} is compared by ==", "Test the value itself."
            if isinstance(node.ops[0], (ast.Eq, ast.NotEq)) and is_type_call(node.left):
                yield node.lineno, "types are compared by ==", "Write is."
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) and isinstance(node.operand, ast.Compare):
            if isinstance(node.operand.ops[0], (ast.In, ast.Is)) and len(node.operand.ops) == 1 and not wrapped(code, node):
                yield node.lineno, "not is written before a test with in or is", "Write not in, or is not."
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            yield node.lineno, "except names no exception", "Name the exception."
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and isinstance(node.targets[0], ast.Name):
            yield node.lineno, "a lambda is given a name", "Write def."


def check_names(tree):
    """Names that look like digits, or hide a built-in one is likely to need."""
    for node in ast.walk(tree):
        name = node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else None
        name = node.arg if isinstance(node, ast.arg) else name
        if name in {"l", "O", "I"}:
            yield node.lineno, f"the name {name} looks like a digit", "Choose another name."


def is_type_call(node):
    """Whether an expression is type(…)."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "type"


def is_elif(code, node):
    """Whether this `if` is the elif of the one above."""
    return isinstance(node, ast.If) and code.split("\n")[node.lineno - 1][node.col_offset:].startswith("elif")


def wrapped(code, node):
    """Whether brackets stand between `not` and the comparison."""
    return code.split("\n")[node.lineno - 1][node.col_offset:].removeprefix("not").lstrip().startswith("(")


def is_callee(token):
    """Whether a bracket after this token calls or indexes it."""
    if token is None:
        return False
    if token.type == tokenize.NAME:
        return not keyword.iskeyword(token.string) and token.string not in {"match", "case"}
    return token.type == tokenize.OP and token.string in CLOSING


def is_value(token):
    """Whether an operator after this token has a value on its left."""
    if token is None:
        return False
    if token.type == tokenize.NAME:
        return not keyword.iskeyword(token.string) or token.string in {"True", "False", "None"}
    return token.type in {tokenize.NUMBER, tokenize.STRING} or token.string in CLOSING


def same_line(left, right):
    """Whether two tokens stand on one line."""
    return left is not None and right is not None and left.end[0] == right.start[0]


def gap(left, right):
    """Whether white space stands between two tokens of a line."""
    return same_line(left, right) and right.type not in LAYOUT and right.start[1] > left.end[1]


def touches(left, right):
    """Whether two tokens of a line have nothing between them."""
    return same_line(left, right) and right.type not in LAYOUT and right.start[1] == left.end[1]


def double_gap(left, right):
    """Whether more than one space stands between two tokens of a line."""
    return gap(left, right) and right.start[1] - left.end[1] > 1
