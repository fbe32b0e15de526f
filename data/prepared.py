"""What is known on the usual as-of day, worked out once when a dataset is built.

Nearly every question is asked as of that day, and working out what is known on a day takes most of
the time of an answer. Other days are worked out when they are asked for.
"""

from datetime import date

import duckdb

MACROS = ("commitments_at", "plans_at", "published_at", "standing")
"""The macros of data/views.sql whose rows are kept, one table each."""


def prepare(connection: duckdb.DuckDBPyConnection, day: date) -> None:
    """Keep the rows of each macro as known on `day`, and the day itself."""
    connection.execute("create table prepared as select $day::date as prepared_on", {"day": day})
    for macro in MACROS:
        rows = f"create table {_kept(macro)} as select * from {macro}($day)"
        connection.execute(rows, {"day": day})


def as_prepared(sql: str) -> str:
    """A query that reads the rows kept instead of working them out for `$as_of`."""
    for macro in MACROS:
        sql = sql.replace(f"{macro}($as_of)", _kept(macro))
    return sql


def _kept(macro: str) -> str:
    return f"prepared_{macro}"
