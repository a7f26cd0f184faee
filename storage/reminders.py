"""Reminders: what is left to do, who is to be told of it where, and what they have paused."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from dialogue.texts import ZONE
from domain.agenda import Agenda, Reached, agenda
from domain.model import Model
from domain.period import Period, period_of
from domain.person import REPORTERS, Person, Role
from domain.reminding import Matter, MatterKind, Unfinished, Unreported
from storage.extended import extended_on
from storage.figures import FigureReader
from storage.moments import moment
from storage.people import person_from
from storage.quotas import QuotaReader
from storage.reports import ReportReader
from storage.session import NotAllowed

Paused = Mapping[Matter, date]


class Pause(Model):
    """Somebody is not reminded of a matter before `until`; it was said on `paused_on`."""

    person: Person
    matter: Matter
    until: date
    paused_on: date


class Reminder(Model):
    """What one person is to be told, where: `address` is None for who cannot be reached.

    `joined` tells whether the person has a chat at all, `held` that nothing but the quota of a bot
    keeps what is not urgent from it; `since` is the day of the last digest, or of joining.
    """

    person: Person
    since: date
    agenda: Agenda
    address: int | None = None
    channel: str | None = None
    joined: bool = False
    held: bool = False


class ReminderReader(ReportReader, FigureReader, QuotaReader):
    """Reads what is due."""

    async def unfinished(self, agency: str) -> Unfinished:
        """Return all that an agency has before it today."""
        return (await self._unfinished(agency))[agency]

    async def agenda(self, person: Person, since: date | None) -> Agenda:
        """Return what a person is to be told of since a day, or of all that stands today."""
        left = await self._unfinished(None if person.role is Role.FOCAL else person.agency)
        paused, reached = await self.paused(person), await self._reached()
        return agenda(person, left, paused, reached, since, self.plan.timetable)

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

    async def told_today(self, person: Person) -> bool:
        """Whether a person had a digest today, and has not asked to have it again."""
        row = await self._queries.digest_told(
            self._connection, person=person.id, day=self.now.date().isoformat()
        )
        return row is not None

    async def due(
        self, channels: Collection[str], told: Mapping[int, date] | None = None
    ) -> tuple[Reminder, ...]:
        """Return everybody who reports with what is due to be told, by way of these channels.

        `told` takes the place of the days of the last digests, by person, where it has one. On a
        bot whose quota is nearly gone only what is urgent goes out.
        """
        spared = await self.spared_channels()
        rows = await self._queries.reached_people(self._connection)
        left = await self._unfinished(None)
        paused, reached = _by_person(await self.pauses()), await self._reached()
        timetable = self.plan.timetable
        found = []
        for _, group in groupby(rows, key=lambda row: int(row["id"])):
            chats = list(group)
            person = person_from(chats[0])
            if person.role not in REPORTERS or person.agency not in left:
                continue
            since = (told or {}).get(person.id) or _since(chats[0])
            told_of = agenda(person, left, paused.get(person.id, {}), reached, since, timetable)
            urgent = told_of.is_urgent(self.now.date(), timetable)
            open_ = channels if urgent else set(channels) - spared
            found.append(_reminder(person, since, told_of, chats, (channels, open_)))
        return tuple(found)

    async def _reached(self) -> Reached:
        rows = await self._queries.reached_agencies(self._connection)
        return Reached(
            anybody=frozenset(row["agency"] for row in rows),
            officers=frozenset(row["agency"] for row in rows if row["officers"]),
        )

    async def _unfinished(self, agency: str | None) -> Mapping[str, Unfinished]:
        """What agencies have before them today, all of them or one, in one pass."""
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


class ReminderWriter(ReminderReader):
    """Writes digests to be sent, pauses, and the wish to be reminded again."""

    async def pause(self, pauses: Sequence[tuple[Matter, date]]) -> None:
        """Have the person of this chat not reminded of matters, of each before a day."""
        for matter, until in pauses:
            await self._queries.pause(
                self._connection, **self._named(matter), until=until.isoformat(), now=self.stamp
            )

    async def resume(self, matters: Sequence[Matter]) -> None:
        """Have the person of this chat reminded of matters again."""
        for matter in matters:
            await self._queries.resume(self._connection, **self._named(matter), now=self.stamp)

    async def remind_again(self, day: date) -> None:
        """Let the digest of a day not count, so that the next one begins where it began."""
        await self._queries.snooze(
            self._connection, person=self._me.id, day=day.isoformat(), now=self.stamp
        )

    async def queue_digests(self, due: Sequence[Reminder]) -> int:
        """Queue a digest of today for whom something is due, once; return how many are new.

        One whose address was found blocked since is queued anew where there is another.
        """
        day = self.now.date().isoformat()
        fresh = [
            {
                "person": each.person.id,
                "day": day,
                "since": each.since.isoformat(),
                "address": each.address,
            }
            for each in due
            if each.agenda and each.address is not None
        ]
        await self._queries.plan_digest(self._connection, fresh)
        queued = await self._queries.queue_digests(self._connection, day=day, now=self.stamp)
        await self._queries.record_look(
            self._connection, people=len(due), queued=len(queued), now=self.stamp
        )
        return len(queued)

    def _named(self, matter: Matter) -> dict[str, object]:
        return {
            "plan": self.plan.id,
            "person": self._me.id,
            "kind": matter.kind.value,
            "number": matter.number,
        }

    @property
    def _me(self) -> Person:
        if self.person is None:
            raise NotAllowed("a stranger is reminded of nothing")
        return self.person


def _reminder(
    person: Person,
    since: date,
    told_of: Agenda,
    chats: Sequence[sqlite3.Row],
    channels: tuple[Collection[str], Collection[str]],
) -> Reminder:
    """The chat last written from comes first; one that cannot be reached is passed over.

    Of all `channels` the second are those on which this goes out.
    """
    bound = [row for row in chats if row["channel"] in channels[0]]
    reached = [row for row in bound if row["unreachable_at"] is None]
    open_ = [row for row in reached if row["channel"] in channels[1]]
    return Reminder(
        person=person,
        since=since,
        agenda=told_of,
        address=open_[0]["address"] if open_ else None,
        channel=open_[0]["channel"] if open_ else None,
        joined=bool(bound),
        held=bool(told_of and reached) and not open_,
    )


def _since(row: sqlite3.Row) -> date:
    """The day of the last digest that counts; before the first one the day of joining."""
    if row["told"] is not None:
        return date.fromisoformat(row["told"])
    return moment(row["agreed_at"] or row["added_at"]).astimezone(ZONE).date()


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
