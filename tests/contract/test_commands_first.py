"""What the menu tells people to type never decides anything that happens to lie on the table.

A card that came by itself, or was left open, may be answered in words; a command is no answer.
"""

import re
from pathlib import Path

import pytest

from dialogue.texts import plain
from domain.person import Role
from tests.contract.facts import facts
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import PLAN, TEXTS
from tests.harness.transcript import Transcript
from understanding.commands import phrases
from understanding.folding import fold

MENUS = ("reporter", "figures", "follow-up", "head", "watcher", "administrator")
QUOTED = re.compile(r'"([^"]+)"')
ASKS = "@ as officer so-tnmt\n> gia hạn nv 26 đến 30/6/2027 vì chưa bố trí được vốn\n> gửi\n"
REPORTS = "@ report so-noi-vu 8 in_progress 20 2026-01-05\n@ report so-noi-vu 8 done - 2026-02-27\n"
TELLS = "@ as officer so-noi-vu\n> nv 8 đang làm 40%, vướng mắc: thiếu vốn\n> gửi\n"
FOCAL = f"@ as focal {PLAN.focal}\n"
CARDS = {
    "extension": f"{FOCAL}{ASKS}{FOCAL}",
    "extension opened by hand": f"{ASKS}{FOCAL}> gia hạn nv 26\n",
    "extensions": f"{ASKS}{ASKS.replace('26', '27')}{FOCAL}> gia hạn\n",
    "review": f"{REPORTS}{FOCAL}> chờ duyệt\n",
    "review compared": f"{REPORTS}{FOCAL}> chờ duyệt\n> so sánh\n",
    "obstacle": f"{TELLS}{FOCAL}> vm 1\n",
    "me": f"{FOCAL}> /toi\n",
    "own data": f"{FOCAL}> /dulieu\n",
    "brief": f"{TELLS}{FOCAL}> tóm tắt\n",
}
"""What may lie on the table when something quite different is typed."""


APPROVE = fold(TEXTS.plain("review-decide-approve"))
"""The words of a button mean that button, as long as it is shown."""
WITH_WORDS = ("extension", "review")
"""The cards that are decided in other words than those of their buttons."""


def _quoted() -> set[str]:
    """What the menu quotes, as an office types it in haste."""
    facts = {"name": "A", "agency": "B", "number": 9, "questions": ""}
    said = (plain(TEXTS.say(f"menu-{menu}", **facts)) for menu in MENUS)
    return {fold(phrase) for each in said for phrase in QUOTED.findall(each)}


@pytest.mark.parametrize("card", CARDS)
async def test_no_command_answers_a_card_that_lies_on_the_table(tmp_path: Path, card: str) -> None:
    """Whatever is opened by the command, nothing is decided by it."""
    stage = Rehearsal(tmp_path / "baocao.db")
    await stage.prepare()
    await Transcript(stage).play(CARDS[card])
    chat = f"{Role.FOCAL.value} {PLAN.focal}"
    asked = (await stage.chat(chat)).state.talks
    assert asked
    assert all(talk.question and talk.question.loose for talk in asked)
    before = await facts(stage)
    typed = _quoted() | set(map(fold, phrases() if card in WITH_WORDS else ()))
    wrote = []
    for said in sorted(typed - {APPROVE}):
        again = stage.copy(tmp_path / "now.db")
        await again.say(chat, said)
        if await facts(again) != before:
            wrote.append(said)
    assert wrote == []
