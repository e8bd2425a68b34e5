"""The command that runs the site."""

import os
import sys

import click

from finder.cli.options import with_settings
from finder.serving.address import Address, AddressProblem
from finder.settings import Settings

_MOST_WORKERS = 4


def usual_workers() -> int:
    """Return how many workers serve where nobody says: one for each processor, within bounds. On Windows one."""
    return 1 if sys.platform == "win32" else min(_MOST_WORKERS, os.cpu_count() or 1)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other computers in.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--watch", is_flag=True, help="Publish at every change of the content folder.")
@click.option("--workers", type=click.IntRange(1, 64), default=usual_workers, help="Processes that serve.")
@with_settings
def serve(settings: Settings, host: str, port: int, watch: bool, workers: int) -> None:
    """Run the site. What has changed in the content is published first; Ctrl-C stops it.

    Where the content has errors they are printed, and what was published before is served.
    """
    from finder.serving import server  # only loaded where it is used

    try:
        server.serve(settings, Address(host, port), workers=workers, watching=watch, tell=_tell)
    except (server.CannotServe, AddressProblem) as problem:
        raise click.ClickException(str(problem)) from problem


def _tell(text: str) -> None:
    click.echo(text)
    sys.stdout.flush()
