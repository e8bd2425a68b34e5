"""Reads `glossary/<language>.md`: terms, their other names, how to say them and what they mean."""

import re
import unicodedata

from finder.content.catalogue import GlossaryEntry
from finder.content.links import Addresses, complaint_about
from finder.content.markup import check_markup
from finder.content.outline import Part, read_sections
from finder.content.rendering import PageRenderer
from finder.content.report import Report, quoted

_ALSO = "Also called:"
_SAY = "Say:"


def read_glossary(text: str, report: Report) -> tuple[GlossaryEntry, ...] | None:
    """Read a glossary in alphabetical order, or return None where nothing of it can be read."""
    if not check_markup(text, report):
        return None
    renderer = PageRenderer()
    entries: dict[str, GlossaryEntry] = {}
    first_lines: dict[str, int] = {}
    for part in read_sections(text, report):
        entry = _read_entry(part, renderer, report)
        for name in (entry.term, *entry.also):
            first = first_lines.setdefault(name.casefold(), part.line)
            if first != part.line:
                message = f"{quoted(name)} is in this glossary twice: the first is on line {first}."
                report.error(message, "Keep one of them.", line=part.line)
        entries[entry.id] = entry
    return tuple(sorted(entries.values(), key=lambda entry: _sorted_as(entry.term)))


def _read_entry(part: Part, renderer: PageRenderer, report: Report) -> GlossaryEntry:
    also, say, definition = "", "", []
    for line in part.body.text.split("\n"):
        if line.startswith(_ALSO):
            also = line.removeprefix(_ALSO)
        elif line.startswith(_SAY):
            say = line.removeprefix(_SAY)
        else:
            definition.append(line)
    html = renderer.html("\n".join(definition))
    if not html and part.body.text.strip():
        report.error(f"{quoted(part.heading)} has no definition.", "Say in one sentence what it means.", line=part.line)
    for link in renderer.take_links():
        if complaint := complaint_about(link, on=None, addresses=Addresses()):
            report.error(*complaint, line=part.body.line_of(link))
    return GlossaryEntry(
        id=term_id(part.heading),
        term=part.heading,
        html=html,
        also=tuple(name.strip() for name in also.split(",") if name.strip()),
        say=say.strip(),
    )


def term_id(term: str) -> str:
    """Return a term as it stands in an address.

    >>> term_id("Minimal residual disease (MRD)"), term_id("Café")
    ('minimal-residual-disease-mrd', 'cafe')
    """
    return re.sub(r"[\W_]+", "-", _sorted_as(term)).strip("-")


def _sorted_as(term: str) -> str:
    """Return the term as it counts for order: without accents and capitals."""
    parts = unicodedata.normalize("NFKD", term)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()
