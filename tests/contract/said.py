"""Which texts the code says, read from its source: in the dialogues, the engine and the pages.

A dialogue's text is its own ("join-agree") or a shared one ("role-officer"), as dialogue/talk.py
builds ids. A function that several dialogues use is followed into each of them.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.cli_privacy import COLUMNS as CLI_PRIVACY_COLUMNS
from bot.cli_zalo import QUOTA_COLUMNS
from bot.opening import COMMANDS
from domain.agency import AgencyKind
from domain.figure import FigureDraft
from domain.indicator import TargetKind, Verdict
from domain.obstacle import Saying
from domain.period import Called
from domain.person import Role
from domain.privacy import Outcome as PrivacyOutcome
from domain.privacy import RequestKind
from domain.query import Condition, Part, TaskState, Undated
from domain.query import Talk as Chatter
from domain.report import Progress, Stage, TaskReportDraft
from domain.reviewing import ReviewState
from domain.roster import RosterAct
from domain.summary import Outcome
from domain.urging import Outcome as Delivered
from exports.filed_rows import FIGURE_COLUMNS, REPORT_COLUMNS
from handlers import DIALOGUES
from plans.anomalies import AnomalyKind
from plans.changes import ChangeKind
from plans.errors import Problem
from storage.restoring import Flaw
from understanding.figures import Problem as Unusable

ROOT = Path(__file__).resolve().parent.parent.parent
SAYING = {"say", "ask", "text", "plain", "labels"}
ENGINE_SAYING = {"say", "plain", "text", "note", "other", "Unread", "UserError", "NotRecognized"}
NOT_FACTS = {"of", "loose", "skip"}
NAMESPACE = re.compile(r"(engine|kind|web|cli|plan|command|export)(-([a-z0-9]+|{}))+")
PAGE_ID = re.compile(r"""(?:say\(|texts\[)["'](web-[a-z-]+)["']""")

PLAN_COLUMNS = ("number", "task", "lead", "deadline", "indicator", "unit")
REMIND_COLUMNS = ("day", "time", "person", "agency", "reached", "due")
PEOPLE_COLUMNS = ("id", "name", "role", "agency", "chats", "code")
FIELDS = ("task", "progress", "stage", "percent", "document", "obstacle")
ORDERS = ("most", "fewest", "highest", "lowest")
FILLS: dict[str, Collection[str]] = {
    "agencies-{}": tuple(each for each in AgencyKind if each is not AgencyKind.GROUP),
    "anomaly-{}": tuple(AnomalyKind),
    "unreadable-{}": tuple(Problem),
    "change-{}": tuple(ChangeKind),
    "channel-{}": ("telegram", "zalo", "zalo-oa", "webchat"),
    "did-{}": tuple(act.value.replace("_", "-") for act in RosterAct),
    "do-{}": ("code", "role", "move", "join", "leave", "remove", "restore", "log"),
    "cli-agencies-{}": ("task", "indicator"),
    "cli-flaw-{}": tuple(Flaw),
    "cli-zalo-{}": QUOTA_COLUMNS,
    "cli-privacy-{}": CLI_PRIVACY_COLUMNS,
    "cli-privacy-state-{}": ("open", "late", "done", "refused"),
    "cli-column-{}": (*PLAN_COLUMNS, *PEOPLE_COLUMNS, *REMIND_COLUMNS),
    "cli-words-{}": ("name", "agency", "role", *Role),
    "command-{}": COMMANDS,
    "condition-{}": tuple(Condition),
    "count-{}": (Outcome.OVERDUE, Outcome.IN_TIME, Outcome.UNDATED),
    "evidence-{}": ("skip",),
    "export-{}": (*REPORT_COLUMNS, *FIGURE_COLUMNS),
    "answered-{}": tuple(PrivacyOutcome),
    "data-kind-{}": tuple(RequestKind),
    "how-{}": tuple(RequestKind),
    "engine-digit-{}": ("newest", "older"),
    "engine-file-{}": ("too-large", "bad-type"),
    "engine-{}-{}": ("resume-go", "resume-drop", "meant-answer", "meant-question"),
    "field-{}": FIELDS,
    "item-{}": ("indicator", "year", "value", "status", "reason"),
    "kind-figure-{}": tuple(Unusable),
    "act-{}": ("answered", "replied", "closed", "reopened"),
    "done-{}": ("answered", "replied", "closed", "reopened"),
    "head-{}": ("answered", "replied", "closed", "reopened"),
    "advice-{}": ("answered", "replied", "reopened"),
    "prompt-{}": ("answered", "replied"),
    "news-{}": tuple(Saying),
    "vm-said-{}": tuple(Saying),
    "told-{}": tuple(Delivered),
    "outcome-{}": tuple(Delivered),
    "outcome-{}-at": ("sent-at", "waiting-at"),
    "way-{}": ("tell", "unanswered", "by-agency"),
    "why-{}": ("reported", "left-out", "not-obliged"),
    "part-{}": tuple(Part),
    "period-{}": tuple(each for each in Called if each is not Called.QUARTER),
    "review-state-{}": tuple(ReviewState),
    "submission-{}": ("confirmed", "accepted"),
    "names-{}": ("confirmed", "accepted"),
    "decide-{}": ("approve", "confirm", "return", "compare"),
    "reviewed-{}": ("accepted", "confirmed", "returned"),
    "question": ("verdict", "compared"),
    "verdict-{}": tuple(Verdict),
    "compared-{}": ("now", "before"),
    "card-{}": ("head", "focal", "approved"),
    "progress-{}": tuple(Progress),
    "query.what.value": (Chatter.GREETING, Chatter.THANKS),
    "progress-choice-{}": (*Progress, "unchanged"),
    "new-{}": ("done", "overdue", "reopened"),
    "rank-order-{}": ORDERS,
    "rank-part-{}": tuple(Part),
    "rank-top-{}": ORDERS,
    "role-{}": tuple(Role),
    "see-{}": (
        *(*Outcome, "done", "new-done", "new-overdue", "by-group", "by-agency"),
        *("new-extended", "unreported", "obstacles", "extensions"),
    ),
    "stage-{}": tuple(Stage),
    "stage-choice-{}": (*Stage, "skip"),
    "late-{}": ("over", "under"),
    "state-{}": tuple(TaskState),
    "target-{}": tuple(TargetKind),
    "undated-{}": tuple(Undated),
    "welcome-{}": ("reporter", "watcher"),
    "state": ("reported", "revised", "returned"),
    "why": ("several", "unnamed"),
}
"""What stands for {} in the names that code puts together; `name-{}` also for labels of `name`.

A name that is a variable stands here as it is written in the code.
"""


@dataclass(frozen=True)
class Use:
    """A text is said: its id, the place in the code, the values given (None: not known)."""

    id: str
    place: str
    values: frozenset[str] | None = None


NUMBER = frozenset({"number"})


def uses(ids: Collection[str]) -> list[Use]:
    """Return all that the code says for sure; `ids` tell own texts from shared ones."""
    found = [*_engine(), *_pages(), *_promised()]
    for dialogue in DIALOGUES:
        found += [_resolve(dialogue, use, ids) for use in _said_in(dialogue)]
        found += [Use(call.id, call.place) for call in _skips(dialogue)]
        if any(_is_firm(call) for call, _ in _calls(dialogue, {"ask"})):
            found.append(Use(f"engine-about-{_slug(dialogue)}", "dialogue/side.py"))
            named = Use(f"engine-about-{_slug(dialogue)}-of", "dialogue/runner.py", NUMBER)
            found += [named] if named.id in ids else []
    return found


def possible(ids: Collection[str]) -> set[str]:
    """Return what code may look up where it is there: retries, help, names of changed fields."""
    found: set[str] = set()
    for dialogue in DIALOGUES:
        prefix = _slug(dialogue)
        found.add(f"{prefix}-cancelled")
        for call, function in _calls(dialogue, SAYING):
            for name in _names(call.args[0]) if call.args else []:
                found |= {f"{prefix}-{_slug(name)}-again", f"{prefix}-{_slug(name)}-help"}
            if call.args and isinstance(call.args[0], ast.Name):
                found |= {_own(dialogue, name, ids) for name in _constants(function)}
        for draft in (TaskReportDraft, FigureDraft):
            found |= {f"{prefix}-field-{_slug(name)}" for name in draft.model_fields}
    return found


def _engine() -> Iterator[Use]:
    rooms = ("dialogue", "exports", "bot")
    for path in [path for room in rooms for path in sorted(ROOT.glob(f"{room}/*.py"))]:
        for node in ast.walk(_parse(path)):
            if isinstance(node, ast.Call) and _called(node) in ENGINE_SAYING and node.args:
                names = [] if _is_looked_up(node.args[0]) else _names(node.args[0])
                yield from (Use(name, _place(path, node), _values(node)) for name in names if name)
            elif isinstance(node, ast.Constant | ast.JoinedStr) and not _is_looked_up(node):
                pattern = _pattern(node)
                if NAMESPACE.fullmatch(pattern):
                    yield from (Use(name, _place(path, node)) for name in _filled(pattern))


def _is_looked_up(node: ast.expr) -> bool:
    """Whether an id is put together of a dialogue's own names, which are followed there."""
    return _pattern(node).startswith(("{}", "engine-about-{}"))


def _pages() -> Iterator[Use]:
    for path in [*ROOT.glob("bot/pages/*.html"), *ROOT.glob("bot/pages/assets/*.js")]:
        for id_ in PAGE_ID.findall(path.read_text(encoding="utf-8")):
            yield Use(id_, path.name)


def _promised() -> Iterator[Use]:
    """The enums that say "each has a message" are said by whoever shows them."""
    for pattern in ("anomaly-{}", "change-{}", "unreadable-{}"):
        yield from (Use(id_, "plans/") for id_ in _filled(pattern))


def _said_in(dialogue: str) -> Iterator[Use]:
    for call, _ in _calls(dialogue, SAYING):
        place = f"{dialogue}: {ast.unparse(call)[:60]}"
        if _called(call) == "labels":
            yield from (Use(name, place, frozenset()) for name in _labels(call))
        else:
            yield from (Use(name, place, _values(call)) for name in _names(call.args[0]))


def _skips(dialogue: str) -> Iterator[Use]:
    for function in _functions(dialogue):
        for node in ast.walk(function):
            if isinstance(node, ast.keyword) and node.arg == "skip":
                yield from (Use(name, dialogue) for name in _names(node.value))


def _resolve(dialogue: str, use: Use, ids: Collection[str]) -> Use:
    return Use(_own(dialogue, use.id, ids), use.place, use.values)


def _own(dialogue: str, name: str, ids: Collection[str]) -> str:
    own = _slug(f"{dialogue}-{name}")
    return own if own in ids else name


def _calls(dialogue: str, methods: Collection[str]) -> Iterator[tuple[ast.Call, ast.AST]]:
    """All calls of the Talk's methods that a dialogue can come to, with their function."""
    for function in _functions(dialogue):
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in methods
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "talk"
            ):
                yield node, function


def _functions(dialogue: str) -> Iterator[ast.AST]:
    """The dialogue's function and all functions of handlers/ it can come to."""
    start = DIALOGUES[dialogue]
    waiting = [(start.__module__.removeprefix("handlers."), start.__name__)]
    seen = set(waiting)
    while waiting:
        module, name = waiting.pop()
        tree = _parse(ROOT / "handlers" / f"{module}.py")
        function = _defined(tree).get(name)
        if function is None:
            continue
        yield function
        for next_ in _mentioned(function, module, tree):
            if next_ not in seen:
                seen.add(next_)
                waiting.append(next_)


def _mentioned(function: ast.AST, module: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    known = {name: (module, name) for name in _defined(tree)}
    modules: dict[str, str] = {}
    for line in tree.body:
        if isinstance(line, ast.ImportFrom) and line.module == "handlers":
            modules |= {each.asname or each.name: each.name for each in line.names}
        elif isinstance(line, ast.ImportFrom) and (line.module or "").startswith("handlers."):
            source = str(line.module).removeprefix("handlers.")
            known |= {each.asname or each.name: (source, each.name) for each in line.names}
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and node.id in known:
            yield known[node.id]
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in modules:
            yield modules[ast.unparse(node.value)], node.attr


def _labels(call: ast.Call) -> Iterable[str]:
    pattern = f"{_pattern(call.args[0])}-{{}}"
    keys = call.args[1]
    if isinstance(keys, ast.Tuple | ast.List) and all(_is_text(key) for key in keys.elts):
        return [pattern.format(_slug(_pattern(key))) for key in keys.elts]
    return _filled(pattern)


def _names(name: ast.expr) -> list[str]:
    """The names an expression stands for; none where it is a variable."""
    if isinstance(name, ast.IfExp):
        return [*_names(name.body), *_names(name.orelse)]
    if isinstance(name, ast.Constant | ast.JoinedStr):
        return _filled(_pattern(name))
    return list(FILLS.get(ast.unparse(name), ()))


def _filled(pattern: str) -> list[str]:
    if "{}" not in pattern:
        return [pattern]
    if pattern not in FILLS:
        raise AssertionError(f"tests/contract/said.py: what can stand for {{}} in {pattern!r}?")
    start = pattern.partition("{}")[0]
    return [f"{start}{_slug(value)}" for value in FILLS[pattern]]


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) for part in node.values)
    return "{}"


def _values(call: ast.Call) -> frozenset[str] | None:
    given = {each.arg for each in call.keywords}
    return None if None in given else frozenset(str(name) for name in given if name) - NOT_FACTS


def _constants(function: ast.AST) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _defined(tree: ast.Module) -> dict[str, ast.AST]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return {node.name: node for node in tree.body if isinstance(node, kinds)}


def _is_firm(ask: ast.Call) -> bool:
    return all(keyword.arg != "loose" for keyword in ask.keywords)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', '')}"


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _slug(name: str) -> str:
    return name.replace("_", "-")
