"""What copy and pickle make: a thing of its own, or the same thing again."""

import copy
import operator

from .engine.effects import UNTOUCHED, library, method
from .engine.registry import also, misconception

TOPICS = ("PCPP1-1",)


@misconception(
    "shallow-copy-is-deep",
    topics=TOPICS,
    prevalence=0.40,
    belief="copy.copy() also copies the things inside",
    correction="copy.copy() copies the outer object only; copy.deepcopy() also copies what is inside.",
    snippet="import copy\na = [[1]]\ncopy.copy(a)[0].append(2)\nprint(a)",
)
@library("copy.copy")
def copy_deeply(real, x):
    return copy.deepcopy(x)


@misconception(
    "deepcopy-is-shallow",
    topics=TOPICS,
    prevalence=0.15,
    belief="after copy.deepcopy() the things inside are shared by both",
    correction="copy.deepcopy() also copies what is inside, at every depth.",
    snippet="import copy\na = [[1]]\ncopy.deepcopy(a)[0].append(2)\nprint(a)",
)
@library("copy.deepcopy")
def copy_outside(real, x, *memo):
    return copy.copy(x)


@misconception(
    "copy-is-alias",
    topics=TOPICS,
    prevalence=0.20,
    belief="what is added to a copy also shows in the original",
    correction="A copy is an object of its own: what is added to it is not in the original.",
    snippet="a = [1]\nb = a.copy()\nb.append(2)\nprint(a)",
)
@library("copy.copy")
def copy_nothing(real, x):
    return x


@also("copy-is-alias")
@method(list, "copy")
def same_list(self, real):
    return self


@also("copy-is-alias")
@method(dict, "copy")
def same_dictionary(self, real):
    return self


@also("copy-is-alias")
@method(set, "copy")
def same_set(self, real):
    return self


#: What the program has pickled: the bytes, and the object that they stand for.
pickled: list[tuple[bytes, object]] = []


@misconception(
    "pickle-keeps-identity",
    topics=TOPICS,
    prevalence=0.25,
    belief="pickle.loads() gives back the very object that was pickled",
    correction="pickle.loads() builds a new object that is equal to the one that was pickled.",
    snippet="import pickle\na = [1]\nprint(pickle.loads(pickle.dumps(a)) is a)",
)
@library("pickle.dumps")
def note_pickled(real, obj, *arguments, **named):
    data = real(obj, *arguments, **named)
    pickled.append((data, obj))
    return data


@also("pickle-keeps-identity")
@library("pickle.loads")
def give_back(real, data, **named):
    # Two objects may have been pickled to equal bytes: then the same bytes tell which one is meant.
    for is_meant in (operator.is_, operator.eq):
        for known, original in reversed(pickled):
            if is_meant(known, data):
                return original
    return UNTOUCHED
