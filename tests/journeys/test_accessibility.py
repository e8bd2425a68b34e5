"""axe on every kind of page, light and dark, narrow and wide, in both views."""

import pytest
from playwright.sync_api import expect

from tests.journeys.kinds_of_page import KINDS_OF_PAGE, WIDTHS, answer_questions


@pytest.mark.parametrize("view", ["", "professional/"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(browse, axe, view, colours):
    window = browse("/en/", color_scheme=colours, java_script_enabled=True)
    answer_questions(window)
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{view}{kind}")
        for width in WIDTHS:
            window.set_viewport_size({"width": width, "height": 900})
            axe(window)


def test_axe_finds_nothing_on_a_question_with_an_error(browse, axe):
    window = browse("/en/questions/age", java_script_enabled=True)
    window.get_by_role("button", name="Continue").click()
    expect(window.get_by_role("alert")).to_be_visible()
    axe(window)


def test_axe_finds_nothing_where_everything_is_unfolded(browse, axe):
    window = browse("/en/trials/aall1731", java_script_enabled=True)
    window.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    axe(window)
    window.evaluate("document.querySelector('[popover]').showPopover()")
    axe(window)


def test_the_site_asks_nobody_else_for_anything(browse, live_site):
    window = browse("/en/", java_script_enabled=True)
    asked, complaints = [], []
    window.on("request", lambda request: asked.append(request.url))
    window.on("console", lambda message: complaints.append(message.text))
    for kind in KINDS_OF_PAGE:
        if kind != "nowhere":  # a browser reports the missing page itself
            window.goto(f"/en/{kind}")
    assert [url for url in asked if not url.startswith(live_site)] == []
    assert complaints == []
    assert window.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
