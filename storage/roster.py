"""The roster as administrators change it in chat, and agencies people work for besides."""

from domain.person import Person, Role
from domain.roster import Admission, Listed, RosterAct, RosterEntry, may_administer
from storage.moments import moment
from storage.people import PeopleReader, PeopleWriter, person_from
from storage.session import NotAllowed


class RosterReader(PeopleReader):
    """Reads the roster with its log."""

    async def everybody(self) -> tuple[Listed, ...]:
        """Return who is on the roster, and after them who was taken off."""
        return tuple(
            Listed(
                person=person_from(row),
                chats=row["chats"],
                removed=row["revoked_at"] is not None,
            )
            for row in await self._queries.everybody(self._connection)
        )

    async def listed(self, id_: int) -> Listed | None:
        """Return somebody who is or was on the roster."""
        return next((each for each in await self.everybody() if each.person.id == id_), None)

    async def roster_log(self, most: int, person: int | None = None) -> tuple[RosterEntry, ...]:
        """Return what was done last, to one person or to any, the newest first."""
        rows = await self._queries.roster_log(self._connection, person=person, most=most)
        return tuple(
            RosterEntry(
                person=person_from(row),
                act=RosterAct(row["act"]),
                before=row["before"],
                after=row["after"],
                actor=row["actor_name"],
                channel=row["channel"] and row["channel"].partition(":")[0],
                done_at=moment(row["done_at"]),
            )
            for row in rows
        )

    async def further_agencies(self, person: int) -> tuple[str, ...]:
        """Return the agencies somebody works for besides the one acted for now, none that ended."""
        rows = await self._queries.memberships(self._connection, person=person)
        there = {each.id for each in self.plan.agencies if each.valid_to is None}
        return tuple(row["agency"] for row in rows if row["agency"] in there)


class RosterWriter(RosterReader, PeopleWriter):
    """What an administrator writes; each method raises NotAllowed for anybody else."""

    async def admit(self, admission: Admission) -> tuple[Person, str] | None:
        """Add somebody and return the code to join with; None where the name is there already."""
        self._by_administrator(None)
        found = await self._found(admission.name, admission.agency)
        if found is not None and found["revoked_at"] is None:
            return None
        person, _ = await self.import_person(admission.name, admission.role, admission.agency)
        return person, await self.issue_code(person.id)

    async def give_role(self, given: tuple[int, Role]) -> None:
        """Give somebody else another role: (person, role)."""
        id_, role = given
        person = await self._other(id_)
        await self.import_person(person.name, role, person.agency)

    async def move(self, moved: tuple[int, str]) -> bool:
        """Have somebody belong to another agency: (person, agency); False for a namesake there."""
        id_, agency = moved
        person = await self._other(id_)
        return await self._act_for(person, agency, RosterAct.MOVED)

    async def add_agency(self, added: tuple[int, str]) -> None:
        """Have somebody work for a further agency: (person, agency)."""
        id_, agency = added
        person = await self._other(id_)
        await self._queries.add_membership(self._connection, person=person.id, agency=agency)
        await self._log(person.id, RosterAct.AGENCY_ADDED, after=agency)

    async def remove_agency(self, removed: tuple[int, str]) -> None:
        """Have somebody no longer work for a further agency: (person, agency)."""
        id_, agency = removed
        person = await self._other(id_)
        await self._queries.end_membership(self._connection, person=person.id, agency=agency)
        await self._log(person.id, RosterAct.AGENCY_REMOVED, before=agency)

    async def switch_agency(self, agency: str) -> bool:
        """Have the person of this chat act for a further agency; False for a namesake there."""
        person = self.person
        if person is None or agency not in await self.further_agencies(person.id):
            raise NotAllowed(f"act for {agency}")
        if not await self._act_for(person, agency, RosterAct.SWITCHED):
            return False
        await self._queries.end_membership(self._connection, person=person.id, agency=agency)
        await self._queries.add_membership(self._connection, person=person.id, agency=person.agency)
        return True

    async def renew_code(self, id_: int) -> str:
        """Return a new code for somebody who is on the roster."""
        self._by_administrator(None)
        if await self.person_by_id(id_) is None:
            raise NotAllowed(f"a code for {id_}, who is not on the roster")
        return await self.issue_code(id_)

    async def remove(self, id_: int) -> None:
        """Take somebody else off the roster."""
        await self.revoke((await self._other(id_)).id)

    async def bring_back(self, id_: int) -> str | None:
        """Put back somebody who was taken off, and return a code; None for a namesake there."""
        self._by_administrator(id_)
        if await self.restore(id_) is None:
            return None
        return await self.issue_code(id_)

    async def _act_for(self, person: Person, agency: str, act: RosterAct) -> bool:
        found = await self._found(person.name, agency)
        if found is not None and found["revoked_at"] is None:
            return False
        await self._queries.move_person(self._connection, id=person.id, agency=agency)
        await self._log(person.id, act, before=person.agency, after=agency)
        return True

    async def _other(self, id_: int) -> Person:
        self._by_administrator(id_)
        person = await self.person_by_id(id_)
        if person is None:
            raise NotAllowed(f"change {id_}, who is not on the roster")
        return person

    def _by_administrator(self, of: int | None) -> None:
        """Raise NotAllowed for who is no administrator, and for a change of one's own entry."""
        person = self.person
        if person is None or not may_administer(person) or person.id == of:
            raise NotAllowed("change the roster")
