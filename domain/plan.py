"""A plan: who does what by when, and what is to be reached."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

from domain.agency import Agency, AgencyKind
from domain.brief import BriefRules
from domain.indicator import Indicator
from domain.model import Model
from domain.period import Calendar
from domain.reviewing import ReviewRules
from domain.task import Task, TaskGroup
from domain.timetable import Ladder, Timetable

Matter = TypeVar("Matter", Task, Indicator)


class Plan(Model):
    """A whole plan; `id` is the document number made safe for a file name."""

    id: str
    number: str
    title: str
    issuer: str
    issued_on: date
    focal: str
    reports_open: bool = False
    calendar: Calendar = Calendar()
    review: ReviewRules = ReviewRules()
    reminders: Ladder = Ladder()
    brief: BriefRules = BriefRules()
    agencies: tuple[Agency, ...]
    groups: tuple[TaskGroup, ...]
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]

    @cached_property
    def timetable(self) -> Timetable:
        """On which days what is reminded of."""
        return Timetable(calendar=self.calendar, ladder=self.reminders)

    @cached_property
    def agency_by_id(self) -> dict[str, Agency]:
        """All agencies and groups by id."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def task_by_number(self) -> dict[int, Task]:
        """All tasks by number."""
        return {task.number: task for task in self.tasks}

    @cached_property
    def indicator_by_number(self) -> dict[int, Indicator]:
        """All indicators by number."""
        return {indicator.number: indicator for indicator in self.indicators}

    def expand(self, *agencies: str) -> tuple[str, ...]:
        """Replace groups by their members, keeping order, each agency once."""
        found: dict[str, None] = {}
        for id_ in agencies:
            agency = self.agency_by_id[id_]
            members = agency.members if agency.kind is AgencyKind.GROUP else (id_,)
            found.update(dict.fromkeys(members))
        return tuple(found)

    @cached_property
    def _responsible(self) -> dict[int, tuple[str, ...]]:
        return {task.number: self.expand(*task.leads) for task in self.tasks}

    def responsible(self, task: int) -> tuple[str, ...]:
        """Return the single agencies that owe a report on a task: its leads, groups expanded."""
        return self._responsible[task]

    def led_by(self, agency: str) -> tuple[Task, ...]:
        """Return the tasks an agency leads, alone or as a member of a group."""
        return self._led.get(agency, ())

    @cached_property
    def _led(self) -> dict[str, tuple[Task, ...]]:
        return _by_agency(self.tasks, lambda task: self._responsible[task.number])

    def measured_by(self, indicator: int) -> tuple[str, ...]:
        """Return the single agencies that each report an indicator's figure for themselves."""
        return self._measured[indicator]

    @cached_property
    def _measured(self) -> dict[int, tuple[str, ...]]:
        return {each.number: self.expand(*each.leads) for each in self.indicators}

    def indicators_of(self, agency: str) -> tuple[Indicator, ...]:
        """Return the indicators an agency reports, alone or as a member of a group."""
        return self._indicators.get(agency, ())

    @cached_property
    def _indicators(self) -> dict[str, tuple[Indicator, ...]]:
        return _by_agency(self.indicators, lambda each: self._measured[each.number])

    def coordinated_by(self, agency: str) -> tuple[Task, ...]:
        """Return the tasks whose coordination cell names the agency or a group it belongs to."""
        return self._coordinated.get(agency, ())

    @cached_property
    def _coordinated(self) -> dict[str, tuple[Task, ...]]:
        return _by_agency(self.tasks, lambda task: self.expand(*task.coordinators))

    def naming_as_lead(self, agency: str) -> tuple[Task, ...]:
        """Return the tasks whose lead cell names this very agency or group."""
        return self._naming_as_lead.get(agency, ())

    @cached_property
    def _naming_as_lead(self) -> dict[str, tuple[Task, ...]]:
        return _by_agency(self.tasks, lambda task: task.leads)

    def naming_as_coordinator(self, agency: str) -> tuple[Task, ...]:
        """Return the tasks whose coordination cell names this very agency or group."""
        return self._naming_as_coordinator.get(agency, ())

    @cached_property
    def _naming_as_coordinator(self) -> dict[str, tuple[Task, ...]]:
        return _by_agency(self.tasks, lambda task: task.coordinators)


def _by_agency(
    matters: Iterable[Matter], agencies: Callable[[Matter], Iterable[str]]
) -> dict[str, tuple[Matter, ...]]:
    """Return the tasks or indicators of each agency, in the plan's order."""
    found: defaultdict[str, list[Matter]] = defaultdict(list)
    for matter in matters:
        for agency in dict.fromkeys(agencies(matter)):
            found[agency].append(matter)
    return {agency: tuple(own) for agency, own in found.items()}
