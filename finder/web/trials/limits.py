"""The limits of a trial as professionals read them: each group as a block of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.core.terms import Tree
from finder.core.trials import Group, Trial
from finder.web.current import names
from finder.web.trials.presenters import diagnoses_in_words
from finder.wording.ages import age_rule_in_words
from finder.wording.messages import gettext
from finder.wording.reasons import in_language, name_of, stage_answer


@dataclass(frozen=True)
class GroupView:
    """One set of limits: a name where there are several groups, and what is limited to what."""

    name: str
    rows: tuple[tuple[str, str], ...]


def limits_of(trial: Trial) -> list[GroupView]:
    """Return each group of the trial with the limits it states."""
    return [GroupView(in_language(group.name), tuple(_rows(group))) for group in trial.groups]


def _rows(group: Group) -> list[tuple[str, str]]:
    treatments, prior = names().treatments, group.prior_treatment
    rows = [
        (gettext("Age"), age_rule_in_words(group.age)),
        (gettext("Diagnosis"), diagnoses_in_words(group.diagnoses)),
        (gettext("Disease stage"), "; ".join(stage_answer(stage) for stage in group.disease_stage)),
        (gettext("Excluded by earlier treatment"), _named(prior.none_of, treatments)),
        (gettext("Earlier treatment required, one of"), _named(prior.any_of, treatments)),
        (gettext("Timing, dose or reason of earlier treatment decides"), _named(prior.ask, treatments)),
        (gettext("Markers and tests"), _named(group.ask_doctor, names().markers)),
    ]
    return [(label, text) for label, text in rows if text]


def _named(ids: Iterable[str], tree: Tree) -> str:
    return "; ".join(tree[one].clinical or name_of(tree[one]) for one in ids)
