"""The privacy page says exactly what is so: every sentence of it names the tests that hold the site to it."""

import re

import pytest

from tests.conftest import PROJECT

ADVICE = ()
"""For a sentence about what a visitor can do, about browsers, or about others: it promises nothing of ours."""
COOKIE, QUESTIONS = "tests/web/test_answer_cookie.py::test_", "tests/web/test_questionnaire.py::test_"
ASKS, CANARIES = "tests/web/test_questionnaire_asks.py::test_", "tests/security/test_canaries.py::test_"
BROWSER, PACE = "tests/journeys/test_privacy.py::test_", "tests/web/test_rate_limits.py::test_"
SOURCE, RESPONSES = "tests/security/test_source.py::test_", "tests/security/test_every_response.py::test_"

NO_TRACE = CANARIES + "no_word_of_a_family_is_in_a_header_a_log_or_a_file"
ONE_COOKIE = BROWSER + "no_page_asks_elsewhere_or_stores_anything_but_the_one_cookie"
FIRST_ANSWER = COOKIE + "it_is_set_only_by_an_answer_and_locked_to_this_site"
LOCKED = COOKIE + "it_cannot_be_read_without_the_key"
ONLY_THERE = RESPONSES + "every_address_is_protected_whatever_is_asked_of_it"
SAME_PAGE = "tests/web/test_security.py::test_one_address_is_one_page_whoever_asks"
TWO_HOURS = COOKIE + "it_ends_after_two_idle_hours"
CLEARED = BROWSER + "after_clearing_neither_back_nor_reload_shows_an_answer"
NO_ADDRESS = QUESTIONS + "answers_are_in_no_address"
NO_FOLLOWERS = SOURCE + "nothing_that_counts_or_follows_visitors_is_shipped"
NO_CACHE = QUESTIONS + "pages_with_answers_are_kept_in_no_cache"
FIELDS = ASKS + "each_question_has_these_fields_and_no_other"
NO_COOKIES = (
    ASKS + "a_browser_without_cookies_is_told_whichever_question_it_answers_first",
    BROWSER + "without_cookies_the_questions_say_so_and_the_rest_works",
)
SEARCH = ("tests/web/test_search_page.py::test_a_filter_narrows_and_its_chip_takes_it_off",)

