"""What is known on the usual as-of day, worked out once when a dataset is built.

Nearly every question is asked as of that day, and working out what is known on a day takes most of
the time of an answer. Other days are worked out when they are asked for.
"""

from datetime import date

import duckdb

from data.holding import memory

MACROS = ("commitments_at", "plans_at", "published_at", "standing")
"""The macros of data/views.sql whose rows are kept, one table each."""
_PIECES = 6


def prepare(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """Keep the rows of each macro as known on `day`, and the day itself."""
    connection.execute("create table prepared as select $day::date as prepared_on", {"day": day})
    for macro in MACROS:
        part, *others = _parts(connection, macro)
        rows = f"create table {_kept(macro)} as select * from {macro}($day) where {part}"
        connection.execute(rows, {"day": day})
        for part in others:
            memory.press(connection)
            rows = f"insert into {_kept(macro)} select * from {macro}($day) where {part}"
            connection.execute(rows, {"day": day})


def _parts(connection: duckdb.DuckDBPyConnection, macro: str) -> list[str]:
    """Conditions that part the rows of a macro: a large dataset is kept piece by piece."""
    if macro != "commitments_at" or not memory.is_pressed(connection):
        return ["true"]
    return [f"hash(commitment_id) % {_PIECES} = {piece}" for piece in range(_PIECES)]


def as_prepared(sql: str) -> str:
    """A query that reads the rows kept instead of working them out for `$as_of`."""
    for macro in MACROS:
        sql = sql.replace(f"{macro}($as_of)", _kept(macro))
    return sql


def _kept(macro: str) -> str:
    return f"prepared_{macro}"
