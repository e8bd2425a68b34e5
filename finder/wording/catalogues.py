"""The translations of the interface: checked, because templates trust them as their own text, and compiled."""

import os
import re
from pathlib import Path, PurePath

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from finder.core.problems import Problem

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_NO_CATALOGUE = (PoFileError, UnknownLocaleError, ValueError, OSError)


def compile_catalogues(translations: Path, into: Path) -> list[Problem]:
    """Compile every catalogue that is sound, and return what is wrong with the others.

    A catalogue with a problem is not compiled: what was compiled of it before stays in use, and where there is nothing,
    pages in that language speak English. Fuzzy entries are left out: for health text English is better than a guess.
    """
    problems = []
    for source in _sources(translations):
        catalogue, found = _read(source)
        if catalogue and not found:
            found = _write(catalogue, into / source.relative_to(translations).with_suffix(".mo"))
        problems += found
    return problems


def translation_problems(translations: Path) -> list[Problem]:
    """Return everything that is wrong with any of the translations."""
    return [problem for source in _sources(translations) for problem in _read(source)[1]]


def _sources(translations: Path) -> list[Path]:
    return sorted(translations.glob("*/LC_MESSAGES/*.po"))


def _read(source: Path) -> tuple[Catalog | None, list[Problem]]:
    path = PurePath(*source.parts[-4:])
    try:
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3], abort_invalid=True)
    except _NO_CATALOGUE as error:
        hint = "Bring back an earlier version of the file, then translate again with a program for .po files."
        return None, [Problem(path=path, message=f"This translation cannot be read: {error}.", hint=hint)]
    return catalogue, [
        Problem(path=path, line=message.lineno, message=f"“{text}” {wrong}", hint=hint)
        for message in catalogue
        if message.id and not message.fuzzy
        for text in _texts(message.string)
        for wrong, hint in _wrong_with(message, text)
    ]


def _texts(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text for text in ([string] if isinstance(string, str) else string or []) if text]


def _wrong_with(message: Message, text: str) -> list[tuple[str, str]]:
    """Return what is wrong with one translation and what to write: all that could break a page or put markup on it."""
    found = []
    if "<" in text or ">" in text:
        found.append(("holds < or >.", "Write the translation without any HTML."))
    originals = _texts(message.id)
    wanted = {name for original in originals for name in _PLACEHOLDER.findall(original)}
    given = set(_PLACEHOLDER.findall(text))
    if not given <= wanted or (wanted - given) - {"num"}:
        names = ", ".join(f"%({name})s" for name in sorted(wanted)) or "none"
        found.append(("does not keep the placeholders.", f"Write these as they are: {names}."))
    if "%" in _PLACEHOLDER.sub("", text).replace("%%", "") and (wanted or not any("%" in one for one in originals)):
        found.append(("holds a lone percent sign.", "Write %% for it, or the word for it."))
    return found


def _write(catalogue: Catalog, compiled: Path) -> list[Problem]:
    """Write beside and move into place: several workers may start at once."""
    beside = compiled.with_suffix(f".{os.getpid()}.tmp")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            write_mo(file, catalogue, use_fuzzy=False)
        os.replace(beside, compiled)
    except OSError as error:
        return [Problem(path=compiled, message=f"The compiled translation cannot be written: {error.strerror}.")]
    return []
