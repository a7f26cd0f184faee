"""Agencies that have ended, named in a question: said, and asked of who came after them."""

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup, escape

from dialogue.talk import Talk
from domain.query import Query, TaskQuery
from domain.renaming import successors_in, with_successors
from handlers.wording import agency_short, lines


def of_today(talk: Talk, query: Query) -> Query:
    """Return the question asked of the agencies of today, and say which have taken which's place.

    A question about an earlier day is asked of the agencies of that day.
    """
    found = successors_in(query, talk.plan)
    if isinstance(query, TaskQuery) and query.as_of is not None:
        found = {
            agency: by
            for agency, by in found.items()
            if (ended := talk.plan.agency_by_id[agency].valid_to) is not None
            and query.as_of > ended
        }
    if found:
        told = lines([_told(talk, agency, by) for agency, by in found.items()])
        talk.say("renamed", of=sorted(found), agencies=told)
    return with_successors(query, {agency: by for agency, by in found.items() if by})


def _told(talk: Talk, agency: str, by: Sequence[str]) -> Markup | None:
    ended = talk.plan.agency_by_id[agency].valid_to
    if ended is None:
        return None
    return talk.text(
        "renamed-now" if by else "renamed-ended",
        agency=agency_short(talk, agency),
        now=Markup(", ").join(escape(agency_short(talk, each)) for each in by),
        day=ended + timedelta(days=1),
    )
