"""What a question becomes: its typed parts, and when it is asked back."""

from datetime import date

import pytest

from domain.query import (
    AgencyTerm,
    Ambiguous,
    Condition,
    IndicatorAsk,
    IndicatorQuery,
    Part,
    Query,
    Shape,
    Talk,
    TalkToBot,
    TaskQuery,
    TaskState,
    Unclear,
    Undated,
    UnknownAgency,
    UnreportedQuery,
)
from domain.spans import Days, Years
from tests.understanding.examples import TODAY, lexicon
from understanding.questions import read_question, reads_as_question


def ask(text: str, own: str | None = None) -> Query:
    """Read a question about the shipped plan."""
    return read_question(text, lexicon(), TODAY, own)


def tasks(text: str, own: str | None = None) -> TaskQuery:
    """Read a question that is about tasks."""
    query = ask(text, own)
    assert isinstance(query, TaskQuery)
    return query


@pytest.mark.parametrize(
    "text",
    ["nhiệm vụ đến hạn năm 2025 của Sở Xây dựng", "tasks due in 2025 for Sở Xây dựng",
     "sxd han 2025 nv nao", "năm ngoái Sở XD mình có việc nào tới hạn hông",
     "tasks due in 2025 for the Department of Construction"],
)  # fmt: skip
def test_words_in_any_order_and_language_are_one_query(text: str) -> None:
    """The same question, however it is put, is the same query."""
    term = AgencyTerm(agency="so-xay-dung", part=Part.LEAD)
    query = tasks(text)
    assert query.agencies == (term,)
    assert query.due == Days.of_years(2025, 2025)
    assert query.topic is None


@pytest.mark.parametrize(
    ("text", "due"),
    [("trước năm 2026", Days(last=date(2025, 12, 31))), ("sau 2026", Days(first=date(2027, 1, 1))),
     ("từ 2025 đến 2027", Days.of_years(2025, 2027)), ("từ 2026 trở đi", Days.of_years(2026, None)),
     ("chậm nhất 2026", Days.of_years(None, 2026)), ("by 2026", Days.of_years(None, 2026)),
     ("quý IV/2026", Days(first=date(2026, 10, 1), last=date(2026, 12, 31))),
     ("6 tháng đầu năm 2026", Days(first=date(2026, 1, 1), last=date(2026, 6, 30))),
     ("tháng 12/2026", Days(first=date(2026, 12, 1), last=date(2026, 12, 31))),
     ("năm nay", Days.of_years(2026, 2026)), ("sang năm", Days.of_years(2027, 2027)),
     ("năm hai không hai lăm", Days.of_years(2025, 2025)), ("next year", Days.of_years(2027, 2027)),
     ("trước ngày 30/6/2026", Days(last=date(2026, 6, 29)))],
)  # fmt: skip
def test_times_are_read_with_their_limits(text: str, due: Days) -> None:
    """Spans, both ends, open ends, words and relative years all become days."""
    assert tasks(f"nhiệm vụ đến hạn {text}").due == due


def test_each_time_goes_with_its_word() -> None:
    """Due, carried out, started and exactly timed are different parts of a query."""
    assert tasks("nhiệm vụ thực hiện trong năm 2026").carried_out == Years(first=2026, last=2026)
    assert tasks("nhiệm vụ bắt đầu từ năm 2024").starts == Years(first=2024, last=2024)
    assert tasks("nhiệm vụ có thời gian thực hiện 2025-2026").timing == Years(first=2025, last=2026)
    assert tasks("nhiệm vụ không có thời hạn cụ thể").undated is Undated.BOTH
    assert tasks("nhiệm vụ theo tiến độ").undated is Undated.OPEN
    assert tasks("nhiệm vụ không ghi thời gian").undated is Undated.MISSING


def test_years_within_contents_are_content() -> None:
    """A year that belongs to the words of a task is no deadline."""
    for text in ("tầm nhìn đến năm 2045", "Quyết định 950 năm 2018"):
        query = tasks(f"nhiệm vụ nào nhắc đến {text}")
        assert query.due is None
        assert query.topic is not None
        assert query.topic.tasks


def test_every_agency_has_its_part() -> None:
    """Role words go with the agency they stand by, in both languages."""
    lead = AgencyTerm(agency="so-noi-vu", part=Part.LEAD)
    coordinating = AgencyTerm(agency="so-xay-dung", part=Part.COORDINATE)
    for text in (
        "nhiệm vụ nào do Sở Nội vụ chủ trì và Sở Xây dựng phối hợp",
        "tasks led by Department of Home Affairs and coordinated by Department of Construction",
        "Sở Xây dựng phối hợp với Sở Nội vụ nhiệm vụ nào",
    ):
        assert set(tasks(text).agencies) == {lead, coordinating}


