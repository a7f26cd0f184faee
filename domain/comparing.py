"""Agencies compared by their tasks, and figures compared with each other or with their targets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from domain.agency import Agency, AgencyKind
from domain.answering import Hidden, fits_times, fitting, judged_by
from domain.figure import Figure
from domain.indicator import Indicator
from domain.model import Model
from domain.plan import Plan
from domain.query import FigureRankQuery, Order, Part, RankQuery, TaskState
from domain.standing import DeadlineState, Standing
from domain.task import Task


class Score(Model):
    """An agency with the `count` of its tasks that are asked for, `of` those it has; `place` is
    shared by all of one count or share."""

    agency: str
    count: int
    of: int
    place: int


class Ranking(Model):
    """The agencies in the order asked for; `withheld` counts those whose reports are not seen."""

    scores: tuple[Score, ...]
    withheld: int = 0

    @property
    def first(self) -> tuple[Score, ...]:
        """All that share the first place."""
        return tuple(score for score in self.scores if score.place == 1)


class Overview(Model):
    """One agency's tasks by how they stand; states are None where its reports are not seen."""

    agency: str
    leads: int
    coordinates: int
    states: dict[TaskState, int] | None


class FigureScore(Model):
    """A figure, for several indicators the share of its target; the `place` may be shared."""

    figure: Figure
    share: Decimal | None
    place: int


def judges_reports(query: RankQuery) -> bool:
    """Whether a comparison tells how tasks stand, which not everybody may see."""
    return bool(query.tasks.states) or query.tasks.reported is not None


def compared(query: RankQuery, plan: Plan) -> tuple[Agency, ...]:
    """Return the single agencies that are compared, in the plan's order."""
    named = set(plan.expand(*query.agencies))
    return tuple(
        agency
        for agency in plan.agencies
        if agency.kind is not AgencyKind.GROUP
        and (not named or agency.id in named)
        and (not query.kinds or agency.kind in query.kinds)
    )


def rank(query: RankQuery, standing: Standing, hidden: Hidden = frozenset()) -> Ranking:
    """Count each agency's tasks and set the agencies in order; ties keep the plan's order.

    An agency's own reports decide on its part. Where states are asked for, agencies without any
    task are left out: nothing done of nothing is no last place.
    """
    judged = judges_reports(query)
    agencies = compared(query, standing.plan)
    seen = [each.id for each in agencies if not judged or each.id not in hidden]
    counts: defaultdict[str, int] = defaultdict(int)
    totals: defaultdict[str, int] = defaultdict(int)
    stands_so = judged_by(query.tasks, standing)
    for task in _asked(query, standing):
        for agency in _theirs(query.part, task, standing.plan):
            own = agency if agency in standing.plan.responsible(task.number) else None
            if not query.tasks.numbers and not fits_times(query.tasks, task, standing, own):
                continue
            totals[agency] += 1
            counts[agency] += not judged or stands_so(task, own)
    found = [each for each in seen if totals[each] or not judged]
    return Ranking(scores=_placed(query, found, counts, totals), withheld=len(agencies) - len(seen))


def _asked(query: RankQuery, standing: Standing) -> Iterable[Task]:
    numbers = query.tasks.numbers
    if numbers:
        return [task for task in standing.plan.tasks if task.number in numbers]
    return fitting(query.tasks, standing)


def _theirs(part: Part, task: Task, plan: Plan) -> tuple[str, ...]:
    if part is Part.LEAD:
        return plan.responsible(task.number)
    if part is Part.COORDINATE:
        return plan.expand(*task.coordinators)
    return plan.expand(*task.leads, *task.coordinators)


def _placed(
    query: RankQuery, agencies: Sequence[str], counts: dict[str, int], totals: dict[str, int]
) -> tuple[Score, ...]:
    def value(agency: str) -> Decimal:
        count = Decimal(counts.get(agency, 0))
        return count / (totals.get(agency) or 1) if query.share else count

    ordered = sorted(agencies, key=value, reverse=query.order is not Order.FEWEST)
    places = _places([value(each) for each in ordered])
    return tuple(
        Score(agency=each, count=counts.get(each, 0), of=totals.get(each, 0), place=place)
        for each, place in zip(ordered, places, strict=True)
    )


def _places(values: Sequence[Decimal]) -> list[int]:
    """Return each value's place; equal ones share it, and the next place counts them all."""
    places: list[int] = []
    for n, value in enumerate(values):
        places.append(places[-1] if n and value == values[n - 1] else n + 1)
    return places


def overview(agency: str, standing: Standing, *, seen: bool) -> Overview:
    """Return how many tasks an agency leads and coordinates, and how those it leads stand."""
    plan = standing.plan
    led = plan.led_by(agency)
    states = [standing.of(task, agency).state for task in led]
    known = {
        TaskState.DONE: states.count(DeadlineState.DONE),
        TaskState.OVERDUE: states.count(DeadlineState.OVERDUE),
        TaskState.UNREPORTED: sum(standing.unreported(task.number, agency) for task in led),
    }
    return Overview(
        agency=agency,
        leads=len(led),
        coordinates=len(plan.coordinated_by(agency)),
        states=known if seen else None,
    )


def rank_figures(
    query: FigureRankQuery, plan: Plan, figures: Iterable[Figure], year: int
) -> tuple[FigureScore, ...]:
    """Set the figures of a year in order: of one indicator, or of all by share of their target.

    Figures of what has left the plan are left out.
    """
    named = set(plan.expand(*query.agencies))
    found = []
    for figure in figures:
        indicator = plan.indicator_by_number.get(figure.indicator)
        agency = plan.agency_by_id.get(figure.agency)
        if indicator is None or agency is None:
            continue
        asked = query.indicator in (None, figure.indicator) and figure.year == year
        own = not named or agency.id in named
        if asked and own and (not query.kinds or agency.kind in query.kinds):
            share = _share(indicator, figure) if query.indicator is None else None
            if share is not None or query.indicator is not None:
                found.append((figure, share))
    found.sort(
        key=lambda each: each[0].value if each[1] is None else each[1],
        reverse=query.order is not Order.FEWEST,
    )
    places = _places([figure.value if share is None else share for figure, share in found])
    return tuple(
        FigureScore(figure=figure, share=share, place=place)
        for (figure, share), place in zip(found, places, strict=True)
    )


def _share(indicator: Indicator, figure: Figure) -> Decimal | None:
    """How much of the target is reached, in percent; None without a target for the year."""
    target = indicator.targets.get(figure.year)
    return None if target is None or not target.low else figure.value * 100 / target.low
