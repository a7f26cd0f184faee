"""Reminders: who is to be told where of what is left to do, and what they wish of it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from dialogue.texts import ZONE
from domain.agenda import Agenda, Reached, agenda
from domain.model import Model
from domain.person import REPORTERS, Person, Role
from domain.reminding import Matter, Unfinished
from domain.reviewing import Part
from domain.timetable import Timetable
from storage.moments import moment
from storage.people import person_from
from storage.quotas import QuotaReader
from storage.reviews import ReviewReader, Waiting
from storage.session import NotAllowed
from storage.unfinished import Paused, UnfinishedReader

_ALL = (None,)


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


class _Around(NamedTuple):
    """What is known of everybody who is told something, in one look."""

    left: Mapping[str, Unfinished]
    paused: Mapping[int, Paused]
    reached: Reached
    timetable: Timetable
    waiting: Mapping[Part, Sequence[tuple[Waiting, date]]]

    def agenda(self, person: Person, since: date | None, absent: Iterable[Person]) -> Agenda:
        """What somebody is told, for those on leave too."""
        return self._own(person, since, self._filed(person)).standing_in(
            person.agency,
            (
                (each, self._own(each, since, self._filed(each, person)))
                for each in absent
                if each.agency in self.left
            ),
        )

    def _own(self, person: Person, since: date | None, filed: Sequence[date]) -> Agenda:
        paused = self.paused.get(person.id, {})
        return agenda(person, self.left, paused, self.reached, since, self.timetable, filed)

    def _filed(self, person: Person, deputy: Person | None = None) -> list[date]:
        """The days of what waits for somebody; only of a head's it waits for a deputy instead."""
        reader = deputy or person
        if person.role is Role.HEAD:
            found = [each for each in self.waiting[Part.HEAD] if each[0].agency == person.agency]
        elif person.role is Role.FOCAL and deputy is None:
            found = [*self.waiting[Part.FOCAL]]
        else:
            return []
        return [day for waiting, day in found if waiting.reporter != reader.id]


class ReminderReader(UnfinishedReader, ReviewReader, QuotaReader):
    """Reads what is due."""

    async def agenda(self, person: Person, since: date | None) -> Agenda:
        """Return what a person is to be told of since a day, or of all that stands today.

        What those are told who are on leave is in it for whom the person stands in.
        """
        absent = [person_from(row) for row in await self._absences() if row["deputy"] == person.id]
        further = await self._queries.memberships(self._connection, person=person.id)
        absent += [_in_agency(person, row["agency"]) for row in further]
        people = (person, *absent)
        own = {person.agency, *(e.agency for e in people if e.agency in self.plan.agency_by_id)}
        wide = any(each.role is Role.FOCAL for each in people)
        around = await self._around(_ALL if wide else own, people)
        return around.agenda(person, since, absent)

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
        bot whose quota is nearly gone only what is urgent goes out. Who is on leave is told nothing
        while a deputy can be.
        """
        spared = await self.spared_channels()
        usable = set(channels) - await self.spent_channels()
        rows = await self._queries.reached_people(self._connection)
        chats = {id_: list(each) for id_, each in groupby(rows, key=lambda row: int(row["id"]))}
        around = await self._around(_ALL, [person_from(own[0]) for own in chats.values()])
        absent = await self._stood_in_for(chats, channels)
        further: defaultdict[int, list[str]] = defaultdict(list)
        for row in await self._queries.all_memberships(self._connection):
            further[row["person"]].append(row["agency"])
        found = []
        for id_, own in chats.items():
            person = person_from(own[0])
            if person.role not in REPORTERS or person.agency not in around.left:
                continue
            since = (told or {}).get(id_) or _since(own[0])
            also = [_in_agency(person, agency) for agency in further.get(id_, ())]
            agenda = around.agenda(person, since, [*absent.get(id_, ()), *also])
            if any(person in each for each in absent.values()):
                agenda = Agenda()
            urgent = agenda.is_urgent(self.now.date(), self.plan.timetable)
            open_ = usable if urgent else usable - spared
            found.append(_reminder(person, since, agenda, own, (channels, open_)))
        return tuple(found)

    async def _around(self, agencies: Collection[str | None], people: Iterable[Person]) -> _Around:
        """What is known of all agencies, by what counts, or of some as they see themselves."""
        rows = await self._queries.reached_agencies(self._connection)
        reached = Reached(
            anybody=frozenset(row["agency"] for row in rows),
            officers=frozenset(row["agency"] for row in rows if row["officers"]),
        )
        left: dict[str, Unfinished] = {}
        for agency in agencies:
            left |= await self.all_unfinished(agency)
        waiting = await self._waiting(agencies, {person.role for person in people})
        return _Around(left, await self.all_pauses(), reached, self.plan.timetable, waiting)

    async def _waiting(
        self, agencies: Collection[str | None], roles: Collection[Role]
    ) -> Mapping[Part, Sequence[tuple[Waiting, date]]]:
        """What waits for those who review, with the day on which it was filed."""
        found: dict[Part, list[Waiting]] = {Part.HEAD: [], Part.FOCAL: []}
        for agency in agencies if Role.HEAD in roles else ():
            found[Part.HEAD] += await self.awaiting_part(Part.HEAD, agency)
        if Role.FOCAL in roles and self.plan.review.focal:
            found[Part.FOCAL] += await self.awaiting_part(Part.FOCAL, None)
        return {
            part: [(each, moment(each.filed_at).astimezone(ZONE).date()) for each in waiting]
            for part, waiting in found.items()
        }

    async def _absences(self) -> list[sqlite3.Row]:
        """Who of those who report is on leave today, with a deputy who reports too."""
        rows = await self._queries.absences(self._connection, day=self.now.date().isoformat())
        return [row for row in rows if {row["role"], row["deputy_role"]} <= {*REPORTERS}]

    async def _stood_in_for(
        self, chats: Mapping[int, Sequence[sqlite3.Row]], channels: Collection[str]
    ) -> Mapping[int, Sequence[Person]]:
        """Who is on leave, by deputies who are there themselves and can be written to."""
        absences = await self._absences()
        away = {row["id"] for row in absences}
        found: defaultdict[int, list[Person]] = defaultdict(list)
        for row in absences:
            deputy = row["deputy"]
            if deputy not in away and _reached(chats.get(deputy, ()), channels):
                found[deputy].append(person_from(row))
        return found


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


def _in_agency(person: Person, agency: str) -> Person:
    """The same person, acting for another of the own agencies."""
    return person.model_copy(update={"agency": agency})


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
    reached = _reached(chats, channels[0])
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


def _reached(chats: Iterable[sqlite3.Row], channels: Collection[str]) -> list[sqlite3.Row]:
    """The chats of a person that can be written to."""
    return [row for row in chats if row["channel"] in channels and row["unreachable_at"] is None]


def _since(row: sqlite3.Row) -> date:
    """The day of the last digest that counts; before the first one the day of joining."""
    if row["told"] is not None:
        return date.fromisoformat(row["told"])
    return moment(row["agreed_at"] or row["added_at"]).astimezone(ZONE).date()
