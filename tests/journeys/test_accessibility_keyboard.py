"""By keyboard and by touch: every stop can be seen, none is a trap, everything to press is large enough."""

import pytest
from playwright.sync_api import expect

from tests.journeys.kinds_of_page import KINDS_OF_PAGE, answer_questions

MOST_STOPS = 400
STOP = """() => {
    const one = document.activeElement
    if (!one || one === document.body) return null
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    return {
        what: one.outerHTML.slice(0, 120),
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
}"""
TOO_SMALL = """() => [...document.querySelectorAll("a, button, summary, input, select, label.opt")].filter(one => {
    const box = one.getBoundingClientRect()
    const isInText = getComputedStyle(one).display === "inline" || one.matches(".term, .skip, p *, li a, dd a")
    const isShown = one.checkVisibility() && box.width > 0
    return isShown && !isInText && !one.closest("label.opt") && (box.width < 24 || box.height < 24)
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_tab_goes_through_the_page_and_out_again(browse, kind):
    window = browse("/en/", java_script_enabled=True)
    answer_questions(window)
    window.goto(f"/en/{kind}")
    window.evaluate("document.activeElement.blur()")
    stops = walk(window)
    assert len(stops) > 8
    assert [stop["what"] for stop in stops if not stop["isMarked"]] == []
    assert [stop["what"] for stop in stops if not stop["isInSight"]] == []


def walk(window):
    """Press Tab until it leaves the page, and return each stop."""
    stops = []
    for _ in range(MOST_STOPS):
        window.keyboard.press("Tab")
        stop = window.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab never leaves {window.url}")


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_everything_to_press_is_large_enough(browse, kind):
    window = browse("/en/", java_script_enabled=True)
    answer_questions(window)
    window.goto(f"/en/{kind}")
    assert window.evaluate(TOO_SMALL) == []


def test_a_whole_journey_by_keyboard(browse):
    window = browse("/en/questions/age")
    window.get_by_label("Years").focus()
    window.keyboard.type("5")
    window.keyboard.press("Enter")
    for _ in range(2):  # the diagnosis, then its kind
        window.get_by_role("radio").first.focus()
        window.keyboard.press("Space")
        window.keyboard.press("Enter")
    expect(window.get_by_role("heading", level=1)).not_to_have_text("What is the diagnosis?")
    window.goto("/en/questions/results")
    window.get_by_text("Your answers", exact=True).focus()
    window.keyboard.press("Enter")
    expect(window.get_by_text("5 years", exact=False).first).to_be_visible()


def test_the_first_stop_leads_past_the_header(browse):
    window = browse("/en/trials/interfant-21")
    window.keyboard.press("Tab")
    expect(window.get_by_role("link", name="Skip to main content")).to_be_focused()
    window.keyboard.press("Enter")
    expect(window.get_by_role("main")).to_be_focused()


def test_an_explanation_opens_and_closes_by_keyboard_and_gives_the_focus_back(browse):
    window = browse("/en/trials/interfant-21")
    term = window.locator("button.term").first
    explanation = window.locator(f"#{term.get_attribute('popovertarget')}")
    term.focus()
    window.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    window.keyboard.press("Tab")
    expect(explanation.get_by_role("button", name="Close")).to_be_focused()
    window.keyboard.press("Enter")
    expect(explanation).to_be_hidden()
    expect(term).to_be_focused()
