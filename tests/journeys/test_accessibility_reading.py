"""Reading comfort: narrow screens, large text, wide spacing, short lines, print."""

import pytest
from playwright.sync_api import expect

from tests.bench.pages import VISITORS
from tests.journeys.kinds_of_page import KINDS_OF_PAGE, WIDE, answer_questions

NARROW = {"width": 320, "height": 640}
LARGEST = """
    html { font-size: 225% !important }
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
"""
"""Text at 200 % with the spacing of WCAG 1.4.12. Our own text is 112.5 % of the browser's."""
LONGEST_LINE = 70
LINES_TOO_LONG = """longest => [...document.querySelectorAll("main p, main li, main dd")].filter(one => {
    const lines = Math.round(one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))
    return one.checkVisibility() && lines > 1 && one.innerText.length / lines > longest
}).map(one => one.innerText)"""


def width_of(window):
    return window.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("view", ["", "professional/"])
def test_nothing_runs_off_a_narrow_phone(browse, view):
    window = browse("/en/", viewport=NARROW, java_script_enabled=True)
    answer_questions(window)
    too_wide = []
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{view}{kind}")
        too_wide += [kind] if width_of(window) > NARROW["width"] else []
    assert too_wide == []


@pytest.mark.parametrize("view", ["", "professional/"])
def test_nothing_runs_off_at_twice_the_text_size_with_wide_spacing(browse, view):
    # The test's own style would be refused by our content policy.
    window = browse("/en/", java_script_enabled=True, bypass_csp=True)
    answer_questions(window)
    too_wide = []
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{view}{kind}")
        window.add_style_tag(content=LARGEST)
        too_wide += [kind] if width_of(window) > window.viewport_size["width"] else []
    assert too_wide == []


def test_no_line_is_longer_than_a_reader_can_follow(browse):
    window = browse("/en/", viewport=WIDE, java_script_enabled=True)
    answer_questions(window)
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{kind}")
        assert window.evaluate(LINES_TOO_LONG, LONGEST_LINE) == [], kind


def test_text_follows_the_size_set_in_the_browser(browse):
    window = browse("/en/", java_script_enabled=True)
    sizes = window.evaluate(
        "[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])"
        ".map(rule => rule.style && rule.style.fontSize).filter(size => size && size.endsWith('px'))"
    )
    assert sizes in ([], ["12px"]), "only the numbers inside a drawing, which grows as a whole, may have pixels"


def test_print_shows_what_is_folded_away_on_the_screen(browse):
    window = browse("/en/trials/interfant-21", viewport=WIDE)
    folded = window.get_by_text("Age ≤ 365 days at diagnosis").first
    expect(folded).to_be_hidden()
    window.emulate_media(media="print")
    expect(folded).to_be_visible()
    expect(window.get_by_text("Printed on").first).to_be_visible()
    expect(window.get_by_role("navigation", name="Main")).to_be_hidden()


@pytest.mark.parametrize("kind", ["trials/aall1731", "questions/results", "search?q=leukaemia"])
def test_nothing_stays_folded_in_print(browse, kind):
    window = browse("/en/", java_script_enabled=True)
    answer_questions(window)
    window.goto(f"/en/{kind}")
    window.emulate_media(media="print")
    assert unfolded_within(window, seconds=5), folded(window)


def folded(window):
    """The texts that paper would not show."""
    return window.evaluate(
        "[...document.querySelectorAll('main details:not(.no-print, .no-print *) > :not(summary)')]"
        ".filter(one => !one.checkVisibility({contentVisibilityAuto: true})).map(one => one.innerText)"
    )


def unfolded_within(window, *, seconds):
    """Look again until the browser has drawn the page anew for paper, which takes it a frame or two."""
    for _ in range(10 * seconds):
        if not folded(window):
            return True
        window.wait_for_timeout(100)
    return False


@pytest.mark.parametrize("visitor", VISITORS)
def test_the_appointment_sheet_is_one_page_of_paper(browse, visitor):
    window = browse("/en/")
    answer_questions(window, visitor)
    window.goto("/en/questions/sheet")
    assert window.pdf(format="A4").count(b"/Type /Page\n") == 1
