"""Reads the criteria of a trial: pairs of a plain line and the clinical line quoted under it, never the one alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from finder.content.catalogue import CriteriaList, CriterionPair
from finder.content.outline import Passage, heading_on
from finder.content.rendering import PageRenderer, text_of
from finder.content.report import Report, quoted

_POINT = re.compile(r"( *)(?:[-*+]|[0-9]+\.)(?:\s+(.*)|$)")
_QUOTE = re.compile(r"\s*>\s?(.*)")


@dataclass
class _Point:
    line: int
    plain: list[str] = field(default_factory=list)
    clinical: list[str] = field(default_factory=list)


@dataclass
class _Block:
    """What becomes one `CriteriaList`."""

    heading: str = ""
    intro: list[str] = field(default_factory=list)
    points: list[_Point] = field(default_factory=list)
    indent: int = 0
    """How many spaces its points begin with."""


def read_criteria(
    body: Passage, report: Report, family: PageRenderer, clinical: PageRenderer
) -> tuple[CriteriaList, ...]:
    """Read the criteria under one section's heading, and report every half of a pair that is missing."""
    lists = []
    for block in _blocks(body, report):
        pairs = [_render_pair(point, family, clinical) for point in block.points if _is_whole(point, report)]
        intro = family.html("\n".join(block.intro)) if any(line.strip() for line in block.intro) else ""
        heading = text_of(clinical.inline(block.heading))
        if heading or intro or pairs:
            lists.append(CriteriaList(heading=heading, intro=intro, pairs=tuple(pairs)))
    return tuple(lists)


def _render_pair(point: _Point, family: PageRenderer, clinical: PageRenderer) -> CriterionPair:
    return CriterionPair(plain=family.inline(" ".join(point.plain)), clinical=clinical.inline(" ".join(point.clinical)))


def _blocks(body: Passage, report: Report) -> Iterator[_Block]:
    """Yield the blocks: a new one begins at each heading, and where text follows a list."""
    block, is_after_empty_line = _Block(), False
    for number, line in enumerate(body.text.split("\n"), start=body.line):
        if heading := heading_on(line):
            yield block
            block = _Block(heading=heading[1])
        elif point := _POINT.fullmatch(line):
            _add_point(block, number, len(point[1]), point[2] or "", report)
        elif quote := _QUOTE.fullmatch(line):
            _add_quote(block, number, quote[1].strip(), report)
        elif line.strip() and block.points and not (is_after_empty_line and not line.startswith(" ")):
            _continue_point(block.points[-1], number, line, report)
        elif line.strip() and block.points:
            yield block
            block = _Block(intro=[line])
        elif not block.points:
            block.intro.append(line)
        is_after_empty_line = not line.strip()
    yield block


def _add_point(block: _Block, number: int, indent: int, plain: str, report: Report) -> None:
    if not block.points:
        block.indent = indent
    if indent > block.indent + 1:
        hint = "Make each a criterion of its own, with its clinical line, or put them under a ### heading."
        report.error(f"{quoted(plain)} is a list within a criterion.", hint, line=number)
    else:
        block.points.append(_Point(number, [plain]))


def _add_quote(block: _Block, number: int, clinical: str, report: Report) -> None:
    if block.points:
        block.points[-1].clinical.append(clinical)
    else:
        hint = "Write it above, beginning with -"
        report.error(f"The clinical line {quoted(clinical)} has no plain line.", hint, line=number)


def _continue_point(point: _Point, number: int, line: str, report: Report) -> None:
    if point.clinical and not line.startswith(" "):
        hint = "Begin it with > if it is, and put an empty line before it if it is not."
        report.error(f"It is not clear if {quoted(line)} is part of the clinical line above.", hint, line=number)
    (point.clinical or point.plain).append(line.strip())


def _is_whole(point: _Point, report: Report) -> bool:
    plain, clinical = " ".join(point.plain).strip(), " ".join(point.clinical).strip()
    if plain and clinical:
        return True
    if plain:
        message = f"The criterion {quoted(plain)} has no clinical line."
        hint = "Write it underneath, like this:   > Age ≤ 365 days at diagnosis."
    elif clinical:
        message = f"The clinical line {quoted(clinical)} has no plain line."
        hint = "Write it above, beginning with -"
    else:
        message = "This criterion is empty."
        hint = "Write its plain line and, under it, its clinical line."
    report.error(message, hint, line=point.line)
    return False
