"""What a browser keeps, sends and shows: nothing to strangers, one cookie, and no answer after clearing."""

import pytest
from playwright.sync_api import expect

from tests.journeys.kinds_of_page import KINDS_OF_PAGE, answer_questions

STORED = """async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
    document.cookie,
]"""
SOME_MORE = (
    "professional/",
    "professional/trials/interfant-21",
    "pages/privacy",
    "pages/hazards",
    "questions/stage",
    "questions/age-at-diagnosis",
    "questions/results/possible",
    "questions/results/cannot-tell",
    "questions/clear",
)
STEPS_AND_RESULTS = (
    "age",
    "diagnosis",
    "diagnosis-2",
    "diagnosis-3",
    "treatment",
    "stage",
    "check",
    "results",
    "results/aside",
    "sheet",
)
TOLD = ("16 years and 7 months", "You told us")
"""What the visitor of these tests says of her child's age, and how the results repeat an answer."""


def test_no_page_asks_elsewhere_or_stores_anything_but_the_one_cookie(browse, live_site):
    window = browse("/en/", java_script_enabled=True)
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    answer_questions(window)
    for kind in (*KINDS_OF_PAGE, *SOME_MORE):
        window.goto(f"/en/{kind}")
        assert window.evaluate(STORED) == [0, 0, 0, 0, 0, ""], kind
    assert [url for url in asked if not url.startswith(f"{live_site}/")] == []
    (cookie,) = window.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == ("answers", True, "Lax", -1)


@pytest.mark.parametrize("kind", STEPS_AND_RESULTS)
def test_after_clearing_neither_back_nor_reload_shows_an_answer(browse, kind):
    window = browse("/en/questions/age")
    answer_questions(window)
    window.get_by_label("Years").fill("16")
    window.get_by_label("Months (optional)").fill("7")
    window.get_by_role("button", name="Continue").click()
    window.goto(f"/en/questions/{kind}")
    assert is_any_answer_shown(window) or kind == "results/aside"
    window.get_by_role("button", name="Clear my answers").click()
    expect(window.get_by_role("status")).to_have_text(
        "Your answers are cleared. The pages you visited may still be in this browser’s history."
    )
    assert window.context.cookies() == []
    for again in (window.go_back, window.reload, window.go_back):
        again()
        no_answer_is_shown(window)


def no_answer_is_shown(window):
    expect(window.get_by_role("heading", level=1)).to_be_visible()
    assert not is_any_answer_shown(window)


def is_any_answer_shown(window):
    """Tell whether an answer is among the words of the page, is chosen in a list or stands in a field."""
    words = window.content()
    typed = [field.input_value() for field in window.get_by_role("main").get_by_role("textbox").all()]
    return any(told in words for told in TOLD) or window.locator("input:checked").count() > 0 or any(typed)


def without_cookies(window):
    """Let the browser behave as one whose owner allows no cookies: it takes none from the site."""

    def pass_on(route):
        answer = route.fetch(max_redirects=0)
        headers = {name: value for name, value in answer.headers.items() if name != "set-cookie"}
        window.context.clear_cookies()
        route.fulfill(response=answer, headers=headers)

    window.context.route("**/questions/**", pass_on)


def test_without_cookies_the_questions_say_so_and_the_rest_works(browse):
    window = browse("/en/")
    without_cookies(window)
    window.get_by_role("link", name="Start the questions").click()
    window.get_by_role("link", name="Start", exact=True).click()
    window.get_by_label("Years").fill("5")
    window.get_by_role("button", name="Continue").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Your browser keeps no cookies")
    expect(window.get_by_text("Everything else here works without them.")).to_be_visible()
    window.get_by_role("link", name="Search in your own words").click()
    window.locator("#q").fill("blinatumomab babies")
    window.keyboard.press("Enter")
    window.get_by_role("main").get_by_role("heading", level=3).first.get_by_role("link").click()
    expect(window.get_by_role("region", name="Talk to your child’s cancer doctor or nurse")).to_be_visible()
    assert window.context.cookies() == []
