"""The copy of what is kept of a person: plain words that any phone opens."""

from collections.abc import Iterator

from dialogue.texts import Texts
from domain.plan import Plan
from storage.own_data import OwnData, OwnFigure, OwnReport


def own_data_text(data: OwnData, plan: Plan, texts: Texts) -> str:
    """Return the copy, a heading and its lines at a time."""
    return "\n".join(_lines(data, plan, texts)) + "\n"


def _lines(data: OwnData, plan: Plan, texts: Texts) -> Iterator[str]:
    person = data.person
    agency = plan.agency_by_id.get(person.agency)
    yield texts.plain(
        "export-own-head",
        name=person.name,
        role=texts.plain(f"role-{person.role.value}"),
        agency=person.agency if agency is None else agency.name,
    )
    yield texts.plain("export-own-accounts", count=str(len(data.accounts)))
    yield from (f"- {_channel(channel, texts)} {account}" for channel, account in data.accounts)
    yield texts.plain("export-own-consents", count=str(len(data.consents)))
    for each in data.consents:
        yield "- " + texts.plain(
            "export-own-consent",
            version=each.version,
            time=each.agreed_at,
            channel=_channel(each.channel, texts),
        )
    yield texts.plain("export-own-reports", count=str(len(data.reports) + len(data.figures)))
    yield from (f"- {_report(each, texts)}" for each in data.reports)
    yield from (f"- {_figure(each, texts)}" for each in data.figures)
    yield texts.plain("export-own-messages", count=str(len(data.messages)))
    for said in data.messages:
        channel = _channel(said.channel, texts)
        words = texts.plain("export-own-message", time=said.said_at, channel=channel)
        yield f"- {words}: {said.text}"


def _channel(name: str, texts: Texts) -> str:
    """A channel as people call it; one that has no such name by its own."""
    return texts.plain(f"channel-{name}") if texts.has(f"channel-{name}") else name


def _report(report: OwnReport, texts: Texts) -> str:
    parts = [
        texts.plain("export-own-report", code=report.code, number=str(report.task)),
        texts.plain("export-own-filed", time=report.filed_at),
        texts.plain(f"progress-{report.progress.value.replace('_', '-')}"),
        "" if report.percent is None else texts.plain("progress-percent", percent=report.percent),
        report.document or "",
        report.obstacle or "",
    ]
    return _joined(parts, report.withdrawn, texts)


def _figure(figure: OwnFigure, texts: Texts) -> str:
    parts = [
        texts.plain("export-own-figure", code=figure.code, number=str(figure.indicator)),
        texts.plain("export-own-filed", time=figure.filed_at),
        texts.plain("period-year", year=str(figure.year)),
        figure.reason or texts.plain("export-own-value", value=figure.value),
    ]
    return _joined(parts, figure.withdrawn, texts)


def _joined(parts: list[str], withdrawn: bool, texts: Texts) -> str:
    if withdrawn:
        parts = [*parts, texts.plain("export-own-withdrawn")]
    return ", ".join(part for part in parts if part)
