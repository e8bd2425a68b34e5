"""Holds the facts of a trial against its criteria in words: neither view of a page may lack a rule that decides.

A rule of the facts that no plain line says is an error, except for markers, which are warnings, as is a clinical line
with a rule that the facts could hold and do not. The sentences are not understood, only searched for names and
numbers, so whatever is said in an unusual way is best said more plainly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from finder.content.limits import Words
from finder.content.report import Report, quoted
from finder.content.site import CRITERIA
from finder.content.writing.ages_in_words import has_age_limit, says_limit
from finder.content.writing.family_text import Criterion, FamilyText
from finder.content.writing.naming import has_symbol, is_named, shares_a_word, symbols_of
from finder.content.writing.stages_in_words import says_stage
from finder.core.ages import AgeLimit
from finder.core.terms import Term, Tree
from finder.core.trials import Group, Trial

MANY_DIAGNOSES = 5
"""A trial for so many illnesses may say them in one broad word: a solid tumour."""

_BROAD = re.compile(r"\b(?:cancers?|tumours?)\b", re.IGNORECASE)
_SAY_IT = "Say it in a plain line, with its clinical line under it, or take it out of facts.yaml."
_ADD_IT = "Add it to facts.yaml if it decides on joining."
_EARLIER = re.compile(
    r"(?:no\s+)?(?:prior|previous|earlier)\s+([\w\s-]*?)(?:\s(?:other|except|but|within|for|of)\b|[.,;:(]|$)", re.I
)
_ANY_TREATMENT = re.compile(r"\b(?:treatment|treated|medicines?|therapy)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Vocabulary:
    """The terms that the facts use, by id."""

    diagnoses: Tree
    treatments: Tree
    markers: Tree
    symbols: tuple[tuple[str, Term], ...]
    """Symbols with the markers that they are names of."""

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, words: Words) -> "Vocabulary":
        """Return the terms of the vocabularies that were read. All trials share them."""
        symbols = tuple((symbol, term) for term in words.markers.terms for symbol in symbols_of(term))
        return cls(Tree(words.diagnoses.terms), Tree(words.treatments.terms), Tree(words.markers.terms), symbols)


class Parity:
    """The facts of a trial beside the criteria of one of its pages."""

    def __init__(self, trial: Trial, page: FamilyText, vocabulary: Vocabulary, language: str) -> None:
        self._trial = trial
        self._criteria = page.criteria()
        sections = [section for section in page.sections if section.id in CRITERIA]
        self._lines = [block.text for section in sections for block in section.plain]
        self._line = sections[0].heading.line if sections else None
        self._vocabulary = vocabulary
        self._language = language

    def check(self, report: Report) -> None:
        """Report rules of the facts that the words lack, and warn of the reverse."""
        limits = [what for group in self._trial.groups for what in self._not_said(group)]
        for what in dict.fromkeys(limits):
            report.error(f"facts.yaml has {what}, and no plain line says so.", _SAY_IT, line=self._line)
        for what in dict.fromkeys(self._hardly_said()):
            report.warning(f"facts.yaml has {what}, and no plain line seems to say so.", _SAY_IT, line=self._line)
        for criterion in self._criteria:
            self._check_clinical_line(criterion, report)

    def _not_said(self, group: Group) -> Iterator[str]:
        """Yield the limits of a group that no plain line says."""
        for limit in filter(None, (group.age.lower, group.age.upper)):
            if not any(says_limit(line, limit) for line in self._lines):
                yield f"the age limit {quoted(_as_written(limit))}"
        for diagnosis in self._terms(group.diagnoses, self._vocabulary.diagnoses):
            if not self._names_diagnosis(diagnosis):
                yield f"the diagnosis {self._quoted(diagnosis)}"
        stages = group.disease_stage
        if stages and not any(says_stage(line, stage) for line in self._lines for stage in stages):
            yield f"the stage {quoted(', '.join(stages))}"
        treatments = self._vocabulary.treatments
        for treatment in self._terms(group.prior_treatment.none_of, treatments):
            if not self._is_named(treatment):
                yield f"{self._quoted(treatment)} as a treatment that rules a child out"
        any_of = self._terms(group.prior_treatment.any_of, treatments)
        if any_of and not any(map(self._is_named, any_of)) and not any(map(_ANY_TREATMENT.search, self._lines)):
            yield f"{self._quoted(any_of[0])} as a treatment that a child must have had"

    def _names_diagnosis(self, diagnosis: Term) -> bool:
        """Tell whether the diagnosis is named, or several in the facts are named as one."""
        several = self._trial.diagnoses()
        broader = [term for term in self._vocabulary.diagnoses.lineage(diagnosis.id) if term.parent]
        return (
            not (diagnosis.parent or diagnosis.is_asked)
            or self._is_named(diagnosis)
            or (len(several) > 1 and any(map(self._is_named, broader)))
            or (len(several) >= MANY_DIAGNOSES and any(map(_BROAD.search, self._lines)))
        )

    def _hardly_said(self) -> Iterator[str]:
        """Yield the stages and points that the words may lack."""
        said = {stage: any(says_stage(line, stage) for line in self._lines) for stage in self._trial.stages()}
        if any(said.values()):
            yield from (f"the stage {quoted(stage)}" for stage, is_said in said.items() if not is_said)
        for marker in self._terms(self._trial.ask_doctor(), self._vocabulary.markers):
            if not any(shares_a_word(marker, line) for line in self._lines):
                yield f"the point {self._quoted(marker)}"

    def _check_clinical_line(self, criterion: Criterion, report: Report) -> None:
        """Warn of an age, an earlier treatment or a marker that the facts could hold and do not."""
        line, clinical = criterion.clinical.line, " ".join(criterion.clinical.text.split())
        if has_age_limit(clinical) and not any(group.age.lower or group.age.upper for group in self._trial.groups):
            report.warning(f"facts.yaml has no age limit, and this line has: {quoted(clinical)}", _ADD_IT, line=line)
        earlier = _EARLIER.match(clinical)
        for treatment in self._vocabulary.treatments if earlier else ():
            if earlier and is_named(treatment, earlier[1]) and not self._has_in_facts(treatment):
                message = f"facts.yaml has nothing on {self._quoted(treatment)}, and this line has: {quoted(clinical)}"
                report.warning(message, _ADD_IT, line=line)
        markers = {marker.id: marker for symbol, marker in self._vocabulary.symbols if has_symbol(symbol, clinical)}
        for marker in markers.values():
            if marker.id not in self._trial.ask_doctor():
                message = f"facts.yaml has nothing on {self._quoted(marker)}, and this line has: {quoted(clinical)}"
                report.warning(message, _ADD_IT, line=line)

    def _has_in_facts(self, treatment: Term) -> bool:
        """Tell whether the facts have the treatment, or what it is a kind of, or a kind of it."""
        tree = self._vocabulary.treatments
        limits = [group.prior_treatment for group in self._trial.groups]
        ids = [id for limit in limits for id in (*limit.none_of, *limit.any_of, *limit.ask) if id in tree]
        return any(tree.is_at_or_below(treatment.id, id) or tree.is_at_or_below(id, treatment.id) for id in ids)

    def _terms(self, ids: tuple[str, ...], tree: Tree) -> list[Term]:
        return [tree[id] for id in ids if id in tree]

    def _is_named(self, term: Term) -> bool:
        return any(is_named(term, line) for line in self._lines)

    def _quoted(self, term: Term) -> str:
        return quoted(term.names.get(self._language) or next(iter(term.names.values())))


def _as_written(limit: AgeLimit) -> str:
    return f"{limit.bound}: {limit.number} {limit.unit}"
