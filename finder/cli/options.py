"""What the commands share: the folders they work on, plain errors, and a line of progress."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from finder.settings import BadSettings, Settings
from finder.snapshot import SnapshotProblem

Command = Callable[..., None]

_FOLDER = click.Path(file_okay=False, path_type=Path)
_EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def with_settings(command: Command) -> Command:
    """Give a command `--content` and `--instance`, and its function the settings as its first argument."""

    @click.option("--content", type=_EXISTING_FOLDER, help="The content folder, instead of this project's own.")
    @click.option("--instance", type=_FOLDER, help="Where snapshots are kept, instead of .finder beside the content.")
    @wraps(command)
    def with_folders(*, content: Path | None, instance: Path | None, **values: Any) -> None:
        with plain_errors():
            command(Settings.from_environment(content=content, instance=instance), **values)

    return with_folders


@contextmanager
def plain_errors() -> Iterator[None]:
    """End the command with the message alone where the settings or the snapshots are the trouble."""
    try:
        yield
    except (BadSettings, SnapshotProblem) as problem:
        raise click.ClickException(str(problem)) from problem


def need_content(settings: Settings) -> Path:
    """Return the content folder, or end the command where there is none."""
    if not settings.content.is_dir():
        raise click.ClickException(f"There is no folder “{settings.content}”. Name the content folder with --content.")
    return settings.content


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show what is being done on one line of the terminal, which is wiped in the end. Elsewhere nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    width = 79
    yield lambda text: click.echo(f"\r{text[:width]:<{width}}", nl=False, err=True)
    click.echo(f"\r{'':<{width}}\r", nl=False, err=True)
