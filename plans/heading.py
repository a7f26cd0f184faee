"""What a plan says about itself: title, number, date, issuer, and who follows it up."""

import re
from datetime import date

from domain.model import Model
from plans.errors import PlanUnreadable, Problem
from plans.wording import wording


class Heading(Model):
    """The plan's own particulars; `focal` is the agency's name as written, "" if none is named."""

    title: str
    number: str
    issued_on: date
    issuer: str
    focal: str
    focal_line: int


def read_heading(text: str) -> Heading:
    """Return the particulars; a plan without title, number or date raises PlanUnreadable."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    issue_line, issue = _find(lines, wording().issue_line)
    if issue is None:
        raise PlanUnreadable(Problem.NO_NUMBER, 1)
    year, month, day = int(issue["year"]), int(issue["month"]), int(issue["day"])
    try:
        issued_on = date(year, month, day)
    except ValueError as error:
        raise PlanUnreadable(Problem.NO_NUMBER, issue_line, text=issue[0]) from error
    focal_line, focal = _find(lines, wording().focal_line)
    return Heading(
        title=_title(lines),
        number=issue["number"],
        issued_on=issued_on,
        issuer=issue["issuer"],
        focal=focal["focal"] if focal else "",
        focal_line=focal_line,
    )


def _title(lines: list[str]) -> str:
    """Join the heading word and the first paragraph under it."""
    folded = [wording().fold(line) for line in lines]
    heading = wording().fold(wording().title)
    if heading not in folded:
        raise PlanUnreadable(Problem.NO_TITLE, 1, text=wording().title)
    below = lines[folded.index(heading) + 1 :]
    subject = next((line for line in below if line), "")
    return f"{wording().title} {subject[:1].lower()}{subject[1:]}".strip()


def _find(lines: list[str], pattern: str) -> tuple[int, re.Match[str] | None]:
    for number, line in enumerate(lines, start=1):
        if found := re.match(pattern, line):
            return number, found
    return 1, None
