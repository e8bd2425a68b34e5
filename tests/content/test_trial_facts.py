"""`facts.yaml`: each mistake, and every word that its editor is told."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.content.reading import read_content
from finder.core.ages import AgeAt, AgeLimit, Bound, Unit
from finder.core.statuses import Status
from finder.core.trials import Hospital, Phase, Stage
from tests.content.writing import CRITERIA, FACTS, TODAY, facts, words, write_content, write_trial

STATUSES = (
    "Write one of: recruiting, not-yet-recruiting, enrolling-by-invitation, active-not-recruiting, suspended, "
    "terminated, withdrawn, completed, unknown."
)
A_DAY = "Write the year, month and day, for example: checked: 2026-01-08"
ONE_VALUE = "Write one value, for example: Princess Máxima Center. Text with brackets goes in quotation marks."


def recruitment(**fields):
    return "{" + ", ".join(f"{name}: {value}" for name, value in {"source": "X", **fields}.items()) + "}"


MISTAKES = [
    # What is not there, and what should not be
    ("sponser: x", {"sponser": "x"}, "There is no field “sponser” here.", "Did you mean “sponsor”?"),
    ("sponsor", {"sponsor": None}, "sponsor is missing.", "Write it like this: sponsor: Princess Máxima Center"),
    (
        "sponsor",
        {"sponsor": ""},
        "Nothing is written after sponsor.",
        "Write it like this: sponsor: Princess Máxima Center",
    ),
    (
        "participants",
        {"participants": "null"},
        "Nothing is written after participants.",
        "Write it like this: participants: 160, or remove the line.",
    ),
    (
        "acronym",
        {"acronym": "x\nacronym: y"},
        "“acronym” is written twice: the first is on line 1.",
        "Keep one of them.",
    ),
    # Of the wrong kind
    ("sponsor", {"sponsor": "[a]"}, "sponsor should be one value, and a list is written.", ONE_VALUE),
    ("sponsor", {"sponsor": "{a: b}"}, "sponsor should be one value, and fields are written.", ONE_VALUE),
    (
        "participants",
        {"participants": "18.9"},
        "“18.9” is not a whole number.",
        "Write it in figures, for example: participants: 160",
    ),
    ("participants", {"participants": "0"}, "“0” is not between 1 and 1,000,000.", "Check the number."),
    (
        "hospitals_complete",
        {"hospitals_complete": "maybe"},
        "“maybe” is neither true nor false.",
        "Write hospitals_complete: true, or hospitals_complete: false",
    ),
    (
        "supporters",
        {"supporters": "A"},
        "supporters is not a list.",
        "Write it in brackets, for example: supporters: [Name of a company]",
    ),
    ("supporters", {"supporters": "[A, '']"}, "A point of supporters is empty.", "Write it, or remove it."),
    (
        "identifiers",
        {"identifiers": "5"},
        "identifiers holds no fields.",
        "Write it like this: identifiers: {nct: NCT05327894}",
    ),
    (
        "hospitals",
        {"hospitals": "[A]"},
        "This point of hospitals holds no fields.",
        "Write: - {name: Monash Children’s Hospital, city: Melbourne, country: AU}",
    ),
    (
        "hospitals",
        {"hospitals": "A"},
        "hospitals is not a list.",
        "Begin each point with a dash, for example: - {name: Monash Children’s Hospital, city: Melbourne, country: AU}",
    ),
    (
        "scientific_title",
        {"scientific_title": "x" * 2001},
        f"“{'x' * 60} …” is longer than 2,000 characters.",
        "Shorten it.",
    ),
    (
        "acronym",
        {"acronym": "“SUNRISE”"},
        "““SUNRISE”” stands between curly quotation marks.",
        'Use straight ones (") or none.',
    ),
    # Words of a list
    (
        "phase",
        {"phase": "4/5"},
        "“4/5” cannot stand after phase.",
        "Write one of: early-1, 1, 1/2, 2, 2/3, 3, 4, not-applicable.",
    ),
    (
        "results",
        {"results": "some"},
        "“some” cannot stand after results.",
        "Write one of: none, posted, plain-summary.",
    ),
    ("recruitment.status", {"recruitment": recruitment(status="open")}, "“open” cannot stand after status.", STATUSES),
    (
        "recruitment.status",
        {"recruitment": recruitment(status="recruting")},
        "“recruting” cannot stand after status.",
        "Did you mean “recruiting”?",
    ),
    # Numbers in registers
    (
        "identifiers.nct",
        {"identifiers": "{nct: NCT123}"},
        "“NCT123” is not written as it should be.",
        "Write it like this: nct: NCT05327894",
    ),
    (
        "identifiers.eudract",
        {"identifiers": "{eudract: 2021-213-16}"},
        "“2021-213-16” is not written as it should be.",
        "Write it like this: eudract: 2021-000213-16",
    ),
    (
        "identifiers.ctis",
        {"identifiers": "{ctis: 2023-506229-12}"},
        "“2023-506229-12” is not written as it should be.",
        "Write it like this: ctis: 2023-506229-12-00",
    ),
    (
        "identifiers.isrctn",
        {"identifiers": "{isrctn: 36453794}"},
        "“36453794” is not written as it should be.",
        "Write it like this: isrctn: ISRCTN36453794",
    ),
    ("identifiers", {"identifiers": "{}"}, "This trial has no number.", "Write one, for example: nct: NCT05327894"),
    # Days
    (
        "recruitment.checked",
        {"recruitment": recruitment(status="recruiting", checked="2026-11-21")},
        "“2026-11-21” is in the future.",
        "Today is 2026-11-20. Check the date.",
    ),
    (
        "recruitment.checked",
        {"recruitment": recruitment(status="recruiting", checked="01/12/2025")},
        "“01/12/2025” is not a date.",
        A_DAY,
    ),
    (
        "recruitment.checked",
        {"recruitment": recruitment(status="recruiting", checked="2026-02-30")},
        "“2026-02-30” is not a date.",
        A_DAY,
    ),
    (
        "recruitment.starts",
        {"recruitment": recruitment(status="recruiting", starts="soon")},
        "“soon” is not a date.",
        "Write what is known of the year, month and day, for example: starts: 2024-09",
    ),
    (
        "recruitment.ends",
        {"recruitment": recruitment(status="recruiting", starts="2026", ends="2025-06")},
        "The trial ends (2025-06) before it starts (2026).",
        "Check the dates.",
    ),
    (
        "review.next",
        {"review": "{last: 2026-10-01, next: 2026-10-01}"},
        "The next review (2026-10-01) is not after the last one (2026-10-01).",
        "Check the dates.",
    ),
    (
        "conflicts.on",
        {"conflicts": "[{says: completed, source: X, on: 2027}]"},
        "“2027” is in the future.",
        "Today is 2026-11-20. Check the date.",
    ),
    # Ids of the vocabularies
    (
        "treatments",
        {"treatments": "[Blincyto]"},
        "“Blincyto” is not an id in content/treatments.yaml.",
        "Did you mean “blinatumomab”?",
    ),
    # Places and sources
    ("countries", {"countries": "[UK]"}, "“UK” is not the code of a country.", "Did you mean “GB”?"),
    ("countries", {"countries": "[Norway]"}, "“Norway” is not the code of a country.", "Did you mean “NO”?"),
    ("countries", {"countries": "[be]"}, "“be” is not the code of a country.", "Did you mean “BE”?"),
    (
        "hospitals.country",
        {"hospitals": "[{name: A, city: B, country: XX}]"},
        "“XX” is not the code of a country.",
        "Write two capital letters, for example NO for Norway.",
    ),
    (
        "hospitals.country",
        {"hospitals": "[{name: A, city: B}]"},
        "country is missing.",
        "Write it like this: country: AU",
    ),
    (
        "hospitals.name",
        {"hospitals": "[{name: A, city: B, country: GB}, {name: A, city: B, country: GB}]"},
        "“A” is listed twice.",
        "Keep one of them.",
    ),
    (
        "sources.url",
        {"sources": "[{name: A, url: example.org}]"},
        "“example.org” is not a web address.",
        "Copy the whole of it, with https://",
    ),
    (
        "sources.url",
        {"sources": "[{name: A, url: 'javascript:alert(1)'}]"},
        "“javascript:alert(1)” is not a web address.",
        "Copy the whole of it, with https://",
    ),
    # Other trials
    ("related.before", {"related": "{before: [sunrize]}"}, "There is no trial “sunrize”.", "Did you mean “sunrise”?"),
    (
        "related.after",
        {"related": "{after: [xyz]}"},
        "There is no trial “xyz”.",
        "Write the name of a folder in trials, or take it out.",
    ),
    ("related.similar", {"related": "{similar: [sunrise]}"}, "A trial is not related to itself.", "Remove it."),
]


def line_of(changes, message):
    """Fields are written one a line; what is missing is looked for where the file begins."""
    name = next(iter(changes))
    if message == f"{name} is missing.":
        return 1
    place = [*{**FACTS, **changes}].index(name) + 1
    return place + 1 if "written twice" in message else place


@pytest.mark.parametrize(("field", "changes", "message", "hint"), MISTAKES)
def test_a_mistake_is_told_in_plain_words_with_its_line(content, problem, field, changes, message, hint):
    write_trial(content, facts=facts(**changes))
    where = f"content/trials/sunrise/facts.yaml, line {line_of(changes, message)}: {field.split(': ')[0]}"
    assert problem() == (where, message, hint)


def test_every_mistake_of_a_file_is_told_at_once(content, problems):
    write_trial(content, facts=facts(phase="7", sponsor=None, countries="[UK]", extra="x"))
    assert [where.split(": ")[1] for where, _, _ in problems()] == ["sponsor", "phase", "countries", "extra"]


@pytest.mark.parametrize(
    ("changes", "where", "message", "hint"),
    [
        (
            {"recruitment": "{status: recruiting, checked: 2026-05-23, source: X}"},
            ", line 6: recruitment.checked",
            "The status was checked on 23 May 2026, more than 180 days ago.",
            "Look it up again, then write the day the source gives.",
        ),
        (
            {"review": "{last: 2025-10-01, next: 2026-11-19}"},
            ", line 9: review.next",
            "The review of this page was due on 19 November 2026.",
            "Read the page against its sources, then write the days of this and of the next review.",
        ),
        (
            {"countries": None},
            "",
            "No hospital and no country is named.",
            "Add countries: [GB], if a source names any.",
        ),
    ],
)
def test_what_has_grown_old_is_only_a_warning(content, problem, changes, where, message, hint):
    write_trial(content, facts=facts(**changes))
    assert problem() == (f"content/trials/sunrise/facts.yaml{where}", message, hint)
    assert read_content(content, today=TODAY).catalogue is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"recruitment": "{status: recruiting, checked: 2026-05-24, source: X}"},  # 180 days ago
        {"recruitment": "{status: completed, checked: 2016-05-24, source: X}"},  # does not open again
        {"recruitment": "{status: recruiting, source: X}"},  # nobody knows when: the page says so
        {"review": "{last: 2025-10-01, next: 2026-11-20}"},  # today
    ],
)
def test_what_is_fresh_or_final_is_no_problem(content, problems, changes):
    write_trial(content, facts=facts(**changes))
    assert problems() == []


def read_trial(content, who_may=CRITERIA, **changes):
    write_trial(content, facts=facts(**changes), words=words(who_may=who_may))
    reading = read_content(content, today=TODAY)
    assert reading.problems == ()
    return reading.catalogue.trials[0].trial


def test_a_trial_holds_what_is_written(content):
    trial = read_trial(
        content,
        who_may="- It came back. Your child was over 365 days, and under 22 years old.\n  > Relapse; age > 365 days.",
        phase="1/2",
        participants="160",
        scientific_title=">-\n  A Study\n  of Blinatumomab",
        recruitment="{status: suspended, source: ISRCTN, starts: 2022-12, ends: 2030}",
        groups="[{age: {over: 365 days, at_most: 21 years, at: diagnosis}, disease_stage: [came-back]}]",
        sources="[{name: Registry, url: https://example.org/a?b=c, seen: 2024-09}]",
    )
    assert (trial.phase, trial.participants, trial.scientific_title) == (Phase.ONE_TWO, 160, "A Study of Blinatumomab")
    assert (trial.recruitment.status, trial.recruitment.checked) == (Status.SUSPENDED, None)
    assert (trial.recruitment.starts, trial.recruitment.ends) == ("2022-12", "2030")
    age = trial.groups[0].age
    assert age.lower == AgeLimit(Bound.OVER, 365, Unit.DAYS)
    assert age.upper == AgeLimit(Bound.AT_MOST, 21, Unit.YEARS)
    assert age.at is AgeAt.DIAGNOSIS
    assert trial.groups[0].disease_stage == (Stage.CAME_BACK,)
    assert trial.review.last == date(2026, 10, 1)
    assert trial.sources[0].url == "https://example.org/a?b=c"


def test_norway_is_a_country(content):
    trial = read_trial(content, countries="[NO]", hospitals="[{name: Rikshospitalet, city: Oslo, country: NO}]")
    assert trial.hospitals == (Hospital(name="Rikshospitalet", city="Oslo", country="NO"),)
    assert trial.countries == ("NO",)


def test_the_countries_of_hospitals_take_part_without_being_written_twice(content):
    trial = read_trial(content, countries="[NL]", hospitals="[{name: A, city: B, country: BE, status: completed}]")
    assert trial.countries == ("NL", "BE")
    assert trial.hospitals[0].status is Status.COMPLETED


ANY_TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)
ANY_YAML = st.recursive(
    ANY_TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3), max_leaves=6
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*FACTS, "hospitals", "related", "conflicts", "sources"]), written=ANY_TEXT | ANY_YAML.map(str)
)
def test_no_text_in_any_field_breaks_the_reading(tmp_path, name, written):
    content = write_content(tmp_path)
    write_trial(content, facts=facts(**{name: written}))
    reading = read_content(content, today=TODAY)
    assert (reading.catalogue is None) == any(problem.severity == "error" for problem in reading.problems)
