"""What a visitor asks of the browser: less movement, their own colours, another direction of reading."""

import threading

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from werkzeug.serving import make_server

from finder.snapshot.publishing import publish_content
from finder.web.app import create_app
from tests.conftest import PROJECT, TODAY, settings_for
from tests.content.writing import SITE, write_content
from tests.journeys.kinds_of_page import KINDS_OF_PAGE, WIDTHS, answer_questions
from tests.journeys.test_accessibility import look_at_every_width_and_theme

MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one)
    return style.transitionDuration.split(", ").some(time => parseFloat(time) > 0) || style.animationName !== "none"
}).map(one => one.outerHTML.slice(0, 80))"""
RIGHT_TO_LEFT_PAGES = (
    "",
    "search?q=leukaemia",
    "trials/",
    "trials/sunrise",
    "diagnoses/b-all",
    "glossary",
    "questions/",
    "questions/age",
    "questions/diagnosis",
    "questions/check",
    "questions/results",
    "questions/sheet",
    "nowhere",
)


def test_nothing_moves_where_less_movement_is_asked_for(browse):
    window = browse("/en/", java_script_enabled=True, reduced_motion="reduce")
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{kind}")
        assert window.evaluate(MOVING) == [], kind


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_visitors_own_colours_leave_every_edge_in_sight(browse, axe, colours):
    window = browse("/en/", java_script_enabled=True, forced_colors="active", color_scheme=colours)
    answer_questions(window)
    for kind in KINDS_OF_PAGE:
        window.goto(f"/en/{kind}")
        axe(window)
        edgeless = window.evaluate(
            "[...document.querySelectorAll('.btn, .tag, .panel, .opt, input[type=text], select')]"
            ".filter(one => one.checkVisibility() && getComputedStyle(one).borderTopStyle === 'none')"
            ".map(one => one.outerHTML.slice(0, 80))"
        )
        assert edgeless == [], kind


@pytest.fixture(scope="module")
def arabic_site(tmp_path_factory):
    """A site in English and in Arabic letters' direction, with every sentence in brackets as its translation."""
    folder = tmp_path_factory.mktemp("arabic")
    content = write_content(folder, {"site.yaml": SITE.replace("nl: Nederlands", "nl: Nederlands, ar: العربية")})
    publish_content(content, folder / "instance", today=TODAY)
    settings = settings_for(content, folder / "instance", translations=in_brackets(folder / "translations"))
    server = make_server("127.0.0.1", 0, create_app(settings), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def in_brackets(folder):
    """Write a catalogue that translates each sentence by itself in brackets, so that what is left out can be seen."""
    with (PROJECT / "translations" / "messages.pot").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    catalogue = Catalog(locale="ar")
    for message in messages:
        one, *_ = several = message.id if isinstance(message.id, tuple) else (message.id,)
        catalogue.add(message.id, [f"⟦{several[-1]}⟧"] * 6 if len(several) > 1 else f"⟦{one}⟧")
    source = folder / "ar" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    with source.open("wb") as file:
        write_po(file, catalogue)
    return folder


@pytest.mark.parametrize("view", ["", "professional/"])
def test_right_to_left_axe_finds_nothing_and_nothing_runs_off(browse, axe, arabic_site, view):
    window = browse("/ar/", site=arabic_site, java_script_enabled=True)
    for kind in RIGHT_TO_LEFT_PAGES:
        window.goto(f"/ar/{view}{kind}")
        assert window.evaluate("document.documentElement.dir") == "rtl"
        look_at_every_width_and_theme(window, axe)
        for width in WIDTHS:
            window.set_viewport_size({"width": width, "height": 900})
            assert window.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_right_to_left_every_sentence_of_the_interface_is_translated(browse, arabic_site):
    window = browse("/ar/trials/sunrise", site=arabic_site, java_script_enabled=True)
    left_in_english = window.evaluate(
        "[...document.querySelectorAll('header a, footer a, h2:not([lang] *), summary, dt')]"
        ".filter(one => !one.closest('[lang=en]') && !/[⟦@0-9]/.test(one.textContent))"
        ".map(one => one.textContent)"
    )
    assert set(left_in_english) <= {"Trial Finder", "English", "Nederlands", "العربية"}
