"""What is tried in every cell of a row of the table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from storage.gate import Writer
from tests.contract.matrix.table import Scope
from tests.harness.rehearsal import Rehearsal

OURS, OTHER = "so-noi-vu", "cong-an-tinh"
"""They lead NV 8 and NV 33, each alone, both due since 31/12/2025."""
TASK = {Scope.OWN: 8, Scope.OTHER: 33}
AGENCY = {Scope.OWN: OURS, Scope.OTHER: OTHER}
SECRET = {Scope.OWN: "chờ vốn đối ứng của chủ đầu tư", Scope.OTHER: "vướng hồ sơ đất trồng lúa"}
"""What the reports of our agency and of the other one say."""

Prepare = Callable[[Rehearsal], Awaitable[None]]
Write = Callable[[Writer, Scope], Awaitable[None]]
Lines = dict[Scope, list[str]]


@dataclass(frozen=True)
class Trial:
    """How an action is done, and how it is told that it was.

    It was done where `facts` (SQL) tell something else afterwards, or the answer holds `seen`.
    `lines` are what is said for what is one's own or another's, None where words cannot name it;
    `write` is the same at the Writer, where whatever is raised is a refusal. The actor sits at
    `agency`. What one has done `stays` one's own in another role. A `notice` is a dialogue that
    opens by itself in the chat of who is to be told, with what it is given.
    """

    lines: Lines = field(default_factory=dict)
    facts: str | None = None
    seen: dict[Scope, str] | None = None
    notice: dict[Scope, tuple[str, dict[str, object]]] | None = None
    prepare: Prepare | None = None
    write: Write | None = None
    agency: str = OURS
    stays: bool = False
    scopes: tuple[Scope, ...] = tuple(Scope)
