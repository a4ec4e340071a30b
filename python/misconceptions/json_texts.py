"""JSON: the text that a value becomes, and the value that a text becomes."""

import ast
import re

from .engine.effects import UNTOUCHED, StandIn, library
from .engine.registry import also, misconception

TOPICS = ("PCPP1-4", "PCPP1-5")

#: A text in quotes, or a word or number outside of them, perhaps as a key.
TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")|([-+.\w]+)(\s*:)?')
#: Stands around a key that is no text; JSON writes it as \u0001, and no program has it in its keys.
MARK = "\x01"
PYTHON_WORDS = {
    "true": "True", "false": "False", "null": "None", "NaN": "nan", "Infinity": "inf", "-Infinity": "-inf",
}


def with_files(id: str, dumps: StandIn, loads: StandIn) -> None:
    """Lets json.dump() and json.load() do with a file what a belief about dumps() and loads() says."""

    @also(id)
    @library("json.dump")
    def dump(real, value, file, **named):
        import json

        text = dumps.answer(json.dumps, value, **named)
        if text is UNTOUCHED:
            return UNTOUCHED
        file.write(text)

    @also(id)
    @library("json.load")
    def load(real, file, **named):
        import json

        text = file.read()
        value = loads.answer(json.loads, text, **named)
        return json.loads(text, **named) if value is UNTOUCHED else value


def with_marked_keys(value: object, text_of, is_sorted: bool) -> object:
    """The value with a mark on each key that is no text."""
    if isinstance(value, dict):
        items = sorted(value.items()) if is_sorted else value.items()
        return {
            key if isinstance(key, str) else MARK + text_of(key) + MARK: with_marked_keys(inner, text_of, is_sorted)
            for key, inner in items
        }
    if isinstance(value, (list, tuple)):
        return [with_marked_keys(inner, text_of, is_sorted) for inner in value]
    return value


def with_read_keys(value: object, value_of) -> object:
    """The value with what is in the marks as keys."""
    if isinstance(value, dict):
        return {
            value_of(key.strip(MARK)) if key.startswith(MARK) else key: with_read_keys(inner, value_of)
            for key, inner in value.items()
        }
    return [with_read_keys(inner, value_of) for inner in value] if isinstance(value, list) else value


@misconception(
    "json-keeps-key-types",
    topics=TOPICS,
    prevalence=0.45,
    belief="a key such as 1 is still the number 1 after a way through JSON",
    correction="In JSON all keys are texts: the key 1 is written, and comes back, as '1'.",
    snippet="import json\nprint(json.loads(json.dumps({1: 'a'})))",
)
@library("json.dumps")
def dump_with_keys(real, value, *, sort_keys=False, **named):
    # First as it is, so that what JSON cannot write still fails.
    text = real(value, sort_keys=sort_keys, **named)
    marked = real(with_marked_keys(value, real, sort_keys), **named)
    bare = marked.replace(r'"\u0001', "").replace(r'\u0001"', "")
    return bare if bare != text else UNTOUCHED


@also("json-keeps-key-types")
@library("json.loads")
def load_with_keys(real, text, **named):
    def quoted(token: re.Match) -> str:
        in_quotes, word, colon = token.groups()
        return rf'"\u0001{word}\u0001"{colon}' if in_quotes is None and colon is not None else token[0]

    marked = TOKEN.sub(quoted, text) if isinstance(text, str) else text
    return with_read_keys(real(marked, **named), real) if marked != text else UNTOUCHED


with_files("json-keeps-key-types", dump_with_keys, load_with_keys)


@misconception(
    "json-dumps-is-repr",
    topics=TOPICS,
    prevalence=0.35,
    belief="json.dumps() writes a value as Python shows it: None, True and single quotes",
    correction="json.dumps() writes JSON: null, true, false, and texts in double quotes.",
    snippet="import json\nprint(json.dumps({'a': None}))",
)
@library("json.dumps")
def dump_like_python(real, value, **named):
    import json

    def as_python(token: re.Match) -> str:
        in_quotes, word, colon = token.groups()
        return PYTHON_WORDS.get(word, word) + (colon or "") if in_quotes is None else repr(json.loads(in_quotes))

    text = real(value, **named)
    shown = TOKEN.sub(as_python, text)
    return shown if shown != text else UNTOUCHED


@also("json-dumps-is-repr")
@library("json.loads")
def load_like_python(real, text, **named):
    # Whoever expects this of dumps() expects loads() to read it again.
    try:
        real(text, **named)
    except ValueError:
        try:
            return ast.literal_eval(text)
        except (SyntaxError, ValueError, TypeError):
            return UNTOUCHED
    return UNTOUCHED


with_files("json-dumps-is-repr", dump_like_python, load_like_python)
