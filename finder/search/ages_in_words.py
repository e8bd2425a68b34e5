"""Finds the ages that a query gives in figures: "5 year old", "8-month-old", "17yo", "aged 3", "under 1 year"."""

import re
from dataclasses import dataclass

from finder.core.ages import NEWBORN, Age, AgeSpan, Unit
from finder.core.answers import MAX_AGE_YEARS
from finder.search.everyday_words import NUMBER_WORDS

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_UNITS = {
    Unit.YEARS: r"years?|yrs?|y",
    Unit.MONTHS: r"months?|mths?|mos?",
    Unit.WEEKS: r"weeks?|wks?",
    Unit.DAYS: r"days?",
}
_UNIT = "|".join(_UNITS.values())
_AGE = re.compile(
    rf"""\b
    (?P<under>(?:under|below|less\s+than|younger\s+than)\s+)?
    (?P<aged>aged?\s+)?
    (?P<number>{_NUMBER})
    (?:[\s-]*(?:
        (?P<yo>y/o|y\.?o\b\.?) |
        (?P<unit>{_UNIT})\b
        (?:[\s,-]*(?:and\s+)?(?P<more>{_NUMBER})[\s-]*(?:{_UNITS[Unit.MONTHS]})\b)?
    ))?
    (?P<old>[\s-]*(?:old|of\s+age)\b)?
    (?!\w)(?!\s*(?:ago|later|after|before|since|survival|remission|relapse)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class WrittenAge:
    """An age in a text, from `start` up to, not including, `end`."""

    start: int
    end: int
    span: AgeSpan
    meaning: str
    """The age, said plainly: `8 months`."""


def find_ages(text: str) -> list[WrittenAge]:
    """Return the ages that a text gives in figures, in order. A number alone, as in "phase 3", is none.

    >>> [age.meaning for age in find_ages("8-month-old, phase 2, aged 5, 17yo, two years ago")]
    ['8 months', '5 years', '17 years']
    """
    return [age for found in _AGE.finditer(text) if (age := _read(found))]


def _read(found: re.Match[str]) -> WrittenAge | None:
    if not (found["aged"] or found["yo"] or found["unit"]):
        return None
    number, unit = _number(found["number"]), _unit(found["unit"])
    if number > (MAX_AGE_YEARS if unit is Unit.YEARS else 999):
        return None
    said = _said(number, unit)
    if found["under"]:
        return WrittenAge(found.start(), found.end(), AgeSpan(NEWBORN, Age.of(number, unit)), f"under {said}")
    span = AgeSpan.completed(number, unit)
    if found["more"] and unit is Unit.YEARS and span.low is not None:
        months = _number(found["more"])
        span = AgeSpan(span.low + Age(months=months), span.low + Age(months=months + 1))
        said = f"{said} {_said(months, Unit.MONTHS)}"
    return WrittenAge(found.start(), found.end(), span, said)


def _number(written: str) -> int:
    return NUMBER_WORDS.get(written.lower()) or int(written)


def _unit(written: str | None) -> Unit:
    if written is None:
        return Unit.YEARS
    return next(unit for unit, pattern in _UNITS.items() if re.fullmatch(pattern, written, re.IGNORECASE))


def _said(number: int, unit: Unit) -> str:
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"
