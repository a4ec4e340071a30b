"""What map(), filter() and zip() give, and how often one can go through it."""

from .engine.effects import UNTOUCHED, call
from .engine.registry import also, misconception

TOPICS = ("PCAP-5",)


@misconception(
    "map-is-eager-list",
    topics=TOPICS,
    prevalence=0.35,
    belief="map() and filter() give a list",
    correction="map() and filter() give an iterator that works as it is asked; list(…) makes a list of it.",
    snippet="print(type(map(str, [1])) is list)",
)
@call("map")
def map_at_once(real, *arguments, **named):
    return list(real(*arguments, **named))


@also("map-is-eager-list")
@call("filter")
def filter_at_once(real, *arguments):
    return list(real(*arguments))


class Replayed:
    """Goes through an iterator from its start for each loop; next() goes on where it was."""

    def __init__(self, source):
        self.source = source
        self.seen = []
        self.own = iter(self)

    def __iter__(self):
        place = 0
        while True:
            if place == len(self.seen):
                try:
                    self.seen.append(next(self.source))
                except StopIteration:
                    return
            yield self.seen[place]
            place += 1

    def __next__(self):
        return next(self.own)


def replaying(kind: type) -> type:
    # Whoever asks for its type is to see what they would see in Python.
    disguise = {"__module__": "builtins", "__class__": property(lambda self: kind)}
    return type(kind.__name__, (Replayed,), disguise)


REPLAYING = {kind: replaying(kind) for kind in (map, filter, zip)}


def replayed(made):
    """The same to go through again and again; a list that another belief has made of it already is."""
    return REPLAYING[type(made)](made) if type(made) in REPLAYING else made


@misconception(
    "map-reusable",
    topics=TOPICS,
    prevalence=0.40,
    belief="one can go through the result of map(), filter() or zip() as often as one likes",
    correction="An iterator is used up by the first loop through it; list(…) keeps the elements.",
    snippet="m = map(str, [1, 2])\nprint(list(m), list(m))",
)
@call("map")
def map_again(real, *arguments, **named):
    return replayed(real(*arguments, **named))


@also("map-reusable")
@call("filter")
def filter_again(real, *arguments):
    return replayed(real(*arguments))


@also("map-reusable")
@call("zip")
def zip_again(real, *iterables, **named):
    return replayed(real(*iterables, **named))


def keep_all(element):
    return True


def itself(element):
    return element


@misconception(
    "filter-gives-bools",
    topics=TOPICS,
    prevalence=0.20,
    belief="filter() gives the results of the test, such as True and False",
    correction="filter() gives the elements themselves for which the test is true.",
    snippet="print(list(filter(lambda x: x > 1, [1, 2])))",
)
@call("filter")
def results_of_test(real, test, elements):
    return real(keep_all, map(bool if test is None else test, elements))


@misconception(
    "filter-removes-matches",
    topics=TOPICS,
    prevalence=0.15,
    belief="filter() takes out the elements for which the test is true",
    correction="filter() keeps the elements for which the test is true.",
    snippet="print(list(filter(lambda x: x > 1, [1, 2])))",
)
@call("filter")
def take_out_matches(real, test, elements):
    return real(lambda element: not (element if test is None else test(element)), elements)


@misconception(
    "map-filters",
    topics=TOPICS,
    prevalence=0.15,
    belief="map() keeps the elements for which the function gives something true",
    correction="map() gives the result of the function for every element; filter() keeps some of them.",
    snippet="print(list(map(lambda x: x > 1, [1, 2])))",
)
@call("map")
def map_as_filter(real, function, *iterables, **named):
    # With several iterables there is no one element that could be kept.
    return real(itself, filter(function, *iterables)) if len(iterables) == 1 and not named else UNTOUCHED
