"""Finds numbers that are written as in a protocol, and rates that readers cannot compare."""

import re
from collections.abc import Iterable

from finder.content.report import Report, quoted
from finder.content.writing.sentences import Sentence

_IN_WORDS = [
    (r"[<>≤≥±]=?\s?\w*", "Use words: “at least”, “under”, “more than”."),
    (
        r"[\d.,]*\s?(?:[mµμk]?g|mCi|[MG]Bq)/(?:m2|m²|kg|day|d)[\w²/]*|\d+\s?×\s?10\w*",
        "Say “the dose”, or leave it out.",
    ),
    (r"\d+\s?(?:d|wk|mo|yr|hr)s?(?![\w-])", "Write the unit in full: days, weeks, months, years, hours."),
    (r"\d+[.,]\d+\s?%", "Say it as a count, such as “1 in 10,000”."),
]
_PATTERNS = [(re.compile(rf"(?<!\w)(?:{pattern})"), hint) for pattern, hint in _IN_WORDS]
_RATE = re.compile(
    r"\b\d[\d,]*\s+(?:in|out of|of every|in every)\s+(\d[\d,]*)\b(?!\s+(?:years?|months?|weeks?|days?|bone|cells))"
)


def check_numbers(sentences: Iterable[Sentence], report: Report) -> None:
    """Report numbers that only professionals read, and warn of rates with different second numbers."""
    rates: dict[str, Sentence] = {}
    for sentence in sentences:
        for pattern, hint in _PATTERNS:
            for written in pattern.findall(sentence.text):
                message = f"{quoted(written)} is how professionals write it: {sentence.quoted}"
                report.error(message, hint, line=sentence.line)
        for rate in _RATE.finditer(sentence.text):
            rates.setdefault(rate[1], sentence)
    if len(rates) > 1:
        last = list(rates.values())[-1]
        message = (
            f"This page counts in more than one way ({', '.join(f'in {out_of}' for out_of in rates)}): {last.quoted}"
        )
        report.warning(message, "Use the same second number throughout, such as “in 100”.", line=last.line)
