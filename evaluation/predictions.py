"""What the chat would answer, in the plain form that scoring compares."""

from datetime import date

from domain.answering import select_tasks
from domain.comparing import rank, rank_figures
from domain.figure import Figure, latest_figures
from domain.indicator_answers import select_indicators
from domain.model import Model
from domain.query import (
    AgencyTerm,
    Ambiguous,
    FigureRankQuery,
    IndicatorAsk,
    IndicatorQuery,
    LookupQuery,
    Order,
    OutOfScope,
    Query,
    RankQuery,
    Shape,
    TalkToBot,
    TaskQuery,
    TaskState,
    TimesQuery,
    UnknownAgency,
    UnreportedQuery,
)
from domain.standing import Standing
from understanding.lexicon import Lexicon
from understanding.questions import read_first_question
from understanding.reports import ReportKind, ReportReading, read_report


class Answer(Model):
    """The answer to a question: its kind, the tasks and indicators listed, the number told."""

    id: str = ""
    kind: str
    tasks: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()
    value: float | None = None

    @property
    def sets(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tasks and indicators listed, whatever their order."""
        return frozenset(self.tasks), frozenset(self.indicators)


class Filled(Model):
    """A report as it would be pre-filled on the card; what was not said is None."""

    id: str = ""
    kind: str
    task: int | None = None
    status: str | None = None
    percent: float | None = None
    document_number: str | None = None
    document_date: date | None = None
    obstacle: str | None = None
    indicator: int | None = None
    value: float | None = None
    year: int | None = None


class Answers:
    """Answers questions about one plan by its reports and figures, all of which may be seen."""

    def __init__(
        self, lexicon: Lexicon, standing: Standing, figures: tuple[Figure, ...] = ()
    ) -> None:
        self._lexicon = lexicon
        self._standing = standing
        self._figures = figures

    def to(self, text: str, own_agency: str | None = None) -> Answer:
        """Return the answer to a question as it was typed."""
        return self.of(read_first_question(text, self._lexicon, self._standing.today, own_agency))

    def of(self, query: Query) -> Answer:
        """Return the answer to a question that has been read."""
        match query:
            case TaskQuery():
                return self._tasks(query)
            case IndicatorQuery():
                return self._indicators(query)
            case UnreportedQuery():
                tasks = query.tasks or TaskQuery()
                return self._tasks(tasks.model_copy(update={"states": (TaskState.UNREPORTED,)}))
            case RankQuery():
                return self._tasks_of_first(query)
            case FigureRankQuery():
                return self._first_figure(query)
            case UnknownAgency():
                kind = "indicators" if query.indicators else "tasks"
                return Answer(kind="count" if query.shape is Shape.COUNT else kind)
            case TalkToBot():
                return Answer(kind="help")
            case OutOfScope() | LookupQuery() | TimesQuery():
                return Answer(kind="out_of_scope")
            case Ambiguous():
                return Answer(kind="ask")

    def _tasks(self, query: TaskQuery) -> Answer:
        tasks = tuple(task.number for task in select_tasks(query, self._standing).tasks)
        if query.shape is Shape.COUNT:
            return Answer(kind="count", tasks=tasks, value=len(tasks))
        return Answer(kind="tasks" if query.shape is Shape.LIST else "detail", tasks=tasks)

    def _tasks_of_first(self, query: RankQuery) -> Answer:
        """The tasks counted of those who come first; the number of agencies where it is asked."""
        scores = rank(query, self._standing).scores
        if query.shape is Shape.COUNT:
            return Answer(kind="count", value=sum(score.count > 0 for score in scores))
        side_by_side = query.order is Order.EACH
        agencies = [each.agency for each in scores if side_by_side or each.place == 1]
        terms = tuple(AgencyTerm(agency=each, part=query.part) for each in agencies)
        return self._tasks(query.tasks.model_copy(update={"agencies": terms}))

    def _first_figure(self, query: FigureRankQuery) -> Answer:
        plan = self._standing.plan
        year = query.year or self._standing.today.year - 1
        found = [each for each in rank_figures(query, plan, self._figures, year) if each.place == 1]
        numbers = tuple(dict.fromkeys(each.figure.indicator for each in found))
        value = float(found[0].figure.value) if query.indicator is not None and found else None
        return Answer(kind="indicators", indicators=numbers, value=value)

    def _indicators(self, query: IndicatorQuery) -> Answer:
        found = select_indicators(query, self._standing.plan, latest_figures(self._figures))
        numbers = tuple(each.indicator.number for each in found)
        only = found[0] if len(found) == 1 else None
        value = None
        if query.shape is IndicatorAsk.COUNT:
            return Answer(kind="count", indicators=numbers, value=len(numbers))
        if query.shape is IndicatorAsk.TARGET and only is not None and query.year:
            target = only.target
            value = target.low if target is not None and target.high is None else None
        elif query.shape is IndicatorAsk.FIGURE and only is not None:
            value = only.value
        kinds = {IndicatorAsk.TARGET: "target", IndicatorAsk.FIGURE: "figure"}
        return Answer(
            kind=kinds.get(query.shape, "indicators"),
            indicators=numbers,
            value=None if value is None else float(value),
        )


def fill_in(text: str, lexicon: Lexicon, agency: str, today: date) -> Filled:
    """Return what a sentence of an agency's officer pre-fills."""
    return filled(read_report(text, lexicon, agency, today))


def filled(reading: ReportReading) -> Filled:
    """Return a reading in the plain form; what is neither report nor question is asked about."""
    status = reading.progress.value if reading.progress else None
    if reading.blocked and reading.percent is None and status in {None, "in_progress", "paused"}:
        status = "blocked"
    if status == "paused":
        status = "blocked"
    return Filled(
        kind="ask" if reading.kind is ReportKind.NONE else reading.kind.value,
        task=reading.task,
        status=status,
        percent=None if reading.percent is None else float(reading.percent),
        document_number=reading.document_number,
        document_date=reading.document_date,
        obstacle=reading.obstacle,
        indicator=reading.indicator,
        value=None if reading.value is None else float(reading.value),
        year=reading.year,
    )
