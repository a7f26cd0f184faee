"""What somebody asks about a plan, as typed values; every part of it can be shown and answered.

The readings of words follow the offices' conventions: an agency without a role word is asked about
as lead, a year without one as the year a task is due.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from domain.agency import AgencyKind
from domain.model import Model
from domain.spans import Days, Years


class Shape(StrEnum):
    """The form of the answer: a list, a number, one thing in detail, or who is responsible."""

    LIST = "list"
    COUNT = "count"
    DETAIL = "detail"
    WHO = "who"


class Part(StrEnum):
    """An agency's part in a task; INVOLVED is either of the other two."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    INVOLVED = "involved"


class AgencyTerm(Model):
    """An agency and its part.

    `named`: only tasks that name it, not those of a group it belongs to ("đích danh").
    `alone`: only tasks that it alone leads ("chỉ riêng").
    """

    agency: str
    part: Part = Part.LEAD
    named: bool = False
    alone: bool = False


class Undated(StrEnum):
    """Tasks without a fixed end: with an open timing ("theo tiến độ"), with none, or both."""

    OPEN = "open"
    MISSING = "missing"
    BOTH = "both"


class TaskState(StrEnum):
    """What is asked of a task's status, reported or computed."""

    DONE = "done"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    NOT_DONE = "not_done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    PAUSED = "paused"
    BLOCKED = "blocked"
    UNREPORTED = "unreported"
    REPORTED = "reported"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"


class Topic(Model):
    """Words of the tasks' content as they were typed, and the tasks found by them."""

    words: str
    tasks: tuple[int, ...] = ()


class TaskQuery(Model):
    """Tasks that fulfil every part given here.

    Agencies of one part are alternatives (with `together` all of them), agencies of different
    parts must all fit. States of the reported progress are alternatives, other states must all
    hold. `numbers` stand for themselves, nothing else narrows them. `products` are items of the
    plan's product cells; `timing` is a timing exactly as the plan states it; `reported` is when a
    responsible agency's latest report was made. `this_period` asks what is unreported in one
    reporting period: that of `period_day`, of today where it is None. `late_over` and `late_under`
    are days past the due date: more than, fewer than. `as_of` asks how it was at the end of a day.
    """

    kind: Literal["tasks"] = "tasks"
    shape: Shape = Shape.LIST
    numbers: tuple[int, ...] = ()
    agencies: tuple[AgencyTerm, ...] = ()
    together: bool = False
    no_lead: bool = False
    due: Days | None = None
    carried_out: Years | None = None
    starts: Years | None = None
    timing: Years | None = None
    undated: Undated | None = None
    reported: Days | None = None
    states: tuple[TaskState, ...] = ()
    late_over: int | None = None
    late_under: int | None = None
    this_period: bool = False
    period_day: date | None = None
    groups: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    no_product: bool = False
    topic: Topic | None = None
    as_of: date | None = None


class IndicatorAsk(StrEnum):
    """What is asked of indicators: which, how many, the plan's number, the reported one, who.

    WHO_COUNT asks how many agencies have no figure.
    """

    LIST = "list"
    COUNT = "count"
    TARGET = "target"
    FIGURE = "figure"
    WHO = "who"
    WHO_COUNT = "who_count"


class Condition(StrEnum):
    """A condition on reported figures; what has EXCEEDED its target has REACHED it too."""

    REACHED = "reached"
    EXCEEDED = "exceeded"
    NOT_REACHED = "not_reached"
    WITHOUT_FIGURE = "without_figure"
    WITH_FIGURE = "with_figure"


