"""Turns of one chat after another on a full database, by the very code that the program runs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from bench.filled import CHANNEL, TODAY
from bot.house import House, open_house
from bot.settings import Settings
from bot.warming import warm
from dialogue.messages import Inbound, Kind

LEADERS = """
SELECT a.chat, p.agency FROM people p JOIN addresses a ON a.person = p.id
WHERE p.role = 'leader' ORDER BY p.id
"""
OFFICERS = """
SELECT a.chat, min(d.number) AS task FROM people p JOIN addresses a ON a.person = p.id
JOIN duties d ON d.agency = p.agency AND d.subject = 'task'
WHERE p.role = 'officer' GROUP BY p.id HAVING count(*) > 3 ORDER BY p.id
"""
QUESTIONS: Mapping[str, str] = {
    "overdue": "nhiệm vụ quá hạn",
    "due in a year": "nhiệm vụ đến hạn năm 2028",
    "due in a quarter": "nhiệm vụ đến hạn quý 4 năm 2029",
    "done": "nhiệm vụ đã hoàn thành",
    "never reported": "nhiệm vụ chưa báo cáo",
    "with obstacles": "nhiệm vụ có khó khăn, vướng mắc",
    "how many overdue": "có bao nhiêu nhiệm vụ quá hạn",
    "one agency's": "nhiệm vụ của Sở Xây dựng tỉnh 07",
    "34 agencies' overdue": "nhiệm vụ quá hạn của Sở Xây dựng",
    "by topic": "nhiệm vụ về cây xanh",
    "one in detail": "chi tiết nv 300",
    "who has not reported": "ai chưa báo cáo",
    "who not this period": "ai chưa báo cáo kỳ này",
    "figures not reached": "chỉ tiêu chưa đạt năm 2029",
    "one figure": "chỉ tiêu 25 đạt bao nhiêu",
    "who has no figure": "cơ quan nào chưa có số liệu năm 2029",
    "summary": "/tonghop",
}
DUTIES: Mapping[str, str] = {
    "own tasks": "/nhiemvu",
    "own indicators": "/chitieu",
    "tasks to report": "/baocao",
    "report card": "nv {task} đang làm 60%, đang chờ ý kiến thẩm định",
    "receipt": "1",
    "withdrawing": "thu hồi",
    "changed mind": "/huy",
}


class Took(NamedTuple):
    """One turn: seconds by the clock on the wall, and of all threads' processor time."""

    wall: float
    processor: float


class Chats:
    """People of a full database who write one after another."""

    def __init__(self, house: House) -> None:
        self._turns = house.turns(house.outbox({}), {})
        self._serial = 0

    async def say(self, chat: str, text: str) -> Took:
        """Do the turn of a text."""
        self._serial += 1
        inbound = Inbound(
            channel=CHANNEL,
            chat=chat,
            id=f"bench-{self._serial}",
            kind=Kind.TEXT,
            sent_at=TODAY,
            received_at=TODAY,
            text=text,
        )
        wall, processor = perf_counter(), process_time()
        await self._turns.take(inbound)
        return Took(perf_counter() - wall, process_time() - processor)


async def talk_much(path: Path, rounds: int) -> dict[str, Sequence[Took]]:
    """Ask every question and go through an officer's duties so many times, turn about.

    The first ones after the memory has been warmed are told apart.
    """
    took: defaultdict[str, list[Took]] = defaultdict(list)
    settings = Settings(database=path, _env_file=None)
    async with open_house(settings, lambda: TODAY) as house:
        async with house.database.read() as connection:
            leaders = list(await connection.execute_fetchall(LEADERS))
            officers = list(await connection.execute_fetchall(OFFICERS))
        chats = Chats(house)
        took["warming the memory after the start"].append(await _warming(house))
        for text in QUESTIONS.values():
            took["each question for the first time since the start"].append(
                await chats.say(leaders[0]["chat"], text)
            )
        for turn in range(rounds):
            for place, (name, text) in enumerate(QUESTIONS.items()):
                officer = officers[(turn * len(QUESTIONS) + place) * 37 % len(officers)]
                for duty, said in DUTIES.items():
                    told = said.format(task=officer["task"])
                    took[f"officer: {duty}"].append(await chats.say(officer["chat"], told))
                leader = leaders[turn % len(leaders)]
                took[f"leader: {name}"].append(await chats.say(leader["chat"], text))
    return dict(took)


async def _warming(house: House) -> Took:
    wall, processor = perf_counter(), process_time()
    await warm(house)
    return Took(perf_counter() - wall, process_time() - processor)
