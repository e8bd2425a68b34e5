"""Reads the criteria of a trial: pairs of a plain line and the clinical line quoted under it, never the one alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from finder.content.catalogue import CriteriaList, CriterionPair
from finder.content.outline import Passage, heading_on
from finder.content.rendering import PageRenderer, text_of
from finder.content.report import Report, quoted

_POINT = re.compile(r"(?:[-*+]|[0-9]+\.)(?:\s+(.*)|$)")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_INNER_POINT = re.compile(r"\s+(?:[-*+]|[0-9]+\.)\s+(.*)")


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
    block, after_empty_line = _Block(), False
    for number, line in enumerate(body.text.split("\n"), start=body.line):
        heading, point = heading_on(line), _POINT.match(line)
        if heading:
            yield block
            block = _Block(heading=heading[1])
        elif point:
            block.points.append(_Point(number, [point[1]] if point[1] else []))
        elif line.strip() and not _belongs_to_point(block, line, after_empty_line, number, report):
            if block.points:
                yield block
                block = _Block()
            block.intro.append(line)
        elif not line.strip() and not block.points:
            block.intro.append(line)
        after_empty_line = not line.strip()
    yield block


def _belongs_to_point(block: _Block, line: str, after_empty_line: bool, number: int, report: Report) -> bool:
    """Add a line to the point above it, if that is where it belongs."""
    quote = _QUOTE.fullmatch(line)
    if not block.points:
        if quote:
            report.error(
                f"The clinical line {quoted(quote[1])} has no plain line.",
                "Write it above, beginning with -",
                line=number,
            )
        return bool(quote)
    point = block.points[-1]
    if quote:
        point.clinical.append(quote[1].strip())
        return True
    if inner := _INNER_POINT.fullmatch(line):
        hint = "Make each a criterion of its own, with its clinical line, or put them under a ### heading."
        report.error(f"{quoted(inner[1])} is a list within a criterion.", hint, line=number)
        return True
    if after_empty_line and not line.startswith(" "):
        return False
    (point.clinical or point.plain).append(line.strip())
    return True


def _is_whole(point: _Point, report: Report) -> bool:
    plain, clinical = " ".join(point.plain).strip(), " ".join(point.clinical).strip()
    if plain and clinical:
        return True
    if plain:
        message, hint = (
            f"The criterion {quoted(plain)} has no clinical line.",
            "Write it underneath, like this:   > Age ≤ 365 days.",
        )
    elif clinical:
        message, hint = f"The clinical line {quoted(clinical)} has no plain line.", "Write it above, beginning with -"
    else:
        message, hint = "This criterion is empty.", "Write its plain line and, under it, its clinical line."
    report.error(message, hint, line=point.line)
    return False
