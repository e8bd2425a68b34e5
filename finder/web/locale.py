"""The languages of the interface: catalogues made ready at start, and the language of each request."""

import logging
from pathlib import Path

from babel.core import Locale
from flask import Flask, g
from flask_babel import Babel

from finder.wording.catalogues import compile_catalogues

FALLBACK = "en"

_log = logging.getLogger(__name__)


def current_language() -> str:
    """Return the language of the page that was asked for, English before any address was read."""
    place = g.get("place")
    return place.language if place else FALLBACK


def direction_of(language: str) -> str:
    """Return which way a language runs, for the `dir` of a page or passage.

    >>> direction_of("en"), direction_of("ar")
    ('ltr', 'rtl')
    """
    return str(Locale.parse(language, sep="-").text_direction)


def init_app(app: Flask, translations: Path, compiled: Path) -> None:
    """Make the catalogues ready and let each page speak the language of its address.

    A translation that could do harm is not used, and the log says so: nothing that translators write stops the site.
    """
    for problem in compile_catalogues(translations, compiled):
        _log.error("%s %s %s It is not used.", problem.where(), problem.message, problem.hint)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(compiled.resolve())
    app.config["BABEL_DEFAULT_LOCALE"] = FALLBACK
    Babel(app, locale_selector=current_language)
