"""Commands for translators."""

import click

from finder.cli.options import with_settings
from finder.settings import Settings


@click.group()
def translations() -> None:
    """Look after the translations of the interface."""


@translations.command()
@with_settings
def update(settings: Settings) -> None:
    """Gather the sentences of the interface, and offer the new ones to every translation.

    Writes translations/messages.pot and updates each translations/LANGUAGE/LC_MESSAGES/messages.po.
    """
    from finder.wording.translating import update_translations  # Babel's extraction is only loaded where it is used

    for line in update_translations(settings.translations):
        click.echo(line)
