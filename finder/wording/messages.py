"""The way to the translations. Everything said to a visitor passes here, so that the rest is typed."""

import flask_babel
from babel import Locale

BRITISH_ENGLISH = Locale("en", "GB")


def gettext(message: str, **values: object) -> str:
    """Return the message in the language of the page, with its named values filled in."""
    return str(flask_babel.gettext(message, **values))


def ngettext(singular: str, plural: str, num: int, **values: object) -> str:
    """Return the message in the form that the language has for this number, which is `%(num)s` in the message."""
    return str(flask_babel.ngettext(singular, plural, num, **values))


def current_locale() -> Locale:
    """Return the language of the page, British English where there is none."""
    locale = flask_babel.get_locale()
    return locale if locale is not None and locale.language != "en" else BRITISH_ENGLISH
