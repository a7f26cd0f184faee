"""What agencies have before them on a day, and what somebody has paused of it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from dialogue.texts import ZONE
from domain.model import Model
from domain.period import Period, period_of
from domain.person import Person, Role
from domain.reminding import Matter, MatterKind, Unfinished, Unreported
from storage.extended import extended_on
from storage.figures import FigureReader
from storage.moments import moment
from storage.reports import ReportReader

Paused = Mapping[Matter, date]


class Pause(Model):
    """Somebody is not reminded of a matter before `until`; it was said on `paused_on`."""

    person: Person
    matter: Matter
    until: date
    paused_on: date


class UnfinishedReader(ReportReader, FigureReader):
    """Reads what is left to do."""

    async def unfinished(self, agency: str) -> Unfinished:
        """Return all that an agency has before it today."""
        return (await self.all_unfinished(agency))[agency]

    async def pauses(self, agency: str | None = None) -> tuple[Pause, ...]:
        """Return the pauses that last, of an agency's people or of everybody, oldest first."""
        rows = await self._queries.open_pauses(
            self._connection, plan=self.plan.id, day=self.now.date().isoformat()
        )
        known = {None, *self.plan.task_by_number}
        found = (_pause(row) for row in rows if row["number"] in known)
        return tuple(each for each in found if agency in (None, each.person.agency))

    async def paused(self, person: Person) -> Paused:
        """Return what a person has paused, and until when."""
        return _by_person(await self.pauses(person.agency)).get(person.id, {})

    async def all_pauses(self) -> Mapping[int, Paused]:
        """Return what everybody has paused, by person."""
        return _by_person(await self.pauses())

    async def all_unfinished(self, agency: str | None) -> Mapping[str, Unfinished]:
        """Return what agencies have before them today, all of them or one, in one pass."""
        done = {
            (row["agency"], row["number"])
            for row in await self._queries.done_tasks(
                self._connection, plan=self.plan.id, agency=agency
            )
        }
        tasks = _unreported((o.agency, o.task, o.report) for o in await self.owed(agency))
        figures = _unreported(
            (o.agency, o.indicator, o.report) for o in await self.owed_figures(agency)
        )
        today, calendar = self.now.date(), self.plan.calendar
        quarter = period_of(today, calendar.tasks, calendar)
        year = period_of(today, calendar.indicators, calendar)
        extended = extended_on(await self.grants(), today)
        due: defaultdict[str, dict[int, date]] = defaultdict(dict)
        for task in self.plan.tasks if agency is None else self.plan.led_by(agency):
            planned = task.deadline.due
            for each in self.plan.responsible(task.number) if planned is not None else ():
                if (each, task.number) not in done and planned is not None:
                    due[each][task.number] = max(
                        planned, extended.get((task.number, each), planned)
                    )
        agencies = [each.id for each in self.plan.agencies] if agency is None else [agency]
        return {
            each: Unfinished(
                today=today,
                due=due.get(each, {}),
                tasks=_of(quarter, tasks, each),
                indicators=_of(year, figures, each),
            )
            for each in agencies
        }


def _pause(row: sqlite3.Row) -> Pause:
    return Pause(
        person=Person(
            id=row["person"], name=row["name"], role=Role(row["role"]), agency=row["agency"]
        ),
        matter=Matter(kind=MatterKind(row["kind"]), number=row["number"]),
        until=date.fromisoformat(row["until"]),
        paused_on=moment(row["paused_at"]).astimezone(ZONE).date(),
    )


def _by_person(pauses: Iterable[Pause]) -> dict[int, dict[Matter, date]]:
    found: defaultdict[int, dict[Matter, date]] = defaultdict(dict)
    for pause in pauses:
        found[pause.person.id][pause.matter] = pause.until
    return found


def _unreported(owed: Iterable[tuple[str, int, int | None]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for agency, number, report in owed:
        if report is None:
            found[agency].append(number)
    return found


def _of(period: Period, numbers: Mapping[str, list[int]], agency: str) -> Unreported:
    return Unreported(period=period, numbers=tuple(numbers.get(agency, ())))
