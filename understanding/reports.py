"""Reports in one sentence: on which task or indicator of the officer's agency, and what."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.model import Model
from domain.report import Progress, Stage
from understanding.figures import told_reason
from understanding.leftovers import find_leftover
from understanding.lexicon import Lexicon
from understanding.phrases import Span
from understanding.report_asking import asks
from understanding.report_fields import Fields
from understanding.report_subjects import Subject, find_subject, no_figure
from understanding.report_values import find_value
from understanding.sentence import Sentence
from understanding.topic_clauses import topic_clauses


class ReportKind(StrEnum):
    """What a text is: a report on a task or an indicator, unclear which, a question, or neither."""

    TASK = "task_report"
    INDICATOR = "indicator_report"
    ASK = "ask"
    QUERY = "query"
    NONE = "none"


class ReportReading(Model):
    """What an officer said, in typed values; what was not said is None.

    ASK: it is a report, but not clear on what: on one of several `candidates` or
    `indicator_candidates`, or on something of another agency (`foreign`). `blocked` is said of a
    task that stands still. `unchanged` wants the last report again, with
    `everything_else_unchanged` that of all tasks that are left. `no_figure`: an indicator has no
    value yet, for the `reason` told here or one to be asked for. `unclear_percent` are words that
    speak of a share without giving it ("60-70%", "còn 10%"), `doubtful_date` a document's day that
    is to come or that no calendar has; `leftover` are the words that fit no field.
    `corrects`: something told before was wrong.
    """

    kind: ReportKind
    task: int | None = None
    candidates: tuple[int, ...] = ()
    progress: Progress | None = None
    stage: Stage | None = None
    percent: Decimal | None = None
    unclear_percent: str | None = None
    document_number: str | None = None
    document_date: date | None = None
    doubtful_date: str | None = None
    obstacle: str | None = None
    no_obstacle: bool = False
    blocked: bool = False
    indicator: int | None = None
    indicator_candidates: tuple[int, ...] = ()
    value: Decimal | None = None
    year: int | None = None
    estimate: bool = False
    no_figure: bool = False
    reason: str | None = None
    foreign: bool = False
    unchanged: bool = False
    everything_else_unchanged: bool = False
    leftover: str | None = None
    corrects: bool = False


def read_report(text: str, lexicon: Lexicon, agency_id: str, today: date) -> ReportReading:
    """Read a text of an agency's officer as a report on one of that agency's tasks."""
    sentence = Sentence.of(text, lexicon, today)
    fields = Fields.in_words(sentence.text, today)
    if not sentence.text.tokens or sentence.has("code"):
        return ReportReading(kind=ReportKind.NONE)
    if asks(sentence, fields):
        return ReportReading(kind=ReportKind.QUERY)
    subject = find_subject(sentence, fields, agency_id)
    if clauses := topic_clauses(sentence, lexicon, agency_id, today):
        return _on_several([each for _, each in clauses])
    if subject.indicators and not subject.tasks:
        return _indicator(sentence, fields, subject)
    if not (fields.says_something or subject.named or fields.having("amend")):
        return ReportReading(kind=ReportKind.NONE)
    read = _task(fields, subject)
    left = find_leftover(sentence, fields, subject) if len(subject.tasks) == 1 else None
    return read.model_copy(update={"leftover": left})


def _on_several(subjects: list[Subject]) -> ReportReading:
    """What is said of different tasks is never mixed."""
    return ReportReading(
        kind=ReportKind.ASK,
        candidates=tuple(n for each in subjects for n in each.tasks),
        indicator_candidates=tuple(n for each in subjects for n in each.indicators),
    )


def read_fields(text: str, today: date) -> ReportReading:
    """Read what is said of a task that is already chosen; NONE if nothing of it is understood."""
    return _of_chosen(Fields.of(text, today))


def read_more(text: str, lexicon: Lexicon, task: int, today: date) -> ReportReading:
    """Read what is said in mid-talk of the task that is reported, and what of it fits no field."""
    read = _of_chosen(Fields.of(text, today))
    sentence = Sentence.of(text, lexicon, today)
    if read.kind is ReportKind.NONE or not sentence.text.tokens:
        return read
    fields = Fields.in_words(sentence.text, today)
    left = find_leftover(sentence, fields, Subject((task,)))
    return read.model_copy(update={"leftover": left})


def _of_chosen(fields: Fields) -> ReportReading:
    if not fields.says_something:
        return ReportReading(kind=ReportKind.NONE)
    return ReportReading(kind=ReportKind.TASK, **_said(fields))


def _task(fields: Fields, subject: Subject) -> ReportReading:
    one = len(subject.tasks) == 1 and not subject.foreign and not subject.indicators
    others = fields.unchanged and bool(fields.having("others"))
    said = _said(fields)
    if one and others and fields.progress is not None:
        said["unchanged"] = False
    if one and (fields.says_something or not subject.guessed):
        clear = fields.says_something and not fields.having("amend") and not subject.guessed
        kind = ReportKind.TASK if clear else ReportKind.ASK
        return ReportReading(
            kind=kind,
            task=subject.tasks[0] if clear else None,
            candidates=() if clear else subject.tasks,
            everything_else_unchanged=others,
            **said,
        )
    said["corrects"] = bool(fields.having("wrong")) and not subject.named
    return ReportReading(
        kind=ReportKind.TASK if others and not subject.tasks else ReportKind.ASK,
        candidates=subject.tasks,
        indicator_candidates=subject.indicators,
        foreign=subject.foreign,
        everything_else_unchanged=others,
        **said,
    )


def _indicator(sentence: Sentence, fields: Fields, subject: Subject) -> ReportReading:
    value = find_value(sentence, fields, subject)
    one = len(subject.indicators) == 1 and not subject.foreign
    days = [time.days.last if time.how == "until" else time.days.first for time in sentence.times]
    years = [day.year for day in days if day is not None]
    none = None if value is not None else no_figure(sentence)
    told = value is not None or none is not None
    return ReportReading(
        kind=ReportKind.INDICATOR if one and told else ReportKind.ASK,
        indicator=subject.indicators[0] if one else None,
        indicator_candidates=() if one else subject.indicators,
        value=value,
        year=years[0] if len(set(years)) == 1 else None,
        estimate=bool(fields.having("estimate")),
        no_figure=none is not None,
        reason=None if none is None else told_reason(_after(sentence, none)),
        foreign=subject.foreign,
    )


def _after(sentence: Sentence, span: Span) -> str:
    return sentence.text.source[sentence.text.tokens[span.end - 1].end :]


def _said(fields: Fields) -> dict[str, object]:
    found = fields.obstacle
    return {
        "progress": fields.progress,
        "stage": fields.stage,
        "percent": fields.percent,
        "unclear_percent": fields.share.unclear,
        "document_number": fields.document_number,
        "document_date": fields.document_date,
        "doubtful_date": fields.doubtful_date,
        "obstacle": None if found is None else found.words,
        "no_obstacle": fields.no_obstacle,
        "blocked": found is not None and found.stuck,
        "unchanged": fields.unchanged,
    }
