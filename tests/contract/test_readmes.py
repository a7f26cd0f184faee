"""The Vietnamese README says what the English one does: commands, settings, steps, sections."""

import re
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
VIETNAMESE = (ROOT / "README.vi.md").read_text(encoding="utf-8")


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


def test_both_have_the_same_sections() -> None:
    """Who has read one finds the place in the other."""
    assert headings(VIETNAMESE) == headings(ENGLISH)


def test_both_name_the_same_commands_settings_and_values() -> None:
    """No command, option, setting, default or path stands in one alone."""
    assert code(VIETNAMESE) ^ code(ENGLISH) == set()


def test_both_have_the_same_lines_to_type() -> None:
    """What is copied from either works the same."""
    assert typed(VIETNAMESE) == typed(ENGLISH)


def test_both_have_the_same_tables() -> None:
    """No row was left out in translating."""
    assert tables(VIETNAMESE) == tables(ENGLISH)


def test_each_leads_to_the_other() -> None:
    """A reader of either language is one tap from their own."""
    assert "(README.vi.md)" in ENGLISH
    assert "(README.md)" in VIETNAMESE
