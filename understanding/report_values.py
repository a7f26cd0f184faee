"""The figure in a report on an indicator."""

from decimal import Decimal

from understanding.figures import by_size, is_unclear
from understanding.numbers import decimal_words, read_digits
from understanding.report_fields import Fields
from understanding.report_subjects import Subject
from understanding.sentence import Sentence


def find_value(sentence: Sentence, fields: Fields, subject: Subject) -> Decimal | None:
    """Return the one figure that is told, None if there is none or it is not clear which."""
    if fields.percents:
        values = [value for _, _, value in fields.percents]
        clear = len(set(values)) == 1 or bool(fields.having("wrong", "before"))
        return _sized(values[-1], sentence, subject) if clear else None
    found = _measured(fields) or _plain(sentence, subject)
    clear = len(set(found)) == 1 or bool(found and fields.having("wrong"))
    return _sized(found[-1], sentence, subject) if clear else None


def _sized(value: Decimal, sentence: Sentence, subject: Subject) -> Decimal:
    """Read "1.500" as decimals where the targets of the one indicator are of that size."""
    unclear = any(
        token.number and is_unclear(token.folded) and read_digits(token.folded) == value
        for token in sentence.text.tokens
    )
    if not unclear or len(subject.indicators) != 1:
        return value
    indicator = sentence.lexicon.plan.indicator_by_number[subject.indicators[0]]
    sizes = [target.low for target in indicator.targets.values()]
    return by_size(value, indicator.unit, sizes)


def _measured(fields: Fields) -> list[Decimal]:
    """Figures that stand before a unit; the one in "m2 một người" is part of the unit."""
    spans = fields.having("measure")
    numbers = [fields.number_before(span.start) for span in spans]
    ends = {span.end for span in spans}
    return [number[1] for number in numbers if number is not None and number[0] not in ends]


def _plain(sentence: Sentence, subject: Subject) -> list[Decimal]:
    """Figures in digits that are no year, date, document or number of the indicator itself."""
    hidden = [(time.start, time.end) for time in sentence.times] + sentence.symbols
    hidden.append((subject.start, subject.end))
    words = sentence.text.folded
    found = []
    for at, token in enumerate(sentence.text.tokens):
        inside = any(start <= at < end for start, end in hidden)
        read = decimal_words(words, at) if token.number and not inside else None
        if read is not None:
            found.append(read[0])
    if found:
        return found
    return [value for at in _after_reach(words, hidden) if (value := at) is not None]


def _after_reach(words: tuple[str, ...], hidden: list[tuple[int, int]]) -> list[Decimal]:
    """Figures in words after "đạt", "được", "là"."""
    found = []
    for at in range(1, len(words)):
        inside = any(start <= at < end for start, end in hidden)
        if words[at - 1] in {"dat", "duoc", "la", "len"} and not inside:
            read = decimal_words(words, at)
            if read is not None:
                found.append(read[0])
    return found
