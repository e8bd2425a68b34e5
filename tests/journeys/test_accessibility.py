"""axe on every kind of page, light and dark, narrow and wide, in both views."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import ONLY_COLOURS
from tests.journeys.kinds_of_page import KINDS_OF_PAGE, WIDTHS, answer_questions

PICTURE = """() => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
    const hero = document.querySelector(".hero").getBoundingClientRect()
    const words = [...document.querySelectorAll(".hero h1, .hero .lead")].map(one => {
        const range = document.createRange()
        range.selectNodeContents(one)
        return range.getBoundingClientRect()
    })
    return [
        {right: Math.max(...words.map(one => one.right)), bottom: Math.max(...words.map(one => one.bottom))},
        {left: hero.left + 0.88 * hero.width - 2.6 * rem},
        {top: document.querySelector(".hills").getBoundingClientRect().top},
    ]
}"""
"""Where the words at the top of the home page end, and where the sun, as site.css draws it, and the hills begin."""


@pytest.mark.parametrize("view", ["", "professional/"])
def test_axe_finds_nothing(browse, axe, view):
    window = browse("/en/", java_script_enabled=True)
    answer_questions(window)
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{view}{kind}")
        look_at_every_width_and_theme(window, axe)


def look_at_every_width_and_theme(window, axe):
    """The dark theme changes colours and nothing else, so there only the rules for colours are asked again."""
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 900})
        window.emulate_media(color_scheme="light")
        axe(window)
        window.emulate_media(color_scheme="dark")
        axe(window, ONLY_COLOURS)


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1600])
def test_no_text_lies_on_the_picture_of_the_home_page(browse, width):
    window = browse("/en/", viewport={"width": width, "height": 900}, java_script_enabled=True)
    text, sun, hills = window.evaluate(PICTURE)
    assert text["right"] < sun["left"] or width < 1024  # below, there is no sun
    assert text["bottom"] < hills["top"]


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
