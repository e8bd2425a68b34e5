"""Commands for those who edit and publish: `check`, `build`, `publish`, `rollback`."""

import time

import click

from finder.cli.options import need_content, progress, with_settings
from finder.content.reading import read_content
from finder.formats.problem_text import count_in_words, errors_in, problem_as_text, problem_for_github, warnings_in
from finder.registry.shelf import Shelf, with_shelf
from finder.serving.watching import outcome_in_words
from finder.settings import Settings
from finder.snapshot.building import Built, build_content
from finder.snapshot.publishing import publish as publish_snapshot
from finder.snapshot.publishing import publish_content
from finder.snapshot.publishing import rollback as roll_back
from finder.wording.catalogues import translation_problems

UNUSED_TRANSLATION = "A translation with a problem is not used: its last good version is, or else English."


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "github"]), default="text", show_default=True,
              help="How problems are printed: for people, or for the checks of a GitHub workflow.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@with_settings
def check(settings: Settings, form: str, strict: bool) -> None:
    """Print every problem in the content, with its file and line.

    Ends with exit code 1 if any of them would stop a publish.
    """
    with progress() as tell:
        content = need_content(settings)
        reading = read_content(content, today=settings.today(), progress=tell)
        tell("Reading the register’s records")
        reading = with_shelf(reading, Shelf(content, today=settings.today()).read())
    translated = translation_problems(settings.translations)
    # Errors last, where the screen stands when all is printed.
    for problem in (*translated, *warnings_in(reading), *errors_in(reading)):
        click.echo(problem_for_github(problem) if form == "github" else f"{problem_as_text(problem)}\n")
    if translated:
        click.echo(UNUSED_TRANSLATION)
    click.echo(count_in_words(reading))
    if translated or errors_in(reading) or (strict and reading.problems):
        raise SystemExit(1)


@click.command()
@with_settings
def build(settings: Settings) -> None:
    """Build a snapshot of the content, without publishing it."""
    began = time.monotonic()
    with progress() as tell:
        built = build_content(need_content(settings), settings.instance, today=settings.today(), progress=tell)
    _say(settings, built, "Built", began)
    click.echo(f"To publish it: finder publish {built.id}")


@click.command()
@click.argument("snapshot_id", metavar="[ID]", required=False)
@with_settings
def publish(settings: Settings, snapshot_id: str | None) -> None:
    """Build a snapshot of the content and publish it, or publish the one that was built as ID."""
    if snapshot_id:
        publish_snapshot(settings.instance, snapshot_id)
        click.echo(f"Published {snapshot_id}.")
        return
    began = time.monotonic()
    with progress() as tell:
        built = publish_content(need_content(settings), settings.instance, today=settings.today(), progress=tell)
    _say(settings, built, "Published", began)


@click.command()
@with_settings
def rollback(settings: Settings) -> None:
    """Go back to what was published before. Can be repeated; finder publish goes forward again."""
    click.echo(f"Published {roll_back(settings.instance)} again.")


def _say(settings: Settings, built: Built, done: str, began: float) -> None:
    """Say what came of it, and end the command where the content has errors."""
    said = outcome_in_words(built, done, time.monotonic() - began)
    click.echo(said)
    if translation_problems(settings.translations):
        click.echo(f"{UNUSED_TRANSLATION} To see: finder check")
    if built.id is None:
        raise SystemExit(1)
