"""Languages: the machinery that a second one will stand on."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from finder.formats.problem_text import problem_as_text
from finder.wording.catalogues import translation_problems
from tests.content.writing import SITE, write_content
from tests.strict_page import open_page

TWO_LANGUAGES = SITE.replace("nl: Nederlands", "nl: Nederlands, ar: العربية")


def write_catalogue(folder, language, messages):
    catalogue = Catalog(locale=language)
    for message, translation in messages.items():
        catalogue.add(message, translation)
    source = folder / language / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    with source.open("wb") as file:
        write_po(file, catalogue)
    return folder


@pytest.fixture
def arabic(tmp_path, site_over):
    """A site in English and in a right-to-left language with two sentences translated."""
    translations = write_catalogue(
        tmp_path / "translations", "ar", {"Finished": "⟦انتهت⟧", "All trials, by diagnosis": "⟦كل التجارب⟧"}
    )
    return site_over(write_content(tmp_path, {"site.yaml": TWO_LANGUAGES}), translations=translations)


def test_a_page_speaks_the_language_of_its_address_and_runs_its_way(arabic):
    shown = open_page(arabic, "/ar/trials/")
    assert shown.heading == "⟦كل التجارب⟧"
    assert (shown.one("html").get("lang"), shown.one("html").get("dir")) == ("ar", "rtl")


def test_the_switch_keeps_the_page_and_names_each_language_in_its_own_words(arabic):
    shown = open_page(arabic, "/en/trials/sunrise")
    assert shown.link("العربية") == "/ar/trials/sunrise"


def test_a_trial_that_is_not_translated_is_shown_in_english_marked_so(arabic):
    shown = open_page(arabic, "/ar/trials/sunrise")
    block = next(div for div in shown.all("div") if (div.get("lang"), div.get("dir")) == ("en", "ltr"))
    assert "This trial tests blinatumomab." in "".join(block.itertext())
    assert "This summary is only in English so far." in shown.main


def test_the_front_door_leads_to_the_visitors_language(arabic):
    assert arabic.get("/", headers={"Accept-Language": "ar,en;q=0.5"}).headers["Location"] == "/ar/"
    assert arabic.get("/", headers={"Accept-Language": "sv"}).headers["Location"] == "/en/"


def test_a_language_that_is_not_offered_has_no_pages(arabic):
    assert arabic.get("/fr/").status_code == 404


BAD_TRANSLATIONS = [
    ("Finished", "Klaar <script>", "“Klaar <script>” holds < or >.\n  Write the translation without any HTML."),
    (
        "Age: %(age)s",
        "Leeftijd: %(leeftijd)s",
        "“Leeftijd: %(leeftijd)s” does not keep the placeholders.\n  Write these as they are: %(age)s.",
    ),
    (
        "Age: %(age)s",
        "Leeftijd",
        "“Leeftijd” does not keep the placeholders.\n  Write these as they are: %(age)s.",
    ),
    (
        "Age: %(age)s",
        "100% van %(age)s",
        "“100% van %(age)s” holds a lone percent sign.\n  Write %% for it, or the word for it.",
    ),
    ("Finished", "100% klaar", "“100% klaar” holds a lone percent sign.\n  Write %% for it, or the word for it."),
]


@pytest.mark.parametrize(("message", "translation", "expected"), BAD_TRANSLATIONS)
def test_a_translation_that_could_do_harm_is_a_problem_with_its_file_and_line(tmp_path, message, translation, expected):
    (problem,) = translation_problems(write_catalogue(tmp_path / "translations", "nl", {message: translation}))
    lines = problem_as_text(problem).split("\n")
    assert lines[0].startswith("translations/nl/LC_MESSAGES/messages.po, line ")
    assert "\n".join(lines[1:]) == f"  {expected}"


@pytest.mark.parametrize("written", ['msgid "Finished"\nKlaar\n', "\xff", 'msgid "a"\nmsgid "b"\n'])
def test_a_translation_that_cannot_be_read_is_a_problem(tmp_path, written):
    source = tmp_path / "translations" / "nl" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.write_text(written, encoding="latin-1")
    (problem,) = translation_problems(tmp_path / "translations")
    assert problem.message.startswith("This translation cannot be read: ")


def write_arabic(tmp_path, translation):
    return write_catalogue(tmp_path / "translations", "ar", {"All trials, by diagnosis": translation})


def test_a_bad_translation_leaves_a_site_in_english(tmp_path, site_over):
    content = write_content(tmp_path, {"site.yaml": TWO_LANGUAGES})
    bad = site_over(content, translations=write_arabic(tmp_path, "<b>"))
    assert open_page(bad, "/ar/trials/").heading == "All trials, by diagnosis"


def test_a_bad_translation_leaves_its_last_good_version(tmp_path, site_over):
    content = write_content(tmp_path, {"site.yaml": TWO_LANGUAGES})
    site_over(content, translations=write_arabic(tmp_path, "كل"))
    bad = site_over(content, translations=write_arabic(tmp_path, "<b>"))
    assert open_page(bad, "/ar/trials/").heading == "كل"
