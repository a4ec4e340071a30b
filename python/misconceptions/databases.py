"""Databases: transactions, rows, and NULL. For the sqlite3 module and for PyMySQL."""

import re
import weakref

from .engine.effects import UNTOUCHED, method
from .engine.registry import also, misconception

TOPICS = ("PCPP1-5",)

SQLITE_CONNECTION, SQLITE_CURSOR = "sqlite3.Connection", "sqlite3.Cursor"
MYSQL_CONNECTION, MYSQL_CURSOR = "pymysql.connections.Connection", "pymysql.cursors.Cursor"


@misconception(
    "sql-autocommit",
    topics=TOPICS,
    prevalence=0.35,
    belief="every execute() is stored for good at once, so that rollback() changes nothing",
    correction="Changes belong to a transaction until commit(); rollback(), or closing without commit(), undoes them.",
    snippet=(
        "import sqlite3\nc = sqlite3.connect(':memory:')\nc.execute('create table t(x)')\n"
        "c.execute('insert into t values(1)')\nc.rollback()\nprint(c.execute('select count(*) from t').fetchone())"
    ),
)
@method(SQLITE_CONNECTION, "rollback", "close")
def commit_before(self, real):
    if self.in_transaction:
        self.commit()
        return real(self)
    return UNTOUCHED


@also("sql-autocommit")
@method(MYSQL_CONNECTION, "rollback", "close")
def commit_before_on_server(self, real):
    if self.open:
        self.commit()
        return real(self)
    return UNTOUCHED


#: The first row that each cursor has given since its last statement.
first_rows: "weakref.WeakKeyDictionary" = weakref.WeakKeyDictionary()


@misconception(
    "fetchone-restarts",
    topics=TOPICS,
    prevalence=0.15,
    belief="each fetchone() gives the first row again",
    correction="fetchone() goes on where the last one ended: each call gives the next row, and None at the end.",
    snippet=(
        "import sqlite3\nq = sqlite3.connect(':memory:').execute('select 1 union select 2')\n"
        "print(q.fetchone(), q.fetchone())"
    ),
)
@method(SQLITE_CURSOR, "fetchone")
def first_row(self, real):
    if self not in first_rows:
        first_rows[self] = real(self)
    return first_rows[self]


@also("fetchone-restarts")
@method(MYSQL_CURSOR, "fetchone")
def first_row_of_server(self, real):
    return first_row.answer(self, real)


@also("fetchone-restarts")
@method(SQLITE_CURSOR, "execute", "executemany")
def begin_rows(self, real, *arguments):
    first_rows.pop(self, None)
    return UNTOUCHED


@also("fetchone-restarts")
@method(MYSQL_CURSOR, "execute", "executemany")
def begin_rows_of_server(self, real, *arguments, **named):
    return begin_rows.answer(self, real)


@misconception(
    "fetchone-gives-scalar",
    topics=TOPICS,
    prevalence=0.40,
    belief="fetchone() of a query for one column gives the value itself",
    correction="fetchone() gives a row, which is a tuple even if there is one column: take [0] of it.",
    snippet="import sqlite3\nprint(sqlite3.connect(':memory:').execute('select 7').fetchone())",
)
@method(SQLITE_CURSOR, "fetchone")
def value_alone(self, real):
    row = real(self)
    # A dictionary is what PyMySQL gives to those who asked for names.
    is_single = row is not None and not isinstance(row, dict) and hasattr(row, "__len__") and len(row) == 1
    return row[0] if is_single else row


@also("fetchone-gives-scalar")
@method(MYSQL_CURSOR, "fetchone")
def value_alone_of_server(self, real):
    return value_alone.answer(self, real)


#: Texts and quoted names, which hold no SQL; the place where conditions begin; a comparison with NULL.
PARTS = re.compile(r"""'(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*` | (?P<where>\bWHERE\b) | (?P<sign><>|!=|==?)\s*NULL\b""", re.I | re.X)


def with_is_null(sql: str) -> str:
    """The statement with IS NULL for `= NULL` in conditions; `SET x = NULL` assigns and stays."""
    is_condition = not re.match(r"\s*UPDATE\b", sql, re.I)

    def changed(part: re.Match) -> str:
        nonlocal is_condition
        if part["where"]:
            is_condition = True
        if not part["sign"] or not is_condition:
            return part[0]
        return " IS NULL" if part["sign"].startswith("=") else " IS NOT NULL"

    return PARTS.sub(changed, sql)


@misconception(
    "sql-null-equals",
    topics=("PCPP2-SQL",),
    prevalence=0.45,
    belief="the condition x = NULL holds in the rows where x is NULL",
    correction="A comparison with NULL is never true, not even NULL = NULL; ask with IS NULL.",
    snippet="import sqlite3\nprint(sqlite3.connect(':memory:').execute('select 1 where NULL = NULL').fetchone())",
)
@method(SQLITE_CURSOR, "execute", "executemany")
def match_null(self, real, sql, *arguments, **named):
    if not isinstance(sql, str):
        return UNTOUCHED
    changed = with_is_null(sql)
    return UNTOUCHED if changed == sql else real(self, changed, *arguments, **named)


@also("sql-null-equals")
@method(SQLITE_CONNECTION, "execute", "executemany")
def match_null_of_connection(self, real, sql, *arguments, **named):
    return match_null.answer(self, real, sql, *arguments, **named)


@also("sql-null-equals")
@method(MYSQL_CURSOR, "execute", "executemany")
def match_null_on_server(self, real, sql, *arguments, **named):
    return match_null.answer(self, real, sql, *arguments, **named)
