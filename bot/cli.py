"""The command line `baocao`."""

import asyncio
import sys
from collections.abc import Sequence

import typer

from bot.cli_agencies import agencies_app
from bot.cli_backup import backup
from bot.cli_errors import MENDABLE, explanation
from bot.cli_evaluate import evaluate_app
from bot.cli_export import export
from bot.cli_people import people_app
from bot.cli_plan import plan_app
from bot.cli_privacy import privacy_app
from bot.cli_remind import remind
from bot.cli_restore import restore
from bot.cli_setup import clock_of, existing, working_settings
from bot.cli_talk import ask, chat
from bot.cli_zalo import zalo_app, zalo_oa_app
from bot.demo import prepare_demo
from bot.logs import set_up_logs
from bot.running import run as run_program
from bot.settings import spoken
from dialogue.texts import Texts

app = typer.Typer(
    help="Reporting by chat: a province carries out its plan over Telegram, Zalo and a web chat. "
    "Settings are read from the environment and .env.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(plan_app, name="plan")
app.add_typer(people_app, name="people")
app.add_typer(privacy_app, name="privacy")
app.add_typer(agencies_app, name="agencies")
app.add_typer(evaluate_app, name="evaluate")
app.add_typer(zalo_app, name="zalo")
app.add_typer(zalo_oa_app, name="zalo-oa")


@app.command()
def run() -> None:
    """Run: receive, answer, send, until Ctrl-C or SIGTERM."""
    settings = working_settings()
    set_up_logs(settings.log_format)
    now = clock_of(settings)
    if settings.demo:
        asyncio.run(prepare_demo(settings, now))
    existing(settings)

    def ready(address: str) -> None:
        texts = Texts(settings.language)
        page = settings.web_url or address
        if settings.demo or settings.web_chat:
            typer.echo(texts.plain("cli-running-page", page=page))
        else:
            typer.echo(texts.plain("cli-running"))
        if not settings.demo:
            typer.echo(texts.plain("cli-running-health", address=address))
        sys.stdout.flush()

    asyncio.run(run_program(settings, now, ready))


app.command()(backup)
app.command()(restore)
app.command()(export)
app.command()(ask)
app.command()(chat)
app.command()(remind)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what a user can mend is told in one line and ends with 2."""
    try:
        sys.exit(app(arguments, prog_name="baocao", standalone_mode=False))
    except typer.Abort:
        sys.exit(130)
    except MENDABLE as error:
        told = explanation(error, Texts(spoken()))
        if told is None:
            raise
        if told:  # empty where the help was shown instead
            typer.echo(f"baocao: {told}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
