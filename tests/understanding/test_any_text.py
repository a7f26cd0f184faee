"""Any text whatever is read without an error, and fast."""

from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.query import OutOfScope
from evaluation.predictions import filled
from tests.understanding.examples import TODAY, answers, lexicon
from understanding.classified import looks_classified
from understanding.questions import read_question, reads_as_question
from understanding.reports import ReportKind, read_fields, read_report
from understanding.words import read_date, read_document_number, read_percent, read_progress

_KNOWN = st.sampled_from(
    [*sorted(lexicon().vocabulary.words), "năm 2025", "5/3/2025", "60%", "123/QĐ-UBND", "²", "?"]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_KNOWN, max_size=14).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS)
def test_any_text_has_an_answer(text: str) -> None:
    """A text becomes a query, a question back or a refusal; never an exception."""
    answers().to(text, "so-xay-dung")
    reads_as_question(text, lexicon(), TODAY)


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS)
def test_any_text_is_a_report_or_none(text: str) -> None:
    """A reading claims a task only if it is the agency's own."""
    read = read_report(text, lexicon(), "so-noi-vu", TODAY)
    filled(read)
    assert read.kind is not ReportKind.TASK or read.task in (8, None)
    read_fields(text, TODAY)


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS)
def test_small_readers_take_any_text(text: str) -> None:
    """The small readers return a value or None."""
    looks_classified(text)
    read_date(text, TODAY)
    read_document_number(text)
    read_progress(text)
    percent = read_percent(text)
    assert percent is None or percent.is_finite()


def test_a_very_long_text_is_read_fast() -> None:
    """Ten thousand characters are bounded work, and no answer is invented from their like."""
    for text in ("nhiệm vụ đến hạn 1/1/2025 sở " * 400, "x" * 10_000, "sở " * 3_400):
        start = perf_counter()
        read_question(text[:10_000], lexicon(), TODAY)
        read_report(text[:10_000], lexicon(), "so-xay-dung", TODAY)
        assert perf_counter() - start < 1
    assert read_question("x" * 10_000, lexicon(), TODAY) == OutOfScope()
