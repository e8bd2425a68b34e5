"""Ages as intervals of whole days, months and years, which do not turn into one another for free.

A year is 365 or 366 days and a month 28 to 31, so "under 365 days" and "under 1 year" are different limits.
An `Age` therefore keeps calendar months apart from days, and comparing two ages has three outcomes:
surely older, surely not, or it depends on the calendar.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache


class Unit(StrEnum):
    """The units an age is written in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@cache
def _shortest_and_longest(months: int) -> tuple[int, int]:
    """Return how few and how many days that many calendar months in a row can last.

    Every start in 8 years is tried, which holds leap years in every position.
    """
    lengths = []
    for start in range(12 * 8):
        first = date(2000 + start // 12, start % 12 + 1, 1)
        end = start + months
        lengths.append((date(2000 + end // 12, end % 12 + 1, 1) - first).days)
    return min(lengths), max(lengths)


@dataclass(frozen=True)
class Age:
    """An exact age: so many calendar months, and so many days after that.

    >>> Age.of(18, Unit.YEARS), Age.of(6, Unit.WEEKS)
    (Age(months=216, days=0), Age(months=0, days=42))
    """

    months: int = 0
    days: int = 0

    @classmethod
    def of(cls, number: int, unit: Unit) -> "Age":
        """Return the age of that many units."""
        match unit:
            case Unit.DAYS:
                return cls(days=number)
            case Unit.WEEKS:
                return cls(days=7 * number)
            case Unit.MONTHS:
                return cls(months=number)
            case Unit.YEARS:
                return cls(months=12 * number)

    def __add__(self, other: "Age") -> "Age":
        return Age(self.months + other.months, self.days + other.days)

    def is_surely_at_least(self, other: "Age") -> bool:
        """Tell whether this age is the other or above, whatever the calendar.

        >>> Age(months=12).is_surely_at_least(Age(days=365)), Age(days=365).is_surely_at_least(Age(months=12))
        (True, False)
        """
        months, days = self.months - other.months, self.days - other.days
        if months >= 0:
            return _shortest_and_longest(months)[0] + days >= 0
        return days >= _shortest_and_longest(-months)[1]


NEWBORN = Age()
ONE_DAY = Age(days=1)


@dataclass(frozen=True)
class AgeSpan:
    """A stretch of ages: from `low` on, and before `high`. `None` has no end on that side."""

    low: Age | None
    high: Age | None

    @classmethod
    def completed(cls, number: int, unit: Unit) -> "AgeSpan":
        """Return the span that people mean by a number of units: "5 years" is 5 up to the 6th birthday."""
        return cls(Age.of(number, unit), Age.of(number + 1, unit))

    def is_surely_within(self, limits: "AgeSpan") -> bool:
        """Tell whether every age of this span lies inside the limits."""
        above = limits.low is None or (self.low or NEWBORN).is_surely_at_least(limits.low)
        below = limits.high is None or (self.high is not None and limits.high.is_surely_at_least(self.high))
        return above and below

    def is_surely_outside(self, limits: "AgeSpan") -> bool:
        """Tell whether no age of this span lies inside the limits."""
        too_young = limits.low is not None and self.high is not None and limits.low.is_surely_at_least(self.high)
        too_old = limits.high is not None and (self.low or NEWBORN).is_surely_at_least(limits.high)
        return too_young or too_old


class Bound(StrEnum):
    """The words a limit is written with in a trial's facts."""

    AT_LEAST = "at_least"
    OVER = "over"
    AT_MOST = "at_most"
    UNDER = "under"

    @property
    def is_lower(self) -> bool:
        """Tell whether this bound keeps out the younger ones."""
        return self in (Bound.AT_LEAST, Bound.OVER)


@dataclass(frozen=True)
class AgeLimit:
    """One limit as the trial states it, such as `at_most: 365 days`. The unit is never converted."""

    bound: Bound
    number: int
    unit: Unit

    def edge(self) -> Age:
        """Return where the limit lies: the first age inside for a lower bound, the first outside for an upper one.

        "At most 21 years" holds until the 22nd birthday, "at most 365 days" until day 366;
        "over 18 months" starts the day after.
        """
        match self.bound:
            case Bound.AT_LEAST | Bound.UNDER:
                return Age.of(self.number, self.unit)
            case Bound.OVER:
                return Age.of(self.number, self.unit) + ONE_DAY
            case Bound.AT_MOST:
                return Age.of(self.number + 1, self.unit)


class AgeAt(StrEnum):
    """The moment an age limit speaks of."""

    DIAGNOSIS = "diagnosis"
    ENROLMENT = "enrolment"


@dataclass(frozen=True, kw_only=True)
class AgeRule:
    """The ages a trial takes, at diagnosis or on joining."""

    lower: AgeLimit | None = None
    upper: AgeLimit | None = None
    at: AgeAt = AgeAt.ENROLMENT

    def span(self) -> AgeSpan:
        """Return the limits as a span of ages."""
        return AgeSpan(self.lower.edge() if self.lower else None, self.upper.edge() if self.upper else None)


_WRITTEN = re.compile(r"(\d{1,5})\s*(day|week|month|year)s?")


def read_age(text: str) -> tuple[int, Unit] | None:
    """Read a whole number with its unit, or return None where the text is anything else.

    >>> read_age("365 days"), read_age("1 year"), read_age("18"), read_age("1.5 years")
    ((365, <Unit.DAYS: 'days'>), (1, <Unit.YEARS: 'years'>), None, None)
    """
    written = _WRITTEN.fullmatch(text.strip().lower())
    return (int(written[1]), Unit(written[2] + "s")) if written else None
