"""Which agencies there are, and how they are found in a cell; the agencies themselves are data."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from domain.agency import Agency
from domain.model import Model
from plans.wording import wording

SOC_TRANG = Path(__file__).parent / "registers" / "soc-trang.yaml"
"""The register of the province whose plan is shipped."""


class Entry(Agency):
    """An agency of a register file; `misspelt` are wrong spellings that stand in a plan."""

    misspelt: tuple[str, ...] = ()

    def agency(self) -> Agency:
        """Return the agency, understood under its wrong spellings too."""
        fields = {name: getattr(self, name) for name in Agency.model_fields}
        return Agency(**{**fields, "aliases": (*self.aliases, *self.misspelt)})


class Named(Model):
    """What a cell names: agencies by id, and all other words of it.

    `misspelt` pairs a wrong spelling with the name that is meant; `generic` are words that mean
    many at once, such as all departments concerned; `unknown` are not understood at all.
    """

    agencies: tuple[str, ...] = ()
    misspelt: tuple[tuple[str, str], ...] = ()
    generic: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Register:
    """Finds agencies in the cells of a plan by their names and aliases, never by likeness."""

    def __init__(self, agencies: Iterable[Agency], misspelt: Iterable[str] = ()) -> None:
        self.agencies = tuple(agencies)
        self.misspelt = frozenset(wording().fold(spelling) for spelling in misspelt)
        self._agencies = {
            wording().fold(spelling): agency
            for agency in self.agencies
            for spelling in (agency.name, *agency.aliases)
        }
        longest_first = sorted(self._agencies, key=len, reverse=True)
        names = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._names = re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    def named_in(self, cell: str) -> Named:
        """Return what the cell names; every word of it is accounted for."""
        found: dict[str, None] = {}
        misspelt, between, end = [], [], 0
        for match in self._names.finditer(wording().fold(cell)):
            between.append(cell[end : match.start()])
            end = match.end()
            agency = self._agencies[match[0]]
            found[agency.id] = None
            if match[0] in self.misspelt:
                misspelt.append((cell[match.start() : end], agency.name))
        others = [words for gap in (*between, cell[end:]) if (words := _trim(gap))]
        openers = wording().generic_openers
        return Named(
            agencies=tuple(found),
            misspelt=tuple(misspelt),
            generic=tuple(words for words in others if wording().begins(words, openers)),
            unknown=tuple(words for words in others if not wording().begins(words, openers)),
        )


@cache
def read_register(path: Path = SOC_TRANG) -> Register:
    """Read a register's file."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    entries = TypeAdapter(tuple[Entry, ...]).validate_python(loaded)
    misspelt = (spelling for entry in entries for spelling in entry.misspelt)
    return Register((entry.agency() for entry in entries), misspelt)


def _trim(gap: str) -> str:
    between = wording().between_agencies
    return re.sub(rf"^(?:{between})+|(?:{between})+$", "", gap)
