"""Takes a markdown page apart: its title, its lead paragraph, and its sections, each with its line."""

import re
from dataclasses import dataclass

from finder.content.report import Report, quoted

_HEADING = re.compile(r"(#{1,4})(?:\s+(.*?))?\s*#*\s*")


@dataclass(frozen=True)
class Passage:
    """Some lines of a file: their text, and the number of the first."""

    line: int
    text: str

    def line_of(self, words: str) -> int:
        """Return the line on which these words stand first, or the first with any words where they are not found."""
        before, found, _ = self.text.partition(words)
        if not found:
            before = self.text[: len(self.text) - len(self.text.lstrip())]
        return self.line + before.count("\n")


@dataclass(frozen=True)
class Part:
    """A `##` section."""

    heading: str
    line: int
    body: Passage


@dataclass(frozen=True)
class Outline:
    """A page, in the order it is read."""

    title: Passage
    lead: Passage
    opening: Passage
    """What stands between the lead paragraph and the first section."""
    parts: tuple[Part, ...]

    def below_the_lead(self, text: str) -> Passage:
        """Return everything after the lead paragraph."""
        return Passage(self.opening.line, "\n".join(text.split("\n")[self.opening.line - 1 :]))


def heading_on(line: str) -> tuple[int, str] | None:
    """Return the level and the words of a heading, or None for any other line.

    >>> heading_on("## Hospital visits"), heading_on("Hospital visits")
    ((2, 'Hospital visits'), None)
    """
    found = _HEADING.fullmatch(line)
    return (len(found[1]), found[2] or "") if found else None


def read_outline(text: str, report: Report) -> Outline:
    """Take a page apart. What is missing is reported, and empty."""
    lines = text.split("\n")
    starts = _starts_of_sections(lines, report)
    top = lines[: starts[0] if starts else len(lines)]
    title, after_title = _read_title(top, report)
    lead, after_lead = _read_lead(top, after_title, report)
    opening = Passage(after_lead + 1, "\n".join(top[after_lead:]))
    return Outline(title, lead, opening, _parts(lines, starts, report))


def read_sections(text: str, report: Report) -> tuple[Part, ...]:
    """Take apart a file that holds only `##` sections."""
    lines = text.split("\n")
    starts = _starts_of_sections(lines, report)
    if any(line.strip() for line in lines[: starts[0] if starts else len(lines)]):
        report.error("There is text before the first ## heading.", "Put it under a heading, or remove it.", line=1)
    return _parts(lines, starts, report)


def _parts(lines: list[str], starts: list[int], report: Report) -> tuple[Part, ...]:
    ends = [*starts[1:], len(lines)]
    return tuple(_read_part(lines, start, end, report) for start, end in zip(starts, ends, strict=False))


def _starts_of_sections(lines: list[str], report: Report) -> list[int]:
    """Return where the sections begin, and report headings that stand on the wrong step."""
    starts: list[int] = []
    level_above = 1
    for number, line in enumerate(lines):
        level, words = heading_on(line) or (0, "")
        if level == 0:
            continue
        if not words:
            report.error(
                "This heading has no words.", "Write them after the # signs, or remove the line.", line=number + 1
            )
        elif level == 1 and starts:
            report.error("This page has a second title.", "Begin the headings of sections with ##", line=number + 1)
        elif level > level_above + 1:
            fewer = "#" * (level_above + 1)
            report.error(f"{quoted(words)} skips a level of headings.", f"Begin it with {fewer}", line=number + 1)
        level_above = level
        if level == 2:
            starts.append(number)
    return starts


def _read_title(top: list[str], report: Report) -> tuple[Passage, int]:
    titles = [number for number, line in enumerate(top) if (heading_on(line) or (0, ""))[0] == 1]
    if not titles:
        report.error("This page has no title.", "Begin it with a line such as: # A new medicine for babies", line=1)
        return Passage(1, ""), next((number for number, line in enumerate(top) if line.strip()), 0)
    for number in titles[1:]:
        report.error("This page has a second title.", "Begin the headings of sections with ##", line=number + 1)
    first = titles[0]
    if any(line.strip() for line in top[:first]):
        report.error("There is text before the title.", "Put the line that begins with # first.", line=1)
    return Passage(first + 1, (heading_on(top[first]) or (1, ""))[1]), first + 1


def _read_lead(top: list[str], start: int, report: Report) -> tuple[Passage, int]:
    while start < len(top) and not top[start].strip():
        start += 1
    end = start
    while end < len(top) and top[end].strip() and not heading_on(top[end]):
        end += 1
    if start == end:
        hint = "Say in one or two sentences under the title what the page is about."
        report.error("There is no paragraph under the title.", hint, line=min(start, len(top) - 1) + 1)
    return Passage(start + 1, "\n".join(top[start:end])), end


def _read_part(lines: list[str], start: int, end: int, report: Report) -> Part:
    heading = (heading_on(lines[start]) or (2, ""))[1]
    body = Passage(start + 2, "\n".join(lines[start + 1 : end]))
    if not body.text.strip():
        report.error(f"There is nothing under {quoted(heading)}.", "Write the section.", line=start + 1)
    return Part(heading, start + 1, body)
