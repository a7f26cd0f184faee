"""The table of docs/permissions.md: which role may do what, for whom."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from domain.person import Role

ROOT = Path(__file__).parents[3]
HEAD = ["action", "dialogues", "stranger", *Role]
HEADS = {
    "docs/permissions.md": HEAD,
    "docs/permissions.vi.md": [
        *("việc", "hội thoại", "người lạ", "cán bộ đầu mối", "thủ trưởng cơ quan"),
        *("cơ quan đầu mối", "lãnh đạo", "quản trị hệ thống"),
    ],
}


class Cell(StrEnum):
    """What a cell grants, as it is written in the English table."""

    NO = "no"
    OWN = "own"
    OWN_AGENCY = "own agency"
    OTHERS = "others"
    ALL = "all"


VIETNAMESE = {
    "không": Cell.NO,
    "của mình": Cell.OWN,
    "cơ quan mình": Cell.OWN_AGENCY,
    "cơ quan khác": Cell.OTHERS,
    "tất cả": Cell.ALL,
}


class Scope(StrEnum):
    """Whose the matter is: one's own (agency or self), or somebody else's."""

    OWN = "own"
    OTHER = "other"


def grants(cell: Cell, scope: Scope) -> bool:
    """Whether a cell allows an action on what is one's own, or on what is another's."""
    if scope is Scope.OWN:
        return cell in (Cell.OWN, Cell.OWN_AGENCY, Cell.ALL)
    return cell in (Cell.OTHERS, Cell.ALL)


@dataclass(frozen=True)
class Row:
    """One action: its key, the dialogues it is done in, a cell for each role; None: a stranger."""

    key: str
    dialogues: tuple[str, ...]
    cells: dict[Role | None, Cell]


def read_table(path: str) -> list[Row]:
    """Return the rows of a file's one table of permissions."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in _table(lines)]
    assert rows[0] == HEADS[path], rows[0]
    return [_row(cells, path) for cells in rows[2:]]


def _table(lines: list[str]) -> list[str]:
    """The lines of the last table."""
    start = max(place for place, line in enumerate(lines) if line.startswith("|---"))
    return [line for line in lines[start - 1 :] if line.startswith("|")]


def _row(cells: list[str], path: str) -> Row:
    action, dialogues, *granted = cells
    keys = re.findall(r"`([\w-]+)`", action)
    assert len(keys) == 1, action
    words = {cell.value: cell for cell in Cell} if path.endswith("permissions.md") else VIETNAMESE
    roles: list[Role | None] = [None, *Role]
    named = tuple(re.findall(r"`(\w+)`", dialogues))
    return Row(keys[0], named, dict(zip(roles, (words[each] for each in granted), strict=True)))
