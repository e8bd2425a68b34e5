"""The results of the questions: every trial in one of three groups, with the reasons in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from finder.content.catalogue import TrialEntry
from finder.core.answers import Answers
from finder.core.matching import Outcome, Reason, Verdict, may_have_had, verdict
from finder.core.trials import Trial
from finder.web.current import names, snapshot
from finder.web.trials import presenters
from finder.web.trials.pictures import AgesBar, ages_bar
from finder.wording.messages import gettext
from finder.wording.reasons import reason_in_words


@dataclass(frozen=True)
class Result:
    """A trial in the results. What it says is only put into words where it is shown: most trials are only counted."""

    entry: TrialEntry
    verdict: Verdict
    answers: Answers

    @cached_property
    def card(self) -> presenters.TrialCard:
        """The trial as lists show it."""
        return presenters.trial_card(self.entry)

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Why it stands where it stands. Empty where nothing speaks against it."""
        if self.verdict.outcome is Outcome.MEETS:
            return ()
        reasons = reasons_in_words(self.verdict.reasons, self.answers)
        if self.verdict.outcome is Outcome.DOES_NOT_MEET and presenters.takes_nobody_new(self.entry.trial):
            status = self.card.status
            reasons.append(gettext("%(status)s: %(meaning)s", status=status.label, meaning=status.advice))
        return tuple(reasons)

    @cached_property
    def ask(self) -> tuple[str, ...]:
        """What to ask the child's team."""
        treatments = snapshot().treatments
        points = presenters.ask_points(self.entry.trial, lambda one: may_have_had(one, self.answers, treatments))
        return tuple(points)

    @cached_property
    def ages(self) -> AgesBar | None:
        """The ages it takes, with the child's."""
        return ages_bar(self.entry.trial, self.answers)


class Part(StrEnum):
    """The parts of the results, as addresses and anchors name them."""

    POSSIBLE = "possible"
    CLOSED = "closed"
    CANNOT_TELL = "cannot-tell"
    ASIDE = "aside"


@dataclass
class Results:
    """The three groups. Every trial is in exactly one."""

    possible: list[Result] = field(default_factory=list)
    closed: list[Result] = field(default_factory=list)
    """Those of the possible that take nobody new: told apart, so that nobody hopes in vain."""
    cannot_tell: list[Result] = field(default_factory=list)
    aside: list[Result] = field(default_factory=list)

    def part(self, part: Part) -> list[Result]:
        """Return the trials of one part."""
        match part:
            case Part.POSSIBLE:
                return self.possible
            case Part.CLOSED:
                return self.closed
            case Part.CANNOT_TELL:
                return self.cannot_tell
            case Part.ASIDE:
                return self.aside


def sort_trials(answers: Answers) -> Results:
    """Hold the answers against every trial. Within a group the order is that of lists, never one of fit."""
    results = Results()
    for entry in presenters.in_list_order(snapshot().trials()):
        found = verdict(entry.trial, answers, snapshot().vocabularies)
        results.part(_part(entry.trial, found.outcome)).append(Result(entry, found, answers))
    return results


def _part(trial: Trial, outcome: Outcome) -> Part:
    match outcome:
        case Outcome.MEETS:
            return Part.CLOSED if presenters.takes_nobody_new(trial) else Part.POSSIBLE
        case Outcome.CANNOT_TELL:
            return Part.CANNOT_TELL
        case Outcome.DOES_NOT_MEET:
            return Part.ASIDE


def reasons_in_words(reasons: Sequence[Reason], answers: Answers) -> list[str]:
    """Return the reasons as sentences, each once."""
    return list(dict.fromkeys(reason_in_words(reason, answers, names()) for reason in reasons))
