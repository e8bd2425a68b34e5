"""Gathers the sentences of the interface, and offers the new ones to every translation."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

import finder

TEMPLATE = "messages.pot"
_PACKAGE = Path(finder.__file__).resolve().parent
_METHODS = [("**.py", "python"), ("web/templates/**", "jinja2")]
_OPTIONS = {
    "web/templates/**": {"encoding": "utf-8", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
}
# Babel's own list lacks the lazy ones, and what it does not know is silently never offered to translators.
_KEYWORDS: Mapping[str, Any] = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_ngettext": (1, 2)}
_HEADING = "# The sentences of Trial Finder’s interface."


def gather() -> Catalog:
    """Return every sentence of the interface, with the files it stands in and the remarks for translators."""
    catalog = Catalog(project="Trial Finder", header_comment=_HEADING, charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        _PACKAGE, _METHODS, _OPTIONS, keywords=_KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
    )
    for name, line, message, remarks, context in found:
        place = (f"finder/{Path(name).as_posix()}", line)
        catalog.add(message, locations=[place], auto_comments=remarks, context=context)
    return catalog


def update_translations(translations: Path) -> list[str]:
    """Write the template, bring every translation up to date with it, and say what was done.

    Nothing is guessed: a sentence that changed is offered as a new one. A file in which nothing changes is left alone.
    """
    template = gather()
    if not is_up_to_date(translations, template):
        _write(translations / TEMPLATE, template)
    said = [f"{len(template)} sentences in {translations / TEMPLATE}"]
    for path in sorted(translations.glob("*/LC_MESSAGES/*.po")):
        said.append(f"{_update(path, template)} of them to be translated in {path}")
    return said


def is_up_to_date(translations: Path, template: Catalog) -> bool:
    """Tell whether the written template holds exactly the sentences of the interface."""
    path = translations / TEMPLATE
    return path.exists() and _sentences(_read(path)) == _sentences(template)


def _update(path: Path, template: Catalog) -> int:
    """Offer a translation the sentences it lacks, drop those that are no more, and return how many are to be done."""
    catalog = _read(path, language=path.parts[-3])
    before = _sentences(catalog)
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    if _sentences(catalog) != before:
        _write(path, catalog)
    return sum(not all(_texts(message.string)) for message in catalog if message.id)


def _texts(string: str | Iterable[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or [""])


def _sentences(catalog: Catalog) -> set[tuple[Any, ...]]:
    """Return all that makes a catalogue what it is, whenever and in whatever order it was written."""
    return {(m.id, tuple(filter(None, _texts(m.string))), m.context, tuple(m.auto_comments)) for m in catalog if m.id}


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _write(path: Path, catalog: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        # Without line numbers, so that moving code changes no translation file.
        write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
