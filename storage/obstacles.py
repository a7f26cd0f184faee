"""Obstacles: opened by reports or by themselves, spoken of, and closed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from domain.model import Model
from domain.obstacle import Obstacle, Said, Saying, effect, may_say
from domain.person import Person, may_report
from domain.report import TaskReport
from storage.kept import Duty
from storage.moments import moment, stamp
from storage.people import person_from
from storage.session import NotAllowed, Session
from understanding.obstacle_words import same_words


class Overtaken(Exception):
    """An obstacle was closed or opened again between being shown and being spoken of."""


class Telling(Model):
    """An obstacle that an officer tells by itself, not in a report."""

    task: int
    words: str


class Word(Model):
    """What somebody is about to say of an obstacle."""

    obstacle: int
    kind: Saying
    words: str | None = None


class ObstacleReader(Session):
    """Reads obstacles."""

    async def obstacle(self, number: int) -> Obstacle | None:
        """Return an obstacle by its number, None where its task or agency left the plan."""
        row = await self._queries.obstacle_of(self._connection, plan=self.plan.id, id=number)
        words = await self._queries.words_of_obstacle(self._connection, obstacle=number)
        found = self._obstacles([] if row is None else [row], words)
        return found[0] if found else None

    async def open_obstacles(
        self, agency: str | None = None, task: int | None = None
    ) -> tuple[Obstacle, ...]:
        """Return the open obstacles, of an agency or on a task where these are given, by age."""
        asked = {"plan": self.plan.id, "agency": agency, "task": task}
        rows = await self._queries.open_obstacles(self._connection, **asked)
        words = await self._queries.words_of_open_obstacles(self._connection, **asked)
        return self._obstacles(rows, words)

    async def obstacles_of_report(self, report: int) -> Mapping[Saying, tuple[Obstacle, ...]]:
        """Return what filing a report did: the obstacles by what it said of them."""
        found: defaultdict[Saying, list[Obstacle]] = defaultdict(list)
        for row in await self._queries.obstacles_of_report(self._connection, report=report):
            each = await self.obstacle(row["obstacle"])
            if each is not None:
                found[Saying(row["kind"])].append(each)
        return {kind: tuple(each) for kind, each in found.items()}

    async def _blocked(self) -> Mapping[Duty, object]:
        """The duties with an open obstacle."""
        return await self._over_all("duties_with_obstacles", "task", _duties)

    async def _blocked_before(self, midnight: datetime) -> Mapping[Duty, object]:
        """The duties with an obstacle that was open at a moment."""
        return await self._over_all(
            "duties_with_obstacles_as_of", "task", _duties, before=stamp(midnight)
        )

    async def _blocked_of(self, agency: str) -> Mapping[Duty, object]:
        """Those of one agency, as it knows them itself: its head may have to confirm some still."""
        own = {"plan": self.plan.id, "agency": agency}
        open_ = await self._queries.open_obstacles(self._connection, **own, task=None)
        told = await self._queries.obstacles_to_confirm(self._connection, **own)
        return {(row["task"], row["agency"]): True for row in (*open_, *told)}

    def _obstacles(
        self, rows: Iterable[sqlite3.Row], words: Iterable[sqlite3.Row]
    ) -> tuple[Obstacle, ...]:
        said: defaultdict[int, list[Said]] = defaultdict(list)
        for word in words:
            said[word["obstacle"]].append(_said(word))
        return tuple(
            _obstacle(row, said[row["id"]])
            for row in rows
            if row["task"] in self.plan.task_by_number and row["agency"] in self.plan.agency_by_id
        )


class ObstacleWriter(ObstacleReader):
    """Opens, speaks of and closes obstacles."""

    async def tell_obstacle(self, telling: Telling) -> Obstacle:
        """Open an obstacle of a task that the person reports."""
        person = self._speaker
        if not may_report(person, telling.task, self.plan):
            raise NotAllowed(f"obstacle of NV {telling.task} as {person.role}")
        return await self._open(telling.task, person.agency, telling.words)

    async def say_of_obstacle(self, word: Word) -> Obstacle:
        """Answer, reply, close or open again, where the obstacle still stands as it was shown."""
        found = await self.obstacle(word.obstacle)
        person = self._speaker
        if found is None or not (found.is_open or word.kind is Saying.REOPENED):
            raise Overtaken(f"VM {word.obstacle}")
        if word.kind not in may_say(person, found, self.plan):
            raise NotAllowed(f"VM {word.obstacle} {word.kind} as {person.role}")
        return await self._say(found, word.kind, word.words, None)

    async def _follow(self, report: TaskReport) -> None:
        """Do what a report does to obstacles, as of the moment from which others know of it.

        What it says of them was said by who filed it, whoever has confirmed it.
        """
        row = await self._queries.person_of(self._connection, id=report.reporter)
        by = self._speaker if row is None else person_from(row)
        open_ = await self.open_obstacles(report.agency, report.task)
        done = effect(report, open_, same_words)
        by_id = {each.id: each for each in open_}
        if done.opens is not None:
            await self._open(report.task, report.agency, done.opens, report.id, by=by)
        if done.repeats is not None:
            words, repeated = report.obstacle, by_id[done.repeats]
            await self._say(repeated, Saying.REPEATED, words, report.id, by=by)
        for number in done.closes:
            await self._say(by_id[number], Saying.CLOSED, None, report.id, by=by)

    async def _unfollow(self, report: int) -> None:
        """Undo what a report that was withdrawn did: none has told it, none has closed it."""
        done = await self.obstacles_of_report(report)
        for each in done.get(Saying.TOLD, ()):
            if each.is_open:
                await self._say(each, Saying.WITHDRAWN, None, report)
        for each in done.get(Saying.CLOSED, ()):
            if not each.is_open:
                await self._say(each, Saying.REOPENED, None, report)

    async def _open(
        self,
        task: int,
        agency: str,
        words: str,
        report: int | None = None,
        *,
        by: Person | None = None,
    ) -> Obstacle:
        id_ = await self._queries.open_obstacle(
            self._connection, plan=self.plan.id, task=task, agency=agency, now=self.stamp
        )
        opened = Obstacle(id=id_, task=task, agency=agency, opened_at=self.now)
        return await self._say(opened, Saying.TOLD, words, report, by=by)

    async def _say(
        self,
        obstacle: Obstacle,
        kind: Saying,
        words: str | None,
        report: int | None,
        *,
        by: Person | None = None,
    ) -> Obstacle:
        """Keep what is said, and return the obstacle as it stands after it."""
        person = by or self._speaker
        id_ = await self._queries.say_of_obstacle(
            self._connection,
            obstacle=obstacle.id,
            kind=kind.value,
            words=words,
            person=person.id,
            address=self.address,
            report=report,
            now=self.stamp,
        )
        closed_at = obstacle.closed_at
        if kind in {Saying.CLOSED, Saying.WITHDRAWN}:
            await self._queries.close_obstacle(self._connection, id=obstacle.id, now=self.stamp)
            closed_at = self.now
        elif kind is Saying.REOPENED:
            await self._queries.reopen_obstacle(self._connection, id=obstacle.id)
            closed_at = None
        said = Said(id=id_, kind=kind, words=words, person=person, said_at=self.now, report=report)
        history = (*obstacle.history, said)
        return obstacle.model_copy(update={"closed_at": closed_at, "history": history})

    @property
    def _speaker(self) -> Person:
        if self.person is None:
            raise NotAllowed("a stranger speaks of no obstacle")
        return self.person


def _duties(rows: Iterable[sqlite3.Row]) -> dict[Duty, object]:
    return {(row["number"], row["agency"]): True for row in rows}


def _obstacle(row: sqlite3.Row, history: Sequence[Said]) -> Obstacle:
    return Obstacle(
        id=row["id"],
        task=row["task"],
        agency=row["agency"],
        opened_at=moment(row["opened_at"]),
        closed_at=None if row["closed_at"] is None else moment(row["closed_at"]),
        history=tuple(history),
    )


def _said(row: sqlite3.Row) -> Said:
    return Said(
        id=row["id"],
        kind=Saying(row["kind"]),
        words=row["words"],
        person=Person(id=row["person"], name=row["name"], role=row["role"], agency=row["agency"]),
        said_at=moment(row["said_at"]),
        report=row["report"],
    )
