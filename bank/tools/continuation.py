"""Lines that go on inside brackets: under the first thing in the bracket, or four spaces in after a bracket that ends its line."""

import io
import tokenize


def check_continuation(code):
    """(line, what is wrong, what to write) for each line that stands elsewhere."""
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    indents = [len(line) - len(line.lstrip()) for line in code.split("\n")]
    stack = []
    row = 0
    for index, token in enumerate(tokens):
        if token.type in {tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT}:
            continue
        closes = token.type == tokenize.OP and token.string in ")]}"
        if stack and token.start[0] > row:
            places, own = stack[-1]
            if token.start[1] not in ({*places, own} if closes else places):
                yield token.start[0], "the line does not stand under its bracket", "Indent by four spaces, or align it."
        row = token.end[0]
        if token.type == tokenize.OP and token.string in "([{":
            after = tokens[index + 1]
            own = indents[token.start[0] - 1]
            hangs = after.type in {tokenize.NL, tokenize.COMMENT}
            stack.append(({own + 4, own + 8} if hangs else {after.start[1]}, own if hangs else token.start[1]))
        elif closes and stack:
            stack.pop()
