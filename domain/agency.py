"""Agencies and groups of agencies."""

from datetime import date
from enum import StrEnum

from domain.model import Model


class AgencyKind(StrEnum):
    """What sort of body an agency is; a GROUP stands for its members."""

    DEPARTMENT = "department"
    DISTRICT = "district"
    BOARD = "board"
    OTHER = "other"
    GROUP = "group"


class Agency(Model):
    """A body that leads, coordinates or follows tasks; `id` is a readable slug and never changes.

    `short` fits a phone's line. `aliases` are other full spellings, also misspelt ones that stand
    in the plan; `abbreviations` are what people type (case, dots, spaces and marks do not matter).
    """

    id: str
    name: str
    short: str
    kind: AgencyKind
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
