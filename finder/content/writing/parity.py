"""Holds the facts of a trial against its criteria in words: neither view of a page may lack a rule that decides.

A rule of the facts that no plain line says is an error, except for markers, which are warnings, as is a clinical line
with a rule that the facts could hold and do not. The sentences are not understood, only searched for names and
numbers, so whatever is said in an unusual way is best said more plainly.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from finder.content.limits import Words
from finder.content.report import Report, quoted
from finder.content.writing.ages_in_words import has_age_limit, says_limit
from finder.content.writing.family_text import Criterion, FamilyText
from finder.content.writing.naming import is_named
from finder.content.writing.stages_in_words import says_stage
from finder.core.ages import AgeLimit
from finder.core.terms import Term, Tree
from finder.core.trials import Stage, Trial

_NO_EARLIER = re.compile(r"^(?:no )?(?:prior|previous|earlier)\b(?![^.;]*\b(?:within|weeks?|days?|months?)\b)", re.IGNORECASE)
_SAY_IT = "Say it in a plain line, with its clinical line under it, or take it out of facts.yaml."


@dataclass(frozen=True)
class Vocabulary:
    """The terms that the facts use, by id."""

    diagnoses: Tree
    treatments: Tree
    markers: Tree

    @classmethod
    def of(cls, words: Words) -> "Vocabulary":
        """Return the terms of the vocabularies that were read."""
        return cls(Tree(words.diagnoses.terms), Tree(words.treatments.terms), Tree(words.markers.terms))


class Parity:
    """A trial's facts and the criteria on one of its pages."""

    def __init__(self, trial: Trial, page: FamilyText, vocabulary: Vocabulary, language: str) -> None:
        self._trial = trial
        self._criteria = page.criteria()
        self._vocabulary = vocabulary
        self._language = language
        section = page.section("who-may")
        self._line = section.heading.line if section else None

    def check(self, report: Report) -> None:
        """Report rules of the facts that the words lack, and warn of the reverse."""
        for what in dict.fromkeys(self._missing_limits()):
            report.error(f"facts.yaml has {what}, and no plain line says so.", _SAY_IT, line=self._line)
        for what in dict.fromkeys(self._missing_markers()):
            report.warning(f"facts.yaml has {what}, and no criterion names it.", _SAY_IT, line=self._line)
        for criterion in self._criteria:
            self._check_clinical_line(criterion, report)

    def _missing_limits(self) -> Iterator[str]:
        for group in self._trial.groups:
            for limit in (group.age.lower, group.age.upper):
                if limit and not self._any_plain(lambda line, limit=limit: says_limit(line, limit)):
                    yield f"the age limit {quoted(_in_yaml(limit))}"
            for id in group.diagnoses:
                if id in self._vocabulary.diagnoses and not self._names_diagnosis(id):
                    yield f"the diagnosis {quoted(self._name(self._vocabulary.diagnoses[id]))}"
            for stage in group.disease_stage:
                if not self._any_plain(lambda line, stage=stage: says_stage(line, stage)):
                    yield f"the stage {quoted(stage)}"
            for id in (*group.prior_treatment.none_of, *group.prior_treatment.any_of):
                if id in self._vocabulary.treatments and not self._names_treatment(id):
                    yield f"a rule on {quoted(self._name(self._vocabulary.treatments[id]))}"
