"""What a family answered. None is "not sure" or not asked: never a reason to set a trial aside."""

from dataclasses import dataclass

from finder.core.ages import NEWBORN, Age, AgeSpan, Unit
from finder.core.trials import Stage

MAX_AGE_YEARS = 120


@dataclass(frozen=True)
class Treatments:
    """The treatments a family ticked, and whether they know of all there were."""

    had: frozenset[str] = frozenset()
    all_known: bool = True


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to the questions, each None where not given."""

    age: AgeSpan | None = None
    age_at_diagnosis: AgeSpan | None = None
    diagnosis: str | None = None
    treatments: Treatments | None = None
    stage: Stage | None = None

    def possible_age_at_diagnosis(self) -> AgeSpan | None:
        """Return the ages at which the illness can have been found: nobody was diagnosed when older than now."""
        if self.age_at_diagnosis is not None or self.age is None:
            return self.age_at_diagnosis
        return AgeSpan(NEWBORN, self.age.high)

    def likely_age_at_diagnosis(self) -> AgeSpan | None:
        """Return the ages to expect: for those just diagnosed, within the last 3 months.

        That is as long as families may fairly say "just". It may spare them a question, but sets no trial aside.
        """
        if self.age_at_diagnosis is not None or self.age is None or self.age.low is None:
            return self.age_at_diagnosis
        if self.stage is not Stage.NEWLY_DIAGNOSED:
            return self.possible_age_at_diagnosis()
        return AgeSpan(Age(max(0, self.age.low.months - 3), self.age.low.days), self.age.high)


def age_from_parts(
    *, years: int | None, months: int | None, weeks: int | None = None, days: int | None = None
) -> AgeSpan:
    """Return the span that a stated age covers: as wide as its smallest part.

    Years alone are a whole year wide, unless they are 0 years without months, which is the first year.

    Raises ValueError where no part is given.
    """
    parts = {Unit.YEARS: years, Unit.MONTHS: months, Unit.WEEKS: weeks, Unit.DAYS: days}
    given = {unit: number for unit, number in parts.items() if number is not None}
    if not given:
        raise ValueError("An age needs at least one of years, months, weeks or days.")
    low = NEWBORN
    for unit, number in given.items():
        low = low + Age.of(number, unit)
    smallest = list(given)[-1]
    return AgeSpan(low, low + Age.of(1, smallest))
