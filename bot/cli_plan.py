"""`baocao plan`: look a plan's file over, load it, show the one that is loaded."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_setup import clock_of, existing, loaded_plan, show_table, working_settings
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.texts import Texts, brief
from domain.agency import AgencyKind
from domain.indicator import Indicator
from domain.plan import Plan
from domain.task import DeadlineKind, Task
from plans.changes import changes
from plans.checking import check as check_file
from plans.errors import PlanUnreadable
from plans.reading import Reading
from storage.database import is_outdated, open_database
from storage.filed import RecordsReader
from storage.gate import Writer
from storage.people import RosterLine
from storage.plans import NoPlan, load_amended, save_plan

plan_app = typer.Typer(help="Look a plan's file over, load it, show it.", no_args_is_help=True)
LONGEST = 160
"""How many letters of a cell's words are shown where they have changed."""

PlanFile = Annotated[
    Path, typer.Argument(help="The plan: its tables as text, or the reviewed form (.yaml).")
]


@plan_app.command()
def check(file: PlanFile) -> None:
    """Print how a plan's file is read and everything odd about it; change nothing."""
    texts = Texts(working_settings().language)
    reading = read_plan(file)
    _show(reading.plan, texts)
    typer.echo("\n" + texts.plain("cli-anomalies", count=len(reading.anomalies)))
    for anomaly in reading.anomalies:
        typer.echo(texts.plain(f"anomaly-{anomaly.kind}", **anomaly.facts))


@plan_app.command()
def load(
    file: PlanFile,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    instead: Annotated[
        bool, typer.Option("--instead", help="Follow another plan than the one in use.")
    ] = False,
) -> None:
    """Load a plan, or its newer reading, and say what it changes; end the program first.

    Every report is kept, also on tasks that are gone; what is owed follows the new reading. A plan
    with another number takes the place of the one in use only with --instead; its reports wait
    until it is loaded again.
    """
    settings = working_settings()
    texts = Texts(settings.language)
    reading = read_plan(file)
    asyncio.run(_load(settings, reading.plan, texts, dry_run=dry_run, instead=instead))
    typer.echo(_head(reading.plan, texts))
    typer.echo(texts.plain("cli-anomalies", count=len(reading.anomalies)))


@plan_app.command()
def show() -> None:
    """Print the loaded plan: tasks, leads, deadlines, indicators."""
    settings = working_settings()
    existing(settings)
    _show(asyncio.run(loaded_plan(settings)), Texts(settings.language))


def read_plan(file: Path) -> Reading:
    """Read a plan's file in either form; raise UserError with the place where it cannot be."""
    try:
        return check_file(file)
    except PlanUnreadable as error:
        why = UserError(f"unreadable-{error.problem}", **error.facts)
        raise UserError("cli-of-file", file=file, why=why) from error


async def _load(
    settings: Settings, plan: Plan, texts: Texts, *, dry_run: bool, instead: bool
) -> None:
    """Save a plan once it fits what is stored, and tell what it changes."""
    now = clock_of(settings)()
    if dry_run and not settings.database.is_file():
        typer.echo(texts.plain("cli-changes-dry"))
        return
    if dry_run and is_outdated(settings.database):
        raise UserError("cli-outdated", file=settings.database)
    async with (
        open_database(settings.database, beside=dry_run) as database,
        database.write() as connection,
    ):
        try:
            known = (await load_amended(connection)).plan
        except NoPlan:
            known = None
        if known is not None:
            writer = Writer(connection, known, now)
            _refuse_another(known, plan, instead)
            _refuse_homeless(plan, await writer.roster())
            _tell_changes(known, plan, texts)
            if known != plan:
                kept = await RecordsReader(connection, plan, now).kept()
                typer.echo(texts.plain("cli-kept", **kept))
        if dry_run:
            typer.echo(texts.plain("cli-changes-dry"))
        else:
            await save_plan(connection, plan, now)
            typer.echo(texts.plain("cli-unchanged" if known == plan else "cli-loaded"))


def _refuse_another(known: Plan, plan: Plan, instead: bool) -> None:
    if known.id != plan.id and not instead:
        raise UserError("cli-another-plan", known=known.number, plan=plan.number)


def _refuse_homeless(plan: Plan, roster: tuple[RosterLine, ...]) -> None:
    """Raise UserError where the plan has no place for somebody on the roster."""
    single = {each.id for each in plan.agencies if each.kind is not AgencyKind.GROUP}
    homeless = [line.person for line in roster if line.person.agency not in single]
    if homeless:
        numbers = ", ".join(str(person.id) for person in homeless)
        agencies = ", ".join(sorted({person.agency for person in homeless}))
        raise UserError("cli-homeless", agencies=agencies, numbers=numbers)


def _tell_changes(known: Plan, plan: Plan, texts: Texts) -> None:
    if known.id != plan.id:
        typer.echo(texts.plain("cli-other-plan", plan=known.number))
    elif known != plan:
        found = changes(known, plan)
        typer.echo(texts.plain("cli-changes", count=len(found)))
        for change in found:
            told = change.model_dump(exclude={"kind"})
            for side in ("before", "after"):
                told[side] = brief(told[side] or texts.plain("cli-none"), LONGEST)
            typer.echo(texts.plain(f"change-{change.kind}", **told))


def _show(plan: Plan, texts: Texts) -> None:
    typer.echo(_head(plan, texts) + "\n")
    tasks = [_task_row(task, plan, texts) for task in plan.tasks]
    show_table(
        texts.plain("cli-tasks"), _columns(texts, "number", "task", "lead", "deadline"), tasks
    )
    years = sorted({year for each in plan.indicators for year in each.targets})
    columns = _columns(texts, "number", "indicator", "unit", "lead")
    show_table(
        texts.plain("cli-indicators"),
        [*columns, *map(str, years)],
        [_indicator_row(each, plan, years) for each in plan.indicators],
    )


def _head(plan: Plan, texts: Texts) -> str:
    focal = plan.agency_by_id.get(plan.focal)
    single = [agency for agency in plan.agencies if agency.kind is not AgencyKind.GROUP]
    return texts.plain(
        "cli-plan",
        number=plan.number,
        day=plan.issued_on,
        issuer=plan.issuer,
        title=plan.title,
        focal=texts.plain("cli-none") if focal is None else focal.name,
        agencies=len(single),
        groups=len(plan.groups),
        tasks=len(plan.tasks),
        indicators=len(plan.indicators),
    )


def _columns(texts: Texts, *names: str) -> list[str]:
    return [texts.plain(f"cli-column-{name}") for name in names]


def _task_row(task: Task, plan: Plan, texts: Texts) -> list[str]:
    lead = _shorts(task.leads, plan) or texts.plain("cli-none")
    if task.lead_inferred:
        lead = texts.plain("cli-inferred", lead=lead)
    return [str(task.number), task.short, lead, _deadline(task, texts)]


def _deadline(task: Task, texts: Texts) -> str:
    if task.deadline.kind is DeadlineKind.MISSING:
        return texts.plain("cli-none")
    if task.deadline.due is None:
        return task.cells.timing
    return texts.plain("cli-due", timing=task.cells.timing, due=task.deadline.due)


def _indicator_row(indicator: Indicator, plan: Plan, years: list[int]) -> list[str]:
    targets = [indicator.targets.get(year) for year in years]
    texts = ["" if target is None else target.text for target in targets]
    leads = _shorts(indicator.leads, plan)
    return [str(indicator.number), indicator.short, indicator.unit, leads, *texts]


def _shorts(agencies: tuple[str, ...], plan: Plan) -> str:
    return ", ".join(plan.agency_by_id[each].short for each in agencies)
