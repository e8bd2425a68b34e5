"""Which trials a visitor's choices keep, from sets of trials held in memory as bits.

A choice is held against a trial by the same matcher as a family's answers, so that a filter hides no trial that the
questions would keep: only one that a stated limit surely rules out.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from finder.core.ages import AgeRule, AgeSpan
from finder.core.answers import Answers
from finder.core.matching import Outcome, Vocabularies, check_group
from finder.core.statuses import Status, shown_status
from finder.core.trials import Group, Stage
from finder.search.bits import bits_of, first, numbers_of
from finder.search.rows import Rows

_Key = TypeVar("_Key", bound=Hashable)

_CHOICES_REMEMBERED = 256


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a visitor filters by. None and the empty set are no choice."""

    statuses: frozenset[Status] = frozenset()
    age: AgeSpan | None = None
    diagnosis: str | None = None
    stage: Stage | None = None
    country: str | None = None


class Filters:
    """Sets of trials by what their facts say, as the bits of their numbers.

    Limits belong to groups, and choices must be met by one group together; each distinct limit is checked once.
    A trial's first group has the trial's number, and further groups the numbers after the last trial.
    """

    def __init__(self, rows: Rows, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._all = first(len(rows))
        self._more_groups: list[int] = []
        """The trial of each group after a trial's first."""
        # Of a status only what is said about its age depends on the day.
        shown = (shown_status(one, today=date.max, fresh_days=0).status for one in rows.recruitments)
        self._by_status = _bits((status, number) for number, status in enumerate(shown))
        self._by_country = _bits((country, n) for n, countries in enumerate(rows.countries) for country in countries)
        self._by_age, self._by_diagnoses, self._by_stages = self._groups(rows)
        self._find = lru_cache(_CHOICES_REMEMBERED)(self._find_passing)
        self.at_age = lru_cache(_CHOICES_REMEMBERED)(self._at_age)

    def passing(self, choices: Choices) -> int | None:
        """Return the trials that the choices keep; None where nothing was chosen, which is all of them."""
        return None if choices == Choices() else self._find(choices)

    def at_stage(self, stage: Stage) -> int:
        """Return the trials with a group that takes children at the stage."""
        return self._trials(_join(self._by_stages, lambda stages: not stages or stage in stages))

    def _at_age(self, age: AgeSpan) -> int:
        """Return the trials with a group whose limits, on joining or at diagnosis, hold some of the ages."""
        return self._trials(_join(self._by_age, lambda rule: not age.is_surely_outside(rule.span())))

    def _groups(
        self, rows: Rows
    ) -> tuple[dict[AgeRule, int], dict[tuple[str, ...], int], dict[tuple[Stage, ...], int]]:
        ages: list[tuple[AgeRule, int]] = []
        diagnoses: list[tuple[tuple[str, ...], int]] = []
        stages: list[tuple[tuple[Stage, ...], int]] = []
        for number, groups in enumerate(rows.limits):
            for place, group in enumerate(groups):
                bit = number if place == 0 else len(rows) + len(self._more_groups)
                if place:
                    self._more_groups.append(number)
                ages.append((group.age, bit))
                diagnoses.append((group.diagnoses, bit))
                stages.append((group.stages, bit))
        return _bits(ages), _bits(diagnoses), _bits(stages)

    def _find_passing(self, choices: Choices) -> int:
        kept = self._trials(self._groups_not_ruled_out(choices))
        if choices.country is not None:
            kept &= self._by_country.get(choices.country, 0)
        if choices.statuses:
            kept &= _join(self._by_status, choices.statuses.__contains__)
        return kept

    def _groups_not_ruled_out(self, choices: Choices) -> int:
        answers = Answers(age=choices.age, diagnosis=choices.diagnosis, stage=choices.stage)
        groups = first(self._all.bit_length() + len(self._more_groups))
        if choices.age is not None:
            groups &= _join(self._by_age, lambda age: self._is_possible(Group(age=age), answers))
        if choices.stage is not None:
            groups &= _join(self._by_stages, lambda one: self._is_possible(Group(disease_stage=one), answers))
        if choices.diagnosis is not None:
            is_known = choices.diagnosis in self._vocabularies.diagnoses
            groups &= _join(
                self._by_diagnoses, lambda one: is_known and self._is_possible(Group(diagnoses=one), answers)
            )
        return groups

    def _is_possible(self, limit: Group, answers: Answers) -> bool:
        """Tell whether the answers do not rule out a group that has this one limit."""
        reasons = check_group(limit, answers, self._vocabularies)
        return all(reason.outcome is not Outcome.DOES_NOT_MEET for reason in reasons)

    def _trials(self, groups: int) -> int:
        """Return the trials of groups."""
        more = numbers_of(groups >> self._all.bit_length())
        return groups & self._all | bits_of(self._more_groups[place] for place in more)


def _bits(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, int]:
    numbers: defaultdict[_Key, list[int]] = defaultdict(list)
    for key, number in pairs:
        numbers[key].append(number)
    return {key: bits_of(held) for key, held in numbers.items()}


def _join(sets: Mapping[_Key, int], is_wanted: Callable[[_Key], bool]) -> int:
    joined = 0
    for key, bits in sets.items():
        if is_wanted(key):
            joined |= bits
    return joined
