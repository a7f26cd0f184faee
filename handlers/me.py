"""Who am I here, and signing out."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from storage.gate import Reader, Writer
from understanding.words import read_yes_no


async def me(talk: Talk, db: Reader) -> None:
    """Show name, role and agency; sign out after one confirmation."""
    person = talk.person
    choice = await talk.ask(
        "card",
        Pick(talk.labels("card", ("sign_out",))),
        loose=True,
        name=person.name,
        agency=talk.plan.agency_by_id[person.agency].name,
        role=talk.text(f"role-{person.role.value}"),
    )
    if choice != "sign_out":
        return
    sure = await talk.ask("sure", Pick(talk.labels("sure", ("yes", "no")), words=read_yes_no))
    if sure == "yes":
        await talk.finish(Writer.sign_out, person)
        talk.close_others()
        talk.say("signed-out")
    else:
        talk.say("stayed")
