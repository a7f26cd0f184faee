"""Trials of seeing and reporting."""

from decimal import Decimal

from domain.figure import FigureDraft
from domain.report import Progress, TaskReport, TaskReportDraft
from storage.gate import Writer
from tests.contract.matrix.table import Scope
from tests.contract.matrix.trial import AGENCY, SECRET, TASK, Lines, Trial
from tests.harness.rehearsal import Rehearsal

FILED = "SELECT id, agency FROM task_reports WHERE withdrawn_at IS NULL"


async def reported(world: Rehearsal) -> None:
    """Both agencies have reported, each with an obstacle, and a file."""
    for scope in Scope:
        await world.report(
            AGENCY[scope], TASK[scope], Progress.IN_PROGRESS, percent=30, obstacle=SECRET[scope]
        )
    async with world.open() as database, database.write() as connection:
        await connection.execute(
            "INSERT INTO evidence (report, address, ref, name, media_type, size, sha256, "
            "received_at) SELECT id, address, 'r', 'anh-' || task || '.jpg', 'image/jpeg', 9, "
            "'ab', filed_at FROM task_reports"
        )


def both(*lines: str) -> Lines:
    """Return the same lines with the task's number of either agency in the place of #."""
    return {scope: [line.replace("#", str(TASK[scope])) for line in lines] for scope in Scope}


async def _file_report(writer: Writer, scope: Scope) -> None:
    await writer.file_task_report(
        TaskReportDraft(
            task=TASK[scope],
            agency=AGENCY[scope],
            progress=Progress.IN_PROGRESS,
            reported_on=writer.now.date(),
        )
    )


async def _file_figure(writer: Writer, scope: Scope) -> None:
    await writer.file_figure(
        FigureDraft(
            indicator={Scope.OWN: 8, Scope.OTHER: 9}[scope],
            year=2025,
            agency={Scope.OWN: "so-tttt", Scope.OTHER: "nhnn"}[scope],
            value=Decimal(70),
            reported_on=writer.now.date(),
        )
    )


async def _report(writer: Writer, scope: Scope) -> TaskReport:
    found = await writer.latest(TASK[scope], AGENCY[scope])
    assert found is not None
    return found


async def _withdraw(writer: Writer, scope: Scope) -> None:
    await writer.withdraw(await _report(writer, scope))


async def _attach(writer: Writer, scope: Scope) -> None:
    await writer.attach(((await _report(writer, scope)).id, [1]))


TRIALS = {
    "see-plan": Trial(
        lines=both("chi tiết #"),
        seen={scope: f"NV {TASK[scope]}" for scope in Scope},
    ),
    "see-reports": Trial(
        prepare=reported,
        lines=both("chi tiết #", "khó khăn của NV # là gì?"),
        seen=SECRET,
    ),
    "see-evidence": Trial(
        prepare=reported,
        lines=both("minh chứng nv #"),
        seen={scope: f"anh-{TASK[scope]}.jpg" for scope in Scope},
    ),
    "report-task": Trial(
        lines={
            Scope.OWN: ["nv 8 đang làm 30%, không có vướng mắc", "gửi"],
            Scope.OTHER: [
                *("nv 33 đang làm 30%, không có vướng mắc", "gửi", "hủy"),
                *("báo cáo thay Công an tỉnh nv 33 đang làm 30%, không có vướng mắc", "gửi"),
            ],
        },
        facts=FILED,
        write=_file_report,
    ),
    "report-figure": Trial(
        lines={
            Scope.OWN: ["ct 8 năm 2025 đạt 70%", "gửi"],
            Scope.OTHER: [
                *("ct 9 năm 2025 đạt 70%", "gửi", "hủy"),
                *("báo cáo thay NHNN ct 9 năm 2025 đạt 70%", "gửi"),
            ],
        },
        facts="SELECT id FROM figures",
        write=_file_figure,
        agency="so-tttt",
    ),
    "withdraw": Trial(
        prepare=reported,
        lines={
            Scope.OWN: ["nv 8 đang làm 40%, không có vướng mắc", "gửi", "thu hồi", "thu hồi"],
            Scope.OTHER: ["thu hồi", "thu hồi"],
        },
        facts="SELECT id FROM task_reports WHERE withdrawn_at IS NOT NULL",
        write=_withdraw,
        stays=True,
    ),
    "attach": Trial(
        prepare=reported,
        lines={
            Scope.OWN: [
                *("nv 8 đang làm 40%, không có vướng mắc", "gửi"),
                *("{bien-ban.jpg}", "1"),
            ],
            Scope.OTHER: ["{bien-ban.jpg}", "1"],
        },
        facts="SELECT id, report FROM evidence WHERE report IS NOT NULL",
        write=_attach,
        stays=True,
    ),
    "own-reminders": Trial(
        lines={Scope.OWN: ["tạm ngừng nhắc nv 8", "1"]},
        facts="SELECT person FROM pauses",
    ),
}
