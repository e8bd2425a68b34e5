"""Every rule of the facts is said in a pair of criteria, and the clinical lines have no rule that the facts lack."""

import pytest

from finder.content.reading import read_content
from tests.content.writing import TODAY, facts, words, write_trial

SAY_IT = "Say it in a plain line, with its clinical line under it, or take it out of facts.yaml."
ADD_IT = "Add it to facts.yaml if it decides on joining."
WHO_MAY = "- Your child is **under 18** and has leukaemia (B-ALL).\n  > Age < 18 years; B-ALL."


def judge(content, limits, who_may=WHO_MAY, who_may_not="We have not seen the list."):
    """Return what is said of a trial with these limits and these criteria."""
    write_trial(content, facts=facts(groups=f"[{limits}]"), words=words(who_may=who_may, who_may_not=who_may_not))
    problems = read_content(content, today=TODAY).problems
    return [(str(each.severity), each.line, each.message, each.hint) for each in problems]


def pair(plain, clinical="Clinical."):
    return f"- {plain}\n  > {clinical}"


@pytest.mark.parametrize(
    ("age", "plain"),
    [
        ("under: 18 years", "under 18"),
        ("under: 18 years", "not yet had an 18th birthday"),
        ("under: 18 years", "up to 17 years old"),
        ("at_most: 21 years", "21 or younger"),
        ("at_most: 21 years", "has not had the 22nd birthday"),
        ("at_least: 6 months", "at least 6 months old"),
        ("at_least: 30 months", "at least 2 and a half years old"),
        ("over: 12 months", "over 1 year old"),
        ("at_most: 365 days", "365 days old or younger"),
        ("at_least: 28 days", "older than 27 days"),
    ],
)
def test_an_age_limit_may_be_said_in_many_ways(content, age, plain):
    assert judge(content, f"{{age: {{{age}}}}}", pair(f"Your child is {plain}.")) == []


@pytest.mark.parametrize(
    ("age", "plain"),
    [
        ("under: 18 years", "under 16"),
        ("under: 18 years", "under 18 months old"),
        ("at_most: 365 days", "a baby"),
        ("at_least: 6 months", "at least 6 years old"),
        ("under: 18 years", "well enough, with a score of 18"),
    ],
)
def test_an_age_limit_that_is_not_said_is_an_error(content, age, plain):
    message = f"facts.yaml has the age limit “{age}”, and no plain line says so."
    assert judge(content, f"{{age: {{{age}}}}}", pair(f"Your child is {plain}.")) == [("error", 9, message, SAY_IT)]


@pytest.mark.parametrize(
    ("limits", "plain", "what"),
    [
        ("{diagnoses: [b-all]}", "Your child has leukaemia.", "the diagnosis “B-cell acute lymphoblastic leukaemia”"),
        ("{disease_stage: [came-back]}", "Your child has had treatment.", "the stage “came-back”"),
        (
            "{prior_treatment: {none_of: [blinatumomab]}}",
            "Your child has had an antibody.",
            "“Blinatumomab” as a treatment that rules a child out",
        ),
        (
            "{prior_treatment: {any_of: [blinatumomab]}}",
            "Your child is well enough.",
            "“Blinatumomab” as a treatment that a child must have had",
        ),
    ],
)
def test_a_limit_that_no_plain_line_says_is_an_error(content, limits, plain, what):
    message = f"facts.yaml has {what}, and no plain line says so."
    assert judge(content, limits, pair(plain)) == [("error", 9, message, SAY_IT)]


@pytest.mark.parametrize(
    ("limits", "plain"),
    [
        ("{diagnoses: [b-all]}", "Your child has leukaemia (B-ALL)."),
        ("{diagnoses: [b-all]}", "Your child has lymphoblastic leukaemia of the acute B-cell kind."),
        ("{diagnoses: [b-all, all]}", "Your child has acute lymphoblastic leukaemia."),
        ("{disease_stage: [newly-diagnosed]}", "Leukaemia has just been found."),
        ("{disease_stage: [came-back]}", "The leukaemia has come back."),
        ("{disease_stage: [did-not-respond]}", "Treatment did not work."),
        ("{prior_treatment: {none_of: [blinatumomab]}}", "Your child has had blinatumomab."),
        ("{prior_treatment: {none_of: [blinatumomab]}}", "Your child has had Blincyto, a medicine."),
        ("{prior_treatment: {any_of: [blinatumomab, steroids]}}", "Your child has had steroids."),
        ("{prior_treatment: {ask: [steroids]}}", "Your child is well enough."),
        ("{ask_doctor: [kmt2a-rearranged]}", "Tests found a change in the KMT2A gene."),
    ],
)
def test_a_limit_may_be_said_by_any_of_its_names(content, limits, plain):
    assert judge(content, limits, pair(plain)) == []


