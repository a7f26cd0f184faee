"""A database of years of use, made by SQL in one go and kept in var/ until its form changes."""

import asyncio
import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bench.provinces import many_provinces
from dialogue.texts import ZONE
from domain.plan import Plan
from plans.yaml_form import PLAN_179, load_plan
from storage.database import open_database
from storage.plans import save_plan

TODAY = datetime(2029, 11, 23, 9, 0, tzinfo=ZONE)
FIRST_DAY = "2024-11-18"
DAYS = 1830
"""Reports are spread evenly from the first day on; the last ones are of yesterday."""
CHANNEL = "telegram"
FIRST_CHAT = 1001
ROOT = Path(__file__).resolve().parent.parent
SHAPES = (Path(__file__), Path(__file__).with_name("filled.sql"), ROOT / "bench/provinces.py")


class Amounts(NamedTuple):
    """How much is in a database; a report has one row more in the inbox and one in the outbox."""

    reports: int = 1_000_000
    figures: int = 20_000
    evidence: int = 100_000
    people: int = 3_000


FULL = Amounts()
QUICK = Amounts(reports=100_000, figures=5_000, evidence=10_000)


def filled(where: Path, amounts: Amounts) -> tuple[Path, Plan]:
    """Return a database with so much in it, made now unless it is there, and its plan."""
    plan = many_provinces(load_plan(PLAN_179))
    path = where / f"big-{amounts.reports}-{_form(plan)}.db"
    if not path.exists():
        for old in where.glob(f"big-{amounts.reports}-*"):
            old.unlink()
        unfinished = where / f"big-{amounts.reports}-unfinished.db"
        asyncio.run(_with_plan(unfinished, plan))
        _fill(unfinished, plan, amounts)
        unfinished.replace(path)
    return path, plan


def _form(plan: Plan) -> str:
    """What a database depends on, in few letters: another schema or plan makes another one."""
    migrations = sorted((ROOT / "storage" / "migrations").glob("*.sql"))
    content = [file.read_bytes() for file in (*migrations, *SHAPES)]
    content.append(plan.model_dump_json().encode())
    return hashlib.sha256(b"".join(content)).hexdigest()[:12]


async def _with_plan(path: Path, plan: Plan) -> None:
    async with open_database(path) as database, database.write() as connection:
        await save_plan(connection, plan, TODAY)


def _fill(path: Path, plan: Plan, amounts: Amounts) -> None:
    script = Path(__file__).with_name("filled.sql").read_text(encoding="utf-8")
    known = {"plan": plan.id, "first_day": FIRST_DAY, "days": DAYS, "channel": CHANNEL}
    known |= {"first_chat": FIRST_CHAT, **amounts._asdict()}
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA cache_size = -500000")
        database.execute("BEGIN")
        for statement in script.split(";\n"):
            if statement.strip():
                database.execute(statement, known)
        database.execute("COMMIT")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
