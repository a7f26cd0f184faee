"""A roster as a CSV file: who has which role in which agency; mistakes are told with their line."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import process

from bot.user_error import UserError
from dialogue.texts import Texts
from domain.agency import AgencyKind
from domain.model import Model
from domain.person import Role
from domain.plan import Plan
from domain.succession import came_after
from storage.people import same_name
from understanding.folding import composed, fold

LONGEST_NAME = 120
LIKE = 70
"""From this likeness (0 to 100) an unknown agency is answered with a known one's name."""
COLUMNS = ("name", "agency", "role")
LANGUAGES = ("vi", "en")


class Entry(Model):
    """One person of a roster file, at its line."""

    line: int
    name: str
    role: Role
    agency: str


class NotRecognized(UserError):
    """A word names no role, or no single agency; the text says so."""


class RosterMistakes(UserError):
    """What is wrong in a roster, line by line."""

    def __init__(self, mistakes: Sequence[UserError]) -> None:
        super().__init__("cli-nothing-imported")
        self.mistakes = mistakes

    def told(self, texts: Texts) -> str:
        """Say it, each mistake on a line of its own."""
        return "\n".join((super().told(texts), *(each.told(texts) for each in self.mistakes)))


class Words:
    """Finds roles and agencies by what people write; case, marks, dots and spaces do not matter."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._agencies: dict[str, dict[str, None]] = defaultdict(dict)
        for each in plan.agencies:
            spellings = (each.id, each.name, each.short, *each.aliases, *each.abbreviations)
            for spelling in spellings:
                self._agencies[_key(spelling)][each.id] = None

    def role(self, said: str) -> Role:
        """Return the role of a Vietnamese or English word; raise NotRecognized."""
        found = _roles().get(_key(said))
        if found is None:
            raise NotRecognized("cli-no-role", said=said, roles=", ".join(Role))
        return found

    def agency(self, said: str) -> str:
        """Return the id of the one agency a spelling means; raise NotRecognized."""
        if said in self._plan.agency_by_id:
            found = [said]
        else:
            found = list(self._agencies.get(_key(said), ()))
        if not found:
            like = process.extractOne(_key(said), self._agencies.keys())
            if like is None or like[1] <= LIKE:
                raise NotRecognized("cli-no-agency", said=said)
            raise NotRecognized("cli-no-agency-but", said=said, like=self._name(like[0]))
        if len(found) > 1:
            names = " / ".join(self._plan.agency_by_id[each].name for each in found)
            raise NotRecognized("cli-several-agencies", said=said, names=names)
        if self._plan.agency_by_id[found[0]].kind is AgencyKind.GROUP:
            raise NotRecognized("cli-agency-is-group", said=said)
        return found[0]

    def agency_now(self, said: str) -> str:
        """Return the agency that is there now under a spelling, or in place of one that has ended.

        Raise NotRecognized where it was split: nobody is put into one of several.
        """
        agency = self.agency(said)
        after = came_after(self._plan, agency)
        if len(after) != 1:
            names = " or ".join(repr(self._plan.agency_by_id[each].name) for each in after)
            raise NotRecognized(f"{said!r} has ended; name what came after: {names or 'none'}")
        return after[0]

    def _name(self, key: str) -> str:
        return self._plan.agency_by_id[next(iter(self._agencies[key]))].name


def read_roster(content: bytes, plan: Plan) -> tuple[Entry, ...]:
    """Read a roster; raise UserError that lists every mistake with its line."""
    rows = _rows(content)
    columns = _columns(rows[0][1])
    words = Words(plan)
    entries: list[Entry] = []
    mistakes: list[UserError] = []
    seen: dict[tuple[str, str], int] = {}
    for line, row in rows[1:]:
        try:
            entry = _entry(line, row, columns, words)
        except NotRecognized as mistake:
            mistakes.append(UserError("cli-at-line", line=str(line), why=mistake))
            continue
        first = seen.setdefault((same_name(entry.name), entry.agency), line)
        if first != line:
            same = UserError("cli-same-person", first=str(first))
            mistakes.append(UserError("cli-at-line", line=str(line), why=same))
        entries.append(entry)
    if mistakes:
        raise RosterMistakes(mistakes)
    return tuple(entries)


def separator_of(content: bytes) -> str:
    """Return what stands between the cells of a roster, as the spreadsheet that wrote it reads."""
    head = content.split(b"\n", 1)[0].decode(errors="replace")
    return max(",;\t", key=head.count)


def _rows(content: bytes) -> list[tuple[int, list[str]]]:
    try:
        text = composed(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = UserError("cli-not-utf-8")
        raise UserError("cli-at-line", line=str(line), why=why) from error
    separator = separator_of(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = [(reader.line_num, [_tidy(cell) for cell in row]) for row in reader]
    except csv.Error as error:
        raise UserError("cli-at-line", line=str(reader.line_num), why=str(error)) from error
    filled = [(line, row) for line, row in rows if any(row)]
    if not filled:
        raise UserError("cli-roster-empty", columns=", ".join(COLUMNS))
    return filled


def _columns(head: Sequence[str]) -> dict[str, int]:
    found = {name: at for at, cell in enumerate(head) for name in _headings().get(_key(cell), ())}
    missing = [name for name in COLUMNS if name not in found]
    if missing:
        raise UserError("cli-roster-column", column=missing[0])
    return found


def _entry(line: int, row: Sequence[str], columns: dict[str, int], words: Words) -> Entry:
    if len(row) <= max(columns.values()):
        needed = max(columns.values()) + 1
        raise NotRecognized("cli-few-cells", found=len(row), needed=needed)
    name = row[columns["name"]]
    if not 0 < len(name) <= LONGEST_NAME:
        raise NotRecognized("cli-name-length", most=LONGEST_NAME)
    return Entry(
        line=line,
        name=name,
        role=words.role(row[columns["role"]]),
        agency=words.agency_now(row[columns["agency"]]),
    )


@cache
def _roles() -> dict[str, Role]:
    written = {_key(role): role for role in Role}
    return written | {_key(word): role for role in Role for word in _words(role.value)}


@cache
def _headings() -> dict[str, tuple[str, ...]]:
    return {_key(word): (name,) for name in COLUMNS for word in _words(name)}


def _words(of: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield from Texts(language).plain(f"cli-words-{of}").split(",")


def _tidy(cell: str) -> str:
    return " ".join(cell.split())


def _key(said: str) -> str:
    return "".join(char for char in fold(composed(said)) if char.isalnum())