def test_what_is_said_above_a_list_counts_for_the_list(content):
    assert judge(content, "{disease_stage: [came-back]}", f"The leukaemia has come back.\n\n{pair('It grows.')}") == []


def test_a_trial_for_very_many_illnesses_may_say_them_in_one_word(content):
    kinds = "".join(f"tumour-{n}:\n  name: {{en: Kind number {n}}}\n" for n in range(5))
    (content / "diagnoses.yaml").write_text((content / "diagnoses.yaml").read_text() + kinds)
    limits = f"{{diagnoses: [{', '.join(f'tumour-{n}' for n in range(5))}]}}"
    assert judge(content, limits, pair("Your child has a solid tumour.")) == []


def test_a_marker_or_one_of_several_stages_that_is_not_named_is_only_a_warning(content):
    limits = "{disease_stage: [newly-diagnosed, came-back], ask_doctor: [kmt2a-rearranged]}"
    assert judge(content, limits, pair("It was just found.")) == [
        ("warning", 9, f"facts.yaml has {what}, and no plain line seems to say so.", SAY_IT)
        for what in ("the stage “came-back”", "the point “A change in the KMT2A gene”")
    ]


@pytest.mark.parametrize(
    ("clinical", "message"),
    [
        ("Age ≤ 365 days.", "facts.yaml has no age limit, and this line has: “Age ≤ 365 days.”"),
        ("No prior steroids.", "facts.yaml has nothing on “Steroids”, and this line has: “No prior steroids.”"),
        ("MLL change.", "facts.yaml has nothing on “A change in the KMT2A gene”, and this line has: “MLL change.”"),
    ],
)
def test_a_clinical_rule_that_the_facts_lack_is_a_warning(content, clinical, message):
    assert judge(content, "{}", who_may_not=pair("Ask.", clinical), who_may="Ask.") == [
        ("warning", 16, message, ADD_IT)
    ]


@pytest.mark.parametrize(
    "clinical", ["No chemotherapy within 3 weeks.", "No prior treatment other than steroids.", "Weight ≥ 10 kg."]
)
def test_a_clinical_line_that_the_facts_could_not_hold_is_fine(content, clinical):
    assert judge(content, "{}", who_may_not=pair("Ask.", clinical), who_may="Ask.") == []


def test_criteria_for_families_that_leave_out_every_rule_of_the_professional_ones_fail(content):
    """One public page tells professionals all the rules, and families only that some treatments rule a child out."""
    limits = (
        "{age: {at_most: 365 days, at: diagnosis}, diagnoses: [b-all], disease_stage: [came-back], "
        "prior_treatment: {none_of: [chemotherapy]}, ask_doctor: [kmt2a-rearranged]}"
    )
    found = judge(
        content,
        limits,
        pair("You have cancer and have not been treated for it so far.", "New B-ALL; ≤ 365 days of age; KMT2A."),
        pair("Some treatments, operations or drugs rule you out.", "Relapsed ALL; any chemotherapy; KMT2A germline."),
    )
    assert [(severity, message) for severity, _, message, _ in found] == [
        ("error", "facts.yaml has the age limit “at_most: 365 days”, and no plain line says so."),
        ("error", "facts.yaml has the diagnosis “B-cell acute lymphoblastic leukaemia”, and no plain line says so."),
        ("error", "facts.yaml has the stage “came-back”, and no plain line says so."),
        ("error", "facts.yaml has “Chemotherapy” as a treatment that rules a child out, and no plain line says so."),
        ("warning", "facts.yaml has the point “A change in the KMT2A gene”, and no plain line seems to say so."),
    ]
