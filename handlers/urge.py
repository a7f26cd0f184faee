"""Đôn đốc: the focal agency has those urged who owe a report, after seeing who would get it."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import MORE, PAGE, Pick
from dialogue.talk import Talk
from domain.agency import AgencyKind
from domain.person import Role
from domain.succession import in_place_now
from domain.urging import Reach, Urging
from handlers.wording import agency_short, lines, period_asked, period_name
from storage.gate import Reader, Writer
from storage.urging import urging_key
from understanding.words import read_send

NAMED = 4
"""So many agencies are named that are out of reach, or were urged already."""


async def urge(talk: Talk, db: Reader) -> None:
    """Show whom it goes to, of some `agencies` or `kinds` or of all that owe; send it once."""
    if talk.person.role is not Role.FOCAL:
        talk.say("focal-only")
        return
    owing = _asked(talk, await db.owing())
    period = period_name(talk, period_asked(talk, None))
    if not owing:
        talk.say("owes-nothing", period=period, why=await _why_not(talk, db))
        return
    urging = await db.urging(owing)
    if not urging.people:
        talk.say("nobody", why=_left_out(talk, urging))
        return
    pages = -(-len(urging.agencies) // PAGE)
    labels = dict(talk.labels("sure", ("send", "more", "drop")))
    if pages == 1:
        del labels[MORE]
    answer = await talk.ask(
        "sure",
        Pick(labels, words=read_send),
        of=urging.model_copy(update={"not_before": None}),
        agencies=str(len(urging.agencies)),
        people=str(len(urging.people)),
        period=period,
        names=lambda page: _names(talk, urging, page % pages),
        left_out=_left_out(talk, urging),
        when=_when(talk, urging),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    fresh = await talk.finish(Writer.urge, urging)
    _tell(talk, urging)
    talk.say("sent" if fresh else "sent-already", people=str(len(fresh)), when=_sent(talk, urging))


def _tell(talk: Talk, urging: Urging) -> None:
    """Have the notice come to each, once that day, on what the agency owes when it is sent."""
    for agency, person in urging.people:
        talk.notify(
            [person],
            "urged",
            urging_key(urging.day),
            not_before=urging.not_before,
            agency=agency,
            urger=talk.person.name,
        )


def _asked(talk: Talk, owing: Sequence[str]) -> tuple[str, ...]:
    """The agencies asked about that owe; all that owe where none is named."""
    agencies, kinds = _meant(talk), talk.given("kinds") or []
    known = talk.plan.agency_by_id
    return tuple(
        each
        for each in owing
        if (not agencies or each in agencies)
        and (not kinds or known[each].kind in {AgencyKind(kind) for kind in kinds})
    )


def _meant(talk: Talk) -> tuple[str, ...]:
    """The agencies that were named; who came after one that has ended."""
    return in_place_now(talk.plan, talk.given("agencies") or ())


async def _why_not(talk: Talk, db: Reader) -> Markup:
    """Why those who were asked about owe no report: left out, nothing to report, or reported."""
    agencies = _meant(talk)
    if not agencies:
        return talk.text("why-reported", agencies=talk.plain("all-agencies"))
    out = {each.agency for each in await db.left_out(period_asked(talk, None).key)}
    obliged = {each.agency for each in await db.owed()}
    found: dict[str, list[Markup]] = {"reported": [], "left-out": [], "not-obliged": []}
    for agency in agencies:
        leads = bool(talk.plan.led_by(agency))
        why = "left-out" if leads and agency in out else "not-obliged"
        why = "reported" if agency in obliged else why
        found[why].append(Markup.escape(agency_short(talk, agency)))
    return lines(
        [
            talk.text(f"why-{why}", agencies=_some(talk, named))
            for why, named in found.items()
            if named
        ]
    )


def _names(talk: Talk, urging: Urging, page: int) -> Markup:
    """Who is written to, a line an agency, of one page."""
    agencies = urging.agencies[page * PAGE : (page + 1) * PAGE]
    return lines(
        [
            talk.text(
                "name",
                agency=agency_short(talk, agency),
                names=", ".join(person.name for of, person in urging.people if of == agency),
            )
            for agency in agencies
        ]
    )


def _left_out(talk: Talk, urging: Urging) -> Markup:
    """Whom it cannot reach, and who was urged that day already."""
    found = []
    if urging.unreached:
        named = [
            talk.text("out-nobody", agency=agency_short(talk, agency))
            if person is None
            else talk.text(
                "out-blocked" if reach is Reach.BLOCKED else "out-not-joined",
                agency=agency_short(talk, agency),
                name=person.name,
            )
            for agency, person, reach in urging.unreached
        ]
        found.append(talk.text("out-of-reach", names=_some(talk, named)))
    if urging.urged:
        named = [Markup.escape(agency_short(talk, each)) for each in urging.urged]
        found.append(talk.text("urged-already", names=_some(talk, named)))
    return lines(found)


def _some(talk: Talk, named: Sequence[Markup]) -> Markup:
    shown = Markup("; ").join(named[:NAMED])
    rest = len(named) - NAMED
    return talk.text("and-more", named=shown, rest=str(rest)) if rest > 0 else shown


def _when(talk: Talk, urging: Urging) -> Markup:
    if urging.not_before is None:
        return talk.text("at-once")
    return talk.text("later", time=urging.not_before, day=urging.not_before)


def _sent(talk: Talk, urging: Urging) -> Markup:
    if urging.not_before is None:
        return talk.text("sent-at-once")
    return talk.text("sent-later", time=urging.not_before, day=urging.not_before)
