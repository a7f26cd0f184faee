"""Who has not reported: what may be seen of it, and in which periods."""

from domain.person import Role
from domain.report import Progress
from tests.harness.stage import Stage

NEIGHBOUR = "ubnd-tp-soc-trang"


async def test_a_shared_task_tells_nothing_of_another_agencys_state(stage: Stage) -> None:
    """What the others have reported changes no answer to somebody who may not see it."""
    chat = await stage.seat(Role.OFFICER, "ubnd-tx-vinh-chau")
    narrowed = ("chỉ đang thực hiện", "chỉ có vướng mắc", "chỉ tạm dừng")

    async def told() -> list[str]:
        said = []
        for narrow in narrowed:
            await stage.say(chat, "ai chưa báo cáo")
            said.append("\n".join(each.text for each in await stage.say(chat, narrow)))
        return said

    before = await told()
    await stage.report(NEIGHBOUR, 12, Progress.IN_PROGRESS, percent=10, obstacle="thiếu vốn")
    assert await told() == before
    assert all("không có cơ quan nào" in each.lower() for each in before)
