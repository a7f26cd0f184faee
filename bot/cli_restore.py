"""`baocao restore`: a backup takes the database's place, and its evidence is there again."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli_backup import evidence_beside, told_lost
from bot.cli_setup import clock_of, working_settings
from bot.user_error import UserError
from dialogue.texts import Texts
from storage.evidence_copies import NamedFile, bring, lacking
from storage.restoring import Contents, NotRestorable
from storage.restoring import restore as put_back


def restore(
    file: Annotated[Path, typer.Argument(help="A backup, made by baocao backup.")],
    without_lost_files: Annotated[
        bool,
        typer.Option(
            "--without-lost-files",
            help="Restore although evidence is missing or damaged, here and in the backup.",
        ),
    ] = False,
) -> None:
    """Put a backup in the database's place, once it is found whole; end the program first.

    The evidence it names is looked over before anything is changed, and brought back from beside
    FILE where it is lacking. The present database is kept under another name, which is told. FILE
    stays as it is.
    """
    settings = working_settings()
    texts = Texts(settings.language)
    target = settings.database
    now = clock_of(settings)()
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    if file.is_dir():
        raise UserError("cli-is-folder", file=file)
    if target.exists() and file.exists() and file.samefile(target):
        raise UserError("cli-restore-itself", file=file)

    lost: list[NamedFile] = []

    def bring_evidence(contents: Contents) -> None:
        lost.extend(lacking(contents.evidence, [settings.evidence, *evidence_beside(file)]))
        if lost and not without_lost_files:
            raise told_lost("cli-restore-lost", lost)
        bring(contents.evidence, settings.evidence, evidence_beside(file))

    try:
        contents = put_back(file, target, aside, bring_evidence)
    except NotRestorable as error:
        why = UserError(f"cli-flaw-{error.flaw}", **error.facts)
        raise UserError("cli-not-restored", file=file, why=why) from error
    _tell(contents, settings.database, aside, texts)
    if lost:
        typer.echo(told_lost("cli-restored-without", lost).told(texts))


def _tell(contents: Contents, target: Path, aside: Path, texts: Texts) -> None:
    counts = contents.model_dump(include={"people", "reports", "figures"})
    plan = contents.plan or texts.plain("cli-restored-no-plan")
    files = len(contents.evidence)
    typer.echo(texts.plain("cli-restored", database=target, plan=plan, files=files, **counts))
    kept = [aside.with_name(aside.name + ending) for ending in ("", "-wal")]
    for each in kept:
        if each.exists():
            typer.echo(texts.plain("cli-set-aside", file=each))
    if contents.newest is not None:
        typer.echo(texts.plain("cli-restored-newest", newest=contents.newest))
