"""The leaders' briefs: who is to get which one, once, and who wants none."""

from collections.abc import Collection
from datetime import date, timedelta

from dialogue.state import Notice
from dialogue.texts import ZONE
from domain.brief import DueBrief, due_briefs
from domain.model import Model
from domain.person import Person, is_briefed
from storage import notices
from storage.moments import moment
from storage.people import person_from
from storage.quotas import QuotaReader
from storage.session import NotAllowed

WEEK = timedelta(days=7)
"""How far a first brief looks back."""
DIALOGUE = "brief_came"
"""What is opened in the chat of who is briefed."""


class ToBrief(Model):
    """Somebody who is to be briefed: of the first of `due`, of what has changed `since` a day."""

    person: Person
    due: tuple[DueBrief, ...]
    since: date


class BriefReader(QuotaReader):
    """Reads who is briefed, and when somebody was."""

    async def briefed_until(self, person: Person) -> date:
        """Return the last day that somebody's last brief has told of wholly; a week ago if none."""
        today = self.now.date()
        rows = await self._queries.briefs_of(self._connection, person=person.id)
        days = [date.fromisoformat(row["day"]) for row in rows]
        told = [day - timedelta(days=1) for day in days if day < today]
        return max(told, default=today - WEEK)

    async def briefs_compare_with(self) -> date:
        """Return the day with which most briefs of today compare: before the last ones sent."""
        today = self.now.date()
        last = await self._queries.last_brief_before(self._connection, today=today.isoformat())
        return today - WEEK if last is None else date.fromisoformat(last) - timedelta(days=1)

    async def wants_briefs(self, person: Person) -> bool:
        """Whether somebody has not asked for no more briefs."""
        stopped = await self._queries.has_stopped_briefs(self._connection, person=person.id)
        return stopped is None

    async def people_to_brief(self) -> tuple[ToBrief, ...]:
        """Return everybody for whom a brief is due that was not told yet.

        Who joined after a brief fell due is told the next one.
        """
        today = self.now.date()
        due = due_briefs(today, self.plan.brief, self.plan.calendar)
        found = []
        for row in await self._queries.people_to_brief(self._connection, focal=self.plan.focal):
            person = person_from(row)
            joined = moment(row["agreed_at"] or row["added_at"]).astimezone(ZONE).date()
            rows = await self._queries.briefs_of(self._connection, person=person.id)
            told = {each["key"] for each in rows}
            left = tuple(e for e in due if e.key not in told and joined <= e.since)
            if left:
                since = await self.briefed_until(person)
                found.append(ToBrief(person=person, due=left, since=since))
        return tuple(found)


class BriefWriter(BriefReader):
    """Queues briefs, and writes who wants none."""

    async def queue_briefs(self, channels: Collection[str]) -> int:
        """Queue the briefs that are due, once a person, by way of these channels; return how many.

        One without a way to its person is not spent; a bot whose quota is nearly gone carries none.
        """
        queued = 0
        open_ = set(channels) - await self.spared_channels()
        for each in await self.people_to_brief():
            chats = await self._queries.chats_to_tell(self._connection, person=each.person.id)
            if not any(chat["channel"] in open_ for chat in chats):
                continue
            for due in each.due:
                await self._queries.note_brief(
                    self._connection,
                    person=each.person.id,
                    key=due.key,
                    day=self.now.date().isoformat(),
                )
            await notices.write(self._connection, _notice(each), self.now, open_)
            queued += 1
        return queued

    async def stop_briefs(self, person: Person) -> None:
        """Brief the person of this chat no more."""
        self._is_own(person)
        await self._queries.stop_briefs(self._connection, person=person.id, now=self.stamp)

    async def resume_briefs(self, person: Person) -> None:
        """Brief the person of this chat again."""
        self._is_own(person)
        await self._queries.resume_briefs(self._connection, person=person.id)

    def _is_own(self, person: Person) -> None:
        own = self.person is not None and self.person.id == person.id
        if not own or not is_briefed(person, self.plan):
            raise NotAllowed("briefs are stopped by whom they are for")


def _notice(each: ToBrief) -> Notice:
    first = each.due[0]
    given = {"since": each.since.isoformat()}
    if first.period is not None:
        given["closed"] = first.period.ends.isoformat()
    return Notice(person=each.person.id, key=f"brief/{first.key}", dialogue=DIALOGUE, given=given)
