"""Who reports and reviews, what is stored of it, and what was acknowledged."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from domain.person import Role
from domain.reviewing import ReviewState
from tests.fakes.telegram_chat import Sent
from tests.kill.officer import RECEIPT

Cast = Mapping[int, tuple[str, tuple[int, ...]]]
"""Chats, each with its person's agency and tasks."""
OFFICERS: Cast = {
    9001: ("so-xay-dung", (4, 7, 9)),
    9002: ("so-xay-dung", (7, 9, 31)),
    9003: ("so-tnmt", (26, 27, 28, 29)),
    9004: ("ubnd-h-ke-sach", (1, 3, 10)),
    9005: ("cong-an-tinh", (33,)),
}
"""The last of them has no head: the focal agency reviews at once what is reported there."""
HEADS: Cast = {
    9011: ("so-xay-dung", (4, 31)),
    9012: ("so-xay-dung", (7,)),
    9013: ("so-tnmt", (26, 27)),
    9014: ("ubnd-h-ke-sach", (1, 3)),
}
FOCAL: Cast = {9021: ("so-xay-dung", (4,)), 9022: ("so-xay-dung", (9,))}
PEOPLE: Mapping[Role, Cast] = {Role.OFFICER: OFFICERS, Role.HEAD: HEADS, Role.FOCAL: FOCAL}
AGENCY = {chat: agency for people in PEOPLE.values() for chat, (agency, _) in people.items()}
SINGLE = {
    "confirmed": re.compile(r"✅ Đã xác nhận báo cáo NV \d+ của .+ \(mã (\d+)\)"),
    "accepted": re.compile(r"✅ Đã duyệt báo cáo NV \d+ của .+ \(mã (\d+)\)"),
    "returned": re.compile(r"Đã yêu cầu chỉnh lý báo cáo NV \d+ của .+ \(mã (\d+)\)"),
}
SEVERAL = re.compile(r"✅ Đã duyệt (\d+) báo cáo\.")


class Filed(NamedTuple):
    """A stored report; `chat` is its reporter's."""

    id: int
    task: int
    agency: str
    chat: int


class Reviewed(NamedTuple):
    """A stored review, by its reviewer's chat."""

    report: int
    act: str
    reason: str | None
    chat: int
    at: str


def filed_in(stored: sqlite3.Connection) -> list[Filed]:
    """Every report, in their order."""
    rows = stored.execute(
        "SELECT r.id, r.task, r.agency, CAST(a.chat AS INTEGER) FROM task_reports r "
        "JOIN addresses a ON a.person = r.reporter ORDER BY r.id"
    )
    return [Filed(*row) for row in rows]


def reviews_in(stored: sqlite3.Connection) -> list[Reviewed]:
    """Every review, in their order."""
    rows = stored.execute(
        "SELECT v.report, v.act, v.reason, CAST(a.chat AS INTEGER), v.reviewed_at FROM reviews v "
        "JOIN addresses a ON a.person = v.reviewer ORDER BY v.id"
    )
    return [Reviewed(*row) for row in rows]


def receipts_of(sent: Sequence[Sent]) -> set[tuple[int, int]]:
    """Task and lookup code of every receipt that has arrived."""
    found = (RECEIPT.search(each.text) for each in sent if each.method == "sendMessage")
    return {(int(match[1]), int(match[2])) for match in found if match is not None}


def acts_of(sent: Sequence[Sent]) -> set[tuple[int, tuple[int, str]]]:
    """The chat, and the report and act, of every acknowledgement of one act that has arrived."""
    return {
        (each.chat, (int(found[1]), act))
        for each in sent
        for act, told in SINGLE.items()
        if (found := told.match(each.text)) is not None
    }


def needs_head(report: Filed) -> bool:
    """A report of an agency that has a head, by somebody else."""
    return report.chat not in HEADS and report.agency in {agency for agency, _ in HEADS.values()}


def state_of(report: Filed, acts: set[str]) -> ReviewState:
    """How the duty of a last report stands after these acts."""
    if "returned" in acts:
        return ReviewState.RETURNED
    if needs_head(report) and "confirmed" not in acts:
        return ReviewState.AWAITING_HEAD
    return ReviewState.APPROVED if "accepted" in acts else ReviewState.AWAITING_FOCAL
