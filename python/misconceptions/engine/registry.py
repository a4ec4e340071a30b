"""The list of misconceptions, filled by the modules of the families."""

from collections.abc import Callable
from dataclasses import dataclass

from .effects import Effect


@dataclass(frozen=True)
class Misconception:
    """One wrong picture of Python: words for people, and the effect that makes Python behave like it."""

    id: str
    #: Fits after "you may be thinking that".
    belief: str
    #: One sentence, read in ten seconds.
    correction: str
    #: The module that it stands in.
    family: str
    topics: tuple[str, ...]
    #: A program of two lines or so that prints one thing in Python and another under the belief.
    snippet: str
    #: Share of learners who hold it, in [0, 1]; a guess until there are answers to count.
    prevalence: float
    effects: list[Effect]


registry: dict[str, Misconception] = {}


def misconception(
    id: str, *, topics: tuple[str, ...], prevalence: float, belief: str, correction: str, snippet: str
) -> Callable[[Effect], Effect]:
    """Enters an effect into the list. To be written above one of the decorators in effects.py."""

    def enter(effect: Effect) -> Effect:
        if id in registry:
            raise ValueError(f"two misconceptions are called {id}")
        family = effect.module.rpartition(".")[2].replace("_", "-")
        registry[id] = Misconception(id, belief, correction, family, topics, snippet, prevalence, [effect])
        return effect

    return enter


def also(id: str) -> Callable[[Effect], Effect]:
    """Adds a second effect to a misconception that shows in more than one kind of place."""

    def enter(effect: Effect) -> Effect:
        registry[id].effects.append(effect)
        return effect

    return enter


def catalogue() -> list[dict[str, object]]:
    """What the other side of the house knows of each misconception: the words, without the effects."""
    return [
        {
            "id": entry.id, "belief": entry.belief, "correction": entry.correction, "family": entry.family,
            "topics": list(entry.topics), "snippet": entry.snippet, "prevalence": entry.prevalence,
        }
        for entry in registry.values()
    ]
