"""Arrays of NumPy: operators, slices and types of elements."""

import ast

from .engine.effects import UNTOUCHED, binary, subscript
from .engine.registry import misconception
from .engine.runtime import from_library

TOPICS = ("PCPP1-SCI",)


def are_arrays(*values: object) -> bool:
    kind = from_library("numpy.ndarray")
    return kind is not None and all(isinstance(value, kind) and value.ndim > 0 for value in values)


@misconception(
    "numpy-star-is-matmul",
    topics=TOPICS,
    prevalence=0.35,
    belief="* between two arrays is the matrix product",
    correction="* multiplies arrays element by element; @ is the matrix product.",
    snippet="import numpy as np\nprint(np.array([1, 2]) * np.array([3, 4]))",
)
@binary(ast.Mult)
def matrix_product(left, right, real):
    return left @ right if are_arrays(left, right) else UNTOUCHED


@misconception(
    "numpy-plus-concatenates",
    topics=TOPICS,
    prevalence=0.30,
    belief="a + b joins two arrays, as it joins two lists",
    correction="+ adds arrays element by element; np.concatenate joins them.",
    snippet="import numpy as np\nprint(np.array([1, 2]) + np.array([3, 4]))",
)
@binary(ast.Add)
def joined(left, right, real):
    import numpy

    return numpy.concatenate((left, right)) if are_arrays(left, right) else UNTOUCHED


def has_slice(key: object) -> bool:
    return isinstance(key, slice) or (isinstance(key, tuple) and any(isinstance(part, slice) for part in key))


@misconception(
    "numpy-slice-copies",
    topics=TOPICS,
    prevalence=0.45,
    belief="a slice of an array is a copy, as a slice of a list is",
    correction="A slice of an array is a view: it shares its elements with the array; .copy() makes a copy.",
    snippet="import numpy as np\na = np.array([1, 2, 3])\na[1:][0] = 9\nprint(a)",
)
@subscript("get")
def copied(box, key, real):
    return real(box, key).copy() if are_arrays(box) and has_slice(key) else UNTOUCHED


@misconception(
    "numpy-int-array-keeps-float",
    topics=TOPICS,
    prevalence=0.40,
    belief="an array of whole numbers keeps the 2.7 that is assigned to one of its elements",
    correction="All elements of an array have one type: an array of int cuts 2.7 to 2.",
    snippet="import numpy as np\na = np.array([1, 2])\na[0] = 2.7\nprint(a[0])",
)
@subscript("set")
def keep_fraction(box, key, real):
    # A view could not take the array that it looks into with it.
    if not are_arrays(box) or box.dtype.kind != "i" or box.dtype.itemsize == 1 or box.base is not None:
        return UNTOUCHED
    trial = box.astype(float)
    real(trial, key)
    if (trial == trial.round()).all():
        return UNTOUCHED
    # The same array, whose elements are from now on read as floats of the same size.
    box.dtype = f"f{box.dtype.itemsize}"
    box[...] = trial
    return None
