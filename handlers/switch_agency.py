"""Who works for several agencies says for which one from here on."""

from dialogue.agency_named import AgencyNamed
from dialogue.talk import Talk
from handlers.wording import agency_short
from storage.gate import Reader, Writer


async def switch_agency(talk: Talk, db: Reader) -> None:
    """Have the person act for another of the own agencies: what is listed, owed and reported."""
    further = await db.further_agencies(talk.person.id)
    here = agency_short(talk, talk.person.agency)
    if not further:
        talk.say("only-one", agency=here)
        return
    agency = await talk.ask("agency", AgencyNamed(talk.lexicon, further, further), here=here)
    switched = await talk.finish(Writer.switch_agency, agency)
    talk.say("done" if switched else "namesake", agency=agency_short(talk, agency))
