"""Takes the markdown of a page down to its headings, paragraphs and points, in plain words, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from finder.content.outline import Passage, heading_on

_POINT = re.compile(r"\s*(?:[-*+]|[0-9]+\.)\s+(.*)")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# How a word is said is not part of the sentence it stands in: Blinatumomab (say: blin-a-TOO-moo-mab).
_SAY = re.compile(r"\s*\(say:[^)]*\)", re.IGNORECASE)
_MARKS = re.compile(r"\\([^\w\s])|\*+|(?<!\w)_+|_+(?!\w)|`")


class Kind(Enum):
    """What a stretch of a page is."""

    HEADING = auto()
    PARAGRAPH = auto()
    POINT = auto()
    CLINICAL = auto()
    """The quote under a criterion, which is for health professionals."""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a point of a list, or a clinical line."""

    kind: Kind
    line: int
    text: str
    """The words without markup; a line feed where the file has one."""

    def line_at(self, place: int) -> int:
        """Return the line of the file on which a place in the text stands."""
        return self.line + self.text.count("\n", 0, place)


def read_blocks(passage: Passage) -> list[Block]:
    """Take a passage apart, in the order it is read."""
    return [Block(kind, line, without_markup("\n".join(lines))) for kind, line, lines in _gather(passage) if any(lines)]


def _gather(passage: Passage) -> Iterator[tuple[Kind, int, list[str]]]:
    kind, start, lines = Kind.PARAGRAPH, passage.line, list[str]()
    for number, line in enumerate(passage.text.split("\n"), start=passage.line):
        begun, words = _begins(line)
        is_more_of_the_quote = begun is Kind.CLINICAL and kind is Kind.CLINICAL and lines
        if lines and (begun or not line.strip()) and not is_more_of_the_quote:
            yield kind, start, lines
            lines = []
        if line.strip():
            kind, start = (kind, start) if lines else (begun or Kind.PARAGRAPH, number)
            lines.append(words.strip())
        if lines and kind is Kind.HEADING:
            yield kind, start, lines
            lines = []
    if lines:
        yield kind, start, lines


def _begins(line: str) -> tuple[Kind | None, str]:
    """Return what a line begins, or None where it goes on with what is above, and its words."""
    if heading := heading_on(line):
        return Kind.HEADING, heading[1]
    if quote := _QUOTE.fullmatch(line):
        return Kind.CLINICAL, quote[1]
    if point := _POINT.fullmatch(line):
        return Kind.POINT, point[1]
    if row := _ROW.fullmatch(line):
        return Kind.POINT, re.sub(r"\s*\|", ";", row[1]) if row[1].strip("-:| ") else ""
    return None, line


def without_markup(text: str) -> str:
    """Return the words of a piece of markdown, without what is only an aid to say one.

    >>> without_markup("**Blinatumomab** (say: blin-a-TOO-moo-mab) is [a medicine](../glossary).")
    'Blinatumomab is a medicine.'
    """
    aids = _SAY.sub(lambda aid: "\n" * aid[0].count("\n"), text)
    return _MARKS.sub(r"\1", _LINK.sub(r"\1", aids))
