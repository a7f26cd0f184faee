"""The roster: people, the codes they join with, the chats they are bound to."""

import hashlib
import re
import secrets
import sqlite3
from datetime import datetime, timedelta

from dialogue.messages import Message
from domain.masking import without_phones
from domain.model import Model
from domain.person import Person, Role
from domain.roster import RosterAct
from storage.chats import queue
from storage.consents import Agreement, ConsentReader, ConsentWriter
from storage.moments import moment, stamp
from understanding.commands import read_start_code
from understanding.folding import composed

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 10
CODE_DAYS = 14
LINK_LASTS = timedelta(minutes=15)
"""How long a code lasts that somebody gets for one more account of their own."""
_CODE = re.compile(f"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")
FREE_GUESSES = 3
BAR = timedelta(minutes=5)
"""Each wrong code after the free ones doubles the wait, from five minutes to a day."""


class Binding(Model):
    """A join: the code's hash, the privacy notice agreed to, and what other accounts are told."""

    code_hash: str
    agreement: Agreement
    news: str = ""


class CodeSpent(Exception):
    """A code was used or expired between being shown and being agreed to."""


class RosterLine(Model):
    """A person on the roster with the state of joining."""

    person: Person
    chats: int
    code_until: datetime | None


class PeopleReader(ConsentReader):
    """Reads the roster."""

    async def person_by_code(self, code_hash: str) -> Person | None:
        """Return whom an unused, unexpired code belongs to."""
        row = await self._queries.person_by_code(self._connection, hash=code_hash, now=self.stamp)
        return None if row is None else person_from(row)

    async def roster(self) -> tuple[RosterLine, ...]:
        """Return everyone not revoked, in the order they were added."""
        rows = await self._queries.roster(self._connection)
        return tuple(
            RosterLine(
                person=person_from(row),
                chats=row["chats"],
                code_until=moment(row["code_until"]) if row["code_until"] else None,
            )
            for row in rows
        )

    async def person_by_id(self, id_: int) -> Person | None:
        """Return a person who is on the roster still."""
        row = await self._queries.person_of(self._connection, id=id_)
        return None if row is None else person_from(row)

    async def people_in(self, agency: str | None, *roles: Role) -> tuple[Person, ...]:
        """Return who is on the roster in these roles, of an agency or of all."""
        found = [
            person_from(row)
            for role in roles
            for row in await self._queries.people_in_role(
                self._connection, agency=agency, role=role.value
            )
        ]
        return tuple(sorted(found, key=lambda person: person.id))

    async def channels_of(self, person: Person) -> tuple[str, ...]:
        """Return the channels somebody is bound on, one for each account, the first bound first.

        A channel is named without the number of the bot.
        """
        rows = await self._queries.chats_of_person(self._connection, person=person.id)
        return tuple(row["channel"].partition(":")[0] for row in rows)

    async def channel_here(self) -> str:
        """Return the channel of this chat, without the number of the bot."""
        channel = await self._queries.channel_of(self._connection, address=self.address)
        return str(channel).partition(":")[0]

    async def preferred_channel(self, person: Person) -> str | None:
        """Return the channel that somebody wants to be reminded on first, if any was chosen."""
        found: str | None = await self._queries.preferred_channel(
            self._connection, person=person.id
        )
        return found

    async def taken_off(self, name: str, agency: str) -> tuple[Person, datetime] | None:
        """Return who of this name was taken off last, and when; None if one is there, or none."""
        row = await self._found(name, agency)
        if row is None or row["revoked_at"] is None:
            return None
        return person_from(row), moment(row["revoked_at"])

    async def _found(self, name: str, agency: str) -> sqlite3.Row | None:
        """The row of a person by name: who is on the roster, else who was taken off last."""
        rows = await self._queries.people_of(self._connection, agency=agency)
        return next((row for row in rows if same_name(row["name"]) == same_name(name)), None)


