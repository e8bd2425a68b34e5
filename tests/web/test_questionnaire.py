"""The questions as a family answers them."""

import pytest

from tests.strict_page import text_of


@pytest.fixture
def answer(page):
    """Answer one question as its form does, and return where that leads."""

    def send(name, **fields):
        data = {key: value for key, value in fields.items() if value is not None}
        return page_after(page, f"/en/questions/{name}", data)

    return send


def page_after(page, address, data):
    return page(address, method="POST", data=data, follow_redirects=True)


@pytest.fixture
def eight_months_just_diagnosed(answer):
    """The answers for a baby of 8 months with B-cell ALL that was just found."""
    answer("age", years="0", months="8")
    answer("diagnosis", answer="leukaemia")
    answer("diagnosis-2", answer="all")
    answer("diagnosis-3", answer="b-all")
    answer("treatment", answer="none")
    return answer("stage", answer="newly-diagnosed")


def places(page):
    """Which trials stand in which part of the results, with what is said of them there."""
    found = {}
    for part in ("possible", "closed", "cannot-tell", "aside"):
        for number in (1, 2):
            shown = page(f"/en/questions/results/{part}?page={number}")
            for item in shown.all("li", class_="result"):
                slug = next(link.get("href") for link in item.iter("a")).rsplit("/", 1)[1]
                found[slug] = (part, text_of(item))
    return found


def test_the_questions_come_one_a_page_in_order(answer):
    assert answer("age", years="5").heading == "What is the diagnosis?"
    assert answer("diagnosis", answer="leukaemia").heading == "Which kind is it? You chose: Leukaemia"
    assert answer("diagnosis-2", answer="not-sure").heading == "Which treatments has your child had so far?"
    assert answer("treatment", answer="chemotherapy").heading == "Where are things now?"


def test_a_baby_just_diagnosed(page, eight_months_just_diagnosed):
    assert eight_months_just_diagnosed.heading == "Check your answers"
    shown = places(page)
    assert shown["interfant-21"][0] == "possible"
    assert shown["mt103-205"][0] == "aside"
    assert "has not responded to treatment" in shown["mt103-205"][1]
    assert "has come back" in shown["mt103-205"][1]
    assert "Finished: It has ended. Nobody can join" in shown["mt103-205"][1]
    assert shown["komet"][0] == "aside"
    assert "18 years and older when joining. You told us: 8 months." in shown["komet"][1]


def test_every_trial_is_in_the_results_whatever_was_answered(page, client, eight_months_just_diagnosed):
    everything = {trial["slug"] for number in range(1, 20) for trial in trials_on_page(client, number)}
    assert set(places(page)) == everything


def trials_on_page(client, number):
    found = client.get(f"/api/v1/trials?page={number}").json
    return found["trials"] if found["page"] == number else []


def test_not_sure_of_anything_sets_nothing_aside(page, answer):
    answer("age", unsure="yes")
    answer("diagnosis", answer="not-sure")
    answer("treatment", answer="not-sure")
    answer("stage", answer="not-sure")
    assert "aside" not in {part for part, _ in places(page).values()}


def test_nothing_answered_sets_nothing_aside(page):
    assert "aside" not in {part for part, _ in places(page).values()}


@pytest.mark.parametrize(
    ("years", "months", "unsure", "message"),
    [
        ("", "", None, "Write the age in years, or choose “I’m not sure”."),
        ("five", "", None, "Write the years as a whole number, such as 5."),
        ("1.5", "", None, "Write the years as a whole number, such as 5."),
        ("-1", "", None, "Write the years as a whole number, such as 5."),
        ("1", "x", None, "Write the months as a whole number, such as 8."),
        ("3", "12", None, "Write 0 to 11 months beside the years."),
        ("", "40", None, "For a child over 3 years, write the years."),
        ("121", "", None, "Check the years. They should be 120 or fewer."),
        ("5", "", "yes", "Write an age, or choose “I’m not sure”, but not both."),
    ],
)
def test_an_age_we_cannot_take_is_said_and_kept(page, years, months, unsure, message):
    data = {"years": years, "months": months} | ({"unsure": unsure} if unsure else {})
    shown = page("/en/questions/age", method="POST", data=data, status=422)
    summary = shown.one("div", role="alert")
    assert text_of(summary) == f"There is a problem {message}"
    assert shown.title.startswith("Error: ")
    assert shown.one("input", name="years").get("value") == years
    target = next(summary.iter("a")).get("href")[1:]
    assert shown.one("input", id=target).get("aria-invalid") == "true"


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("diagnosis", [], "Choose a diagnosis, or “I’m not sure”."),
        ("diagnosis", ["made-up"], "Choose a diagnosis, or “I’m not sure”."),
        ("treatment", [], "Choose the treatments your child has had, “None so far” or “I’m not sure”."),
        ("treatment", ["none", "chemotherapy"], "Choose “None so far”, or the treatments, but not both."),
        ("stage", [], "Choose where things are now, or “I’m not sure”."),
    ],
)
def test_a_choice_we_cannot_take_says_what_to_do(page, name, given, message):
    shown = page(f"/en/questions/{name}", method="POST", data={"answer": given}, status=422)
    assert text_of(shown.one("div", role="alert")) == f"There is a problem {message}"