def test_an_agency_can_be_asked_for_by_name_or_alone() -> None:
    """ "Đích danh" and "chỉ riêng" are kept apart from the group's tasks."""
    assert tasks("nhiệm vụ đích danh của TPST").agencies[0].named
    assert tasks("chỉ riêng TPST chủ trì nhiệm vụ nào").agencies[0].alone


def test_the_own_agency_is_meant_by_own_words() -> None:
    """ "Của tôi", "sở em", "huyện mình" mean the asker's agency, and ask back without one."""
    for text in ("nhiệm vụ của tôi", "sở em còn việc nào trễ không", "huyện mình có nhiệm vụ nào"):
        assert [term.agency for term in tasks(text, "ubnd-h-ke-sach").agencies] == [
            "ubnd-h-ke-sach"
        ]
        unclear = ask(text)
        assert isinstance(unclear, Ambiguous)
        assert unclear.what is Unclear.OWN_AGENCY


def test_an_ambiguous_agency_is_asked_about() -> None:
    """An abbreviation that several agencies carry is never guessed."""
    query = ask("TT có nhiệm vụ nào")
    assert isinstance(query, Ambiguous)
    assert query.what is Unclear.AGENCY
    assert query.said == "TT"
    assert set(query.options) == {"so-tttt", "thanh-tra-tinh", "ubnd-h-thanh-tri"}


@pytest.mark.parametrize("name", ["Bộ Xây dựng", "Sở Ngoại vụ", "huyện Long Thành"])
def test_an_agency_the_plan_lacks_is_named_back(name: str) -> None:
    """An unknown agency is said to be unknown and never taken for one alike."""
    query = ask(f"{name} có nhiệm vụ nào")
    assert isinstance(query, UnknownAgency)
    assert query.name == name


@pytest.mark.parametrize(
    ("text", "agency"),
    [("sở kế hoặch đầu tư", "so-khdt"), ("thi xa vinh chu", "ubnd-tx-vinh-chau"),
     ("huyen my xuyn", "ubnd-h-my-xuyen"), ("TN&MT", "so-tnmt"), ("h.TĐ", "ubnd-h-tran-de"),
     ("PMU 2", "ban-qlda-2"), ("ngành xây dựng", "so-xay-dung")],
)  # fmt: skip
def test_names_are_understood_as_they_are_typed(text: str, agency: str) -> None:
    """Slips, abbreviations and English names find their agency."""
    assert [term.agency for term in tasks(f"{text} phụ trách nhiệm vụ nào").agencies] == [agency]


def test_states_are_read_with_their_negation() -> None:
    """ "Chưa xong" is not "xong"; a question "xong chưa" filters nothing."""
    assert tasks("nhiệm vụ nào chưa xong").states == (TaskState.NOT_DONE,)
    assert tasks("nhiệm vụ nào đã xong").states == (TaskState.DONE,)
    assert tasks("nhiệm vụ nào đã hoàn thàn").states == (TaskState.DONE,)
    assert tasks("viec nao da hoan than").states == (TaskState.DONE,)
    assert tasks("nhiệm vụ nào sắp đến hạn").states == (TaskState.DUE_SOON,)
    assert tasks("việc chống ngập xong chưa").states == ()


def test_numbers_stand_for_themselves() -> None:
    """Numbers of tasks in digits and words, lists and ranges; the number of a board is none."""
    assert tasks("nv 4, 7 và 9").numbers == (4, 7, 9)
    assert tasks("nhiệm vụ mười chín là gì").numbers == (19,)
    assert tasks("nv 1 đến 3").numbers == (1, 2, 3)
    assert tasks("Ban QLDA 1 phụ trách nhiệm vụ nào").numbers == ()


def test_shapes_follow_the_question_word() -> None:
    """ "Bao nhiêu" counts, "ai" asks who, a number asks for detail."""
    assert tasks("có bao nhiêu nhiệm vụ quá hạn").shape is Shape.COUNT
    assert tasks("ai chủ trì nhiệm vụ chống ngập").shape is Shape.WHO
    assert tasks("nv 9").shape is Shape.DETAIL
    assert tasks("liệt kê nhiệm vụ nhóm IV").shape is Shape.LIST


