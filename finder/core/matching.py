"""Holds a trial's limits against a family's answers. Three outcomes: meets, does not meet, cannot tell.

Nothing unknown ever sets a trial aside: a limit the trial does not state is met by everyone, and an answer that is
missing, "not sure", broader than the limit or across it is one we cannot tell from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from finder.core.ages import AgeAt
from finder.core.answers import Answers
from finder.core.terms import Tree
from finder.core.trials import Group, Stage, Trial


class Outcome(IntEnum):
    """How an answer meets a limit. The order is that of doubt: all limits together are as bad as the worst."""

    MEETS = 0
    CANNOT_TELL = 1
    DOES_NOT_MEET = 2


class Rule(StrEnum):
    """The four limits that answers are held against, in the order they are told."""

    AGE = "age"
    DIAGNOSIS = "diagnosis"
    STAGE = "stage"
    TREATMENT = "treatment"


@dataclass(frozen=True)
class Vocabularies:
    """The trees that say what is a kind of what."""

    diagnoses: Tree
    treatments: Tree


@dataclass(frozen=True)
class Reason:
    """Why one limit of one group is met, is not, or cannot be told."""

    rule: Rule
    outcome: Outcome
    group: Group
    treatment_ids: tuple[str, ...] = ()
    """For the treatment rule: the ids that decided."""


@dataclass(frozen=True)
class Verdict:
    """How a trial stands to the answers. A place in the results, never a promise."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    """The reasons that made it so: of the groups that come nearest, each limit with the outcome of the whole."""

    def rules(self) -> list[Rule]:
        """Return the rules among the reasons, each once and in order."""
        found = {reason.rule for reason in self.reasons}
        return [rule for rule in Rule if rule in found]


def verdict(trial: Trial, answers: Answers, vocabularies: Vocabularies) -> Verdict:
    """Hold the answers against every group of the trial; the group they meet best decides.

    The reasons are those of the groups that come nearest: where one group fails by the stage alone,
    nobody needs to hear by what else the others fail.
    """
    per_group = [check_group(group, answers, vocabularies) for group in trial.groups]
    outcome = min(max(reason.outcome for reason in reasons) for reasons in per_group)
    deciding = [
        [reason for reason in reasons if reason.outcome is outcome]
        for reasons in per_group
        if max(reason.outcome for reason in reasons) is outcome
    ]
    fewest = min(len(reasons) for reasons in deciding)
    return Verdict(outcome, tuple(reason for reasons in deciding if len(reasons) == fewest for reason in reasons))


def check_group(group: Group, answers: Answers, vocabularies: Vocabularies) -> tuple[Reason, ...]:
    """Hold the answers against one set of limits, one reason for each rule."""
    return (
        Reason(Rule.AGE, _check_age(group, answers), group),
        Reason(Rule.DIAGNOSIS, _check_diagnosis(group, answers, vocabularies.diagnoses), group),
        Reason(Rule.STAGE, _check_stage(group, answers), group),
        _check_treatment(group, answers, vocabularies.treatments),
    )


def _check_age(group: Group, answers: Answers) -> Outcome:
    limits = group.age.span()
    if limits.low is None and limits.high is None:
        return Outcome.MEETS
    if group.age.at is AgeAt.DIAGNOSIS:
        possible, likely = answers.possible_age_at_diagnosis(), answers.likely_age_at_diagnosis()
    else:
        possible = likely = answers.age
    if possible is None or likely is None:
        return Outcome.CANNOT_TELL
    if likely.is_surely_within(limits):
        return Outcome.MEETS
    return Outcome.DOES_NOT_MEET if possible.is_surely_outside(limits) else Outcome.CANNOT_TELL


def _check_diagnosis(group: Group, answers: Answers, diagnoses: Tree) -> Outcome:
    if not group.diagnoses:
        return Outcome.MEETS
    if answers.diagnosis is None:
        return Outcome.CANNOT_TELL
    return _place_in_tree(answers.diagnosis, group.diagnoses, diagnoses)


def _place_in_tree(answer: str, wanted: Iterable[str], tree: Tree) -> Outcome:
    """At or below one of the wanted meets; above one cannot tell; elsewhere does not meet."""
    if any(tree.is_at_or_below(answer, one) for one in wanted):
        return Outcome.MEETS
    if any(tree.is_at_or_below(one, answer) for one in wanted):
        return Outcome.CANNOT_TELL
    return Outcome.DOES_NOT_MEET


def _check_stage(group: Group, answers: Answers) -> Outcome:
    if not group.disease_stage or answers.stage in group.disease_stage:
        return Outcome.MEETS
    # A child who began treatment yesterday is both: nobody may lose a trial over which of the two a parent ticked.
    early = {Stage.NEWLY_DIAGNOSED, Stage.ON_TREATMENT}
    if answers.stage is None or (answers.stage in early and early & set(group.disease_stage)):
        return Outcome.CANNOT_TELL
    return Outcome.DOES_NOT_MEET


def _check_treatment(group: Group, answers: Answers, treatments: Tree) -> Reason:
    """Combine `none_of` and `any_of`: both must hold. What stands under `ask` decides nothing."""
    prior = group.prior_treatment
    excluded = {one: _was_had(one, answers, treatments) for one in prior.none_of}
    required = {one: _was_had(one, answers, treatments) for one in prior.any_of}
    ruled_out = tuple(one for one, had in excluded.items() if had is Outcome.MEETS)
    if ruled_out:
        return Reason(Rule.TREATMENT, Outcome.DOES_NOT_MEET, group, ruled_out)
    if required and all(had is Outcome.DOES_NOT_MEET for had in required.values()):
        return Reason(Rule.TREATMENT, Outcome.DOES_NOT_MEET, group, prior.any_of)
    unsure = [one for one, had in excluded.items() if had is Outcome.CANNOT_TELL]
    if required and Outcome.MEETS not in required.values():
        unsure += [one for one, had in required.items() if had is Outcome.CANNOT_TELL]
    if unsure:
        return Reason(Rule.TREATMENT, Outcome.CANNOT_TELL, group, tuple(unsure))
    return Reason(Rule.TREATMENT, Outcome.MEETS, group)


def may_have_had(treatment: str, answers: Answers, treatments: Tree) -> bool:
    """Tell whether the child may have had this treatment, as far as the answers go."""
    return _was_had(treatment, answers, treatments) is not Outcome.DOES_NOT_MEET


def _was_had(treatment: str, answers: Answers, treatments: Tree) -> Outcome:
    """Tell whether the family says that the child had this treatment or a kind of it."""
    if answers.treatments is None:
        return Outcome.CANNOT_TELL
    places = {_place_in_tree(had, [treatment], treatments) for had in answers.treatments.had}
    if Outcome.MEETS in places:
        return Outcome.MEETS
    is_open = Outcome.CANNOT_TELL in places or not answers.treatments.all_known
    return Outcome.CANNOT_TELL if is_open else Outcome.DOES_NOT_MEET