PROOFS = {
    "What you tell this site about your child stays in your own browser, and only for a short time.": (
        NO_TRACE,
        ONE_COOKIE,
        TWO_HOURS,
    ),
    "Here is exactly what the site does.": ADVICE,
    "Your answers are in one cookie, a small note that your browser keeps for this site.": (ONE_COOKIE,),
    "It is made when you give your first answer.": (FIRST_ANSWER,),
    "The cookie is encrypted, and only this site has the key.": (
        LOCKED,
        COOKIE + "the_key_is_made_once_and_readable_to_us_alone",
    ),
    "Someone who looks at the cookie cannot tell what it says.": (LOCKED,),
    "Your browser sends it along when you open a page here.": ADVICE,
    "Only the questions and their results read it, to make that page, and then forget it.": (SAME_PAGE, ONLY_THERE),
    "Nothing is kept on our server.": (NO_TRACE, "tests/web/test_kept_pages.py::test_nothing_of_a_visitors_is_kept"),
    "Your answers are never in the address of a page, in a list of visits, or in a file.": (NO_ADDRESS, NO_TRACE),
    "We ask for four things:": (ASKS + "four_things_are_asked_and_a_fifth_where_a_trial_needs_it",),
    "an age, a diagnosis, the treatments so far, and where things are now.": (FIELDS,),
    "The age is in years, with months for a baby.": (FIELDS,),
    "Sometimes we also ask for the age when the illness was found.": (
        QUESTIONS + "the_age_at_diagnosis_is_asked_only_where_it_would_tell",
    ),
    "You can skip any question, or say that you are not sure.": (
        ASKS + "every_question_can_be_skipped_and_that_answers_nothing",
        ASKS + "every_question_offers_i_am_not_sure_and_is_content_with_it",
    ),
    "We never ask for a name, a date of birth or an address.": (
        FIELDS,
        ASKS + "no_answer_that_was_not_asked_for_is_taken",
    ),
    "There is no other cookie.": (ONE_COOKIE, ONLY_THERE),
    "That is why you see no cookie banner.": ADVICE,
    "They end when the first of these happens:": ADVICE,
    "You press Clear my answers.": (CLEARED,),
    "You close your browser.": (FIRST_ANSWER, ONE_COOKIE),
    "You have not used the questions for two hours.": (TWO_HOURS,),
    "Some browsers bring back open pages when you start them again, and cookies too.": ADVICE,
    "The two hours hold all the same:": (TWO_HOURS,),
    "after that, the site no longer reads the cookie.": (TWO_HOURS,),
    "If your browser does not allow cookies, the questions cannot work, and the site tells you so.": NO_COOKIES,
    "Everything else works without them.": NO_COOKIES,
    "It does not erase your browser’s history.": (QUESTIONS + "clear_my_answers_forgets_them",),
    "The history shows which pages of this site were opened, such as a trial’s page.": ADVICE,
    "It does not show your answers to the questions.": (NO_ADDRESS,),
    "You can erase the history yourself in your browser’s settings.": ADVICE,
    "If others use your phone or computer, you can open the site in a private window.": ADVICE,
    "A sheet that you print or save stays on your paper or your device until you take it away.": ADVICE,
    "The words that you type in the search box are part of the address of the results page.": SEARCH,
    "So are the filters that you choose there, such as an age.": SEARCH,
    "This lets you save the page or send it to someone.": ADVICE,
    "It also means that they show in your browser’s history.": ADVICE,
    "We do not write search words down.": (NO_TRACE,),
    "There is no list of searches.": (NO_TRACE,),
    "Please leave out names, and anything else that says who your child is.": ADVICE,
    "They are not needed to find a trial.": ADVICE,
    "No accounts and no passwords.": (ASKS + "each_question_has_these_fields_and_no_other",),
    "No counting of visitors, and no advertising.": (NO_FOLLOWERS,),
    "No requests to other companies.": (ONE_COOKIE, NO_FOLLOWERS),
    "The letters, the pictures and everything else on the page come from this site.": (ONE_COOKIE,),
    "There are no maps and no videos.": (ONE_COOKIE,),
    "Nothing else that is stored in your browser to know you again.": (ONE_COOKIE,),
    "Browsers keep copies of ordinary pages by themselves, to be faster.": ADVICE,
    "We tell them not to keep the pages that hold your answers.": (NO_CACHE, ONLY_THERE),
    "Like every site, this one must get your internet address to send you a page.": ADVICE,
    "It does not write it down.": (NO_TRACE, CANARIES + "a_line_of_the_access_log_names_the_kind_of_page_alone"),
    "To slow down programs that ask without pause, the site counts requests for a minute.": (
        PACE + "whoever_asks_without_pause_is_told_kindly",
        PACE + "a_window_ends_after_a_minute",
    ),
    "It does so in a form that does not hold the address.": (PACE + "the_file_holds_no_address",),
    "If something breaks, our staff see where in the program.": (
        "tests/web/test_security.py::test_a_fault_shows_a_reference_and_logs_nothing_of_the_visitor",
    ),
    "They do not see what you answered or searched for.": (
        "tests/web/test_security.py::test_a_fault_shows_a_reference_and_logs_nothing_of_the_visitor",
    ),
    "Some pages link to a trial registry or another site.": ADVICE,
    "Nothing goes there until you follow the link.": (ONE_COOKIE,),
    "The other site is not told which page you came from.": (ONLY_THERE,),  # by the header for referrers
    "From then on, its own rules count.": ADVICE,
    "That is outside this site.": ADVICE,
    "Please ask us how we look after what you tell us, or see how to reach us.": ADVICE,
}


def sentences():
    text = (PROJECT / "content" / "pages" / "privacy.en.md").read_text("utf-8")
    text = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    for part in re.split(r"\n\s*\n|\n(?=- )", text):
        whole = " ".join(part.removeprefix("- ").split())
        yield from filter(None, re.split(r"(?<=[.:?])\s+", whole))


def test_every_sentence_is_proved_or_promises_nothing():
    assert [sentence for sentence in sentences() if sentence not in PROOFS] == []


def test_nothing_is_proved_that_is_no_longer_said():
    assert [sentence for sentence in PROOFS if sentence not in set(sentences())] == []


@pytest.mark.parametrize("test", sorted({test for tests in PROOFS.values() for test in tests}))
def test_every_test_that_is_named_is_there(test):
    path, name = test.split("::")
    assert f"def {name}(" in (PROJECT / path).read_text("utf-8")
