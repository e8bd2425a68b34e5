"""Whatever is typed by a visitor or an editor is only ever text on a page."""

import re
from urllib.parse import quote

import pytest

from finder.content.reading import read_content
from tests.content.writing import DIAGNOSES, SITE, TODAY, facts, words, write_content
from tests.security.hostile_texts import TEXTS, active_parts

EVIL = "<img src=x onerror=alert(1)>'\\\"{{7*7}}%(n)s</title><script>alert(1)</script>"


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_visitor_searches_for_is_only_text(client, text):
    response = client.get(f"/en/search?q={quote(text)}&age={quote(text)}&country={quote(text)}")
    assert response.status_code in (200, 400)
    assert active_parts(response.get_data(as_text=True)) == []
    assert "a=b" not in response.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_visitor_answers_is_only_text(client, text):
    for question, fields in {"age": ("years", "months"), "diagnosis": ("answer",), "treatment": ("answer",)}.items():
        response = client.post(f"/en/questions/{question}", data=dict.fromkeys(fields, text))
        assert response.status_code in (400, 422)
        assert active_parts(response.get_data(as_text=True)) == []


@pytest.mark.parametrize("text", TEXTS)
def test_an_address_is_only_text(client, text):
    for start in ("/", "/en/", "/en/trials/", "/en/pages/", "/en/diagnoses/", "/en/questions/", "/api/v1/trials/"):
        response = client.get(start + quote(text, safe=""), follow_redirects=True)
        assert response.status_code in (400, 404)
        assert active_parts(response.get_data(as_text=True)) == []


@pytest.mark.parametrize("text", TEXTS)
def test_json_repeats_text_as_text(client, text):
    response = client.post("/api/v1/match", json={"diagnosis": text, text: 1, "treatments": [text]})
    assert response.status_code == 400
    assert response.mimetype == "application/json"


@pytest.fixture
def hostile_site(tmp_path, site_over):
    """A site in which every plain text of every YAML file holds markup."""
    quoted = f'"{EVIL}"'
    site = SITE.replace("name: Trial Finder", f"name: {quoted}").replace("charity: A charity", f"charity: {quoted}")
    site = site.replace("en: English", f"en: {quoted}").replace("name: Family line", f"name: {quoted}")
    site = site.replace("urgent: {en: Call 999 if your child is very ill now.}", f"urgent: {{en: {quoted}}}")
    diagnoses = re.sub(r"\{en: ([A-Z][^,}]*)", f"{{en: {quoted}", DIAGNOSES)
    written = facts(
        acronym=quoted,
        scientific_title=quoted,
        sponsor=quoted,
        supporters=f"[{quoted}]",
        hospitals=f"[{{name: {quoted}, city: {quoted}, country: GB}}]",
        sources=f"[{{name: {quoted}}}]",
        recruitment=f"{{status: recruiting, checked: 2026-10-01, source: {quoted}}}",
        conflicts=f"[{{says: completed, source: {quoted}}}]",
        identifiers=f"{{protocol: {quoted}}}",
    )
    changes = {"site.yaml": site, "diagnoses.yaml": diagnoses, "trials/sunrise/facts.yaml": written}
    return site_over(write_content(tmp_path, changes))


@pytest.mark.parametrize("view", ["", "professional/"])
def test_what_an_editor_writes_in_yaml_is_only_text(hostile_site, view):
    addresses = ["", "trials/", "trials/sunrise", "search?q=alert", "diagnoses/all", "questions/diagnosis", "glossary"]
    for address in addresses:
        response = hostile_site.get(f"/en/{view}{address}")
        assert response.status_code == 200
        assert active_parts(response.get_data(as_text=True)) == []
        assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", response.get_data(as_text=True))[0]


@pytest.mark.parametrize("text", [text for text in TEXTS if "\n" not in text])
def test_markup_in_the_words_of_a_trial_is_refused_or_only_text(tmp_path, text):
    content = write_content(tmp_path, {"trials/sunrise/en.md": words(lead=f"This is {text} here.")})
    reading = read_content(content, today=TODAY)
    shown = [entry.words["en"].lead for entry in reading.catalogue.trials] if reading.catalogue else []
    assert all(active_parts(html) == [] for html in shown)
