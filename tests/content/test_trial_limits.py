"""The groups of `facts.yaml`: each mistake in the limits that a trial sets, and every word that its editor is told."""

import pytest

from tests.content.writing import facts, write_trial

AN_AGE = "Write a whole number with its unit (days, weeks, months or years), for example: under: 18 years"


def group(limits):
    return f"[{{{limits}}}]"


@pytest.mark.parametrize(
    ("field", "groups", "message", "hint"),
    [
        (
            "groups.disease_stage",
            group("disease_stage: [relapsed]"),
            "“relapsed” cannot stand after disease_stage.",
            "Write one of: newly-diagnosed, on-treatment, did-not-respond, came-back, came-back-more-than-once, "
            "finished-treatment.",
        ),
        (
            "groups.diagnoses",
            group("diagnoses: [b-al]"),
            "“b-al” is not an id in content/diagnoses.yaml.",
            "Did you mean “b-all”?",
        ),
        (
            "groups.diagnoses",
            group("diagnoses: [pre-B ALL]"),
            "“pre-B ALL” is not an id in content/diagnoses.yaml.",
            "Did you mean “b-all”?",
        ),
        (
            "groups.diagnoses",
            group("diagnoses: [measles]"),
            "“measles” is not an id in content/diagnoses.yaml.",
            "Use an id from content/diagnoses.yaml, or add it there first.",
        ),
        (
            "groups.ask_doctor",
            group("ask_doctor: [MLL]"),
            "“MLL” is not an id in content/markers.yaml.",
            "Did you mean “kmt2a-rearranged”?",
        ),
        (
            "groups.diagnoses",
            group("diagnoses: [b-all, b-all]"),
            "“b-all” is listed twice.",
            "Keep one of them.",
        ),
        ("groups", "[]", "groups has no point.", "Write at least one, for example: - {diagnoses: [b-all]}"),
        ("groups.age.under", group("age: {under: eighteen}"), "“eighteen” is not an age.", AN_AGE),
        ("groups.age.under", group("age: {under: 18}"), "“18” is not an age.", AN_AGE),
        ("groups.age.under", group("age: {under: 1.5 years}"), "“1.5 years” is not an age.", AN_AGE),
        (
            "groups.age.under",
            group("age: {under: 400 years}"),
            "“400 years” is older than 120 years.",
            "Check the number and the unit.",
        ),
        (
            "groups.age",
            group("age: {at_least: 18 years, under: 12 years}"),
            "No age is both “at_least: 18 years” and “under: 12 years”.",
            "Check which is the lower limit.",
        ),
        (
            "groups.age",
            group("age: {at_least: 18 years, under: 18 years}"),
            "No age is both “at_least: 18 years” and “under: 18 years”.",
            "Check which is the lower limit.",
        ),
        (
            "groups.age.over",
            group("age: {at_least: 1 year, over: 2 years}"),
            "Both at_least and over are written.",
            "Keep one of them.",
        ),
        (
            "groups.age",
            group("age: {at: diagnosis}"),
            "This age has no limit.",
            "Write one, such as under: 18 years, or remove the line.",
        ),
        (
            "groups.age.min",
            group("age: {min: 4 years}"),
            "There is no field “min” here.",
            "The fields here are: at_least, over, at_most, under, at.",
        ),
        (
            "groups.prior_treatment.ask",
            group("prior_treatment: {none_of: [steroids], ask: [steroids]}"),
            "“steroids” stands under none_of and ask.",
            "Keep it under one of them.",
        ),
        (
            "groups",
            "[{name: {en: Babies}}, {name: {en: Babies}}]",
            "Two groups are named “Babies”.",
            "Tell them apart.",
        ),
        (
            "groups.name",
            "[{name: {en: Babies}}, {diagnoses: [wilms]}]",
            "This group has no name, and there is more than one.",
            "Say what tells it from the others: name: {en: Children with Down syndrome}",
        ),
        (
            "groups.name.fr",
            "[{name: {en: Babies, fr: Bébés}}]",
            "“fr” is not a language of the site.",
            "Add it in site.yaml first.",
        ),
        (
            "groups.name.with Down syndrome",
            "[{name: {en: Children, with Down syndrome}}]",
            "There is no field “with Down syndrome” here.",
            "The fields here are: en, nl. "
            "If this is the end of a text with a comma, put the whole text in quotation marks.",
        ),
    ],
)
def test_a_mistake_in_the_limits_is_told_with_its_line(content, problem, field, groups, message, hint):
    write_trial(content, facts=facts(groups=groups))
    assert problem() == (f"content/trials/sunrise/facts.yaml, line 7: {field}", message, hint)
