"""Values that come from text files: csv, configparser and XML."""

import re

from .engine.effects import UNTOUCHED, library, method, subscript
from .engine.registry import also, misconception
from .engine.runtime import from_library

TOPICS = ("PCPP1-5",)

NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)\s*")
SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def as_number(text: object) -> object:
    """The number that a text shows, or else the text."""
    if not isinstance(text, str) or not NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def as_setting(text: object) -> object:
    """The number or truth value that a text shows, or else the text."""
    return SWITCHES.get(text.lower(), as_number(text)) if isinstance(text, str) else text


class NumberRows:
    """A reader of rows whose fields are numbers where they look like it."""

    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return self

    def __next__(self):
        return [as_number(field) for field in next(self.rows)]

    def __getattr__(self, name):
        return getattr(self.rows, name)


@misconception(
    "csv-parses-numbers",
    topics=TOPICS,
    prevalence=0.40,
    belief="csv.reader() gives numbers where the file has numbers",
    correction="csv.reader() gives texts only; int() or float() makes a number of one.",
    snippet="import csv\nprint(list(csv.reader(['a,1'])))",
)
@library("csv.reader")
def read_numbers(real, *arguments, **named):
    return NumberRows(real(*arguments, **named))


@also("csv-parses-numbers")
@library("csv.DictReader")
def read_numbers_by_name(real, *arguments, **named):
    reader = real(*arguments, **named)
    # The names are read with the first row, which is to stay as it is.
    if reader.fieldnames is not None:
        reader.reader = NumberRows(reader.reader)
    return reader


def changed_setting(value: object) -> object:
    setting = as_setting(value)
    return setting if setting is not value else UNTOUCHED


@misconception(
    "configparser-typed",
    topics=TOPICS,
    prevalence=0.40,
    belief="ConfigParser gives numbers and truth values where the file has them",
    correction="ConfigParser gives texts only; getint(), getfloat() and getboolean() convert.",
    snippet="import configparser\nc = configparser.ConfigParser()\nc.read_string('[a]\\nx = 1')\nprint(c['a']['x'] * 2)",
)
@subscript("get")
def typed_setting(box, key, real):
    proxy = from_library("configparser.SectionProxy")
    return changed_setting(real(box, key)) if proxy is not None and isinstance(box, proxy) else UNTOUCHED


@also("configparser-typed")
@method("configparser.RawConfigParser", "get")
def get_typed(self, real, *arguments, **named):
    return changed_setting(real(self, *arguments, **named))


@also("configparser-typed")
@method("configparser.SectionProxy", "get")
def get_typed_of_section(self, real, *arguments, **named):
    return changed_setting(real(self, *arguments, **named))


@also("configparser-typed")
@method("configparser.RawConfigParser", "items")
def typed_items(self, real, *section, **named):
    items = real(self, *section, **named)
    return [(option, as_setting(value)) for option, value in items] if section else UNTOUCHED


@misconception(
    "configparser-case-kept",
    topics=TOPICS,
    prevalence=0.35,
    belief="the names of options keep their capital letters",
    correction="ConfigParser makes the names of options lower case; the names of sections keep their case.",
    snippet="import configparser\nc = configparser.ConfigParser()\nc.read_string('[a]\\nX = 1')\nprint(list(c['a']))",
)
@library("configparser.ConfigParser", "configparser.RawConfigParser")
def keep_case(real, *arguments, **named):
    parser = real(*arguments, **named)
    parser.optionxform = str
    return parser


FIND = ("find", "findall", "findtext", "iterfind")


def find_everywhere(self, real, path, *arguments, **named):
    """Looks for a plain name among all descendants; any other path says itself where to look."""
    return real(self, f".//{path}", *arguments, **named) if re.match(r"[\w{]", path) else UNTOUCHED


@misconception(
    "xml-find-recursive",
    topics=TOPICS,
    prevalence=0.45,
    belief="find() and findall() look through everything inside an element",
    correction="find('c') looks at the direct children only; iter('c') or find('.//c') goes deeper.",
    snippet="import xml.etree.ElementTree as ET\nr = ET.fromstring('<a><b><c/></b></a>')\nprint(r.find('c') is None)",
)
@method("xml.etree.ElementTree.Element", *FIND)
def find_below(self, real, path, *arguments, **named):
    return find_everywhere(self, real, path, *arguments, **named)


@also("xml-find-recursive")
@method("xml.etree.ElementTree.ElementTree", *FIND)
def find_in_tree(self, real, path, *arguments, **named):
    return find_everywhere(self, real, path, *arguments, **named)
