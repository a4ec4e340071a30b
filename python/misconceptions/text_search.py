"""find(), index() and count()."""

from .engine.effects import UNTOUCHED, method
from .engine.registry import also, misconception

FINDERS = ("find", "rfind")
INDEXERS = ("index", "rindex")


@misconception(
    "find-raises",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="find() raises an exception when nothing is found",
    correction="find() gives -1 when nothing is found; index() raises ValueError.",
    snippet="print('abc'.find('z'))",
)
@method(str, *FINDERS)
def insist(self, real, *arguments):
    if real(self, *arguments) == -1:
        raise ValueError("substring not found")
    return UNTOUCHED


@misconception(
    "index-returns-minus-one",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="index() gives -1 when nothing is found",
    correction="index() raises ValueError when nothing is found; find() gives -1.",
    snippet="print('abc'.index('z'))",
)
@method(str, *INDEXERS)
def no_place(self, real, *arguments):
    try:
        return real(self, *arguments)
    except ValueError:
        return -1


also("index-returns-minus-one")(method(list, "index")(no_place.answer))
also("index-returns-minus-one")(method(tuple, "index")(no_place.answer))


@misconception(
    "find-counts-from-one",
    topics=("PCAP-3",),
    prevalence=0.15,
    belief="find() counts the characters from 1",
    correction="find() gives an index, and the first character has the index 0.",
    snippet="print('abc'.find('b'))",
)
@method(str, *FINDERS, *INDEXERS)
def place_from_one(self, real, *arguments):
    place = real(self, *arguments)
    return UNTOUCHED if place == -1 else place + 1


@misconception(
    "find-returns-bool",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="find() gives True or False",
    correction="find() gives the index of the first match, or -1; in gives True or False.",
    snippet="print('abc'.find('b'))",
)
@method(str, *FINDERS)
def whether_found(self, real, *arguments):
    return real(self, *arguments) != -1


@misconception(
    "rfind-counts-from-right",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="rfind() gives a position counted from the right",
    correction="rfind() looks for the last match; its index is counted from the left as always.",
    snippet="print('abcab'.rfind('a'))",
)
@method(str, "rfind", "rindex")
def place_from_right(self, real, *arguments):
    place = real(self, *arguments)
    return UNTOUCHED if place == -1 else len(self) - 1 - place


@misconception(
    "count-overlapping",
    topics=("PCAP-3",),
    prevalence=0.30,
    belief="count() also counts matches that overlap",
    correction="count() goes on behind each match, so that no character belongs to two of them.",
    snippet="print('aaa'.count('aa'))",
)
@method(str, "count")
def count_overlapping(self, real, wanted, *limits):
    if len(wanted) < 2:
        return UNTOUCHED
    text = self[slice(*limits)] if len(limits) == 2 else self[slice(*limits, None)]
    return sum(text.startswith(wanted, place) for place in range(len(text)))
