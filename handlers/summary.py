"""How the whole plan stands: in numbers, by group, by agency; each number opens its list."""

from collections.abc import Mapping
from datetime import date

from dialogue.kinds import OneOf, Pick
from dialogue.runner import Start
from dialogue.state import plain_json
from dialogue.talk import Talk
from domain.query import AgencyTerm, TaskQuery, TaskState
from domain.summary import DONE, Outcome, Summary, scope_of, tasks_of
from handlers.summary_chart import summary_chart
from handlers.summary_wording import agency_row, changes, group_row, uncounted_line
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader

WORST = 5
"""So many agencies stand on a page."""


async def summary(talk: Talk, db: Reader) -> None:
    """Tell the numbers that the asker may see, today's and what a week has changed."""
    agency = scope_of(talk.person, talk.plan)
    day = None if (given := talk.given("day")) is None else date.fromisoformat(given)
    if day is not None and day > talk.now.date():
        talk.say("of-future", day=day)
        return
    found = await db.summary(agency, day=day)
    if agency is not None:
        name = agency_short(talk, agency)
        if not found.whole.total:
            talk.say("none", agency=name)
            return
        talk.say("own-only", agency=name)
    if day is not None:
        talk.say("of-day", **_numbers(talk, found))
        return
    talk.remember(TaskQuery(agencies=_own(found)))
    match talk.given("view"):
        case "group":
            await _by_group(talk, found)
        case "agency":
            await _by_agency(talk, found)
        case "new_done" | "new_overdue" as new if new in (lists := _lists(found)):
            _open(talk, lists[new])
        case _:
            await _whole(talk, found)


def reopened(key: str) -> Start | None:
    """Return what a button of an earlier summary opens; None for another's button."""
    match key.split("/"):
        case ["summary", "whole", _]:
            return Start(dialogue="summary", given={"whole": key})
        case ["summary", "by-group" | "by-agency" as list_, _]:
            view = list_.removeprefix("by-")
            return Start(dialogue="summary", given={"view": view, list_: key})
    return None


def _key(list_: str, name: str) -> str:
    return f"summary/{list_}/{name}"


async def _whole(talk: Talk, found: Summary) -> None:
    lists = _lists(found)
    views = ("by_group",) if found.agency is not None else ("by_group", "by_agency")
    labels = talk.labels("see", (*lists, *views))
    buttons = {_key("whole", name): label for name, label in labels.items()}
    if found.agency is None:
        talk.draw(summary_chart(talk, found))
    key = await talk.ask(
        "whole",
        Pick(buttons, worded=True),
        loose=True,
        **_numbers(talk, found),
    )
    chosen = key.rpartition("/")[2]
    if chosen in views:
        talk.hand_over("summary", view=chosen.removeprefix("by_"), beside=buttons)
    talk.hand_over("ask", text="", query=plain_json(lists[chosen]), beside=buttons)


def _numbers(talk: Talk, found: Summary) -> dict[str, object]:
    """The numbers of the whole, and what they have changed."""
    return {
        "plan": talk.plan.number,
        "day": found.day,
        "total": str(found.whole.total),
        "done": str(found.whole.count(*DONE)),
        "change": talk.text(
            "changed-since", since=found.change.since, said=changes(talk, found.change)
        ),
        **{outcome.value: str(found.whole.count(outcome)) for outcome in Outcome},
    }


def _lists(found: Summary) -> Mapping[str, TaskQuery]:
    """What can be opened: every number but zeros, and each only once."""
    whole = found.whole
    lists = {outcome.value: tasks_of(outcome, found) for outcome in Outcome if whole.count(outcome)}
    if sum(outcome.value in lists for outcome in DONE) > 1:
        lists = {"done": TaskQuery(agencies=_own(found), states=(TaskState.DONE,)), **lists}
    if found.change.done:
        lists["new_done"] = TaskQuery(numbers=found.change.done)
    if found.change.overdue:
        lists["new_overdue"] = TaskQuery(numbers=found.change.overdue)
    return lists


async def _by_group(talk: Talk, found: Summary) -> None:
    chosen = await talk.ask(
        "by-group",
        OneOf(
            found.groups,
            key=lambda share: _key("by-group", share.key),
            label=lambda share: talk.plain("group", group=share.key),
        ),
        loose=True,
        day=found.day,
        rows=by_page(found.groups, lambda share: group_row(talk, share)),
    )
    _open(talk, TaskQuery(agencies=_own(found), groups=(chosen.key,)))


async def _by_agency(talk: Talk, found: Summary) -> None:
    def also(page: int) -> object:
        return uncounted_line(talk) if page == 0 else ""

    chosen = await talk.ask(
        "by-agency",
        OneOf(
            found.agencies,
            key=lambda share: _key("by-agency", share.key),
            label=lambda share: agency_short(talk, share.key),
            page=WORST,
        ),
        loose=True,
        day=found.day,
        rows=by_page(found.agencies, lambda share: agency_row(talk, share), WORST),
        also=also,
    )
    _open(talk, TaskQuery(agencies=(AgencyTerm(agency=chosen.key),)))


def _own(found: Summary) -> tuple[AgencyTerm, ...]:
    return () if found.agency is None else (AgencyTerm(agency=found.agency),)


def _open(talk: Talk, query: TaskQuery) -> None:
    talk.hand_over("ask", text="", query=plain_json(query))
