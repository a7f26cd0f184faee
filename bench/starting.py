"""One start of the program on a database, timed part by part: `python -m bench.starting FILE`."""

import asyncio
import json
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

BEGAN = perf_counter()


async def start(path: Path) -> dict[str, float]:
    """Open the house of a database and return the seconds that each part of it took."""
    import bot.cli  # noqa: F401, PLC0415 - importing is what is timed
    from bot.clock import Clock  # noqa: F401, PLC0415
    from bot.uncollected import uncollected  # noqa: PLC0415
    from dialogue.texts import Texts  # noqa: PLC0415
    from storage.database import open_database  # noqa: PLC0415
    from storage.plans import load_plan  # noqa: PLC0415
    from understanding.lexicon import Lexicon  # noqa: PLC0415

    marks = {"imports": perf_counter()}
    async with open_database(path) as database:
        marks["database"] = perf_counter()
        async with database.read() as connection:
            plan = await load_plan(connection, date.today())  # noqa: DTZ011 - the start of the program
        marks["plan"] = perf_counter()
        with uncollected():
            Texts("vi")
            marks["texts"] = perf_counter()
            Lexicon.of(plan)
        marks["words of the plan"] = perf_counter()
    ends = list(marks.values())
    took = zip(marks, [BEGAN, *ends], ends, strict=False)
    return {part: end - begin for part, begin, end in took}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(start(Path(sys.argv[1])))))
