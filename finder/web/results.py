"""The results of the questions: every trial in one of three groups, with the reasons in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from finder.content.catalogue import TrialEntry
from finder.core.answers import Answers
from finder.core.matching import Outcome, Reason, Verdict, may_have_had, verdict
from finder.core.trials import Trial
from finder.web import presenters
from finder.web.current import names, snapshot
from finder.web.pictures import AgesBar, ages_bar
from finder.wording.messages import gettext
from finder.wording.reasons import reason_in_words


@dataclass(frozen=True)
class Result:
    """A trial in the results: its card, why it stands there, and what to ask the child's team."""

    card: presenters.TrialCard
    reasons: tuple[str, ...]
    ask: tuple[str, ...]
    ages: AgesBar | None


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
        results.part(_part(entry.trial, found.outcome)).append(_result(entry, found, answers))
    return results


def _part(trial: Trial, outcome: Outcome) -> Part:
    match outcome:
        case Outcome.MEETS:
            return Part.CLOSED if presenters.takes_nobody_new(trial) else Part.POSSIBLE
        case Outcome.CANNOT_TELL:
            return Part.CANNOT_TELL
        case Outcome.DOES_NOT_MEET:
            return Part.ASIDE


def _result(entry: TrialEntry, found: Verdict, answers: Answers) -> Result:
    card = presenters.trial_card(entry)
    reasons = [] if found.outcome is Outcome.MEETS else reasons_in_words(found.reasons, answers)
    if found.outcome is Outcome.DOES_NOT_MEET and presenters.takes_nobody_new(entry.trial):
        reasons.append(gettext("%(status)s: %(meaning)s", status=card.status.label, meaning=card.status.advice))
    ask = presenters.ask_points(entry.trial, lambda treatment: may_have_had(treatment, answers, snapshot().treatments))
    return Result(card, tuple(reasons), tuple(ask), ages_bar(entry.trial, answers))


def reasons_in_words(reasons: Sequence[Reason], answers: Answers) -> list[str]:
    """Return the reasons as sentences, each once."""
    return list(dict.fromkeys(reason_in_words(reason, answers, names()) for reason in reasons))
