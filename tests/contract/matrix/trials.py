"""The trials of all rows, by their keys."""

from tests.contract.matrix import (
    trials_following,
    trials_people,
    trials_periods,
    trials_reports,
    trials_roster,
)
from tests.contract.matrix.trial import Trial

TRIALS: dict[str, Trial] = {
    **trials_reports.TRIALS,
    **trials_people.TRIALS,
    **trials_following.TRIALS,
    **trials_periods.TRIALS,
    **trials_roster.TRIALS,
}