def test_who_has_not_reported_is_its_own_question() -> None:
    """ "Ai chưa báo cáo" asks for agencies, ever or in this period."""
    assert ask("ai chưa báo cáo") == UnreportedQuery()
    period = ask("đơn vị nào chưa báo cáo kỳ này")
    assert isinstance(period, UnreportedQuery)
    assert period.this_period


def test_indicator_questions_tell_target_from_figure() -> None:
    """The plan's number and the reported one are told apart by the words that mark them."""
    target = ask("cây xanh năm 2025 chỉ tiêu phải được mấy mét vuông")
    assert target == IndicatorQuery(shape=IndicatorAsk.TARGET, numbers=(6,), year=2025)
    figure = ask("cây xanh năm 2025 thực tế đạt mấy mét rồi")
    assert figure == IndicatorQuery(shape=IndicatorAsk.FIGURE, numbers=(6,), year=2025)
    condition = ask("chỉ tiêu nào chưa đạt")
    assert condition == IndicatorQuery(condition=Condition.NOT_REACHED, year=2025)


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ đạt năm 2025",
        "ty le chi tieu dat nam 2025",
        "tỷ lệ đạt mục tiêu",
        "tỷ lệ các chỉ tiêu đạt năm 2025",
    ],
)
def test_the_share_reached_is_asked_of_no_single_indicator(text: str) -> None:
    """ "Tỷ lệ đạt" counts indicators; "tỷ lệ đô thị hóa đạt bao nhiêu" is one of them."""
    shape, reached = IndicatorAsk.COUNT, Condition.REACHED
    assert ask(text) == IndicatorQuery(shape=shape, condition=reached, year=2025)
    one = ask("tỷ lệ đô thị hóa đạt bao nhiêu năm 2025")
    assert isinstance(one, IndicatorQuery)
    assert one.numbers == (3,)


def test_talk_to_the_bot_is_no_question_about_the_plan() -> None:
    """Help, greetings and thanks are understood as such."""
    for text, what in (
        ("bạn làm được gì", Talk.HELP),
        ("xin chào", Talk.GREETING),
        ("cảm ơn em nhiều", Talk.THANKS),
    ):
        assert ask(text) == TalkToBot(what=what)


@pytest.mark.parametrize(
    "text",
    ["nhiệm vụ đến hạn năm 2025 của Sở Xây dựng", "nv 7 xong chưa?", "ai chủ trì nhiệm vụ 9",
     "còn việc nào trễ không", "cây xanh năm 2025 bao nhiêu", "tasks due in 2025 for SXD",
     "liệt kê nhiệm vụ quá hạn"],
)  # fmt: skip
def test_clear_questions_are_taken_in_mid_dialogue(text: str) -> None:
    """A question about the plan is one even while something else is asked."""
    assert reads_as_question(text, lexicon(), TODAY)


@pytest.mark.parametrize(
    "text",
    ["9", "60%", "đang làm", "chưa xong", "không", "5/3/2025", "123/QĐ-UBND", "có", "chưa", "hủy",
     "đang chờ ý kiến thẩm định", "vướng giải phóng mặt bằng ở huyện Kế Sách", "nhiệm vụ 7 xong",
     "Sở Xây dựng chưa có ý kiến", "chờ Sở Tài chính thẩm định", "nv 9 đang làm 60%"],
)  # fmt: skip
def test_answers_are_not_taken_for_questions(text: str) -> None:
    """Numbers, dates and answers in plain words never leave the open question."""
    assert not reads_as_question(text, lexicon(), TODAY)


def test_from_the_years_beginning_until_now_is_this_year() -> None:
    """The words "đầu năm tới nay" have no "năm tới" in it; that alone still is the next year."""
    for text in ("nhiệm vụ báo cáo từ đầu năm tới nay", "nhiem vu bao cao tu dau nam toi nay"):
        query = ask(text)
        assert isinstance(query, TaskQuery)
        assert query.reported is not None
        assert query.reported.first == date(2026, 1, 1)
    later = ask("nhiệm vụ đến hạn năm tới")
    assert isinstance(later, TaskQuery)
    assert later.due is not None
    assert later.due.year == 2027


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("n.vụ quá hạn", "nhiệm vụ quá hạn"),
        ("C.tiêu chưa đạt", "chỉ tiêu chưa đạt"),
        ("c.tieu chua dat", "chi tieu chua dat"),
        ("đ.vị nào chưa b.cáo", "đơn vị nào chưa báo cáo"),
    ],
)
def test_words_shortened_by_a_full_stop(short: str, full: str) -> None:
    """With marks or without, they are the words they stand for."""
    assert ask(short) == ask(full)
    assert ask(short).kind != "out_of_scope"
