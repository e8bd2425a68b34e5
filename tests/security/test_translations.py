"""Translations come from outside: what is in them is only text, and what was guessed is not used."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tests.content.writing import SITE, write_content
from tests.security.hostile_texts import TEXTS, active_parts

HEADING = "All trials, by diagnosis"
TWO_LANGUAGES = SITE.replace("nl: Nederlands", "nl: Nederlands, ar: العربية")


def heading_with(site_over, tmp_path, translation, **flags):
    """Return the page of all trials on a site whose heading is translated so."""
    catalogue = Catalog(locale="ar")
    catalogue.add(HEADING, translation, **flags)
    source = tmp_path / "translations" / "ar" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    with source.open("wb") as file:
        write_po(file, catalogue)
    content = write_content(tmp_path, {"site.yaml": TWO_LANGUAGES})
    response = site_over(content, translations=tmp_path / "translations").get("/ar/trials/")
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_a_translation_is_used(site_over, tmp_path):
    assert "<h1>كل التجارب</h1>" in heading_with(site_over, tmp_path, "كل التجارب")


def test_a_guessed_translation_is_not_used(site_over, tmp_path):
    html = heading_with(site_over, tmp_path, "كل التجارب", flags=["fuzzy"])
    assert f"<h1>{HEADING}</h1>" in html
    assert "كل التجارب" not in html


@pytest.mark.parametrize("text", [text for text in TEXTS if "\x00" not in text][::17])
def test_nothing_in_a_translation_becomes_active(site_over, tmp_path, text):
    assert active_parts(heading_with(site_over, tmp_path, text)) == []
