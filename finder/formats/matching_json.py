"""Answers in as JSON, places of trials out as JSON: the same for `finder match` and for the web.

Scripts depend on these shapes.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from finder.content.catalogue import TrialEntry
from finder.content.report import closest, quoted, suggestion
from finder.core.ages import Age, AgeSpan
from finder.core.answers import MAX_AGE_YEARS, Answers, Treatments, age_from_parts
from finder.core.matching import Outcome, Vocabularies, verdict
from finder.core.terms import Tree
from finder.core.trials import Stage

NOT_SURE = "not-sure"
NO_TREATMENT = "none"
_QUESTIONS = ("age", "age_at_diagnosis", "diagnosis", "treatments", "stage")
_MOST = {
    "years": MAX_AGE_YEARS,
    "months": 12 * MAX_AGE_YEARS,
    "weeks": 53 * MAX_AGE_YEARS,
    "days": 366 * MAX_AGE_YEARS,
}
"""The parts of an age, and the most there can be of each."""
_TOO_OLD = Age(months=12 * (MAX_AGE_YEARS + 1))
_OVER_THE_MOST = f"is more than {MAX_AGE_YEARS} years. Check the figures."
_EXAMPLE = 'For example: {"diagnosis": "b-all", "stage": "came-back"}.'
_AGE_EXAMPLE = 'For example: {"years": 5} or {"years": 0, "months": 8}.'
_TREATMENTS_EXAMPLE = 'Write a list such as ["chemotherapy"], or "none", or "not-sure".'

Answer = TypeVar("Answer")


class BadAnswers(ValueError):
    """Answers that cannot be read. Holds one plain sentence or two for everything that is wrong."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def read_answers(data: object, vocabularies: Vocabularies) -> Answers:
    """Read the answers from what the JSON holds. What is absent, null or "not-sure" is not known.

    Raises BadAnswers with everything that is wrong, not only the first.
    """
    if not isinstance(data, dict):
        raise BadAnswers((f"The answers must be one JSON object. {_EXAMPLE}",))
    wrong = [f"{_shown(key)} is not one of the questions. {suggestion(str(key), _QUESTIONS)}" for key in _unknown(data)]

    def read(question: str, reader: Callable[[object], Answer]) -> Answer | None:
        written = data.get(question)
        if written is None or written == NOT_SURE:
            return None
        try:
            return reader(written)
        except BadAnswers as bad:
            wrong.extend(f"“{question}” {message}" for message in bad.messages)
            return None

    answers = Answers(
        age=read("age", _age),
        age_at_diagnosis=read("age_at_diagnosis", _age),
        diagnosis=read("diagnosis", lambda written: _id(written, vocabularies.diagnoses)),
        treatments=read("treatments", lambda written: _treatments(written, vocabularies.treatments)),
        stage=read("stage", _stage),
    )
    if _is_above(answers.age_at_diagnosis, answers.age):
        wrong.append("“age_at_diagnosis” is above “age”. Nobody was diagnosed when older than now.")
    if wrong:
        raise BadAnswers(tuple(wrong))
    return answers


def match_as_json(entries: Iterable[TrialEntry], answers: Answers, vocabularies: Vocabularies) -> dict[str, Any]:
    """Return every trial in exactly one of three places; those set aside with the rules that did so."""
    possible: list[str] = []
    cannot_tell: list[str] = []
    aside: dict[str, list[str]] = {}
    for entry in entries:
        found = verdict(entry.trial, answers, vocabularies)
        match found.outcome:
            case Outcome.MEETS:
                possible.append(entry.trial.slug)
            case Outcome.CANNOT_TELL:
                cannot_tell.append(entry.trial.slug)
            case Outcome.DOES_NOT_MEET:
                aside[entry.trial.slug] = [rule.value for rule in found.rules()]
    return {"possible": possible, "cannot-tell": cannot_tell, "aside": aside}


def _unknown(data: Iterable[object]) -> list[object]:
    return [key for key in data if key not in _QUESTIONS]


def _age(written: object) -> AgeSpan:
    if not isinstance(written, dict) or not written:
        raise BadAnswers((f"is {_shown(written)}, which is not an age. {_AGE_EXAMPLE}",))
    wrong = tuple(message for part, number in written.items() for message in _wrong_part(part, number))
    if wrong:
        raise BadAnswers(wrong)
    span = age_from_parts(**{"years": None, "months": None} | written)
    if span.low is not None and span.low.is_surely_at_least(_TOO_OLD):
        raise BadAnswers((_OVER_THE_MOST,))
    return span


def _wrong_part(part: object, number: object) -> list[str]:
    if part not in _MOST:
        return [f"has {_shown(part)}. {suggestion(str(part), _MOST)}"]
    if not isinstance(number, int) or isinstance(number, bool):
        return [f"has {_shown(number)} {part}, which is not a whole number. {_AGE_EXAMPLE}"]
    if number < 0:
        return [f"has {number} {part}. An age cannot be below 0."]
    return [_OVER_THE_MOST] if number > _MOST[str(part)] else []


def _id(written: object, tree: Tree) -> str:
    if isinstance(written, str) and written in tree:
        return written
    raise BadAnswers((f"has {_shown(written)}, which we do not know. {_meant(written, tree)}".strip(),))


def _meant(written: object, tree: Tree) -> str:
    """Suggest the id that was meant, also where one of the names of the thing was written."""
    ids = {name: term.id for term in tree for names in term.also.values() for name in names}
    ids |= {name: term.id for term in tree for name in (*term.names.values(), term.id)}
    likely = closest(str(written), ids)
    return f"Did you mean {quoted(ids[likely])}?" if likely else ""


def _treatments(written: object, tree: Tree) -> Treatments:
    if written in (NO_TREATMENT, [NO_TREATMENT]):
        return Treatments()
    if not isinstance(written, list) or not written:
        raise BadAnswers((f"is {_shown(written)}. {_TREATMENTS_EXAMPLE}",))
    if NO_TREATMENT in written:
        raise BadAnswers(("holds “none” beside other treatments. Leave out the one or the others.",))
    named = [each for each in written if each != NOT_SURE]
    wrong = tuple(message for each in named for message in _wrong_id(each, tree))
    if wrong:
        raise BadAnswers(wrong)
    return Treatments(frozenset(named), all_known=NOT_SURE not in written)


def _wrong_id(written: object, tree: Tree) -> tuple[str, ...]:
    try:
        _id(written, tree)
    except BadAnswers as bad:
        return bad.messages
    return ()


def _stage(written: object) -> Stage:
    if isinstance(written, str) and written in set(Stage):
        return Stage(written)
    raise BadAnswers((f"is {_shown(written)}, which is not a stage. {suggestion(str(written), Stage)}",))


def _is_above(age: AgeSpan | None, other: AgeSpan | None) -> bool:
    if age is None or other is None or age.low is None or other.high is None:
        return False
    return age.low.is_surely_at_least(other.high)


def _shown(written: object) -> str:
    return quoted(written if isinstance(written, str) else json.dumps(written, ensure_ascii=False))
