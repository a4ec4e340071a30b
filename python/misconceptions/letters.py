"""Capital and small letters, and what a text is made of."""

import re

from .engine.effects import UNTOUCHED, method
from .engine.registry import misconception

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


@misconception(
    "capitalize-is-title",
    topics=("PCAP-3",),
    prevalence=0.30,
    belief="capitalize() gives every word a capital letter",
    correction="capitalize() gives only the very first character a capital; title() does it for every word.",
    snippet="print('ab cd'.capitalize())",
)
@method(str, "capitalize")
def capitalise_words(self, real):
    return self.title()


@misconception(
    "capitalize-keeps-rest",
    topics=("PCAP-3",),
    prevalence=0.35,
    belief="capitalize() leaves all letters but the first as they are",
    correction="capitalize() also turns all the other letters into small ones.",
    snippet="print('aBC'.capitalize())",
)
@method(str, "capitalize")
def capitalise_first(self, real):
    return self[:1].upper() + self[1:]


@misconception(
    "isalpha-allows-spaces",
    topics=("PCAP-3",),
    prevalence=0.25,
    belief="isalpha(), isdigit() and isalnum() do not mind spaces and punctuation",
    correction="Every single character must be of the kind: one space, and the answer is False.",
    snippet="print('a b'.isalpha())",
)
@method(str, "isalpha", "isdigit", "isalnum", "isdecimal", "isnumeric")
def without_punctuation(self, real):
    rest = "".join(letter for letter in self if letter.isalnum())
    return UNTOUCHED if rest == self else real(rest)


@misconception(
    "isdigit-accepts-sign-point",
    topics=("PCAP-3",),
    prevalence=0.30,
    belief="isdigit() is True for every text that is a number, such as '-5' or '1.5'",
    correction="isdigit() asks whether every character is a digit; a sign or a point is none.",
    snippet="print('-5'.isdigit())",
)
@method(str, "isdigit", "isdecimal", "isnumeric")
def is_number(self, real):
    return True if NUMBER.fullmatch(self) and not real(self) else UNTOUCHED
