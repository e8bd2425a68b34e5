"""Reads one question's form: the answer as it is kept, or what to put right, in the visitor's words."""

from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from finder.core.answers import MAX_AGE_YEARS
from finder.core.questions import Question
from finder.wording.messages import gettext

NOT_SURE = "not-sure"
NONE = "none"
MOST_MONTHS_ALONE = 36

Form = MultiDict[str, str]


@dataclass(frozen=True)
class FormProblem(Exception):
    """An answer we could not take: the field to go to, and what to do."""

    field: str
    message: str


def read_age(form: Form) -> dict[str, int] | str:
    """Return the years and months as written, or "not-sure".

    Raises FormProblem where nothing, too much or no whole number was written.
    """
    years, months = form.get("years", "").strip(), form.get("months", "").strip()
    if form.get("unsure"):
        if years or months:
            raise FormProblem("years", gettext("Write an age, or choose “I’m not sure”, but not both."))
        return NOT_SURE
    if not years and not months:
        raise FormProblem("years", gettext("Write the age in years, or choose “I’m not sure”."))
    parts = {}
    if years:
        parts["years"] = _whole(years, "years", gettext("Write the years as a whole number, such as 5."))
    if months:
        parts["months"] = _whole(months, "months", gettext("Write the months as a whole number, such as 8."))
    return _possible(parts)


def _whole(written: str, field: str, message: str) -> int:
    if not (written.isascii() and written.isdecimal() and len(written) <= 4):
        raise FormProblem(field, message)
    return int(written)


def _possible(parts: dict[str, int]) -> dict[str, int]:
    if parts.get("years", 0) > MAX_AGE_YEARS:
        raise FormProblem("years", gettext("Check the years. They should be %(num)s or fewer.", num=MAX_AGE_YEARS))
    if parts.get("years") and parts.get("months", 0) > 11:
        raise FormProblem("months", gettext("Write 0 to 11 months beside the years."))
    if parts.get("months", 0) > MOST_MONTHS_ALONE:
        raise FormProblem("months", gettext("For a child over 3 years, write the years."))
    return parts


def read_choice(form: Form, offered: set[str], message: str) -> str:
    """Return the one choice made. Raises FormProblem with the message where none of those offered was made."""
    chosen = form.get("answer", "")
    if chosen not in offered | {NOT_SURE}:
        raise FormProblem("answer", message)
    return chosen


def read_treatments(form: Form, offered: set[str]) -> list[str] | str:
    """Return the treatments ticked, with "not-sure" among them where there may be others, or "none" or "not-sure".

    Raises FormProblem where nothing was ticked, or "none" beside a treatment.
    """
    ticked = list(dict.fromkeys(value for value in form.getlist("answer") if value in offered | {NONE, NOT_SURE}))
    if not ticked:
        message = gettext("Choose the treatments your child has had, “None so far” or “I’m not sure”.")
        raise FormProblem("answer", message)
    if NONE in ticked and len(ticked) > 1:
        raise FormProblem("answer", gettext("Choose “None so far”, or the treatments, but not both."))
    return ticked[0] if ticked in ([NONE], [NOT_SURE]) else ticked


KEPT_AS = {
    Question.AGE: "age",
    Question.DIAGNOSIS: "diagnosis",
    Question.TREATMENT: "treatments",
    Question.STAGE: "stage",
    Question.AGE_AT_DIAGNOSIS: "age_at_diagnosis",
}
"""The name under which each answer is kept: the same as in the JSON interface."""

Kept = dict[str, Any]
