"""Who is told of what was said of an obstacle: the focal agency of the agency's words, and back."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.obstacle import Obstacle, Saying
from domain.person import Person, Role
from domain.report import TaskReport
from handlers.obstacle_wording import named
from storage.gate import Reader


async def pass_on(talk: Talk, db: Reader, obstacle: Obstacle) -> tuple[Person, ...]:
    """Tell the other side of what was just said of an obstacle, and return who is told."""
    said = obstacle.history[-1]
    people = [
        person for person in await _other_side(talk, db, obstacle) if person.id != talk.person.id
    ]
    key = f"obstacle/{obstacle.id}/{said.id}"
    talk.notify(people, "obstacle", key, obstacle=obstacle.id, news=said.id)
    return tuple(people)


async def after_report(talk: Talk, db: Reader, report: TaskReport) -> list[Markup]:
    """Pass on what filing a report did to obstacles; return lines that say so."""
    done = await db.obstacles_of_report(report.id)
    opened, closed = done.get(Saying.TOLD, ()), done.get(Saying.CLOSED, ())
    told = [len(await pass_on(talk, db, each)) for each in opened]
    for each in closed:
        await pass_on(talk, db, each)
    found = []
    if opened:
        name = "vm-passed-on" if any(told) else "vm-kept"
        found.append(talk.text(name, label=named(opened)))
    if closed:
        found.append(talk.text("vm-closed-by-report", labels=named(closed)))
    return found


def is_settled(obstacle: Obstacle, news: int) -> bool:
    """Whether what is to be told of an obstacle is overtaken by what was said since."""
    told = next((said.kind for said in obstacle.history if said.id == news), Saying.WITHDRAWN)
    match told:
        case Saying.CLOSED:
            return obstacle.is_open
        case Saying.TOLD | Saying.REPLIED:
            return not obstacle.unanswered
        case _:
            return not obstacle.is_open


async def _other_side(talk: Talk, db: Reader, obstacle: Obstacle) -> list[Person]:
    """The focal agency's people, or those who report the task beside who told the obstacle."""
    if talk.person.role is not Role.FOCAL or obstacle.history[-1].kind is Saying.TOLD:
        return list(await db.people_in(None, Role.FOCAL))
    found = {each.id: each for each in await db.people_in(obstacle.agency, Role.OFFICER)}
    teller = await db.person_by_id(obstacle.teller.id)
    if teller is not None:
        found.setdefault(teller.id, teller)
    return list(found.values())
