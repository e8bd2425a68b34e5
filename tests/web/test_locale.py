"""Languages: the machinery that a second one will stand on."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from finder.web.locale import BadTranslation, compile_catalogues
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


@pytest.mark.parametrize(
    ("message", "translation", "expected"),
    [
        ("Finished", "Klaar <script>", "holds < or >. Write the translation without any HTML."),
        ("Age: %(age)s", "Leeftijd: %(leeftijd)s", "must keep these placeholders as they are: age."),
        ("Age: %(age)s", "Leeftijd", "must keep these placeholders as they are: age."),
        ("Age: %(age)s", "100% van %(age)s", "holds a lone percent sign. Write %% for it."),
    ],
)
def test_a_translation_that_could_do_harm_stops_the_start(tmp_path, message, translation, expected):
    translations = write_catalogue(tmp_path / "translations", "nl", {message: translation})
    with pytest.raises(BadTranslation) as problem:
        compile_catalogues(translations, tmp_path / "compiled")
    assert str(problem.value).endswith(expected)
