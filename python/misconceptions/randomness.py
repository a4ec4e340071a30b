"""The module random."""

from .engine.effects import UNTOUCHED, library
from .engine.registry import also, misconception

TOPICS = ("PCAP-1",)


@misconception(
    "sample-with-replacement",
    topics=TOPICS,
    prevalence=0.30,
    belief="random.sample() may take the same element twice",
    correction="random.sample() takes each element at most once; random.choices() may repeat.",
    snippet="import random\nprint(len(set(random.sample([1, 2, 3], 3))))",
)
@library("random.sample")
def sample_one_again(real, population, k, **named):
    # Whoever thinks of repetition thinks of it happening: one element is taken again and again.
    return real(population, 1, **named) * k if k > 1 else UNTOUCHED


@misconception(
    "randrange-inclusive",
    topics=TOPICS,
    prevalence=0.45,
    belief="random.randrange(a, b) can also give b",
    correction="randrange() leaves out its end, just like range(); randint(a, b) can give b.",
    snippet="import random\nprint(random.randrange(0, 1))",
)
@library("random.randrange")
def end_of_range(real, start, stop=None, step=1):
    first, last = (0, start) if stop is None else (start, stop)
    possible = range(first, last, step)
    # The end shows the belief; it is only met if the steps lead to it.
    return last if possible and (last - first) % step == 0 else UNTOUCHED


#: The arguments of the program's last call of seed(), if it gave any.
seeded: list[tuple[tuple, dict]] = []

DRAWS = (
    "random.random", "random.randint", "random.randrange", "random.uniform", "random.choice", "random.choices",
    "random.sample", "random.shuffle", "random.gauss", "random.normalvariate", "random.triangular",
    "random.getrandbits", "random.randbytes", "random.betavariate", "random.expovariate",
)


@misconception(
    "seed-makes-constant",
    topics=TOPICS,
    prevalence=0.30,
    belief="after random.seed(n) every call gives the same number",
    correction="A seed fixes the whole sequence of numbers, not each number: calls still differ from each other.",
    snippet="import random\nrandom.seed(1)\nprint(random.random() == random.random())",
)
@library("random.seed")
def remember_seed(real, *arguments, **named):
    seeded[:] = [(arguments, named)] if arguments or named else []
    return UNTOUCHED


@also("seed-makes-constant")
@library(*DRAWS)
def draw_the_first(real, *arguments, **named):
    import random

    if not seeded:
        return UNTOUCHED
    values, named_values = seeded[0]
    random.seed(*values, **named_values)
    return real(*arguments, **named)
