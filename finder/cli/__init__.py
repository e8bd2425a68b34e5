"""The command line: thin commands that print what the rooms below return."""

import sys
from io import TextIOWrapper

import click

from finder.cli.asking import match, search
from finder.cli.importing import import_
from finder.cli.publishing import build, check, publish, rollback
from finder.cli.serving import serve
from finder.cli.translating import translations


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trial-finder", message="Trial Finder %(version)s")
def main() -> None:
    """Trial Finder: clinical trials for children and young people with cancer, in plain words.

    Each command works on the content folder of this project, or on the one named with --content.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a letter shows “?” in its place instead of ending the command.
            stream.reconfigure(errors="replace")


for command in (serve, check, build, publish, rollback, import_, search, match, translations):
    main.add_command(command)
