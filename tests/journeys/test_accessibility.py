"""axe on every kind of page, and what axe cannot see."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE

KINDS_OF_PAGE = [
    "",
    "search?q=leukaemia",
    "search?age=old",
    "search?q=zzzz",
    "trials/",
    "trials/interfant-21",
    "trials/far-rms",
    "diagnoses/b-all",
    "glossary",
    "pages/about-trials",
    "pages/support",
    "questions/",
    "questions/age",
    "questions/diagnosis",
    "questions/treatment",
    "questions/check",
    "questions/results",
    "questions/sheet",
    "nowhere",
]
WIDE = {"width": 1280, "height": 900}


@pytest.mark.parametrize("view", ["", "professional/"])
@pytest.mark.parametrize(("colours", "size"), [("light", PHONE), ("dark", WIDE)], ids=["light-phone", "dark-wide"])
def test_axe_finds_nothing(browse, axe, view, colours, size):
    window = browse("/en/", color_scheme=colours, viewport=size, java_script_enabled=True)
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{view}{kind}")
        axe(window)


def test_axe_finds_nothing_on_a_question_with_an_error(browse, axe):
    window = browse("/en/questions/age", java_script_enabled=True)
    window.get_by_role("button", name="Continue").click()
    expect(window.get_by_role("alert")).to_be_visible()
    axe(window)


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_nothing_runs_off_a_narrow_phone(browse, kind):
    window = browse(f"/en/{kind}", viewport={"width": 320, "height": 640}, java_script_enabled=True)
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_print_shows_what_is_folded_away_on_the_screen(browse):
    window = browse("/en/trials/interfant-21", viewport=WIDE)
    folded = window.get_by_text("Age ≤ 365 days at diagnosis").first
    expect(folded).to_be_hidden()
    window.emulate_media(media="print")
    expect(folded).to_be_visible()
    expect(window.get_by_text("Printed on").first).to_be_visible()
    expect(window.get_by_role("navigation", name="Main")).to_be_hidden()


def test_the_site_asks_nobody_else_for_anything(browse, live_site):
    window = browse("/en/", java_script_enabled=True)
    asked, complaints = [], []
    window.on("request", lambda request: asked.append(request.url))
    window.on("console", lambda message: complaints.append(message.text))
    for kind in KINDS_OF_PAGE[:-1]:
        window.goto(f"/en/{kind}")
    assert [url for url in asked if not url.startswith(live_site)] == []
    assert complaints == []
    assert window.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
