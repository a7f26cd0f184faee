"""What is settled when something is filed: on whose behalf, and who has to confirm it."""

from domain.person import Person, Role
from storage.session import NotAllowed, Session


class Filing(Session):
    """What reports and figures have in common when they are filed."""

    async def _filing(self, person: Person, agency: str) -> dict[str, object]:
        """Return `by_agency`, the one that reports on behalf of another, and `needs_head`.

        A head's own word needs no other's; where an agency has no head on the roster, or another
        reports on its behalf, nobody there is waited for.
        """
        by_agency = None if person.agency == agency else person.agency
        needs_head = False
        if self.plan.review.head and by_agency is None and person.role is not Role.HEAD:
            rows = await self._queries.people_in(self._connection, agency=agency)
            needs_head = any(row["role"] == Role.HEAD for row in rows)
        return {"by_agency": by_agency, "needs_head": needs_head}

    async def _must_be_own(self, filed: int) -> None:
        """Raise NotAllowed unless the person of this chat filed a report or figure."""
        reporter = await self._queries.reporter_of(self._connection, id=filed)
        if self.person is None or reporter != self.person.id:
            raise NotAllowed(f"files of report {filed}")
