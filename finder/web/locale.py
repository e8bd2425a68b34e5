"""The languages of the interface: catalogues compiled at start, and the language of each request."""

import os
import re
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, g
from flask_babel import Babel

FALLBACK = "en"
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


class BadTranslation(Exception):
    """A catalogue that could break a page or put markup on it. The message says where and what to write."""


def compile_catalogues(translations: Path, into: Path) -> Path:
    """Compile every catalogue whose source is newer than what was compiled before, and return their folder.

    Fuzzy entries are left out: for health text English is better than a guess.

    Raises BadTranslation where a translation holds markup or does not keep the message's placeholders.
    """
    for source in sorted(translations.glob("*/LC_MESSAGES/*.po")):
        compiled = into / source.relative_to(translations).with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        check_catalogue(catalogue, source)
        _write(catalogue, compiled)
    return into


def _write(catalogue: Catalog, compiled: Path) -> None:
    """Write beside and move into place: several workers may start at once."""
    compiled.parent.mkdir(parents=True, exist_ok=True)
    beside = compiled.with_suffix(f".{os.getpid()}.tmp")
    with beside.open("wb") as file:
        write_mo(file, catalogue, use_fuzzy=False)
    os.replace(beside, compiled)


def check_catalogue(catalogue: Catalog, source: Path) -> None:
    """Refuse a catalogue that could do harm: templates trust translations as they trust their own text."""
    for message in catalogue:
        if message.id and not message.fuzzy:
            for text in _texts(message.string):
                _check_text(message, text, source)


def _texts(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text for text in ([string] if isinstance(string, str) else string or []) if text]


def _check_text(message: Message, text: str, source: Path) -> None:
    where = f"{source}, line {message.lineno or '?'}: “{text}”"
    if "<" in text or ">" in text:
        raise BadTranslation(f"{where} holds < or >. Write the translation without any HTML.")
    wanted = {name for original in _texts(message.id) for name in _PLACEHOLDER.findall(original)}
    given = set(_PLACEHOLDER.findall(text))
    if not given <= wanted or (wanted - given) - {"num"}:
        raise BadTranslation(
            f"{where} must keep these placeholders as they are: {', '.join(sorted(wanted)) or 'none'}."
        )
    if wanted and "%" in _PLACEHOLDER.sub("", text).replace("%%", ""):
        raise BadTranslation(f"{where} holds a lone percent sign. Write %% for it.")


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
    """Make the catalogues ready and let each page speak the language of its address."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(compile_catalogues(translations, compiled).resolve())
    app.config["BABEL_DEFAULT_LOCALE"] = FALLBACK
    Babel(app, locale_selector=current_language)
