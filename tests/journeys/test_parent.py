"""A parent, on a phone, without JavaScript."""

from playwright.sync_api import expect


def test_a_parent_finds_the_infant_trial_in_her_own_words(browse):
    window = browse("/en/")
    given_she_types(window, "baby leukaemia mll gene")
    then_the_first_trial_is(window, "Adding blinatumomab to chemotherapy for babies just diagnosed with leukaemia")
    window.get_by_role("link", name="Adding blinatumomab to chemotherapy for babies").first.click()
    then_she_sees_that_it_was_open_and_when(window)
    then_a_term_opens_its_explanation(window)
    then_the_page_ends_with_whom_to_talk_to(window)


def given_she_types(window, words):
    window.get_by_label("Search in your own words").fill(words)
    window.get_by_role("button", name="Search").click()


def then_the_first_trial_is(window, title):
    expect(window.get_by_role("main").get_by_role("heading", level=3).first).to_have_text(title)


def then_she_sees_that_it_was_open_and_when(window):
    expect(window.get_by_text("Was open on 8 January 2026, not confirmed since").first).to_be_visible()


def then_a_term_opens_its_explanation(window):
    term = window.locator("button.term").first
    explanation = window.locator(f"#{term.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()
    term.click()
    expect(explanation).to_be_visible()
    window.keyboard.press("Escape")
    expect(explanation).to_be_hidden()


def then_the_page_ends_with_whom_to_talk_to(window):
    expect(window.get_by_role("region", name="Talk to your child’s cancer doctor or nurse")).to_be_visible()


def test_a_parent_answers_for_a_baby_who_was_just_diagnosed(browse):
    window = browse("/en/")
    window.get_by_role("link", name="Start the questions").click()
    window.get_by_role("link", name="Start", exact=True).click()
    when_she_forgets_the_age(window)
    when_she_says_8_months(window)
    for answer in (
        "Leukaemia",
        "Acute lymphoblastic leukaemia (ALL)",
        "B-cell acute lymphoblastic leukaemia (B-cell ALL)",
    ):
        when_she_chooses(window, answer)
    when_she_chooses(window, "None so far")
    when_she_chooses(window, "Just diagnosed")
    then_she_can_check_her_answers(window)
    window.get_by_role("link", name="Show the trials").click()
    then_the_infant_trial_may_be_worth_asking_about(window)
    then_the_relapse_trial_is_one_click_away_with_its_reasons(window)
    window.get_by_role("link", name="Make a page for the appointment").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("For the appointment")
    window.get_by_role("button", name="Clear my answers").click()
    then_nothing_is_left_even_on_back(window)


def when_she_forgets_the_age(window):
    window.get_by_role("button", name="Continue").click()
    summary = window.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Write the age in years").click()
    expect(window.get_by_label("Years")).to_be_focused()


def when_she_says_8_months(window):
    window.get_by_label("Years").fill("0")
    window.get_by_label("Months (optional)").fill("8")
    window.get_by_role("button", name="Continue").click()


def when_she_chooses(window, answer):
    window.locator("label.opt", has=window.get_by_text(answer, exact=True)).locator("input").check()
    window.get_by_role("button", name="Continue").click()


def then_she_can_check_her_answers(window):
    expect(window.get_by_role("heading", level=1)).to_have_text("Check your answers")
    for answer in ("8 months", "None so far", "Just diagnosed"):
        expect(window.get_by_text(answer, exact=True)).to_be_visible()


def then_the_infant_trial_may_be_worth_asking_about(window):
    expect(window.get_by_role("link", name="Adding blinatumomab to chemotherapy for babies").first).to_be_visible()


def then_the_relapse_trial_is_one_click_away_with_its_reasons(window):
    window.get_by_role("link", name="and the reasons").click()
    result = window.get_by_role("listitem").filter(has_text="MT103-205").last
    expect(result).to_be_visible()
    expect(result).to_contain_text("has not responded to treatment")
    expect(result).to_contain_text("Finished: It has ended. Nobody can join")
    window.get_by_role("link", name="Back to the trials").click()


def then_nothing_is_left_even_on_back(window):
    expect(window.get_by_text("Your answers are cleared.")).to_be_visible()
    window.go_back()
    expect(window.get_by_text("8 months", exact=True)).to_have_count(0)
