"""What the questions ask for, and nothing else: as a list, so that a field more is noticed."""

from dataclasses import fields

import pytest

from finder.core.answers import Answers
from finder.core.questions import Question
from tests.strict_page import text_of

ASKED = {
    "age": [("text", "years"), ("text", "months"), ("checkbox", "unsure")],
    "age-at-diagnosis": [("text", "years"), ("text", "months"), ("checkbox", "unsure")],
    "diagnosis": [("radio", "answer")],
    "treatment": [("checkbox", "answer")],
    "stage": [("radio", "answer")],
}
"""Each question with the fields of its form, as kind and name."""
NOT_SURE = {
    "age": {"unsure": "yes"},
    "age-at-diagnosis": {"unsure": "yes"},
    "diagnosis": {"answer": "not-sure"},
    "treatment": {"answer": "not-sure"},
    "stage": {"answer": "not-sure"},
}
AN_ANSWER = {**NOT_SURE, "age": {"years": "5"}, "diagnosis": {"answer": "leukaemia"}}
AFTER = {
    "age": "What is the diagnosis?",
    "diagnosis": "Which treatments has your child had so far?",
    "treatment": "Where are things now?",
    "stage": "How old was your child when it was found?",
    "age-at-diagnosis": "Check your answers",
}
WITH_ANSWERS = ("check", "results", "results/possible", "results/aside", "sheet")


def form_of(page):
    """Return the form that takes the answer: the one that is neither the search nor “Clear my answers”."""
    forms = [form for form in page.all("form", method="post") if not form.get("action").endswith("/clear")]
    assert len(forms) == 1
    return forms[0]


def test_four_things_are_asked_and_a_fifth_where_a_trial_needs_it():
    assert {question.value for question in Question} == set(ASKED)


@pytest.mark.parametrize(("name", "asked"), ASKED.items())
def test_each_question_has_these_fields_and_no_other(page, name, asked):
    form = form_of(page(f"/en/questions/{name}"))
    found = [(one.get("type"), one.get("name")) for kind in ("input", "select", "textarea") for one in form.iter(kind)]
    assert list(dict.fromkeys(found)) == asked
    assert form.get("autocomplete") == "off"
    assert {one.get("autocomplete") for one in form.iter("input") if one.get("type") == "text"} <= {"off"}


def test_the_diagnosis_is_asked_more_exactly_with_the_same_field(page, client):
    client.post("/en/questions/diagnosis", data={"answer": "leukaemia"})
    form = form_of(page("/en/questions/diagnosis-2"))
    assert {one.get("name") for one in form.iter("input")} == {"answer"}
    assert text_of(list(form.iter("label"))[-1]) == "I do not know more than this"


@pytest.mark.parametrize("name", ASKED)
def test_every_question_offers_i_am_not_sure_and_is_content_with_it(page, name):
    labels = [text_of(label) for label in form_of(page(f"/en/questions/{name}")).iter("label")]
    assert labels[-1].startswith("I’m not sure")
    shown = page(f"/en/questions/{name}", method="POST", data=NOT_SURE[name], follow_redirects=True)
    assert shown.heading == AFTER[name]


@pytest.mark.parametrize("name", ASKED)
def test_every_question_can_be_skipped_and_that_answers_nothing(page, client, name):
    client.set_cookie("other", "kept by the browser for another reason")
    shown = page(page(f"/en/questions/{name}").link("Skip this question"))
    assert shown.heading == AFTER[name]
    assert client.get_cookie("__Host-answers") is None


def test_skipping_everything_sets_no_trial_aside(page, client):
    name = "age"
    while name != "check":
        name = page(f"/en/questions/{name}").link("Skip this question").removeprefix("/en/questions/")
    results = page(page("/en/questions/check").link("Show the trials"))
    assert "Probably not (0)" in results.main


def test_no_answer_that_was_not_asked_for_is_taken(client, page):
    sent = {"years": "5", "name": "Canary", "postcode": "ZZ1 1ZZ", "diagnosis": "leukaemia"}
    client.post("/en/questions/age", data=sent)
    assert "Canary" not in page("/en/questions/check").main
    assert "Leukaemia" not in page("/en/questions/check").main


def test_answers_hold_nothing_but_what_is_asked():
    assert {field.name for field in fields(Answers)} == {"age", "age_at_diagnosis", "diagnosis", "treatments", "stage"}


@pytest.mark.parametrize("name", [*ASKED, *WITH_ANSWERS, ""])
def test_every_page_of_the_questions_links_the_privacy_page_and_can_clear(page, client, name):
    client.post("/en/questions/age", data={"years": "5"})
    shown = page(f"/en/questions/{name}")
    place = shown.one("main" if name in ("", *ASKED) else "footer")
    assert ("Privacy", "/en/pages/privacy") in shown.links(place)
    assert [text_of(one) for one in shown.all("button")].count("Clear my answers") == 1


@pytest.mark.parametrize("name", ASKED)
def test_a_browser_without_cookies_is_told_whichever_question_it_answers_first(app, name):
    visitor = app.test_client(use_cookies=False)
    for address in (f"/en/questions/{name}", f"/en/questions/{name}?change="):
        shown = visitor.post(address, data=AN_ANSWER[name], follow_redirects=True, base_url="https://localhost")
        assert "Your browser keeps no cookies" in shown.text
        assert shown.headers["Cache-Control"] == "no-store"
