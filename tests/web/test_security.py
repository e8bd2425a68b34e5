"""Headers, foreign forms, hostile addresses, and faults that must not speak of the visitor."""

import logging
from urllib.parse import quote

import pytest

from finder.web.app import create_app
from finder.web.guarding.security import HEADERS
from tests.conftest import PROJECT, settings_for

KINDS_OF_RESPONSE = [
    "/en/",
    "/en/trials/interfant-21",
    "/en/questions/age",
    "/static/site.css",
    "/nowhere",
    "/healthz",
    "/",
    "/api/v1/diagnoses",
]


@pytest.mark.parametrize("address", KINDS_OF_RESPONSE)
def test_every_response_is_protected_alike(client, address):
    response = client.get(address, buffered=True)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert len(response.headers.getlist("Cache-Control")) == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://localhost", "Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 303),
    ],
)
def test_a_form_from_another_site_is_refused(client, headers, status):
    assert client.post("/en/questions/age", data={"years": "5"}, headers=headers).status_code == status


@pytest.mark.parametrize(
    "address",
    [
        "/xx/",
        "/en/trials/..%2f..%2fsite.yaml",
        "/en/trials/%00",
        "/en/pages/../site",
        "/en/pages/%2e%2e%2fsite",
        "/static/../pyproject.toml",
        "/static/..%2fpyproject.toml",
        "/.git/config",
        "/en/diagnoses/nothing",
        "/en/questions/diagnosis-1",
        "/en/questions/diagnosis-99",
        "/EN/",
        "/en/professional/professional/",
    ],
)
def test_an_address_that_leads_nowhere_is_a_kind_404(page, address):
    assert page(address, status=404).heading == "We cannot find this page"


@pytest.mark.parametrize(
    ("address", "method", "status", "heading"),
    [
        ("/en/", "POST", 405, "This page cannot be used in that way"),
        ("/en/questions/clear", "GET", 404, "We cannot find this page"),
        ("/en/trials/", "DELETE", 405, "This page cannot be used in that way"),
    ],
)
def test_a_wrong_method_is_a_page_too(page, address, method, status, heading):
    assert page(address, method=method, status=status).heading == heading


def test_a_form_that_is_too_long_is_refused_before_it_is_read(page):
    shown = page("/en/questions/age", method="POST", data={"years": "5" * 20_000}, status=413)
    assert shown.heading == "That was too much to send"


def test_a_very_long_search_says_how_long_it_may_be(page):
    shown = page("/en/search?q=" + "a" * 5_000, status=400)
    assert "Your search is very long. Write at most 200 letters." in shown.main


def test_a_fault_shows_a_reference_and_logs_nothing_of_the_visitor(app, client, page, caplog, monkeypatch):
    def break_with_an_answer(answers):
        raise RuntimeError(f"broken by {answers}")

    monkeypatch.setattr("finder.web.questions.questionnaire.sort_trials", break_with_an_answer)
    client.post("/en/questions/diagnosis", data={"answer": "retinoblastoma"})
    with caplog.at_level(logging.DEBUG):
        shown = page("/en/questions/results?canary=1", status=500)
    assert shown.heading == "Something went wrong on our side"
    assert "retinoblastoma" not in caplog.text
    assert "canary" not in caplog.text
    reference = shown.main.split("name this: ")[1][:8]
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize(
    "headers", [{"Cookie": "a=b"}, {"Accept-Language": "nl"}, {"User-Agent": "x"}, {"X-Forwarded-Host": "evil.example"}]
)
def test_one_address_is_one_page_whoever_asks(client, headers):
    for address in ("/en/", "/en/trials/interfant-21", "/en/search?q=leukaemia"):
        assert client.get(address).data == client.get(address, headers=headers).data


def test_pages_are_checked_again_and_files_kept_for_good(client):
    first = client.get("/en/trials/interfant-21")
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert client.get("/en/trials/interfant-21", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    stylesheet = first.get_data(as_text=True).split('rel="stylesheet" href="')[1].split('"')[0]
    assert client.get(stylesheet, buffered=True).headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "%s%n", "\u202e"]
)
def test_what_a_visitor_types_is_only_ever_text(page, words):
    shown = page(f"/en/search?q={quote(words)}")
    assert shown.one("input", id="q").get("value") == words
    assert "49" not in shown.heading


def test_before_anything_is_published_the_site_says_so(tmp_path):
    client = create_app(settings_for(PROJECT / "content", tmp_path)).test_client()
    response = client.get("/en/")
    assert response.status_code == 503
    assert b"The site cannot answer just now" in response.data
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
