"""Tells whether a line says an age limit of the facts, and whether a line has an age limit at all."""

import re

from finder.core.ages import AgeLimit, Bound, Unit

_IN_ONE_YEAR = {Unit.MONTHS: 12, Unit.DAYS: 365, Unit.WEEKS: 52}
_AGE_WORDS = re.compile(
    r"\b(?:years?|months?|weeks?|days?|old|older|young|younger|age[ds]?|ages|birthdays?|under|over|up to|turned)\b",
    re.IGNORECASE,
)
# Ages as protocols write them: Age ≤ 365 days, < 18 years, 2-17 years, 18 years or older.
_CLINICAL_AGE = re.compile(
    r"\bage[ds]?\b[^.;]{0,25}?\d|(?:≥|≤|<|>)\s*\d+\s*(?:years?|months?)\s*(?:of age|old|at (?:diagnosis|enrolment))"
    r"|\d+\s*(?:years?|months?|days?) of age",
    re.IGNORECASE,
)


def says_limit(line: str, limit: AgeLimit) -> bool:
    """Tell whether a line says a limit: its number, or the one beyond it, with a word that tells of age.

    The number beyond is there because "at most 21 years" is well said as "has not had the 22nd birthday", and a line
    on who cannot join says it from the other side: "22 or older". The unit must be named unless it is years, as in
    "under 18"; 12 months may be said as 1 year.
    """
    if not _AGE_WORDS.search(line):
        return False
    if limit.number == 0 and re.search(r"\b(?:birth|born|newborn)\b", line, re.IGNORECASE):
        return True
    return any(_has_number(line, number, unit) for number, unit in _ways_to_say(limit)) or _says_a_half(line, limit)


def has_age_limit(clinical: str) -> bool:
    """Tell whether a clinical line limits the age.

    >>> has_age_limit("Age ≤ 365 days at diagnosis."), has_age_limit("No chemotherapy within 3 weeks.")
    (True, False)
    """
    return bool(_CLINICAL_AGE.search(clinical))


def _ways_to_say(limit: AgeLimit) -> list[tuple[int, Unit]]:
    numbers = {limit.number, limit.number + 1} if limit.bound in (Bound.AT_MOST, Bound.OVER) else {limit.number}
    numbers |= {limit.number - 1} if limit.bound in (Bound.UNDER, Bound.AT_LEAST) else set()
    ways = [(number, limit.unit) for number in sorted(numbers)]
    a_year = _IN_ONE_YEAR.get(limit.unit)
    if a_year and limit.number % a_year == 0:
        ways.append((limit.number // a_year, Unit.YEARS))
    if limit.unit is Unit.YEARS:
        ways.append((12 * limit.number, Unit.MONTHS))
    return ways


def _has_number(line: str, number: int, unit: Unit) -> bool:
    figure = rf"(?<![\w.,]){number}(?:st|nd|rd|th)?(?!\w|[.,]\d)"
    if unit is Unit.YEARS:
        return bool(re.search(rf"{figure}(?!\s*(?:month|week|day|kilogram|%))", line))
    return bool(re.search(figure, line) and re.search(rf"\b{unit.value.removesuffix('s')}s?\b", line, re.IGNORECASE))


def _says_a_half(line: str, limit: AgeLimit) -> bool:
    years, months = divmod(limit.number, 12)
    return limit.unit is Unit.MONTHS and months == 6 and bool(re.search(rf"\b{years}(?:½| and a half)", line))
