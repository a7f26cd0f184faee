"""Who stands in for whom: a head on leave names a deputy from day to day."""

from datetime import date

from domain.model import Model
from domain.person import REPORTERS, Person
from storage.people import person_from
from storage.session import NotAllowed, Session


class Delegation(Model):
    """A deputy named from `starts` to `ends`, both counted."""

    deputy: Person
    starts: date
    ends: date


class DelegationReader(Session):
    """Reads who acts for whom today; a deputy of another agency by now acts for nobody."""

    async def stands_in_for(self, person: Person) -> tuple[Person, ...]:
        """Return those who are on leave today and have named this person."""
        rows = await self._queries.absent_for(
            self._connection, deputy=person.id, day=self.now.date().isoformat()
        )
        return tuple(map(person_from, rows))

    async def deputy_of(self, person: Person) -> Person | None:
        """Return who stands in for a person today, if anybody does."""
        found = await self.delegation_of(person)
        return found.deputy if found is not None and found.starts <= self.now.date() else None

    async def delegation_of(self, person: Person) -> Delegation | None:
        """Return a person's delegation that lasts or is to come, the one named last."""
        row = await self._queries.delegation_of(
            self._connection, person=person.id, day=self.now.date().isoformat()
        )
        if row is None:
            return None
        deputy = {"id": row["deputy"], "name": row["name"], "role": row["role"]}
        return Delegation(
            deputy=Person.model_validate({**deputy, "agency": row["agency"]}),
            starts=row["starts"],
            ends=row["ends"],
        )


class DelegationWriter(DelegationReader):
    """Names deputies and takes them back."""

    async def delegate(self, named: Delegation) -> None:
        """Have a deputy stand in for the person of this chat; an earlier delegation ends."""
        person = self.person
        if person is None or person.role not in REPORTERS:
            raise NotAllowed("a deputy stands in for who reports")
        if named.deputy.agency != person.agency:
            raise NotAllowed("a deputy is of the same agency")
        await self._queries.end_delegations(self._connection, person=person.id, now=self.stamp)
        await self._queries.delegate(
            self._connection,
            person=person.id,
            deputy=named.deputy.id,
            starts=named.starts.isoformat(),
            ends=named.ends.isoformat(),
            now=self.stamp,
        )

    async def end_delegation(self, person: Person) -> None:
        """Take back what the person of this chat has delegated."""
        if person != self.person:
            raise NotAllowed("somebody else's delegation")
        await self._queries.end_delegations(self._connection, person=person.id, now=self.stamp)
