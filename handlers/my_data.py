"""What is kept of the person who asks, and what can be done with it."""

from typing import Any

from markupsafe import Markup

from dialogue.kinds import Pick
from dialogue.talk import Talk
from dialogue.values import Words
from domain.person import Role
from domain.privacy import RequestKind
from handlers.data_wording import channel_name, request_kind
from handlers.wording import lines
from storage.gate import Reader, Writer
from storage.privacy import Wish
from understanding.words import read_yes_no

SHOWN = 2
"""How many consents are shown, the newest."""


async def my_data(talk: Talk, db: Reader) -> None:
    """Show name, accounts, consents, reports, requests; correct, delete, withdraw consent."""
    labels = dict(talk.labels("card", ("copy", "correct", "delete", "withdraw")))
    if talk.person.role is Role.ADMIN:
        waiting = len(await db.open_requests())
        if waiting:
            labels["requests"] = talk.plain("card-requests", count=str(waiting))
    choice = await talk.ask("card", Pick(labels), loose=True, **await _kept(talk, db))
    match choice:
        case "requests":
            talk.hand_over("data_requests")
        case "copy":
            await _ask(talk, db, Wish(kind=RequestKind.COPY))
        case "correct":
            if await _is_new(talk, db, RequestKind.CORRECT):
                words = await talk.ask("wrong", Words(limit=500))
                await _ask(talk, db, Wish(kind=RequestKind.CORRECT, words=words))
        case "delete":
            await _delete(talk, db)
        case _:
            await _withdraw(talk)


async def _kept(talk: Talk, db: Reader) -> dict[str, Any]:
    """What the card tells."""
    person = talk.person
    return {
        "name": person.name,
        "agency": talk.plan.agency_by_id[person.agency].name,
        "role": talk.text(f"role-{person.role.value}"),
        "accounts": ", ".join(
            talk.plain("account", channel=channel_name(talk, channel), account=account)
            for channel, account in await db.accounts_of(person)
        ),
        "consents": await _consents(talk, db),
        "reports": str(await db.filed_by(person)),
        "days": str(await db.days_kept()),
        "open": await _open(talk, db),
    }


async def _consents(talk: Talk, db: Reader) -> Markup:
    given = [each for each in await db.consents_of(talk.person) if each.withdrawn_at is None]
    if not given:
        return talk.text("no-consent")
    return lines(
        [
            talk.text(
                "consent",
                version=each.version,
                time=each.agreed_at,
                channel=channel_name(talk, each.channel),
            )
            for each in given[-SHOWN:]
        ]
    )


async def _open(talk: Talk, db: Reader) -> Markup:
    return lines(
        [
            talk.text(
                "open",
                code=each.code,
                kind=request_kind(talk, each),
                due=each.due_at,
            )
            for each in await db.open_requests(talk.person)
        ]
    )


async def _is_new(talk: Talk, db: Reader, kind: RequestKind) -> bool:
    """Whether no request of this kind waits for its answer; else tell of the one that does."""
    for each in await db.open_requests(talk.person):
        if each.kind is kind:
            talk.say("asked-already", code=each.code, due=each.due_at)
            return False
    return True


async def _delete(talk: Talk, db: Reader) -> None:
    """Say plainly what goes and what stays, then ask."""
    if not await _is_new(talk, db, RequestKind.DELETE):
        return
    sure = await talk.ask(
        "sure-delete", Pick(talk.labels("sure-delete", ("yes", "no")), words=read_yes_no)
    )
    if sure == "yes":
        await _ask(talk, db, Wish(kind=RequestKind.DELETE))
    else:
        talk.say("kept")


async def _ask(talk: Talk, db: Reader, wish: Wish) -> None:
    """Keep a request and tell the administrators at once."""
    if wish.kind is RequestKind.COPY and not await _is_new(talk, db, RequestKind.COPY):
        return
    request = await talk.finish(Writer.ask_about_data, wish)
    if wish.kind is RequestKind.COPY:
        talk.say("copying")
        return
    talk.notify(
        await db.people_in(None, Role.ADMIN),
        "data_request_came",
        f"data-request/{request.id}",
        request=request.id,
    )
    talk.say("asked", code=request.code, due=request.due_at)


async def _withdraw(talk: Talk) -> None:
    """Withdraw consent after one confirmation: every account of the person is disconnected."""
    sure = await talk.ask(
        "sure-withdraw", Pick(talk.labels("sure-withdraw", ("yes", "no")), words=read_yes_no)
    )
    if sure == "no":
        talk.say("kept")
        return
    await talk.finish(Writer.withdraw_consent, talk.person)
    talk.close_others()
    talk.say("withdrawn")
