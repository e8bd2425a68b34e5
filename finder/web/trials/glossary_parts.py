"""The glossary in parts from one letter to another, each light enough for a slow phone."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from flask import url_for

from finder.content.catalogue import GlossaryEntry
from finder.wording.messages import gettext

ENOUGH = 40
"""A part ends with the letter that brings it to this many words."""


@dataclass(frozen=True)
class GlossaryPart:
    """The words from one letter to another."""

    name: str
    url: str
    entries: tuple[GlossaryEntry, ...]


def glossary_parts(entries: Iterable[GlossaryEntry]) -> list[GlossaryPart]:
    """Return the words in their order, parted between letters."""
    parts: list[list[GlossaryEntry]] = [[]]
    for _, of_letter in groupby(entries, first_letter):
        if len(parts[-1]) >= ENOUGH:
            parts.append([])
        parts[-1].extend(of_letter)
    return [_part(number, part) for number, part in enumerate(parts, start=1) if part]


def _part(number: int, entries: list[GlossaryEntry]) -> GlossaryPart:
    first, last = first_letter(entries[0]), first_letter(entries[-1])
    name = first if first == last else gettext("%(first)s to %(last)s", first=first, last=last)
    url = url_for("pages.glossary") if number == 1 else url_for("pages.glossary", part=number)
    return GlossaryPart(name, url, tuple(entries))


def first_letter(entry: GlossaryEntry) -> str:
    """Return the letter a word is found under, without its accents: É is found under E."""
    return unicodedata.normalize("NFD", entry.term)[0].upper()
