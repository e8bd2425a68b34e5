"""Every kind of page, graded as MDN's HTTP Observatory grades."""

import pytest
from flask import Response

from tests.security.observatory import modifiers, score

PAGES = [
    "/en/",
    "/en/professional/",
    "/en/search?q=leukaemia",
    "/en/trials/",
    "/en/trials/interfant-21",
    "/en/professional/trials/interfant-21",
    "/en/diagnoses/leukaemia",
    "/en/glossary",
    "/en/pages/privacy",
    "/en/questions/",
    "/en/questions/age",
    "/en/questions/check",
    "/en/questions/results",
    "/en/questions/sheet",
    "/api/v1/trials",
    "/healthz",
    "/readyz",
    "/sitemap.xml",
    "/robots.txt",
    "/static/site.css",
    "/",
]
ERRORS = [
    ("GET", "/no-such-page", {}, 404),
    ("DELETE", "/en/", {}, 405),
    ("POST", "/en/questions/age", {"data": {"years": "5"}, "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    ("POST", "/en/questions/age", {"data": {"years": "5" * 20_000}}, 413),
    ("GET", "/en/search?q=" + "a" * 300, {}, 400),
    ("GET", "/en/", {"headers": {"Host": "evil.example"}}, 400),
]


@pytest.mark.parametrize("address", PAGES)
def test_every_kind_of_page_scores_at_least_130(client, address):
    response = client.get(address, buffered=True)
    assert min(modifiers(response)) >= 0
    assert score(response) >= 130


@pytest.mark.parametrize(("method", "address", "request_", "status"), ERRORS)
def test_every_kind_of_error_scores_at_least_130(client, method, address, request_, status):
    response = client.open(address, method=method, **request_)
    assert response.status_code == status
    assert score(response) >= 130


def test_a_page_with_the_answers_scores_135(client):
    assert score(client.post("/en/questions/age", data={"years": "5"})) == 135


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 100 - 25 - 20 - 5 - 20),
        ({"Content-Security-Policy": "default-src 'self' 'unsafe-inline'"}, 100 - 20 - 20 - 5 - 20),
        ({"Set-Cookie": "a=b; HttpOnly"}, 100 - 25 - 40 - 20 - 5 - 20 + 0),
    ],
)
def test_the_grader_knows_a_bad_page_when_it_sees_one(headers, expected):
    assert score(Response("x", headers=headers, mimetype="text/plain")) == max(0, expected)
