"""split(), strip(), join() and replace()."""

from .engine.effects import UNTOUCHED, method
from .engine.registry import also, misconception


@misconception(
    "split-default-single-space",
    topics=("PCAP-3",),
    prevalence=0.30,
    belief="split() cuts at every single space",
    correction="split() without a separator cuts at whole runs of blanks, and gives no empty texts.",
    snippet="print('a  b'.split())",
)
@method(str, "split", "rsplit")
def split_at_each_space(self, real, sep=None, maxsplit=-1):
    return real(self, " ", maxsplit) if sep is None else UNTOUCHED


@misconception(
    "split-any-char",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="split(sep) cuts at every character of sep",
    correction="split(sep) cuts only where the whole of sep stands.",
    snippet="print('a, b'.split(', '))",
)
@method(str, "split", "rsplit")
def split_at_any_character(self, real, sep=None, maxsplit=-1):
    if not isinstance(sep, str) or len(sep) < 2:
        return UNTOUCHED
    first = sep[0]
    return real("".join(first if letter in sep else letter for letter in self), first, maxsplit)


@misconception(
    "split-keeps-sep",
    topics=("PCAP-3",),
    prevalence=0.12,
    belief="split(sep) keeps the separator in the pieces",
    correction="The separator is left out of the pieces.",
    snippet="print('a-b'.split('-'))",
)
@method(str, "split", "rsplit")
def keep_separator(self, real, sep=None, maxsplit=-1):
    if sep is None:
        return UNTOUCHED
    *pieces, last = real(self, sep, maxsplit)
    return [*(piece + sep for piece in pieces), last]


@misconception(
    "strip-affix",
    topics=("PCAP-3",),
    prevalence=0.35,
    belief="strip('ab') takes the word 'ab' away at both ends",
    correction="strip('ab') takes away any a and b at both ends, in whatever order and number.",
    snippet="print('abcba'.strip('ab'))",
)
@method(str, "strip")
def strip_word(self, real, word=None):
    return UNTOUCHED if word is None or len(word) < 2 else self.removeprefix(word).removesuffix(word)


@also("strip-affix")
@method(str, "lstrip")
def strip_first_word(self, real, word=None):
    return UNTOUCHED if word is None or len(word) < 2 else self.removeprefix(word)


@also("strip-affix")
@method(str, "rstrip")
def strip_last_word(self, real, word=None):
    return UNTOUCHED if word is None or len(word) < 2 else self.removesuffix(word)


@misconception(
    "strip-everywhere",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="strip() takes the characters away wherever they stand",
    correction="strip() takes characters away at the two ends only.",
    snippet="print(' a b '.strip())",
)
@method(str, "strip")
def strip_inside(self, real, letters=None):
    return "".join(letter for letter in self if not (letter.isspace() if letters is None else letter in letters))


@misconception(
    "join-on-list",
    topics=("PCAP-3",),
    prevalence=0.12,
    belief="join() writes the separator after every piece, also after the last",
    correction="join() writes the separator between the pieces only.",
    snippet="print('-'.join(['a', 'b']))",
)
@method(str, "join")
def join_with_end(self, real, pieces):
    pieces = list(pieces)
    return real(self, [*pieces, ""]) if pieces else real(self, pieces)


@misconception(
    "join-converts",
    topics=("PCAP-3",),
    prevalence=0.35,
    belief="join() turns numbers into texts by itself",
    correction="join() takes texts only; write ', '.join(str(n) for n in numbers).",
    snippet="print('-'.join([1, 2]))",
)
@method(str, "join")
def join_anything(self, real, pieces):
    return real(self, [piece if isinstance(piece, str) else str(piece) for piece in pieces])


@misconception(
    "replace-first-only",
    topics=("PCAP-3",),
    prevalence=0.20,
    belief="replace() changes only the first match",
    correction="replace() changes every match, unless a third argument says how many.",
    snippet="print('aba'.replace('a', 'x'))",
)
@method(str, "replace")
def replace_once(self, real, old, new, *count, **named):
    return UNTOUCHED if count or named else real(self, old, new, 1)
