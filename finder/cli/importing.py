"""The command that puts records of a public register on the shelf: `import`."""

from pathlib import Path

import click

from finder.cli.options import need_content, progress, with_settings
from finder.formats.problem_text import problem_as_text
from finder.registry.importing import import_file
from finder.registry.shelf import ShelfReport
from finder.settings import Settings


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@with_settings
def import_(settings: Settings, files: tuple[Path, ...]) -> None:
    """Put records of ClinicalTrials.gov on the shelf: trials that nobody has summarised yet.

    Each FILE holds a record a line (JSON Lines), or is the list that ClinicalTrials.gov hands out as JSON; both may be
    gzipped. What cannot be used is told by its line and passed over. A file of the same name is replaced.

    Ends with exit code 1 if a file holds nothing that can be used.
    """
    reports = []
    for path in files:
        with progress() as tell:
            tell(f"Checking {path.name}")
            reports.append(_import(path, need_content(settings), settings))
        _say(reports[-1])
    if any(report.shelved for report in reports):
        click.echo("To show them: finder publish")
    if not all(report.shelved for report in reports):
        raise SystemExit(1)


def _import(path: Path, content: Path, settings: Settings) -> ShelfReport:
    try:
        return import_file(path, content, today=settings.today())
    except OSError as error:
        raise click.ClickException(
            f"Could not write to the shelf in “{content}”: {error.strerror or error}."
        ) from error


def _say(report: ShelfReport) -> None:
    for problem in report.problems:
        click.echo(f"{problem_as_text(problem)}\n")
    skipped = f" {report.skipped:,} passed over." if report.skipped else ""
    left_out = f" {_fields(report.noted)} left out." if report.noted else ""
    instead = ", in place of the file of that name" if report.has_replaced else ""
    click.echo(f"{report.path}: {_trials(report.shelved)} on the shelf{instead}.{skipped}{left_out}")


def _trials(number: int) -> str:
    return f"{number:,} trial" if number == 1 else f"{number:,} trials"


def _fields(number: int) -> str:
    return f"{number:,} field" if number == 1 else f"{number:,} fields"
