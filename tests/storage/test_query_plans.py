"""Every query finds its rows by an index, however many reports there are."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import storage
from storage.database import migrate

QUERIES = Path(storage.__file__).with_name("queries")
BIG = ("task_reports", "figures", "evidence", "inbox", "outbox")
COUNTED = {"count_filed", "count_filed_reports", "count_filed_figures"}
"""An export and the command that loads a plan count all there is, from end to end, on purpose."""
KEPT = {"latest_by_origin", "latest_figures_of_all"}
"""Read once and kept; what has changed is then read alone (storage/kept.py)."""
DAILY = {f"first_{which}_{box}" for which in ("kept", "young") for box in ("inbox", "outbox")}
"""Once a day it is looked where the messages begin that are to be emptied."""
FEW = {"awaiting_figures"}
"""An agency has a figure a year and indicator: of all, there are as many as cards to show."""
PARTIAL = ("evidence_pending", "evidence_of_nothing", "outbox_queued")
"""Indexes of the few rows that are still to be dealt with."""
WHOLE = COUNTED | KEPT | DAILY | FEW
_QUERY = re.compile(r"-- name: (\w+)\((.*?)\)\S*\n(.*?);\s*(?=-- name|\Z)", re.DOTALL)
_NAMED = re.compile(rf"\b({'|'.join(BIG)})\b(?: (?:AS )?([a-z]{{1,2}})\b)?")


def _queries() -> Iterator[tuple[str, str, dict[str, None]]]:
    for file in sorted(QUERIES.glob("*.sql")):
        for name, parameters, sql in _QUERY.findall(file.read_text(encoding="utf-8")):
            if any(table in sql for table in (*BIG, "obligations")):
                given = [each.strip() for each in parameters.split(",") if each.strip()]
                yield name, sql, dict.fromkeys(given)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A new database of the newest form."""
    path = tmp_path_factory.mktemp("plans") / "baocao.db"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("name", "sql", "given"), [pytest.param(*each, id=each[0]) for each in _queries()]
)
def test_no_big_table_is_read_from_end_to_end(
    database: sqlite3.Connection, name: str, sql: str, given: dict[str, None]
) -> None:
    """No step of the query's plan reads all reports, figures, files or messages, or a plan's."""
    called = {alias or table for table, alias in _NAMED.findall(sql)} | {"r", "f"}
    steps = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", given)]
    every = rf"SCAN ({'|'.join(called)})\b|SEARCH ({'|'.join(called)}) .*\(plan=\?\)"
    scanned = [step for step in steps if re.match(every, step)]
    partial = [step for step in scanned if re.search(rf"INDEX ({'|'.join(PARTIAL)})", step)]
    assert name in WHOLE or scanned == partial, steps
