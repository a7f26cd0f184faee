"""What is written in Vietnamese too says what the English does: commands, settings, steps."""

import re
from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENDINGS = (".md", ".vi.md")
PAIRS = [
    pytest.param(
        *((ROOT / folder / f"{name}{ending}").read_text(encoding="utf-8") for ending in ENDINGS),
        id=name,
    )
    for folder, name in (("", "README"), ("docs", "channels"), ("docs", "following-up"))
]
in_both = pytest.mark.parametrize(("english", "vietnamese"), PAIRS)


def headings(text: str) -> list[int]:
    """The depth of every heading, in order."""
    return [len(line.split()[0]) for line in text.splitlines() if re.match(r"#+ ", line)]


def code(text: str) -> set[str]:
    """Everything that is written as code within the sentences: commands, settings, values."""
    return set(re.findall(r"`([^`\n]+)`", text))


def typed(text: str) -> list[str]:
    """The lines to type or to put into a file, without their remarks."""
    lines = (line for line in text.splitlines() if line.startswith("    "))
    return [re.sub(r"\s+# .*", "", line) for line in lines if not line.startswith("     - ")]


def tables(text: str) -> list[int]:
    """How many rows each table has."""
    rows = groupby(text.splitlines(), key=lambda line: line.startswith("|"))
    return [len(list(lines)) for is_table, lines in rows if is_table]


@in_both
def test_both_have_the_same_sections(english: str, vietnamese: str) -> None:
    """Who has read one finds the place in the other."""
    assert headings(vietnamese) == headings(english)


@in_both
def test_both_name_the_same_commands_settings_and_values(english: str, vietnamese: str) -> None:
    """No command, option, setting, default or path stands in one alone."""
    assert code(vietnamese) ^ code(english) == set()


@in_both
def test_both_have_the_same_lines_to_type(english: str, vietnamese: str) -> None:
    """What is copied from either works the same."""
    assert typed(vietnamese) == typed(english)


@in_both
def test_both_have_the_same_tables(english: str, vietnamese: str) -> None:
    """No row was left out in translating."""
    assert tables(vietnamese) == tables(english)


@in_both
def test_each_leads_to_the_other(english: str, vietnamese: str) -> None:
    """A reader of either language is one tap from their own."""
    assert re.search(r"\((README|channels|following-up)\.vi\.md\)", english)
    assert re.search(r"\((README|channels|following-up)\.md\)", vietnamese)
