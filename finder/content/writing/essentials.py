"""Checks that a trial page says what no trial page may leave out: what is tested, and what could be hard about it."""

import re

from finder.content.report import Report
from finder.content.writing.family_text import FamilyText
from finder.content.writing.sentences import sentences_of

FEWEST_DOWNSIDES = 2
_TESTING = re.compile(
    r"\b(?:tests?|tested|testing|compare[sd]?|comparing|look(?:s|ed|ing)? (?:at|for)|stud(?:ies|ied|ying)"
    r"|(?:ask|asks|asked|find out|finds out|see|sees|learn|learns) (?:if|whether|how|which|what)|tr(?:y|ies|ied))\b",
    re.IGNORECASE,
)


def check_essentials(page: FamilyText, report: Report) -> None:
    """Report a lead that does not begin with what is tested, and downsides that are hardly there."""
    first = sentences_of([page.lead])[0]
    if not _TESTING.search(first.text):
        message = f"The first sentence does not say what is being tested: {first.quoted}"
        report.error(message, "Begin with it, for example: This trial tests a medicine against …", line=first.line)
    section = page.section("downsides")
    if section and len(sentences_of(section.plain)) < FEWEST_DOWNSIDES:
        message = "This section hardly says what could be hard or harmful."
        hint = "Write what is known, what is not known, and what it may ask of the child, in 2 sentences or more."
        report.error(message, hint, line=section.heading.line)
