"""What a dataset is known by: the hash of schema, views and facts.

The same facts under the same definitions have the same fingerprint on every machine, so a file
named by it needs no date and a number that quotes it can be found again.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from data.raw import RawTables

HERE = Path(__file__).parent
SCRIPTS = tuple(
    HERE / name for name in ("dates.sql", "schema.sql", "load.sql", "derived.sql", "views.sql")
)

_BATCH = 20_000  # values hashed at once: quicker than one by one, and still little memory


def fingerprint(tables: RawTables) -> str:
    """SHA-256 over schema, views and every fact, in a fixed order."""
    digest = hashlib.sha256()
    for script in SCRIPTS:
        digest.update(script.read_bytes())
    for name in sorted(tables):
        for part in _facts(name, tables[name]):
            digest.update(part)
    return digest.hexdigest()


def _facts(name: str, table: pa.Table) -> Iterator[bytes]:
    yield name.encode()
    for column in table.column_names:
        yield column.encode()
        for start in range(0, table.num_rows, _BATCH):
            # A length before each value: otherwise "ab" + "c" would hash as "a" + "bc".
            yield "".join(
                "-" if value is None else f"{len(value)}:{value}"
                for value in table[column].slice(start, _BATCH).to_pylist()
            ).encode()
