"""What my agency leads and coordinates, and how it stands."""

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from handlers.own_tasks import in_order
from handlers.report_receipt import still_owed
from handlers.task_list import by_page
from handlers.wording import agency_short, lines, status_line
from storage.gate import Reader


async def duties(talk: Talk, db: Reader) -> None:
    """List the agency's tasks, the pressing ones first; one can be opened."""
    agency = talk.person.agency
    standing = await db.standing(agency)
    led = in_order(list(talk.plan.led_by(agency)), standing, agency)
    coordinated = ", ".join(f"NV {t.number}" for t in talk.plan.coordinated_by(agency))
    also = talk.text("coordinates", tasks=coordinated) if coordinated else None
    if not led:
        measures = talk.text("measures") if talk.plan.indicators_of(agency) else None
        talk.say("none", agency=agency_short(talk, agency), also=lines([also, measures]))
        return
    owed = lines((await still_owed(talk, db))[:1])
    task = await talk.ask(
        "list",
        OneOf(
            led,
            key=lambda t: str(t.number),
            label=lambda t: f"NV {t.number}",
            own_number=lambda t: t.number,
        ),
        loose=True,
        agency=agency_short(talk, agency),
        count=str(len(led)),
        first=str(led[0].number),
        tasks=by_page(led, lambda task: status_line(talk, task, standing, agency)),
        also=lambda page: lines([also, owed]) if page == 0 else "",
    )
    talk.hand_over("task_detail", task=task.number)
