"""What a sentence of an officer becomes, beyond the corpus."""

from datetime import date
from decimal import Decimal

import pytest

from domain.report import Progress, Stage
from tests.understanding.examples import TODAY, lexicon
from understanding.reports import ReportKind, ReportReading, read_fields, read_report

SXD = "so-xay-dung"


def report(text: str, agency: str = SXD) -> ReportReading:
    """Read a report on the shipped plan."""
    return read_report(text, lexicon(), agency, TODAY)


def test_a_whole_report_fits_one_sentence() -> None:
    """Task, progress, share and obstacle are read at once, the obstacle as it was written."""
    assert report("nv 9 đang làm 60%, đang chờ ý kiến thẩm định") == ReportReading(
        kind=ReportKind.TASK,
        task=9,
        progress=Progress.IN_PROGRESS,
        percent=Decimal(60),
        obstacle="đang chờ ý kiến thẩm định",
    )


def test_what_was_not_said_stays_open() -> None:
    """No field is filled that the officer did not speak of."""
    assert report("nv 7 xong rồi") == ReportReading(
        kind=ReportKind.TASK, task=7, progress=Progress.DONE
    )


def test_a_document_comes_with_its_number_and_day() -> None:
    """The number is normalised, the day is the one after it."""
    read = report("nhiem vu 7 da xong, QD 123/QD-UBND ngay 05/03/2025")
    assert (read.document_number, read.document_date) == ("123/QĐ-UBND", date(2025, 3, 5))


@pytest.mark.parametrize(
    ("text", "stage", "progress"),
    [("đang dự thảo", Stage.DRAFTING, Progress.IN_PROGRESS),
     ("đang lấy ý kiến các sở", Stage.CONSULTING, Progress.IN_PROGRESS),
     ("đã trình UBND tỉnh", Stage.SUBMITTED, Progress.IN_PROGRESS),
     ("đã ban hành", Stage.ISSUED, Progress.DONE),
     ("đã hoàn thành dự thảo", Stage.DRAFTING, Progress.IN_PROGRESS)],
)  # fmt: skip
def test_the_stage_of_a_document_tells_the_progress(
    text: str, stage: Stage, progress: Progress
) -> None:
    """A document on its way is in progress, an issued one is done."""
    read = read_fields(text, TODAY)
    assert (read.stage, read.progress) == (stage, progress)


def test_a_share_outweighs_words() -> None:
    """A share between 0 and 100 is in progress, 100 is done, the corrected one counts."""
    assert read_fields("xong 60%", TODAY).progress is Progress.IN_PROGRESS
    assert read_fields("đạt 100%", TODAY).progress is Progress.DONE
    assert read_fields("60%, à nhầm 65%", TODAY).percent == 65
    assert read_fields("từ 45% lên 60%", TODAY).percent == 60


def test_no_obstacle_is_said_and_not_guessed() -> None:
    """ "Không vướng gì" is no obstacle; "vướng …" stands still."""
    free = read_fields("không vướng gì, đang làm", TODAY)
    assert (free.no_obstacle, free.obstacle, free.progress) == (True, None, Progress.IN_PROGRESS)
    stuck = read_fields("Vướng giải phóng mặt bằng, được 35%", TODAY)
    assert (stuck.blocked, stuck.obstacle) == (True, "Vướng giải phóng mặt bằng")
    assert stuck.percent == 35


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("nv 4 và nv 7 xong hết rồi", (4, 7)), ("đang làm 60%", ()), ("nv 9", (9,))],
)  # fmt: skip
def test_what_is_not_clear_is_asked(text: str, candidates: tuple[int, ...]) -> None:
    """Two tasks at once, none, or one without a word about it are asked about, never mixed."""
    read = report(text)
    assert read.kind is ReportKind.ASK
    assert read.task is None
    assert read.candidates == candidates


def test_tasks_of_others_are_not_reported() -> None:
    """A task or an indicator of another agency is told to be foreign."""
    for text in ("nv 33 xong rồi", "cáp quang 83,5%", "nv 99 xong", "kinh tế ban đêm xong"):
        read = report(text)
        assert (read.kind, read.foreign, read.task) == (ReportKind.ASK, True, None)


def test_questions_and_small_talk_are_no_reports() -> None:
    """A question stays a question, a greeting is nothing."""
    assert report("nv 7 xong chưa?").kind is ReportKind.QUERY
    assert report("sở em còn việc nào trễ không").kind is ReportKind.QUERY
    assert report("xin chào").kind is ReportKind.NONE
    assert read_fields("xin chào", TODAY).kind is ReportKind.NONE


def test_unchanged_reaches_one_task_or_all_others() -> None:
    """ "Không thay đổi" is about the chosen task, "các nhiệm vụ còn lại" about the rest."""
    one = report("nv 7 không thay đổi")
    assert (one.task, one.unchanged, one.everything_else_unchanged) == (7, True, False)
    rest = report("các nhiệm vụ còn lại không thay đổi")
    assert (rest.unchanged, rest.everything_else_unchanged) == (True, True)