def test_going_back_shows_the_answer_given(page, answer):
    answer("age", years="0", months="8")
    answer("diagnosis", answer="leukaemia")
    shown = page("/en/questions/age")
    assert [shown.one("input", name=name).get("value") for name in ("years", "months")] == ["0", "8"]
    chosen = [field.get("value") for field in page("/en/questions/diagnosis").all("input", checked="")]
    assert chosen == ["leukaemia"]


def test_choosing_the_same_broad_diagnosis_again_keeps_the_finer_one(page, eight_months_just_diagnosed, answer):
    answer("diagnosis", answer="leukaemia")
    assert "B-cell" in page("/en/questions/check").main


def test_a_changed_answer_goes_back_to_the_check(page, eight_months_just_diagnosed):
    shown = page_after(page, "/en/questions/age?change=", {"years": "9"})
    assert shown.heading == "Check your answers"
    assert "9 years" in shown.main


def test_the_age_at_diagnosis_is_asked_only_where_it_would_tell(page, answer):
    answer("age", years="3")
    answer("diagnosis", answer="leukaemia")
    answer("diagnosis-2", answer="all")
    answer("diagnosis-3", answer="b-all")
    answer("treatment", answer="chemotherapy")
    assert answer("stage", answer="newly-diagnosed").heading == "How old was your child when it was found?"
    answer("diagnosis", answer="retinoblastoma")
    assert "Age when it was found" not in page("/en/questions/check").main


def test_an_age_at_diagnosis_above_the_age_now_is_refused(page, answer):
    answer("age", years="3")
    shown = page("/en/questions/age-at-diagnosis", method="POST", data={"years": "9"}, status=422)
    message = "The age when it was found cannot be above the age now. Change one of the two."
    assert text_of(shown.one("div", role="alert")) == f"There is a problem {message}"


def test_answers_are_in_no_address(page, client, eight_months_just_diagnosed):
    for name in ("check", "results", "sheet"):
        shown = page(f"/en/questions/{name}")
        addresses = [address for _, address in shown.links() if address and "/questions/" in address]
        assert not [one for one in addresses if any(word in one for word in ("b-all", "leukaemia", "8", "newly"))]


def test_pages_with_answers_are_kept_in_no_cache(page, eight_months_just_diagnosed):
    for name in ("", "age", "check", "results", "sheet"):
        assert page(f"/en/questions/{name}").response.headers["Cache-Control"] == "no-store"


def test_clear_my_answers_forgets_them(page, client, eight_months_just_diagnosed):
    shown = page_after(page, "/en/questions/clear", {})
    assert "Your answers are cleared. The pages you visited may still be in this browser’s history." in shown.main
    assert client.get_cookie("__Host-answers") is None
    assert "B-cell" not in page("/en/questions/check").main


def test_a_browser_without_cookies_is_told_so(app, page):
    without = app.test_client(use_cookies=False)
    shown = without.post("/en/questions/age", data={"years": "5"}, follow_redirects=True)
    assert "Your browser keeps no cookies" in shown.get_data(as_text=True)


def test_a_diagnosis_page_that_the_answers_do_not_lead_to_goes_back_to_the_start(client):
    assert client.get("/en/questions/diagnosis-3").headers["Location"] == "/en/questions/diagnosis"


def test_the_sheet_holds_what_the_appointment_needs(page, eight_months_just_diagnosed):
    shown = page("/en/questions/sheet")
    assert "Made on 20 November 2026" in shown.main
    assert "Age now: 8 months" in shown.main
    assert "NCT05327894" in shown.main
    assert "Was open on 8 January 2026, not confirmed since" in shown.main
    assert "Does the leukaemia have a KMT2A" in shown.main
    assert "Questions to ask" in shown.headings(2)


def test_both_views_can_answer(page):
    shown = page("/en/professional/questions/age", method="POST", data={"years": "5"}, follow_redirects=True)
    assert shown.heading == "What is the diagnosis?"
