"""Who leads a task by decision of the focal agency, since when."""

from datetime import date

from domain.model import Model
from domain.person import may_assign
from domain.succession import Assignment, came_after
from storage import succession
from storage.session import NotAllowed, Session


class AssignmentDraft(Model):
    """What is about to be assigned; `basis` is the decision in the focal agency's words.

    `before` are the leads that were shown: it is refused once there are others.
    """

    task: int
    lead: str
    since: date
    basis: str | None = None
    before: tuple[str, ...] = ()


class AssignmentReader(Session):
    """Reads which tasks wait for a lead."""

    async def candidates(self, task: int) -> tuple[str, ...]:
        """Return who may be meant where a split left a task open: who came after its old lead."""
        rows = await self._queries.agencies_of_reports(
            self._connection, plan=self.plan.id, task=task
        )
        reported = [row["agency"] for row in rows if row["agency"] in self.plan.agency_by_id]
        after = [each for agency in reported for each in came_after(self.plan, agency)]
        return tuple(dict.fromkeys(each for each in after if each not in reported))


class AssignmentWriter(AssignmentReader):
    """Writes who leads a task."""

    async def assign(self, draft: AssignmentDraft) -> bool:
        """Have an agency lead a task; return False where others lead it by now than were shown."""
        person = self.person
        if person is None or not may_assign(person):
            raise NotAllowed(f"assign NV {draft.task}")
        if self.plan.task_by_number[draft.task].leads != draft.before:
            return False
        await succession.assign(
            self._connection,
            self.plan,
            Assignment(task=draft.task, leads=(draft.lead,), since=draft.since),
            person=person,
            reason=draft.basis,
            now=self.now,
        )
        return True
