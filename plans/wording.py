"""The set phrases by which a plan's file is read; they are data, in wording.yaml."""

from functools import cache
from pathlib import Path

import yaml

from domain.model import Model


class Wording(Model):
    """Column titles, set phrases and regular expressions of one kind of plan."""

    title: str
    indicator_columns: tuple[str, ...]
    task_columns: tuple[str, ...]
    issue_line: str
    focal_line: str
    group_title: str
    open_timings: tuple[str, ...]
    aims: tuple[str, ...]
    between_products: str
    between_agencies: str
    generic_openers: tuple[str, ...]
    tone_marks: dict[str, str]

    def fold(self, text: str) -> str:
        """Return the text in lower case with every tone mark in one place; its length stays."""
        folded = text.lower()
        for written, read in self.tone_marks.items():
            folded = folded.replace(written, read)
        return folded

    def begins(self, text: str, phrases: tuple[str, ...]) -> bool:
        """Whether a text begins with one of the phrases, capitals and tone places aside."""
        return self.fold(text).startswith(tuple(self.fold(phrase) for phrase in phrases))


@cache
def wording() -> Wording:
    """Return the shipped wording."""
    text = Path(__file__).with_name("wording.yaml").read_text(encoding="utf-8")
    return Wording.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
