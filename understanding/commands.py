"""The words that work anywhere, with and without diacritics, as slash commands or typed."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain

from understanding.folding import composed, fold, toned
from understanding.joining_words import read_told_code


class Command(StrEnum):
    """What a person may want at any time, whatever is being asked."""

    CANCEL = "cancel"
    BACK = "back"
    SKIP = "skip"
    HELP = "help"
    MENU = "menu"
    START = "start"
    REPORT = "report"
    REPORT_FIGURE = "report_figure"
    DUTIES = "duties"
    INDICATORS = "indicators"
    SUMMARY = "summary"
    SUMMARY_BY_GROUP = "summary_by_group"
    SUMMARY_BY_AGENCY = "summary_by_agency"
    NEW_DONE = "new_done"
    NEW_OVERDUE = "new_overdue"
    ME = "me"
    MY_DATA = "my_data"
    WAITING = "waiting"
    DELEGATE = "delegate"
    CLOSE_PERIOD = "close_period"
    ATTACH = "attach"
    WITHDRAW = "withdraw"
    UNCHANGED = "unchanged"
    EXTENSIONS = "extensions"
    BRIEF = "brief"
    STOP_BRIEFS = "stop_briefs"
    RESUME_BRIEFS = "resume_briefs"
    REMINDERS = "reminders"
    REMIND_AGAIN = "remind_again"
    PAUSE_REMINDER = "pause_reminder"
    RESUME_REMINDER = "resume_reminder"


_WORDS: dict[Command, tuple[str, ...]] = {
    Command.CANCEL: ("hủy", "hủy bỏ", "thôi", "dừng", "/huy", "/cancel", "cancel", "stop"),
    Command.BACK: ("quay lại", "trở lại", "lùi lại", "back", "/back", "/quaylai"),
    Command.SKIP: ("bỏ qua", "skip", "/skip", "/boqua"),
    Command.HELP: ("?", "trợ giúp", "giúp", "hướng dẫn", "help", "/help", "/trogiup"),
    Command.MENU: ("menu", "/menu", "bắt đầu", "trang chủ"),
    Command.START: ("/start",),
    Command.REPORT: ("báo cáo", "/baocao", "báo cáo nhiệm vụ", "báo cáo tiếp", "report"),
    Command.DUTIES: (
        "/nhiemvu",
        "nhiệm vụ",
        "nhiệm vụ của tôi",
        "việc của tôi",
        "nhiệm vụ của cơ quan",
        "my tasks",
        "tasks",
    ),
    Command.REPORT_FIGURE: (
        "báo cáo chỉ tiêu",
        "báo cáo số liệu",
        "báo cáo số liệu chỉ tiêu",
        "report a figure",
        "report indicator",
    ),
    Command.INDICATORS: (
        "/chitieu",
        "chỉ tiêu",
        "các chỉ tiêu",
        "chỉ tiêu của tôi",
        "chỉ tiêu của cơ quan",
        "my indicators",
        "indicators",
    ),
    Command.SUMMARY: ("/tonghop", "tổng hợp", "tình hình chung", "summary", "overview"),
    Command.SUMMARY_BY_GROUP: (
        "theo nhóm",
        "theo nhóm nhiệm vụ",
        "tổng hợp theo nhóm",
        "tổng hợp theo nhóm nhiệm vụ",
        "by group",
    ),
    Command.SUMMARY_BY_AGENCY: (
        "theo cơ quan",
        "theo đơn vị",
        "theo cơ quan chủ trì",
        "tổng hợp theo cơ quan",
        "tổng hợp theo đơn vị",
        "by agency",
    ),
    Command.NEW_DONE: ("mới hoàn thành", "newly completed"),
    Command.NEW_OVERDUE: ("mới quá hạn", "newly overdue"),
    Command.ME: (
        "/toi",
        "tôi",
        "tôi là ai",
        "đăng xuất",
        "thoát",
        "who am i",
        "sign out",
        "log out",
    ),
    Command.MY_DATA: (
        "/dulieu",
        "dữ liệu của tôi",
        "dữ liệu cá nhân",
        "dữ liệu cá nhân của tôi",
        "xóa dữ liệu của tôi",
        "rút lại sự đồng ý",
        "my data",
        "my personal data",
    ),
    Command.WAITING: (
        "/duyet",
        "duyệt",
        "chờ duyệt",
        "duyệt báo cáo",
        "báo cáo chờ duyệt",
        "danh sách chờ duyệt",
        "báo cáo nào chờ duyệt",
        "còn báo cáo nào chờ duyệt",
        "có báo cáo nào chờ duyệt không",
        "chờ xác nhận",
        "báo cáo chờ xác nhận",
        "waiting",
        "what waits",
    ),
    Command.DELEGATE: ("/uyquyen", "tôi nghỉ", "tôi nghỉ phép", "delegate"),
    Command.CLOSE_PERIOD: (
        "/chotky",
        "chốt kỳ",
        "chốt kỳ báo cáo",
        "chốt kỳ này",
        "chốt số liệu kỳ báo cáo",
        "close the period",
    ),
    Command.ATTACH: ("đính kèm", "đính kèm tệp", "đính kèm file", "attach", "attach files"),
    Command.WITHDRAW: ("thu hồi", "thu hồi báo cáo", "/thuhoi", "withdraw"),
    Command.UNCHANGED: (
        "không thay đổi",
        "các nhiệm vụ còn lại không thay đổi",
        "các nhiệm vụ còn lại: không thay đổi",
        "còn lại không thay đổi",
        "còn lại không đổi",
        "no change",
        "the rest unchanged",
    ),
    Command.EXTENSIONS: (
        "gia hạn chờ",
        "gia hạn đang chờ",
        "đề nghị gia hạn đang chờ",
        "các đề nghị gia hạn đang chờ",
        "các đề nghị gia hạn",
        "danh sách gia hạn",
        "danh sách đề nghị gia hạn",
        "đề nghị gia hạn nào đang chờ",
        "ai xin gia hạn",
        "waiting extensions",
    ),
    Command.BRIEF: (
        "/tomtat",
        "tóm tắt",
        "tóm tắt tuần",
        "tóm tắt tình hình",
        "báo cáo nhanh",
        "báo cáo nhanh tuần",
        "brief",
        "weekly brief",
    ),
    Command.STOP_BRIEFS: (
        "ngừng tóm tắt",
        "ngừng nhận tóm tắt",
        "dừng tóm tắt",
        "dừng nhận tóm tắt",
        "ngừng báo cáo nhanh",
        "ngừng nhận báo cáo nhanh",
        "không nhận tóm tắt",
        "stop briefs",
    ),
    Command.RESUME_BRIEFS: (
        "nhận tóm tắt",
        "nhận lại tóm tắt",
        "nhận báo cáo nhanh",
        "nhận lại báo cáo nhanh",
        "resume briefs",
    ),
    Command.REMINDERS: ("/nhac", "nhắc", "nhắc việc", "việc cần nhắc", "reminders"),
    Command.REMIND_AGAIN: (
        "nhắc lại ngày mai",
        "mai nhắc lại",
        "ngày mai nhắc lại",
        "nhắc lại sau",
        "nhắc lại",
        "remind me tomorrow",
        "remind me again tomorrow",
    ),
    Command.PAUSE_REMINDER: (
        "tạm ngừng nhắc",
        "tạm ngừng nhắc việc",
        "tạm ngừng nhắc việc này",
        "tạm dừng nhắc",
        "tạm dừng nhắc việc này",
        "ngừng nhắc",
        "đừng nhắc nữa",
        "pause reminders",
    ),
    Command.RESUME_REMINDER: (
        "tiếp tục nhắc",
        "tiếp tục nhắc việc",
        "nhắc trở lại",
        "bỏ tạm ngừng nhắc",
        "resume reminders",
    ),
}
_TASK = re.compile(
    r"(?P<detail>(?:chi tiet|xem|noi dung|detail|details|show)\s*)?"
    r"(?P<report>(?:bao cao|report)\s*)?"
    r"(?P<noun>nv|nhiem vu|task)?\s*(?:so)?\s*\.?(?P<number>\d{1,3})\s*[.?]?"
)
_INDICATOR = re.compile(
    r"(?P<detail>(?:chi tiet|xem|noi dung|detail|details|show)\s*)?"
    r"(?P<report>(?:bao cao|report)\s*)?"
    r"(?:ct|chi tieu|indicator)\s*(?:so)?\s*\.?(?P<number>\d{1,3})\s*[.?]?"
)
_REMINDING = re.compile(
    r"(?:(?P<pause>(?:tam )?(?:ngung|dung) nhac|pause)|tiep tuc nhac|nhac tro lai|resume)"
    r"(?: remind(?:ers?|ing)(?: (?:of|for|about|on))?)?"
    r"(?P<tasks>(?:[\s,;.]|va|and|so|(?:viec|nv|nhiem vu|tasks?)|\d{1,3}\b)+?)(?:nua)?\s*[.?]?"
)
_NOUNS = {"nhiem vu": "nv", "task": "nv", "chi tieu": "ct", "indicator": "ct"}
"""What tasks and indicators are called, and how that is shortened."""
_NAMES_INDICATOR = re.compile(r"\b(?:ct|chi tieu|indicator)\s*(?:so)?\s*\.?\d{1,3}\b")
_STOP = fold("dừng")
"""Without its marks it is also "đúng", which says yes."""
_BY_WORDS = {fold(words): command for command, all_ in _WORDS.items() for words in all_}


def read_command(text: str) -> Command | None:
    """Read a text that is a command and nothing else."""
    words = fold(" ".join(text.split())).rstrip(".! ")
    if words == _STOP and toned(composed(text).strip(".! ")) != toned("dừng"):
        return None
    return _BY_WORDS.get(words) or (Command.HELP if words and not words.strip("?") else None)


def phrases() -> Iterator[str]:
    """Return the words of every command."""
    return chain.from_iterable(_WORDS.values())


def read_start_code(text: str) -> str | None:
    """Return the code of "/start CODE" or of "mã của tôi là CODE", or None."""
    head, _, code = text.strip().partition(" ")
    return code.strip() or None if head == "/start" else read_told_code(text)


def read_task_number(text: str) -> tuple[int, bool] | None:
    """Read a text that only names a task: its number, and whether its detail is asked for."""
    found = _TASK.fullmatch(fold(" ".join(text.split())))
    return None if found is None else (int(found["number"]), found["detail"] is not None)


def read_indicator_number(text: str) -> tuple[int, bool] | None:
    """Read a text that only names an indicator: its number, and whether its detail is wanted."""
    found = _INDICATOR.fullmatch(fold(" ".join(text.split())))
    return None if found is None else (int(found["number"]), found["detail"] is not None)


def read_reminding(text: str) -> tuple[tuple[int, ...], bool] | None:
    """Read "tạm ngừng nhắc NV 4, NV 7": the tasks' numbers, and whether they are paused."""
    found = _REMINDING.fullmatch(fold(" ".join(text.split())))
    if found is None:
        return None
    numbers = dict.fromkeys(int(each) for each in re.findall(r"\d+", found["tasks"]))
    return (tuple(numbers), found["pause"] is not None) if numbers else None


def same_noun(one: str, other: str) -> bool:
    """Whether both call a task, or an indicator, by what it is: "task", "nhiệm vụ", "NV"."""
    first, second = fold(one), fold(other)
    return _NOUNS.get(first, first) == _NOUNS.get(second, second)


def names_indicator(text: str) -> bool:
    """Whether a text names an indicator by its number ("CT 3 đạt 44,2%")."""
    return _NAMES_INDICATOR.search(fold(text)) is not None
