"""Follow-ups: a short text changes one thing about the question before it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue.texts import Texts
from domain.query import (
    AgencyTerm,
    Condition,
    IndicatorAsk,
    IndicatorQuery,
    Part,
    Query,
    Shape,
    TaskQuery,
    TaskState,
    UnknownAgency,
    UnreportedQuery,
    load_query,
)
from domain.spans import Days, Years
from tests.understanding.examples import TODAY, lexicon, questions
from understanding.follow_ups import BeyondList, follow_up, is_follow_up
from understanding.questions import read_question

SXD = AgencyTerm(agency="so-xay-dung")
SNV = AgencyTerm(agency="so-noi-vu")
DUE = TaskQuery(agencies=(SXD,), due=Days.of_years(2025, 2025))
SHOWN = (4, 7)


def after(previous: Query, text: str) -> Query | BeyondList | None:
    """Read a text said after a question that two tasks or indicators answered."""
    return follow_up(text, previous, SHOWN, lexicon(), TODAY, "so-xay-dung")


@pytest.mark.parametrize(
    ("texts", "change"),
    [
        (
            ("còn năm 2026?", "con nam 2026", "thế còn năm 2026 thì sao?", "năm 2026", "2026?",
             "what about 2026?"),
            {"due": Days.of_years(2026, 2026)},
        ),
        (
            ("thế Sở Nội vụ?", "the so noi vu thi sao", "còn SNV?", "Sở Nội vụ?",
             "how about Sở Nội vụ?"),
            {"agencies": (SNV,)},
        ),
        (
            ("gồm cả phối hợp", "cả nhiệm vụ phối hợp", "ca nhiem vu phoi hop", "kể cả phối hợp",
             "including coordination"),
            {"agencies": (AgencyTerm(agency="so-xay-dung", part=Part.INVOLVED),)},
        ),
        (
            ("còn phối hợp?",),
            {"agencies": (AgencyTerm(agency="so-xay-dung", part=Part.COORDINATE),)},
        ),
        (
            ("chỉ quá hạn", "chi qua han", "chỉ những cái quá hạn", "quá hạn", "only overdue",
             "trong đó cái nào quá hạn", "chỉ những nhiệm vụ quá hạn"),
            {"states": (TaskState.OVERDUE,)},
        ),
        (("chỉ những cái chưa xong",), {"states": (TaskState.NOT_DONE,)}),
        (("còn nhóm IV?",), {"groups": ("IV",)}),
        (("chỉ đề án", "chi de an", "chỉ các đề án"), {"products": ("Đề án",)}),
        (
            ("còn quý 3?",),
            {"due": Days(first=date(2026, 7, 1), last=date(2026, 9, 30))},
        ),
    ],
)  # fmt: skip
def test_one_thing_changes_and_the_rest_stays(texts: tuple[str, ...], change: object) -> None:
    """However it is put, with marks or without, in both languages."""
    assert isinstance(change, dict)
    wanted = DUE.model_copy(update=change)
    assert {text: after(DUE, text) for text in texts} == dict.fromkeys(texts, wanted)


@pytest.mark.parametrize(
    ("text", "number"),
    [("chi tiết cái thứ hai", 7), ("xem cái thứ 2", 7), ("cai dau tien", 4), ("cái cuối cùng", 7),
     ("thứ nhất", 4), ("việc đầu tiên", 4), ("nhiem vu thu hai", 7),
     ("the second one", 7), ("details of the first", 4)],
)  # fmt: skip
def test_a_place_picks_from_the_list_just_shown(text: str, number: int) -> None:
    """The place counts in the order shown; one that the list has not is told so."""
    assert after(DUE, text) == TaskQuery(shape=Shape.DETAIL, numbers=(number,))
    assert after(DUE, "cái thứ ba") == BeyondList(last=2)
    assert after(IndicatorQuery(year=2025), text) == IndicatorQuery(numbers=(number,), year=2025)


def test_that_agency_is_the_one_asked_about() -> None:
    """ "Sở đó" in a new question stands for the one agency of the question before."""
    asked = after(TaskQuery(agencies=(SNV,)), "sở đó có bao nhiêu nhiệm vụ quá hạn")
    assert asked == TaskQuery(shape=Shape.COUNT, agencies=(SNV,), states=(TaskState.OVERDUE,))
    assert after(TaskQuery(agencies=(SNV, SXD)), "sở đó có nhiệm vụ gì") is None


def test_an_indicator_by_number_takes_the_place_of_the_earlier_one() -> None:
    """The year that was asked about stays."""
    changed = after(IndicatorQuery(numbers=(6,), year=2025), "còn chỉ tiêu 3?")
    assert changed == IndicatorQuery(numbers=(3,), year=2025)


def test_a_change_keeps_the_role_that_the_earlier_one_had() -> None:
    """A year stays one of carrying out, an agency one that coordinates."""
    term = AgencyTerm(agency="so-xay-dung", part=Part.COORDINATE)
    query = TaskQuery(agencies=(term,), carried_out=Years(first=2025, last=2025))
    year = after(query, "còn năm 2026?")
    assert year == query.model_copy(update={"carried_out": Years(first=2026, last=2026)})
    agency = after(query, "thế Sở Nội vụ?")
    assert agency == query.model_copy(
        update={"agencies": (term.model_copy(update={"agency": "so-noi-vu"}),)}
    )


def test_narrowing_adds_and_turning_replaces() -> None:
    """ "Chỉ" keeps the state asked before, "còn" asks for another."""
    query = TaskQuery(states=(TaskState.UNREPORTED,))
    narrowed = after(query, "chỉ những cái quá hạn")
    assert narrowed == TaskQuery(states=(TaskState.UNREPORTED, TaskState.OVERDUE))
    assert after(query, "còn quá hạn?") == TaskQuery(states=(TaskState.OVERDUE,))


def test_questions_on_indicators_and_reports_are_followed_up_too() -> None:
    """Year, indicator, condition; agency and period of who has not reported."""
    green = IndicatorQuery(shape=IndicatorAsk.TARGET, numbers=(6,), year=2025)
    assert after(green, "còn năm 2030?") == green.model_copy(update={"year": 2030})
    assert after(green, "thế đô thị hóa?") == green.model_copy(update={"numbers": (3,)})
    failed = IndicatorQuery(condition=Condition.NOT_REACHED, year=2025)
    reached = failed.model_copy(update={"condition": Condition.REACHED})
    assert after(failed, "còn đạt thì sao?") == reached
    missing = UnreportedQuery()
    assert after(missing, "còn kỳ này?") == UnreportedQuery(this_period=True)
    assert after(missing, "thế Sở Nội vụ?") == UnreportedQuery(tasks=TaskQuery(agencies=(SNV,)))


def test_an_agency_the_plan_lacks_can_be_asked_about_and_left_again() -> None:
    """The answer is "none" for it, and the next agency is understood all the same."""
    unknown = after(DUE, "thế Bộ Xây dựng?")
    assert unknown == UnknownAgency(name="Bộ Xây dựng")
    assert after(unknown, "thế Sở Nội vụ?") == TaskQuery(agencies=(SNV,))


@pytest.mark.parametrize(
    "text",
    ["còn việc nào trễ không", "còn bao nhiêu nhiệm vụ quá hạn", "chỉ tiêu cây xanh", "còn 60%",
     "chỉ xong 60%", "còn vướng mặt bằng", "còn con mèo thì sao", "còn trời hôm nay?", "còn", "rồi",
     "ai chủ trì nhiệm vụ 9", "xin chào", "menu", "2", "thu hồi", "?", "còn " * 40],
)  # fmt: skip
def test_what_stands_for_itself_is_no_follow_up(text: str) -> None:
    """Whole questions, reports, commands and words of no meaning change nothing."""
    assert after(DUE, text) is None
    assert not is_follow_up(text, lexicon(), TODAY)


def test_whole_questions_are_never_taken_for_follow_ups() -> None:
    """Hardly a question of the corpus is read otherwise for what was asked before it."""
    asked = [each.text for each in questions() if each.kind not in ("out_of_scope", "help")]
    taken = [text for text in asked if after(DUE, text) is not None]
    assert len(taken) <= len(asked) / 100, taken


def test_talk_out_of_scope_is_no_follow_up() -> None:
    """What has nothing to do with the plan has no more to do with it after a question."""
    outside = [each.text for each in questions() if each.kind in ("out_of_scope", "help")]
    for previous in (DUE, IndicatorQuery(year=2025)):
        assert [text for text in outside if after(previous, text) is not None] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_words_that_answers_offer_are_understood(language: str) -> None:
    """Each refinement changes the question it stands under."""
    texts = Texts(language)
    for name in ("coordinated", "overdue", "year"):
        words = texts.plain(f"ask-next-{name}", year="2026").strip('"')
        changed = after(DUE, words)
        assert isinstance(changed, TaskQuery), words
        assert changed != DUE


def test_a_kept_query_comes_back_as_it_was() -> None:
    """Through JSON; one of a form no longer known is none."""
    for query in (DUE, IndicatorQuery(year=2025), UnreportedQuery(tasks=DUE)):
        assert load_query(query.model_dump(mode="json")) == query
    assert load_query({"kind": "tasks", "gone": 1}) is None
    assert load_query(None) is None


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60) | st.lists(
    st.sampled_from(["còn", "thế", "chỉ", "cả", "thứ", "hai", "2026", "quá hạn", "phối hợp",
                     "Sở Nội vụ", "cái", "?", "thì sao", "rác thải", "kỳ này"]), max_size=6,
).map(" ".join))  # fmt: skip
def test_any_text_follows_up_or_does_not(text: str) -> None:
    """Never an exception, whatever was asked before."""
    for previous in (DUE, IndicatorQuery(), UnreportedQuery(), UnknownAgency(name="x")):
        after(previous, text)
    is_follow_up(text, lexicon(), TODAY)


def test_every_question_can_come_first() -> None:
    """The corpus' own queries can all be followed up without an error."""
    for each in questions():
        after(read_question(each.text, lexicon(), TODAY), "còn năm 2026?")


