"""One report before who reviews it: approve it, return it with a reason, or compare it first."""

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.person import may_see_reports
from domain.reviewing import Act, Part, ReviewState
from handlers.review_news import after_review
from handlers.submission_wording import details, name, said, subject, whose
from handlers.wording import agency_short, lines
from storage.gate import Reader, Writer
from storage.reviews import Decision, Submission, What
from understanding.review_words import Verdict, read_verdict

REVIEW = "review"
REASON = 500


async def review(talk: Talk, db: Reader) -> None:
    """Show the card of a report that waits, do what is decided, and tell who has to know."""
    id_ = int(talk.given("report"))
    submission = await db.submission(id_)
    found = None if submission is None else await db.reviewer_of(talk.person, submission)
    if submission is None or found is None:
        if not talk.given("notice"):
            _say_why_not(talk, submission)
        return
    reviewer, acts = found
    before = await db.before(submission.what, talk.person.agency)
    head = reviewer.part is Part.HEAD
    verdict = await _verdict(talk, submission, before, acts, head=head)
    reason = None
    if verdict is Verdict.RETURN:
        reason = await talk.ask("reason", Words(limit=REASON), of=id_, what=name(submission.what))
    act = Act.RETURNED if reason is not None else Act.ACCEPTED
    decision = Decision(reports=(id_,), act=act, reason=reason)
    reviewed = await talk.finish(Writer.review, decision)
    await after_review(talk, db, reviewed)
    outcome = "returned" if act is Act.RETURNED else "confirmed" if head else "accepted"
    done = talk.text(
        f"reviewed-{outcome}",
        what=name(submission.what),
        agency=agency_short(talk, submission.what.agency),
        code=submission.what.code,
    )
    talk.say("done", text=lines([done, await still_waiting(talk, db)]))


async def still_waiting(talk: Talk, db: Reader) -> Markup | None:
    """How many more wait for the person's review, None where none does."""
    rest = len(await db.awaiting(talk.person))
    return talk.text("review-rest", count=str(rest)) if rest else None


async def _verdict(
    talk: Talk,
    submission: Submission,
    before: What | None,
    acts: tuple[Act, ...],
    *,
    head: bool,
) -> Verdict:
    what = submission.what
    approves = any(act is not Act.RETURNED for act in acts)
    keys = [Verdict.APPROVE] if approves else []
    keys += [Verdict.RETURN, *([Verdict.COMPARE] if before is not None else [])]
    verdict = await _ask(talk, "verdict", what, keys, head, card=_card(talk, submission, head))
    if verdict is not Verdict.COMPARE or before is None:
        return verdict
    both = lines([*_said_then(talk, "now", what), *_said_then(talk, "before", before)])
    keys.remove(Verdict.COMPARE)
    facts = {"subject": subject(talk, what), "agency": agency_short(talk, what.agency)}
    return await _ask(talk, "compared", what, keys, head, both=both, **facts)


async def _ask(
    talk: Talk, question: str, what: What, keys: list[Verdict], head: bool, **facts: object
) -> Verdict:
    """Ask with buttons that open this very report, however long after they were shown."""
    texts = {key: "confirm" if head and key is Verdict.APPROVE else key.value for key in keys}
    labels = {pressed(what, key): talk.plain(f"decide-{texts[key]}") for key in keys}

    def words(text: str) -> str | None:
        verdict = read_verdict(text)
        return None if verdict is None else pressed(what, verdict)

    if (given := talk.given("said")) is not None and Verdict(given) in keys:
        return Verdict(given)
    kind = Pick(labels, words=words)
    aside = not talk.is_detour  # a card that came by itself must not be in anybody's way
    chosen = await talk.ask(question, kind, of=(what.id, keys), loose=aside, **facts)
    return Verdict(chosen.rpartition("/")[2])


def pressed(what: What, verdict: Verdict) -> str:
    """The key of a button under a report's card."""
    return f"{REVIEW}/{what.id}/{verdict.value}"


def _card(talk: Talk, submission: Submission, head: bool) -> Markup:
    what = submission.what
    return lines(
        [
            talk.text(f"card-{_waits_for(submission, head)}", code=what.code),
            subject(talk, what),
            talk.text("card-said", agency=agency_short(talk, what.agency), said=said(talk, what)),
            *details(talk, what),
            *whose(talk, submission),
        ]
    )


def _waits_for(submission: Submission, head: bool) -> str:
    if submission.state in (ReviewState.APPROVED, ReviewState.CLOSED):
        return "approved"
    return "head" if head else "focal"


def _said_then(talk: Talk, when: str, what: What) -> list[Markup | None]:
    told = talk.text(f"compared-{when}", day=what.reported_on, said=said(talk, what))
    return [told, *details(talk, what)]


def _say_why_not(talk: Talk, submission: Submission | None) -> None:
    """Why there is nothing to decide: gone, one's own, replaced, settled, or not one's business."""
    if submission is None or not may_see_reports(talk.person, submission.what.agency, talk.plan):
        talk.say("unknown")
        return
    facts = {"what": name(submission.what), "code": submission.what.code}
    if submission.what.reporter == talk.person.id:
        talk.say("own", **facts)
    elif not submission.newest:
        talk.say("replaced", **facts)
    else:
        state = talk.text(f"review-state-{submission.state.value.replace('_', '-')}")
        talk.say("settled", state=state, **facts)
