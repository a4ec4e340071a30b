"""Opening, reading and writing files."""

import io
import os

from .engine.effects import UNTOUCHED, call, method
from .engine.registry import also, misconception

TOPICS = ("PCAP-5",)


@misconception(
    "read-rewinds",
    topics=TOPICS,
    prevalence=0.25,
    belief="each read() starts again at the beginning of the file",
    correction="read() goes on where the last reading ended; at the end it gives an empty text.",
    snippet="with open('f', 'w+') as f:\n    f.write('ab')\n    f.seek(0)\n    print(f.read(), f.read())",
)
@method(io.TextIOWrapper, "read")
def read_from_start(self, real, *size):
    if self.closed or not (self.seekable() and self.readable()):
        return UNTOUCHED
    self.seek(0)
    return real(self, *size)


@also("read-rewinds")
@method(io.BufferedReader, "read")
def read_bytes_from_start(self, real, *size):
    return read_from_start.answer(self, real, *size)


@misconception(
    "write-adds-newline",
    topics=TOPICS,
    prevalence=0.35,
    belief="write() ends the line, as print() does",
    correction="write() writes exactly the text that it is given; a line ends only where you write a newline.",
    snippet="with open('f', 'w+') as f:\n    f.write('a')\n    f.write('b')\n    f.seek(0)\n    print(f.read())",
)
@method(io.TextIOWrapper, "write")
def write_line(self, real, text):
    return real(self, text + "\n") if isinstance(text, str) else UNTOUCHED


@misconception(
    "readline-strips-newline",
    topics=TOPICS,
    prevalence=0.35,
    belief="readline() leaves out the newline at the end of the line",
    correction="readline() gives the line with its newline at the end.",
    snippet="with open('f', 'w+') as f:\n    f.write('a\\n')\n    f.seek(0)\n    print(len(f.readline()))",
)
@method(io.TextIOWrapper, "readline")
def line_alone(self, real, *size):
    return real(self, *size).removesuffix("\n")


@misconception(
    "read-n-is-lines",
    topics=TOPICS,
    prevalence=0.20,
    belief="read(2) reads two lines",
    correction="read(2) reads two characters; readline() reads a line.",
    snippet="with open('f', 'w+') as f:\n    f.write('ab\\ncd\\n')\n    f.seek(0)\n    print(f.read(1))",
)
@method(io.TextIOWrapper, "read")
def read_lines(self, real, size=-1):
    if size is None or size < 0:
        return UNTOUCHED
    # Nothing is read here, but another belief about where reading starts has its say.
    return real(self, 0) + "".join(self.readline() for _ in range(size))


def has_content(file: object) -> bool:
    return isinstance(file, (str, bytes, os.PathLike)) and os.path.isfile(file) and os.path.getsize(file) > 0


def opened_in(real, file, mode, other, arguments, named):
    """The file opened in another mode than the program has asked for, which cannot see the difference."""
    opened = real(file, other, *arguments, **named)
    if isinstance(opened, io.TextIOWrapper):
        opened.mode = mode
    return opened


@misconception(
    "w-mode-appends",
    topics=TOPICS,
    prevalence=0.25,
    belief="opening a file with 'w' keeps what is in it",
    correction="Opening with 'w' empties the file at once; 'a' writes behind what is in it.",
    snippet="for text in 'ab':\n    with open('f', 'w') as f:\n        f.write(text)\nprint(open('f').read())",
)
@call("open")
def keep_content(real, file, mode="r", *arguments, **named):
    if "w" not in mode or not has_content(file):
        return UNTOUCHED
    return opened_in(real, file, mode, mode.replace("w", "a"), arguments, named)


@misconception(
    "a-mode-truncates",
    topics=TOPICS,
    prevalence=0.15,
    belief="opening a file with 'a' empties it",
    correction="Opening with 'a' keeps what is in the file and writes behind it; 'w' empties it.",
    snippet="for text in 'ab':\n    with open('f', 'a') as f:\n        f.write(text)\nprint(open('f').read())",
)
@call("open")
def empty_first(real, file, mode="r", *arguments, **named):
    if "a" not in mode or not has_content(file):
        return UNTOUCHED
    return opened_in(real, file, mode, mode.replace("a", "w"), arguments, named)
