"""Which trials a visitor's choices keep, from small sets held in memory.

A choice is held against a trial by the same matcher as a family's answers, so that a filter hides no trial that the
questions would keep: only one that a stated limit surely rules out.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from finder.content.catalogue import Catalogue
from finder.core.ages import AgeRule, AgeSpan
from finder.core.answers import Answers
from finder.core.matching import Outcome, check_group
from finder.core.statuses import ShownStatus, Status, shown_status
from finder.core.trials import Group, Stage
from finder.search.vocabulary import countries_of

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a visitor filters by. None and the empty set are no choice."""

    statuses: frozenset[Status] = frozenset()
    age: AgeSpan | None = None
    diagnosis: str | None = None
    stage: Stage | None = None
    country: str | None = None


class Filters:
    """Sets of trials by what their facts say. Trials are known by their number: their place in the catalogue.

    Limits belong to groups, and choices must be met by one group together; each distinct limit is checked once.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._vocabularies = catalogue.vocabularies()
        self._recruitment = [entry.trial.recruitment for entry in catalogue.trials]
        self._trial_of: list[int] = []
        self._by_age: defaultdict[AgeRule, set[int]] = defaultdict(set)
        self._by_diagnosis: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self._by_stages: defaultdict[tuple[Stage, ...], set[int]] = defaultdict(set)
        self._by_country: defaultdict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(catalogue.trials):
            for country in countries_of(entry.trial):
                self._by_country[country].add(number)
            for group in entry.trial.groups:
                self._add_group(number, group)

    def passing(self, choices: Choices, *, today: date, fresh_days: int) -> set[int]:
        """Return the trials that the choices keep."""
        kept = self._not_ruled_out(choices)
        if choices.country is not None:
            kept &= self._by_country.get(choices.country, set())
        if choices.statuses:
            kept = {n for n in kept if self.shown(n, today=today, fresh_days=fresh_days).status in choices.statuses}
        return kept

    def shown(self, number: int, *, today: date, fresh_days: int) -> ShownStatus:
        """Return what may be said today of a trial's status."""
        return shown_status(self._recruitment[number], today=today, fresh_days=fresh_days)

    def at_age(self, age: AgeSpan) -> set[int]:
        """Return the trials with a group whose limits, on joining or at diagnosis, hold some of the ages."""
        rules = (rule for rule in self._by_age if not age.is_surely_outside(rule.span()))
        return self._trials(_union(self._by_age, rules))

    def at_stage(self, stage: Stage) -> set[int]:
        """Return the trials with a group that takes children at the stage."""
        taking = (stages for stages in self._by_stages if not stages or stage in stages)
        return self._trials(_union(self._by_stages, taking))

    def _add_group(self, number: int, group: Group) -> None:
        place = len(self._trial_of)
        self._trial_of.append(number)
        self._by_age[group.age].add(place)
        self._by_stages[group.disease_stage].add(place)
        for diagnosis in group.diagnoses:
            self._by_diagnosis[(diagnosis,)].add(place)
        if not group.diagnoses:
            self._by_diagnosis[()].add(place)

    def _not_ruled_out(self, choices: Choices) -> set[int]:
        answers = Answers(age=choices.age, diagnosis=choices.diagnosis, stage=choices.stage)
        groups = set(range(len(self._trial_of)))
        if choices.age is not None:
            groups &= self._groups_by_age(answers)
        if choices.stage is not None:
            groups &= self._groups_by_stage(answers)
        if choices.diagnosis is not None:
            groups &= self._groups_by_diagnosis(answers)
        return self._trials(groups)

    def _groups_by_age(self, answers: Answers) -> set[int]:
        return _union(self._by_age, (age for age in self._by_age if self._is_possible(Group(age=age), answers)))

    def _groups_by_stage(self, answers: Answers) -> set[int]:
        possible = (one for one in self._by_stages if self._is_possible(Group(disease_stage=one), answers))
        return _union(self._by_stages, possible)

    def _groups_by_diagnosis(self, answers: Answers) -> set[int]:
        if answers.diagnosis not in self._vocabularies.diagnoses:
            return set()
        possible = (one for one in self._by_diagnosis if self._is_possible(Group(diagnoses=one), answers))
        return _union(self._by_diagnosis, possible)

    def _is_possible(self, limit: Group, answers: Answers) -> bool:
        """Tell whether the answers do not rule out a group that has this one limit."""
        reasons = check_group(limit, answers, self._vocabularies)
        return all(reason.outcome is not Outcome.DOES_NOT_MEET for reason in reasons)

    def _trials(self, groups: Iterable[int]) -> set[int]:
        return {self._trial_of[group] for group in groups}


def _union(sets: Mapping[_Key, set[int]], keys: Iterable[_Key]) -> set[int]:
    return set().union(*(sets[key] for key in keys))
