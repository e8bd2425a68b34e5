"""What a scanner looks for on any response at all: every address, every method, every kind of error."""

from dataclasses import replace

import pytest

from finder.web.app import create_app
from finder.web.current import site
from finder.web.guarding import slow_forms
from finder.web.questions import questionnaire
from tests.conftest import PROJECT, over_tls, settings_for
from tests.strict_page import Page, text_of

PROTECTION = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    ),
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Written out, so that a header that is weakened or left out is noticed."""
TELL_TALES = ("Access-Control-Allow-Origin", "X-Powered-By", "X-AspNet-Version", "X-Runtime", "Server", "Via")
ADDRESSES = {
    "static": "/static/site.css",
    "pages.front_door": "/",
    "pages.home": "/en/",
    "pages.glossary": "/en/glossary",
    "pages.standing": "/en/pages/privacy",
    "trials.index": "/en/trials/",
    "trials.for_diagnosis": "/en/diagnoses/leukaemia",
    "trials.show": "/en/trials/interfant-21",
    "registry.show": "/en/registry/nct00000000",
    "search.results": "/en/search",
    "suggest.suggestions": "/api/v1/suggestions?q=leuk",
    "questionnaire.start": "/en/questions/",
    "questionnaire.step": "/en/questions/age",
    "questionnaire.answer": "/en/questions/stage",
    "questionnaire.check": "/en/questions/check",
    "questionnaire.results": "/en/questions/results",
    "questionnaire.part": "/en/questions/results/aside",
    "questionnaire.sheet": "/en/questions/sheet",
    "questionnaire.clear": "/en/questions/clear",
    "api.trials": "/api/v1/trials",
    "api.trial": "/api/v1/trials/interfant-21",
    "api.match": "/api/v1/match",
    "api.description": "/api/v1/openapi.json",
    "api.diagnoses": "/api/v1/diagnoses",
    "machines.healthz": "/healthz",
    "machines.readyz": "/readyz",
    "machines.sitemap": "/sitemap.xml",
    "machines.robots": "/robots.txt",
    "styleguide.front": "/styleguide",
    "styleguide.show": "/en/styleguide",
}
"""One address for each kind of page."""
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND")
ALSO = (("/favicon.ico", 404), ("/en", 308), ("/nowhere", 404), ("/static/", 404), ("/static/nothing.css", 404))


@pytest.fixture(scope="module")
def drawn(instance):
    """The site with its style guide, as editors have it."""
    return over_tls(create_app(replace(settings_for(PROJECT / "content", instance), styleguide=True)))


@pytest.fixture
def browser(drawn):
    """A visitor's browser that has answers."""
    client = drawn.test_client()
    client.post("/en/questions/age", data={"years": "5"})
    return client


def check(address, response):
    """Hold one response against all that must always be so."""
    headers = response.headers
    assert response.status_code < 500 or response.status_code in (500, 503)
    assert {name: headers.getlist(name) for name in PROTECTION} == {name: [one] for name, one in PROTECTION.items()}
    assert [name for name in TELL_TALES if name in headers] == []
    (kept,) = headers.getlist("Cache-Control")
    is_plain = response.request.method in ("GET", "HEAD") and response.status_code in (200, 304)
    assert kept == "no-store" or (is_plain and "/questions/" not in address)
    assert "Set-Cookie" not in headers or "/questions/" in address
    assert headers.get("Location", "/").startswith(("/", "https://localhost/"))
    if response.data:
        assert "charset=utf-8" in headers["Content-Type"] or not headers["Content-Type"].startswith("text/")
        assert b"Traceback" not in response.data
        assert b"werkzeug" not in response.data.lower()


def test_every_kind_of_page_is_tried(drawn):
    assert set(ADDRESSES) == {rule.endpoint for rule in drawn.url_map.iter_rules()}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", ADDRESSES.values())
def test_every_address_is_protected_whatever_is_asked_of_it(browser, address, method):
    response = browser.open(address, method=method, buffered=True)
    assert response.status_code in (200, 302, 303, 400, 404, 405, 422)
    check(address, response)


@pytest.mark.parametrize(("address", "status"), ALSO)
def test_so_is_what_is_not_there(browser, address, status):
    response = browser.get(address, buffered=True)
    assert response.status_code == status
    check(address, response)


@pytest.mark.parametrize(
    ("address", "sent", "status"),
    [
        ("/en/", {"headers": {"Host": "evil.example"}}, 400),
        ("/en/questions/age", {"method": "POST", "data": {"years": "x"}}, 422),
        ("/en/questions/age", {"method": "POST", "data": {"years": "5" * 20_000}}, 413),
        ("/en/questions/age", {"method": "POST", "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
        ("/static/site.css?v=1", {"headers": {"Range": "bytes=0-10"}}, 206),
        ("/static/site.css?v=1", {"headers": {"Range": "bytes=9-1"}}, 416),
        ("/en/trials/interfant-21", {"headers": {"If-None-Match": "*"}}, 304),
        ("/static/site.css?v=1", {"headers": {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}}, 304),
    ],
)
def test_so_is_every_kind_of_refusal(browser, address, sent, status):
    response = browser.open(address, **sent, buffered=True)
    assert response.status_code == status
    check(address, response)


PAGES = [address for address in ADDRESSES.values() if address.startswith("/en/")]


@pytest.mark.parametrize("address", [*PAGES, "/nowhere"])
def test_every_page_says_what_to_do_in_an_emergency(browser, drawn, address):
    with drawn.test_request_context("/en/", base_url="https://localhost"):
        urgent = site().urgent["en"]
    shown = Page(address, browser.get(address))
    assert f"In an emergency {urgent}" in text_of(shown.one("footer"))


def test_so_is_a_fault(browser, monkeypatch):
    monkeypatch.setattr(questionnaire, "sort_trials", None)
    response = browser.get("/en/questions/results")
    assert response.status_code == 500
    check("/en/questions/results", response)


def test_so_is_a_site_that_is_busy(drawn, browser):
    asked = {"method": "POST", "data": {"years": "5"}, "environ_overrides": {slow_forms.NOT_READ: True}}
    response = browser.open("/en/questions/age", **asked)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert "The site cannot answer just now" in response.text
    check("/en/questions/age", response)


def test_so_is_whoever_asks_too_often(instance):
    settings = replace(settings_for(PROJECT / "content", instance), requests_per_minute=1)
    client = over_tls(create_app(settings)).test_client()
    responses = [client.get("/en/search?q=x", environ_overrides={"REMOTE_ADDR": "192.0.2.7"}) for _ in range(2)]
    assert [each.status_code for each in responses] == [200, 429]
    check("/en/search", responses[1])


def test_the_site_runs_without_the_tools_of_its_makers(drawn):
    assert not drawn.debug
    assert not drawn.testing
    assert not drawn.config["PROPAGATE_EXCEPTIONS"]
    assert drawn.secret_key is None
