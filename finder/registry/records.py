"""Reads one record in the form of ClinicalTrials.gov's API, version 2."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from finder.content.report import quoted
from finder.core.ages import AgeLimit, AgeRule, Bound
from finder.core.registry import Intervention, RegistryTrial
from finder.core.statuses import Recruitment, Status
from finder.core.trials import Hospital
from finder.registry.fields import (
    country_code,
    partial_date,
    read_date,
    read_limit,
    read_phase,
    read_sex,
    read_status,
)

SOURCE = "ClinicalTrials.gov"
LONGEST_TEXT = 60_000
"""Characters of one text that are kept."""

_NUMBER = re.compile(r"NCT\d{8}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

Note = Callable[[str], None]
"""Takes a sentence on a field that was left out."""


class BadRecord(ValueError):
    """A record that cannot be shelved. The message says why."""


def read_record(record: object, *, today: date, note: Note) -> RegistryTrial:
    """Return the trial of a record. A field that cannot be understood is noted and left out: then it limits nobody.

    Raises BadRecord where the record has no number or no title.
    """
    protocol = _Part(record)["protocolSection"]
    names, design, who = protocol["identificationModule"], protocol["designModule"], protocol["eligibilityModule"]
    words, subject = protocol["descriptionModule"], protocol["conditionsModule"]
    number = names.text("nctId").upper()
    if not _NUMBER.fullmatch(number):
        written = f"{quoted(names.text('nctId'))} is not a number of {SOURCE}" if number else "It has no “nctId”"
        raise BadRecord(f"{written}. A number is NCT and eight figures.")
    title = names.text("briefTitle") or names.text("officialTitle")
    if not title:
        raise BadRecord(f"{number} has no “briefTitle”.")
    status = protocol["statusModule"]
    hospitals = _hospitals(protocol["contactsLocationsModule"])
    return RegistryTrial(
        number=number,
        title=title,
        recruitment=_recruitment(status, number, today, note),
        status_word=status.text("overallStatus"),
        official_title=names.text("officialTitle"),
        acronym=names.text("acronym"),
        other_numbers=_other_numbers(names),
        sponsor=protocol["sponsorCollaboratorsModule"]["leadSponsor"].text("name"),
        phase=read_phase(design.texts("phases")),
        age=AgeRule(lower=_limit(who, Bound.AT_LEAST, number, note), upper=_limit(who, Bound.AT_MOST, number, note)),
        youngest=who.text("minimumAge"),
        oldest=who.text("maximumAge"),
        sex=read_sex(who.text("sex")),
        conditions=subject.texts("conditions"),
        keywords=_once((*subject.texts("keywords"), *_subjects(_Part(record)))),
        interventions=_interventions(protocol["armsInterventionsModule"]),
        summary=words.text("briefSummary"),
        description=words.text("detailedDescription"),
        criteria=who.text("eligibilityCriteria"),
        hospitals=tuple(hospital for hospital in hospitals if hospital.name),
        countries=_once(hospital.country for hospital in hospitals),
    )


class _Part:
    """A part of a record. Whatever is missing, or not of its kind, is empty."""

    def __init__(self, value: object) -> None:
        self._fields: dict[str, Any] = value if isinstance(value, dict) else {}

    def __getitem__(self, name: str) -> "_Part":
        return _Part(self._fields.get(name))

    def text(self, name: str) -> str:
        value = self._fields.get(name)
        return _clean(value) if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._fields.get(name)
        values = value if isinstance(value, list) else [value]
        return _once(_clean(one) for one in values if isinstance(one, str) and _clean(one))

    def parts(self, name: str) -> "list[_Part]":
        value = self._fields.get(name)
        return [_Part(one) for one in value] if isinstance(value, list) else []


def _clean(text: str) -> str:
    """Return a text without the characters that nobody sees, and not longer than anybody reads."""
    return _UNSEEN.sub("", text[:LONGEST_TEXT]).strip()


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _recruitment(part: _Part, number: str, today: date, note: Note) -> Recruitment:
    """Return the status with the day that the register's record was last brought up to date."""
    written = part.text("overallStatus")
    try:
        status = read_status(written) if written else Status.UNKNOWN
    except ValueError:
        note(f"{number} has the status {quoted(written)}, which we do not know. It is shown as one to ask about.")
        status = Status.UNKNOWN
    return Recruitment(
        status=status,
        source=SOURCE,
        checked=_checked(part, number, today, note),
        starts=partial_date(part["startDateStruct"].text("date")),
        ends=partial_date(part["completionDateStruct"].text("date")),
    )


def _checked(part: _Part, number: str, today: date, note: Note) -> date | None:
    """Return the day of the latest update, or the month that the sponsor last confirmed the status in."""
    written = part["lastUpdatePostDateStruct"].text("date") or part.text("statusVerifiedDate")
    if not written:
        return None
    try:
        checked = read_date(written)
    except ValueError:
        note(f"{number} was updated on {quoted(written)}, which is not a date. Its status is one to ask about.")
        return None
    if checked > today:
        note(f"{number} was updated on {quoted(written)}, which is in the future. Its status is one to ask about.")
        return None
    return checked


def _limit(part: _Part, bound: Bound, number: str, note: Note) -> AgeLimit | None:
    written = part.text("minimumAge" if bound.is_lower else "maximumAge")
    try:
        return read_limit(bound, written)
    except ValueError:
        note(f"{number} has the age limit {quoted(written)}, which is not an age. It is held against nobody.")
        return None


def _other_numbers(names: _Part) -> tuple[str, ...]:
    others = [names["orgStudyIdInfo"].text("id"), *(one.text("id") for one in names.parts("secondaryIdInfos"))]
    return _once(other for other in others if other)


def _subjects(record: _Part) -> tuple[str, ...]:
    meshes = record["derivedSection"]["conditionBrowseModule"].parts("meshes")
    return tuple(term for mesh in meshes if (term := mesh.text("term")))


def _interventions(part: _Part) -> tuple[Intervention, ...]:
    given = part.parts("interventions")
    return tuple(Intervention(one.text("name"), one.texts("otherNames")) for one in given if one.text("name"))


def _hospitals(part: _Part) -> list[Hospital]:
    """Return the places in countries that we know; one without a name only tells its country."""
    found = []
    for place in part.parts("locations"):
        country = country_code(place.text("country"))
        if country:
            found.append(_hospital(place, country))
    return list(dict.fromkeys(found))


def _hospital(place: _Part, country: str) -> Hospital:
    return Hospital(name=place.text("facility"), city=place.text("city"), country=country, status=_own_status(place))


def _own_status(place: _Part) -> Status | None:
    try:
        return read_status(place.text("status"))
    except ValueError:
        return None