class PeopleWriter(PeopleReader, ConsentWriter):
    """Changes the roster and its bindings."""

    async def join(self, binding: Binding) -> Person:
        """Bind this chat to the code's person, spend the code, keep the consent."""
        id_ = await self._queries.use_code(self._connection, hash=binding.code_hash, now=self.stamp)
        person = None if id_ is None else await self.person_by_id(id_)
        if person is None:
            raise CodeSpent
        others = await self._queries.chats_of_person(self._connection, person=person.id)
        for chat in others:
            if binding.news and chat["unreachable_at"] is None and chat["id"] != self.address:
                await queue(self._connection, chat["id"], Message(text=binding.news), self.now)
        await self.bind(person.id)
        await self.record_consent(person.id, binding.agreement)
        await self._log(person.id, RosterAct.JOINED)
        return person

    async def bind(self, person: int) -> None:
        """Bind this chat to a person."""
        await self._queries.bind(self._connection, address=self.address, person=person)

    async def sign_out(self, person: Person) -> None:
        """Unbind this chat and end its browser's session; reports stay."""
        await self._queries.unbind(self._connection, address=self.address)
        await self._queries.end_web_session(self._connection, [{"address": self.address}])
        await self._log(person.id, RosterAct.SIGNED_OUT)

    async def count_wrong_code(self, failed_before: int) -> None:
        """Count a wrong code; after the free guesses the chat must wait, each time longer."""
        over = failed_before + 1 - FREE_GUESSES
        wait = min(BAR * 2 ** min(over, 10), timedelta(days=1)) if over >= 0 else None
        await self._queries.count_wrong_code(
            self._connection,
            address=self.address,
            barred_until=None if wait is None else stamp(self.now + wait),
        )

    async def import_person(self, name: str, role: Role, agency: str) -> tuple[Person, bool]:
        """Add somebody, or set the role of one who is there; return whether anything changed.

        A phone number in the name is stored masked.
        """
        name = without_phones(name)
        row = await self._found(name, agency)
        if row is None or row["revoked_at"] is not None:
            id_ = await self._queries.add_person(
                self._connection, name=name, role=role, agency=agency, now=self.stamp
            )
            await self._log(id_, RosterAct.ADDED, after=role.value)
            return Person(id=id_, name=name, role=role, agency=agency), True
        changed = row["role"] != role
        if changed:
            await self._queries.set_role(self._connection, id=row["id"], role=role)
            await self._log(row["id"], RosterAct.ROLE, before=row["role"], after=role.value)
        return Person(id=row["id"], name=row["name"], role=role, agency=agency), changed

    async def restore(self, person: int) -> Person | None:
        """Put back somebody who was taken off; None where nobody was, or the name is taken."""
        row = await self._queries.revoked_person(self._connection, id=person)
        if row is None:
            return None
        namesake = await self._found(row["name"], row["agency"])
        if namesake is not None and namesake["revoked_at"] is None:
            return None
        await self._queries.restore_person(self._connection, id=person)
        await self._log(person, RosterAct.RESTORED)
        return person_from(row)

    async def link_code(self, person: Person) -> str:
        """Return a code with which somebody joins from one more account within minutes."""
        return await self.issue_code(person.id, LINK_LASTS)

    async def prefer_channel(self, preferred: tuple[Person, str]) -> None:
        """Have a person reminded on a channel first: (person, channel)."""
        person, channel = preferred
        await self._queries.prefer_channel(self._connection, person=person.id, channel=channel)

    async def issue_code(self, person: int, lasts: timedelta = timedelta(days=CODE_DAYS)) -> str:
        """Return a new single-use code, the only one of the person that works from now on."""
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        await self._queries.void_codes(self._connection, person=person, now=self.stamp)
        await self._queries.add_code(
            self._connection,
            hash=code_hash(code),
            person=person,
            now=self.stamp,
            expires=stamp(self.now + lasts),
        )
        await self._log(person, RosterAct.CODE)
        return code

    async def revoke(self, person: int) -> None:
        """Take somebody off the roster and disconnect them; name and role stay with the reports."""
        await self.disconnect(person)
        await self._queries.revoke_person(self._connection, id=person, now=self.stamp)
        await self._log(person, RosterAct.REMOVED)

    async def _log(
        self, person: int, act: RosterAct, *, before: str | None = None, after: str | None = None
    ) -> None:
        """Note who did this to whom, by which chat."""
        await self._queries.log_roster(
            self._connection,
            person=person,
            act=act.value,
            before=before,
            after=after,
            actor=None if self.person is None else self.person.id,
            address=self.address,
            now=self.stamp,
        )

    async def disconnect(self, person: int) -> None:
        """Leave a person no way in: chats unbound, codes void, open talks and sessions gone."""
        await self._queries.end_web_sessions_of(self._connection, person=person)
        await self._queries.void_codes(self._connection, person=person, now=self.stamp)
        await self._queries.drop_talks_of_person(self._connection, id=person)
        await self._queries.unbind_person(self._connection, id=person)


def same_name(name: str) -> str:
    """Return what two spellings of one name share: case, spaces, letter forms do not matter."""
    return " ".join(composed(name).split()).casefold()


def code_hash(code: str) -> str:
    """Return what is stored of a code; spaces, dashes and case do not matter."""
    plain = "".join(char for char in code.upper() if char.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()


def tells_code(text: str) -> bool:
    """Whether a text is a code to join with, or has one in it: it is a secret and not kept."""
    if read_start_code(text) is not None:
        return True
    whole = re.sub(r"[\s\-]", "", text)
    return any(_CODE.fullmatch(said.upper()) for said in (whole, *text.split()))


def person_from(row: sqlite3.Row) -> Person:
    """Return the person of a row with id, name, role, agency."""
    return Person(id=row["id"], name=row["name"], role=Role(row["role"]), agency=row["agency"])