def test_an_indicator_comes_with_value_and_year() -> None:
    """The figure is read with its year; an estimate is known as one."""
    read = report("ước đô thị hóa năm 2025 đạt 44,2%")
    assert (read.kind, read.indicator) == (ReportKind.INDICATOR, 3)
    assert (read.value, read.year, read.estimate) == (Decimal("44.2"), 2025, True)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [("đang làm 60-70%", "60-70%"), ("đang làm -5%", "-5%"), ("đang làm 1000%", "1000%"),
     ("gần xong, còn 10%", "còn 10%"), ("khoảng hơn nửa", "khoảng hơn nửa"),
     ("giải ngân 60%", "giải ngân 60%"), ("đang làm 60%", None), ("thôi không gửi nữa", None)],
)  # fmt: skip
def test_a_share_that_is_none_keeps_its_words(text: str, unclear: str | None) -> None:
    """Words that speak of a share without giving it are kept to be asked about, never guessed."""
    read = read_fields(text, TODAY)
    assert read.unclear_percent == unclear
    assert (read.percent is None) == (text != "đang làm 60%")


@pytest.mark.parametrize(
    ("text", "leftover"),
    [("nv 9 đang làm 60%, tuần sau họp hội đồng", "tuần sau họp hội đồng"),
     ("nv 9 đang làm 60%, dự kiến hoàn thành 30/6/2026", "dự kiến hoàn thành 30/6/2026"),
     ("nv 7 xong, QĐ 12/QĐ-UBND và QĐ 13/QĐ-UBND", "QĐ 12/QĐ-UBND và QĐ 13/QĐ-UBND"),
     ("nv 9 đang làm 60% nhé anh, cảm ơn anh", None),
     ("chương trình phát triển đô thị đang làm 60%", None)],
)  # fmt: skip
def test_words_that_fit_no_field_are_handed_back(text: str, leftover: str | None) -> None:
    """What is not recorded is known in the officer's words; politeness and titles are not it."""
    assert report(text).leftover == leftover


@pytest.mark.parametrize(
    ("text", "day"),
    [("nv 7 xong, QĐ 12/QĐ-UBND ngày 5/3/2027", "2027-03-05"),
     ("nv 7 xong, QĐ 12/QĐ-UBND ngày 31/02/2026", "31/02/2026"),
     ("nv 7 xong, QĐ 12/QĐ-UBND ngày 30/2", "30/2"),
     ("nv 7 xong, QĐ 12/QĐ-UBND ngày 5/1/2026", None),
     ("nv 9 đang làm, dự kiến trình ngày 5/3/2027", None)],
)  # fmt: skip
def test_a_day_that_cannot_be_the_document_s_is_kept_to_be_asked(
    text: str, day: str | None
) -> None:
    """One to come and one that no calendar has are told; a day of a plan is none."""
    assert report(text).doubtful_date == day


def test_abbreviations_do_not_make_a_text_accented() -> None:
    """ "nv" is written out with marks, yet the words beside it were typed without."""
    read = report("nv 3 chua lam, thieu von", "ubnd-huyen-ke-sach")
    assert (read.progress, read.obstacle) == (Progress.NOT_STARTED, "thieu von")


@pytest.mark.parametrize("text", ["chương trình phát triển đô thị xong rồi",
                                  "chuong trinh phat trien do thi da hoan thanh"])  # fmt: skip
def test_part_of_a_word_is_no_stage(text: str) -> None:
    """ "Chương trình" is not "trình": the programme is done, not submitted."""
    read = report(text)
    assert (read.task, read.progress, read.stage) == (9, Progress.DONE, None)


@pytest.mark.parametrize(
    "text",
    [
        *("nv 8 dang lam 40%, da phoi hop cong tac voi so tai chinh", "toi chuyen cong tac"),
        *("nv 8 đang làm 40%, công tác ở huyện", "nv 8 dang lam, theo nguyen tac o quy che"),
        *("nv 8 đang làm 40%, có tác dụng tốt", "nv 8 dang lam, hop tac tai cac huyen"),
        *("nv 8 đang làm, theo nguyên tắc chung", "nv 8 dang lam 40%, bi tac dong it"),
    ],
)
def test_the_end_of_another_word_is_no_obstacle(text: str) -> None:
    """ "Tắc" is none in "công tác", "hợp tác", "nguyên tắc", typed with or without marks."""
    assert report(text, "so-noi-vu").obstacle is None


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("nv 8 đang làm 40%, tắc ở khâu thẩm định", "tắc ở khâu thẩm định"),
        ("nv 8 dang lam 40%, tac o khau tham dinh", "tac o khau tham dinh"),
        ("nv 8 dang lam 40%, dang bi tac", "dang bi tac"),
        ("nv 8 dang lam 40%, ach tac mat bang", "ach tac mat bang"),
        ("nv 8 đang làm 40%, tắc mặt bằng", "tắc mặt bằng"),
    ],
)
def test_what_stands_still_is_an_obstacle(text: str, obstacle: str) -> None:
    """With its mark, or where the words around it leave no doubt."""
    assert report(text, "so-noi-vu").obstacle == obstacle


LONG = "chưa bố trí được vốn đối ứng, chờ Sở Tài chính có ý kiến, " * 47


def test_a_long_obstacle_is_read_to_its_end() -> None:
    """However far behind it goes on than what is looked at, not a word is lost."""
    read = report(f"nv 9 đang làm 60%, vướng mắc: {LONG}")
    assert (read.percent, read.obstacle, read.leftover) == (60, LONG.strip(" ,"), None)


def test_what_stands_too_far_behind_is_told() -> None:
    """Where no obstacle takes it, it is said to be left out."""
    read = report(f"nv 9 đang làm 60%. {'xin kính gửi ' * 200}hết")
    assert read.obstacle is None
    assert str(read.leftover).endswith("xin kính gửi hết")