class IndicatorQuery(Model):
    """Indicators by number, agency in charge and a condition on the figures of a year.

    `kinds` are the kinds of agencies that are asked about where those without a figure are named.
    """

    kind: Literal["indicators"] = "indicators"
    shape: IndicatorAsk = IndicatorAsk.LIST
    numbers: tuple[int, ...] = ()
    year: int | None = None
    condition: Condition | None = None
    agencies: tuple[str, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()


class UnreportedQuery(Model):
    """Which agencies have not reported: ever, or for this period, on some tasks or all.

    The period is that of `period_day`, of today where it is None; of a whole `year` each of its
    periods is meant. `shape` is LIST or COUNT, of the agencies of these `kinds` if some are given.
    """

    kind: Literal["unreported"] = "unreported"
    shape: Shape = Shape.LIST
    this_period: bool = False
    period_day: date | None = None
    year: int | None = None
    kinds: tuple[AgencyKind, ...] = ()
    tasks: TaskQuery | None = None


class Order(StrEnum):
    """Which end of a comparison comes first; EACH sets a few agencies side by side."""

    MOST = "most"
    FEWEST = "fewest"
    EACH = "each"


class RankQuery(Model):
    """Agencies compared by how many of the tasks that are theirs fulfil `tasks`.

    Compared are `agencies`, else those of these `kinds`, else all. `share` compares by the share in
    an agency's tasks. COUNT asks only how many agencies have at least one such task.
    """

    kind: Literal["rank"] = "rank"
    order: Order = Order.MOST
    shape: Shape = Shape.LIST
    kinds: tuple[AgencyKind, ...] = ()
    agencies: tuple[str, ...] = ()
    part: Part = Part.LEAD
    share: bool = False
    tasks: TaskQuery = TaskQuery()


class FigureRankQuery(Model):
    """Figures of a year compared: of those who report one indicator, or of all indicators.

    Several indicators are compared by the share of their target that is reached.
    """

    kind: Literal["figure_rank"] = "figure_rank"
    order: Order = Order.MOST
    indicator: int | None = None
    year: int | None = None
    kinds: tuple[AgencyKind, ...] = ()
    agencies: tuple[str, ...] = ()


class TimesQuery(Model):
    """How `tasks` stood at the ends of two times, or figures of `indicators` in two years."""

    kind: Literal["times"] = "times"
    times: tuple[Days, Days]
    tasks: TaskQuery = TaskQuery()
    indicators: IndicatorQuery | None = None


class LookupQuery(Model):
    """A report or figure by the lookup code that its officer was told."""

    kind: Literal["lookup"] = "lookup"
    code: str


class Talk(StrEnum):
    """What is said to the bot itself."""

    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"


class TalkToBot(Model):
    """A greeting, thanks, or a question for help."""

    kind: Literal["talk"] = "talk"
    what: Talk


class UnknownAgency(Model):
    """A question about an agency that the plan does not name: the answer is "none"."""

    kind: Literal["unknown_agency"] = "unknown_agency"
    name: str
    shape: Shape = Shape.LIST
    indicators: bool = False


class Unclear(StrEnum):
    """What has to be asked back."""

    AGENCY = "agency"
    OWN_AGENCY = "own_agency"
    INDICATOR = "indicator"


class Ambiguous(Model):
    """The question has several readings; `options` are ids or numbers to choose from."""

    kind: Literal["ambiguous"] = "ambiguous"
    what: Unclear
    said: str
    options: tuple[str, ...] = ()


class OutOfScope(Model):
    """Nothing in it is about the plan."""

    kind: Literal["out_of_scope"] = "out_of_scope"


Query = Annotated[
    TaskQuery
    | IndicatorQuery
    | UnreportedQuery
    | RankQuery
    | FigureRankQuery
    | TimesQuery
    | LookupQuery
    | TalkToBot
    | UnknownAgency
    | Ambiguous
    | OutOfScope,
    Field(discriminator="kind"),
]
"""One question, read."""

_QUERY: TypeAdapter[Query] = TypeAdapter(Query)


def load_query(value: Any) -> Query | None:
    """Return a query kept as JSON, or None if it was kept in a form no longer known."""
    try:
        return _QUERY.validate_python(value)
    except ValidationError:
        return None
