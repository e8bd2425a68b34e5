from datetime import date

import pytest

from finder.core.ages import AgeLimit, AgeRule, Bound, Unit
from finder.core.registry import Intervention, Sex
from finder.core.statuses import Status
from finder.core.trials import Hospital, Phase
from finder.registry.fields import read_limit
from finder.registry.records import BadRecord, read_record
from tests.registry.records import record, whole_record

TODAY = date(2026, 11, 20)


def read(written, notes=None):
    return read_record(written, today=TODAY, note=[].append if notes is None else notes.append)


def test_a_whole_record_is_read():
    trial = read(whole_record())
    assert (trial.number, trial.slug, trial.acronym) == ("NCT07654321", "nct07654321", "BABY-1")
    assert trial.other_numbers == ("ABC 12", "2020-000001-11")
    assert (trial.recruitment.status, trial.recruitment.checked) == (Status.RECRUITING, date(2026, 11, 1))
    assert (trial.recruitment.starts, trial.recruitment.ends) == ("2024-05", "2030-12-31")
    assert (trial.phase, trial.sex) == (Phase.ONE_TWO, Sex.FEMALE)
    assert trial.age == AgeRule(
        lower=AgeLimit(Bound.AT_LEAST, 6, Unit.WEEKS), upper=AgeLimit(Bound.AT_MOST, 18, Unit.MONTHS)
    )
    assert trial.interventions == (Intervention("Blinatumomab", ("MT103",)),)
    assert trial.hospitals == (Hospital(name="A hospital", city="Utrecht", country="NL", status=Status.RECRUITING),)
    assert trial.countries == ("NL", "KR")


@pytest.mark.parametrize(
    ("written", "number", "unit"),
    [
        ("6 Weeks", 6, Unit.WEEKS),
        ("29 Days", 29, Unit.DAYS),
        ("18 Months", 18, Unit.MONTHS),
        ("1 Year", 1, Unit.YEARS),
        ("365 days", 365, Unit.DAYS),
        ("36 Hours", 1, Unit.DAYS),
        ("90 Minutes", 0, Unit.DAYS),
    ],
)
def test_an_age_keeps_its_unit(written, number, unit):
    assert read_limit(Bound.AT_MOST, written) == AgeLimit(Bound.AT_MOST, number, unit)


@pytest.mark.parametrize("written", ["", "N/A", "None"])
def test_no_age_limit_is_no_limit(written):
    assert read_limit(Bound.AT_MOST, written) is None


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        (
            {"eligibilityModule": {"minimumAge": "eighteen"}},
            "NCT01234567 has the age limit “eighteen”, which is not an age. It is held against nobody.",
        ),
        (
            {"eligibilityModule": {"maximumAge": "18.0"}},
            "NCT01234567 has the age limit “18.0”, which is not an age. It is held against nobody.",
        ),
        (
            {"statusModule": {"overallStatus": "OPENED"}},
            "NCT01234567 has the status “OPENED”, which we do not know. It is shown as one to ask about.",
        ),
        (
            {"statusModule": {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": "2026-13-01"}}},
            "NCT01234567 was updated on “2026-13-01”, which is not a date. Its status is one to ask about.",
        ),
        (
            {"statusModule": {"overallStatus": "RECRUITING", "lastUpdatePostDateStruct": {"date": "2027-01-01"}}},
            "NCT01234567 was updated on “2027-01-01”, which is in the future. Its status is one to ask about.",
        ),
    ],
)
def test_a_field_that_cannot_be_read_is_told_and_limits_nobody(modules, said):
    notes = []
    trial = read(record(**modules), notes)
    assert notes == [said]
    assert trial.age == AgeRule()
    assert trial.recruitment.checked is None


def test_the_month_of_the_sponsors_word_dates_the_status_where_there_is_no_update():
    trial = read(record(statusModule={"overallStatus": "RECRUITING", "statusVerifiedDate": "2026-10"}))
    assert trial.recruitment.checked == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({}, "It has no “nctId”. A number is NCT and eight figures."),
        ([], "It has no “nctId”. A number is NCT and eight figures."),
        (record("NCT123"), "“NCT123” is not a number of ClinicalTrials.gov. A number is NCT and eight figures."),
        (record(title=" "), "NCT01234567 has no “briefTitle”."),
    ],
)
def test_a_record_without_a_name_is_refused(written, said):
    with pytest.raises(BadRecord) as bad:
        read(written)
    assert str(bad.value) == said


def test_values_of_the_wrong_kind_are_as_good_as_missing():
    trial = read(
        record(
            conditionsModule={"conditions": "Leukemia", "keywords": [1, None, "MLL"]},
            armsInterventionsModule=[],
            contactsLocationsModule={"locations": [{"country": "Atlantis"}, None]},
            descriptionModule={"briefSummary": 5},
        )
    )
    assert (trial.conditions, trial.keywords) == (("Leukemia",), ("MLL",))
    assert (trial.interventions, trial.countries, trial.summary) == ((), (), "")


def test_letters_that_nobody_sees_are_left_out():
    assert read(record(title="A\x00 study\u202e of\u200b leukaemia")).title == "A study of leukaemia"
