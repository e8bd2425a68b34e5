"""Looks over markdown before it is rendered: what has no place on a page, and what no parser should be given."""

import re
from collections.abc import Iterator

from finder.content.report import Report, quoted

MOST_LINES = 5000
LONGEST_PARAGRAPH = 4000
MOST_SIGNS = 150

_SIGNS = "[]*_`!<>\\"
# What a line may not hold: how to see it, what is said of it, what to do.
_NOT_ALLOWED = [
    (
        re.compile(r"</?[a-zA-Z!?][^>]*>?|<!--"),
        "{} looks like HTML, which a page cannot hold.",
        "Write it in plain markdown. A “<” in a sentence has a space after it.",
    ),
    (
        re.compile(r"!\[[^\]]*\]\(?[^)]*\)?"),
        "{} is an image, and pages have none.",
        "Say in words what it shows, so that everyone can read it.",
    ),
    (
        re.compile(r"\[[^\]]*\]\s?\[[^\]]*\]|^\s*\[[^\]]+\]:.*"),
        "{} is a kind of link that pages do not have.",
        "Write links like this: [words](https://example.org)",
    ),
    (
        re.compile(r"^\s*(=+|-{2,}|(?:[-*_]\s*){3,}|~{3,}.*|`{3,}.*)\s*$"),
        "{} is a line without words.",
        "Remove it. Headings begin with # signs, and paragraphs are parted by an empty line.",
    ),
    (
        re.compile(r"^#{1,6}(?=[^#\s]).*"),
        "{} has no space after the # sign.",
        "Write headings like this: ## Hospital visits",
    ),
    (
        re.compile(r"^#{5,}(\s.*)?$"),
        "{} is a heading of a level that pages do not have.",
        "Use ## for the sections, and ### or #### below them.",
    ),
    (
        re.compile(r"^ {4,}(?:[-*+]|[0-9]+\.)\s.*"),
        "{} begins too far to the right.",
        "A point within a point begins with two spaces, and nothing is nested more deeply.",
    ),
]
_TOO_DEEP = re.compile(r"^ {12,}\S.*|^\s*(?:>\s*|(?:[-*+]|[0-9]+\.)\s+){3,}.*")


def check_markup(text: str, report: Report) -> bool:
    """Report everything that has no place on a page. Return False where the text is not fit for a parser."""
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for pattern, message, hint in _NOT_ALLOWED:
            if found := pattern.search(line[:LONGEST_PARAGRAPH]):
                report.error(message.format(quoted(found[0])), hint, line=number)
    return all([_has_few_lines(lines, report), _is_shallow(lines, report), _has_short_paragraphs(text, report)])


def _has_few_lines(lines: list[str], report: Report) -> bool:
    if len(lines) <= MOST_LINES:
        return True
    message = f"This file has {len(lines):,} lines, more than the {MOST_LINES:,} that a page can hold."
    report.error(message, "Check that nothing was pasted in by mistake.")
    return False


def _is_shallow(lines: list[str], report: Report) -> bool:
    """Report lists and quotes within one another: beyond a few, parsers give up on them."""
    deep = [number for number, line in enumerate(lines, start=1) if _TOO_DEEP.match(line)]
    for number in deep:
        message = f"{quoted(lines[number - 1])} is nested more deeply than a page can show."
        report.error(message, "Write it as a point or a paragraph of its own.", line=number)
    return not deep


def _has_short_paragraphs(text: str, report: Report) -> bool:
    return all([_is_readable(number, paragraph, report) for number, paragraph in _paragraphs(text)])


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of text between empty lines, each with the number of its first line."""
    start, lines = 1, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            start = start if lines else number
            lines.append(line)
        elif lines:
            yield start, "\n".join(lines)
            lines = []


def _is_readable(line: int, paragraph: str, report: Report) -> bool:
    if len(paragraph) > LONGEST_PARAGRAPH:
        report.error(
            f"This paragraph has {len(paragraph):,} characters, more than anyone can read in one go.",
            f"Part it with empty lines into paragraphs of fewer than {LONGEST_PARAGRAPH:,} characters.",
            line=line,
        )
        return False
    for sign in _SIGNS:
        if (count := paragraph.count(sign)) > MOST_SIGNS:
            report.error(f"This paragraph has {count:,} “{sign}” signs.", "Check what was pasted here.", line=line)
            return False
    return True
