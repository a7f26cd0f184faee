"""The web chat by code: one running program, and two browsers at its door."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.harness.web_login import Browser, Office, Program


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
async def program(office: Office) -> AsyncIterator[Program]:
    async with office.at_work() as program:
        yield program


@pytest.fixture
async def browser(program: Program) -> AsyncIterator[Browser]:
    async with Browser.opened(program) as browser:
        yield browser


@pytest.fixture
async def other(program: Program) -> AsyncIterator[Browser]:
    async with Browser.opened(program) as browser:
        yield browser
