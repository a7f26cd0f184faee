"""The summary as a picture: each agency's tasks by what they have come to, the worst on top."""

from dialogue.messages import Bar, Chart, Series, Tone
from dialogue.talk import Talk
from dialogue.texts import plain
from domain.summary import Outcome, Summary
from handlers.summary_wording import counts, uncounted_line
from handlers.wording import agency_short

MOST = 25
"""So many agencies at most, that the picture stays readable on a phone."""
_TONES = {
    Outcome.OVERDUE: Tone.BAD,
    Outcome.IN_TIME: Tone.OPEN,
    Outcome.UNDATED: Tone.NEUTRAL,
    Outcome.DONE_IN_TIME: Tone.GOOD,
    Outcome.DONE_LATE: Tone.LATE,
    Outcome.DONE_UNDATED: Tone.CLOSED,
}


def summary_chart(talk: Talk, found: Summary) -> Chart:
    """Return the chart of the agencies, with the whole plan's numbers above them."""
    labels = talk.labels("see", tuple(_TONES))
    shown = found.agencies[:MOST]
    foot = uncounted_line(talk)
    if len(shown) < len(found.agencies):
        foot = talk.text("picture-worst", count=str(MOST)) + " " + foot
    return Chart(
        title=talk.plain("picture-title", plan=talk.plan.number),
        note=talk.plain("picture-note", day=found.day, numbers=counts(talk, found.whole)),
        foot=" ".join(plain(foot).split()),
        series=tuple(Series(label=labels[each], tone=tone) for each, tone in _TONES.items()),
        bars=tuple(
            Bar(
                label=agency_short(talk, share.key),
                values=tuple(share.tally.count(each) for each in _TONES),
            )
            for share in shown
        ),
    )
