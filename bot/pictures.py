"""Pictures of charts: drawn in a thread, one at a time, the latest kept for who asks again."""

import asyncio
from collections import OrderedDict

from dialogue.messages import Chart
from exports.charts import draw

KEPT = 16


class Pictures:
    """Draws charts and keeps the latest pictures in memory."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Chart, bytes] = OrderedDict()
        self._drawing = asyncio.Lock()

    async def draw(self, chart: Chart) -> bytes:
        """Return a chart as a PNG."""
        async with self._drawing:
            if chart not in self._kept:
                self._kept[chart] = await asyncio.to_thread(draw, chart)
            self._kept.move_to_end(chart)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[chart]
