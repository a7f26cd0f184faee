"""The indicators that my agency reports, and how they stand."""

from markupsafe import Markup

from dialogue.kinds import PAGE, OneOf
from dialogue.talk import Talk
from handlers.figure_lines import standing_line
from handlers.figure_receipt import figures_owed
from handlers.wording import agency_short, lines
from storage.gate import Reader


async def indicators(talk: Talk, db: Reader) -> None:
    """List the agency's indicators, or all of the plan where it has none; one can be opened."""
    agency = agency_short(talk, talk.person.agency)
    own = talk.plan.indicators_of(talk.person.agency)
    shown = own or talk.plan.indicators
    figures = await db.figures()
    owed = lines((await figures_owed(talk, db))[:1]) if own else Markup("")
    heading = talk.text("own" if own else "all", agency=agency, count=str(len(shown)))

    def page(number: int) -> Markup:
        listed = shown[number * PAGE : (number + 1) * PAGE]
        asked = [talk.person.agency] if own else []
        return lines([standing_line(talk, each, figures, asked=asked) for each in listed])

    indicator = await talk.ask(
        "list",
        OneOf(
            shown,
            key=lambda each: str(each.number),
            label=lambda each: f"CT {each.number}",
            own_number=lambda each: each.number,
        ),
        loose=True,
        heading=heading,
        indicators=page,
        first=str(shown[0].number),
        owed=lambda number: owed if number == 0 else "",
    )
    talk.hand_over("indicator_detail", indicator=indicator.number)
