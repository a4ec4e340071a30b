"""import, and the names that it makes."""

import ast
import builtins
import importlib
import importlib.util
import pkgutil

from .engine.effects import rewrite
from .engine.registry import misconception
from .engine.runtime import Helper
from .engine.trees import Block, Rewriter, assign, load, names_bound, names_read, when, within_scope

TOPICS = ("PCAP-1",)


class ImportRewriter(Rewriter):
    """Lets imports make names that the program reads and that nothing in it makes."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        scopes = [node for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))]
        bound = {name for scope in scopes for name in names_bound(scope.body)}
        bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        self.unknown = names_read(tree) - bound - set(dir(builtins))
        return self.generic_visit(tree)

    def plain_imports(self, modules: list[str]) -> Block:
        """Imports of those modules whose own name the program reads without having it."""
        wanted = dict.fromkeys(module for module in modules if module.partition(".")[0] in self.unknown)
        return [ast.Import([ast.alias(module)]) for module in wanted]


@misconception(
    "from-import-binds-module",
    topics=TOPICS,
    prevalence=0.35,
    belief="from math import sqrt also makes the name math usable",
    correction="from math import sqrt makes the name sqrt only; for math.pi, write import math.",
    snippet="from math import sqrt\nprint(math.pi)",
)
@rewrite
class ModuleAsWell(ImportRewriter):
    def visit_ImportFrom(self, node: ast.ImportFrom) -> Block:
        return [node, *self.plain_imports([node.module] if node.module and not node.level else [])]


@misconception(
    "import-as-keeps-name",
    topics=TOPICS,
    prevalence=0.30,
    belief="after import math as m the name math can be used, too",
    correction="import math as m makes the name m only.",
    snippet="import math as m\nprint(math.pi)",
)
@rewrite
class OldNameAsWell(ImportRewriter):
    def visit_Import(self, node: ast.Import) -> Block:
        return [node, *self.plain_imports([alias.name for alias in node.names if alias.asname is not None])]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> Block:
        renamed = [alias.name for alias in node.names if alias.asname is not None and alias.name in self.unknown]
        return [node, ast.ImportFrom(node.module, [ast.alias(name) for name in renamed], node.level)] if renamed else [node]


@Helper
def has_name(module, name):
    return hasattr(module, name)


@misconception(
    "import-binds-contents",
    topics=TOPICS,
    prevalence=0.30,
    belief="after import math you can write sqrt(9) directly",
    correction="After import math the function is called math.sqrt(); from math import sqrt makes the short name.",
    snippet="import math\nprint(sqrt(9))",
)
@rewrite
class ContentsAsWell(ImportRewriter):
    def visit_Module(self, tree: ast.Module) -> ast.Module:
        self.outside = [node for node in within_scope(tree.body) if isinstance(node, ast.Import)]
        return super().visit_Module(tree)

    @property
    def public(self) -> list[str]:
        return sorted(name for name in self.unknown if not name.startswith("_"))

    def visit_Import(self, node: ast.Import) -> Block:
        # Names made inside a function would hide those of its surroundings there, so those imports stay.
        aliases = node.names if node in self.outside else []
        return [node, *(self.member(alias, name) for alias in aliases for name in self.public)]

    def member(self, alias: ast.alias, name: str) -> ast.If:
        def module() -> ast.expr:
            first, *rest = [alias.asname] if alias.asname else alias.name.split(".")
            made: ast.expr = load(first)
            for part in rest:
                made = ast.Attribute(made, part, ast.Load())
            return made

        found = has_name.node(module(), ast.Constant(name))
        return when(found, [assign(name, ast.Attribute(module(), name, ast.Load()))])


def submodules_of(package: str) -> set[str]:
    """The names of the modules in a package of the library, without importing it; none if there is no such package."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return set()
    places = spec.submodule_search_locations if spec is not None else None
    return {found.name for found in pkgutil.iter_modules(places)} if places else set()


@Helper
def import_submodule(name):
    importlib.import_module(name)


@misconception(
    "import-package-imports-submodules",
    topics=TOPICS,
    prevalence=0.40,
    belief="importing a package also imports all the modules in it",
    correction="import package runs its __init__ only; a module inside is imported by import package.module.",
    snippet="import email\nprint(hasattr(email, 'mime'))",
)
@rewrite
class SubmodulesAsWell(Rewriter):
    """Imports those modules of a package that the program speaks of: nobody can tell about the others."""

    def visit_Module(self, tree: ast.Module) -> ast.Module:
        nodes = list(ast.walk(tree))
        self.mentioned = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        self.mentioned |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        return self.generic_visit(tree)

    def visit_Import(self, node: ast.Import) -> Block:
        wanted = [
            f"{alias.name}.{name}" for alias in node.names for name in sorted(self.mentioned & submodules_of(alias.name))
        ]
        return [node, *(ast.Expr(import_submodule.node(ast.Constant(name))) for name in wanted)]


@misconception(
    "name-is-file-or-main",
    topics=TOPICS,
    prevalence=0.30,
    belief="in the program that was started, __name__ is 'main' or the name of its file",
    correction="In the program that was started, __name__ is '__main__', with its underscores.",
    snippet="print(__name__)",
)
@rewrite
class NamedMain(Rewriter):
    def visit_Name(self, node: ast.Name) -> ast.expr:
        is_read = node.id == "__name__" and isinstance(node.ctx, ast.Load)
        return ast.Constant("main") if is_read else node
