"""Which keys of a dictionary are the same key."""

import ast

from .engine.dictionaries import TypedKeys
from .engine.effects import call, rewrite
from .engine.registry import also, misconception
from .engine.runtime import Helper
from .engine.trees import Rewriter


@Helper
def dictionary_by_type(made):
    """A dictionary from pairs, or from mappings that the program unpacks into it."""
    result = TypedKeys()
    for part in made:
        if isinstance(part, tuple):
            result[part[0]] = part[1]
        else:
            result.update(part)
    return result


@misconception(
    "dict-keys-typed",
    topics=("PCEP-3",),
    prevalence=0.40,
    belief="1, 1.0 and True are three different keys of a dictionary",
    correction="Keys that are equal are one key: 1 == 1.0 == True. The first stays, with the last value.",
    snippet="print({1: 'a', True: 'b'})",
)
@rewrite
class DistinctTypes(Rewriter):
    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        parts = [
            value if key is None else ast.Tuple([key, value], ast.Load()) for key, value in zip(node.keys, node.values)
        ]
        return dictionary_by_type.node(ast.Tuple(parts, ast.Load()))

    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        self.generic_visit(node)
        return dictionary_by_type.node(ast.ListComp(ast.Tuple([node.key, node.value], ast.Load()), node.generators))


@also("dict-keys-typed")
@call("dict")
def make_by_type(real, *pairs, **named):
    return TypedKeys(*pairs, **named)