def test_a_period_asked_about_is_replaced_by_another() -> None:
    """Another quarter is that period, a year all of its periods; nothing else is lost."""
    quarter = UnreportedQuery(this_period=True, period_day=date(2025, 9, 14))
    other = after(quarter, "còn quý IV/2025?")
    assert other == UnreportedQuery(this_period=True, period_day=date(2025, 12, 14))
    year = after(quarter, "thế năm 2025?")
    assert isinstance(year, UnreportedQuery)
    assert year.year == 2025
    of_snv = after(year, "thế Sở Nội vụ?")
    assert of_snv == year.model_copy(update={"tasks": TaskQuery(agencies=(SNV,))})
    tasks = TaskQuery(states=(TaskState.UNREPORTED,), this_period=True, agencies=(SNV,))
    found = after(tasks, "còn quý IV/2025?")
    assert found == tasks.model_copy(update={"period_day": date(2025, 12, 14)})


def test_how_long_overdue_stays_until_it_is_changed() -> None:
    """Another agency keeps the days, other days replace them, another state drops them."""
    late = TaskQuery(states=(TaskState.OVERDUE,), late_over=30)
    assert after(late, "thế Sở Nội vụ?") == late.model_copy(update={"agencies": (SNV,)})
    assert after(late, "còn trên 90 ngày?") == late.model_copy(update={"late_over": 90})
    under = late.model_copy(update={"late_over": None, "late_under": 60})
    assert after(late, "thế dưới 60 ngày?") == under
    assert after(late, "còn đã hoàn thành?") == TaskQuery(states=(TaskState.DONE,))
