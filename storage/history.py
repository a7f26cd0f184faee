"""How tasks stood on an earlier day, and what came of them since."""

from datetime import date, datetime, time, timedelta

from domain.standing import Standing
from domain.summary import WEEK, Summary, summarise
from storage.moments import stamp
from storage.reports import report_from
from storage.session import Session


class HistoryReader(Session):
    """Reads the state of any day from the days of the reports."""

    async def standing_on(self, day: date) -> Standing:
        """Return how all tasks stood at the end of a day, with the days they were completed.

        What was withdrawn later counts as never reported.
        """
        midnight = datetime.combine(day + timedelta(days=1), time(), self.now.tzinfo)
        rows = await self._queries.latest_as_of(
            self._connection, plan=self.plan.id, day=day.isoformat(), before=stamp(midnight)
        )
        return Standing(
            self.plan,
            {(row["task"], row["agency"]): report_from(row) for row in rows},
            day,
            {
                (row["task"], row["agency"]): date.fromisoformat(row["done_since"])
                for row in rows
                if row["done_since"] is not None
            },
        )

    async def summary(self, agency: str | None = None) -> Summary:
        """Return the summary of today against a week ago, for the plan or an agency's part."""
        today = self.now.date()
        return summarise(
            await self.standing_on(today), await self.standing_on(today - WEEK), agency
        )
