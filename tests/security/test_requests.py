"""Requests that nobody's browser sends: too long, for another site, from another site, and to where nothing is."""

from urllib.parse import quote, urlsplit

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from finder.web.guarding.security import LONGEST_ANSWER, MOST_FIELDS
from tests.conftest import PROJECT

REDIRECTS = [
    "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example", "/%09/evil.example",
    "\\\\evil.example", "/%5cevil.example", "///evil.example", "/en//evil.example", "/en/..//evil.example",
    "/%2f%2fevil.example", "/.evil.example", "/@evil.example", "/en@evil.example", "/?next=//evil.example",
    "/en/questions/?next=https://evil.example", "/en/questions/age?change=//evil.example",
    "/%0d%0aLocation:%20//evil.example", "/en%0d%0aSet-Cookie:a=b", "/javascript:alert(1)", "/en/trials//evil.example/",
    "/en/questions//evil.example", "/\t/evil.example", "/en/professional//evil.example", "/;@evil.example",
]  # fmt: skip
TRAVERSALS = [
    "/static/../pyproject.toml", "/static/..%2fpyproject.toml", "/static/%2e%2e/pyproject.toml",
    "/static/..%252fpyproject.toml", "/static/....//pyproject.toml", "/static//etc/passwd", "/static/%00",
    "/static/site.css%00.txt", "/static/..\\pyproject.toml", "/static/..%5cpyproject.toml", "/static/", "/static/.",
    "/en/trials/..%2f..%2fsite.yaml", "/en/trials/../../content/site.yaml", "/en/trials/%00", "/en/trials/.git",
    "/en/pages/..%2f..%2fsite", "/en/pages/%2e%2e%2fsite", "/en/pages/privacy.en.md", "/en/diagnoses/..%2fall",
    "/%2e%2e/etc/passwd", "/../etc/passwd", "/etc/passwd", "/.git/config", "/.env", "/.finder/answers.key", "/content/",
    "/translations/messages.pot", "/content/site.yaml", "/finder/settings.py", "/answers.key", "/index/",
    "/api/v1/trials/..%2f..%2fsite", "/api/v1/trials/%00", "/..%2f..%2fetc%2fpasswd%2f/trials/", "/en%00/trials/",
    "/server-status", "/wp-login.php", "/console", "/debug", "/metrics", "/actuator/env",
]  # fmt: skip
OTHER_HOSTS = [
    "evil.example", "evil.example:443", "trials.example.org.evil.example", "trials.example.org@evil.example",
    "evil.example#trials.example.org", "trials.example.org evil.example", "localhost.evil.example", "",
    "evil.example\\@localhost", "127.0.0.1.evil.example", "[::1].evil.example", "a" * 300 + ".example", "[", "..",
]  # fmt: skip
OUR_HOSTS = ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "trials.example.org", "10.0.0.7", "finder"]
POISONS = [
    {"X-Forwarded-Host": "evil.example"},
    {"X-Original-URL": "/evil.example"},
    {"X-Rewrite-URL": "/evil.example"},
    {"X-Forwarded-Proto": "javascript", "X-Forwarded-Prefix": "//evil.example"},
    {"Forwarded": "host=evil.example;proto=http"},
    {"X-Forwarded-For": "evil.example"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"Cookie": "session=evil.example; language=nl"},
    {"Accept-Language": "nl, evil.example"},
    {"User-Agent": "<script>evil.example</script>"},
    {"Referer": "https://evil.example/?leukaemia"},
    {"Accept": "application/json"},
    {"Accept-Encoding": "evil.example"},
    {"Range": "bytes=0-10"},
]


@pytest.mark.parametrize("address", REDIRECTS)
def test_no_address_leads_to_another_site(client, address):
    response = client.open(address)
    location = response.headers.get("Location", "/")
    parts = urlsplit(location)
    assert (parts.scheme, parts.netloc) in (("", ""), ("https", "localhost"))
    assert location.startswith(("/", "https://localhost/"))
    assert not location.startswith(("//", "/\\"))
    assert "Set-Cookie" not in response.headers
    assert response.status_code < 500


@pytest.mark.parametrize("address", TRAVERSALS)
def test_no_address_leads_to_a_file_that_is_not_for_visitors(client, address):
    response = client.get(address, buffered=True, follow_redirects=True)
    assert response.status_code in (400, 404)
    assert b"[project]" not in response.data
    assert b"root:" not in response.data


def test_a_link_in_static_does_not_lead_out_of_it(client):
    assert not [path for path in (PROJECT / "static").rglob("*") if path.is_symlink()]


@pytest.mark.parametrize("host", OTHER_HOSTS)
def test_another_sites_name_is_refused_and_repeated_nowhere(client, host):
    for address in ("/en/", "/", "/en/trials/interfant-21"):
        response = client.get(address, headers={"Host": host})
        assert response.status_code == 400
        assert "evil" not in response.get_data(as_text=True) + str(response.headers)


@pytest.mark.parametrize("host", OUR_HOSTS)
def test_our_own_names_and_local_ones_are_served(client, host):
    assert client.get("/en/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(("version", "status"), [("HTTP/1.0", "200 OK"), ("HTTP/1.1", "400 BAD REQUEST")])
def test_only_a_machine_of_the_first_version_of_http_may_name_no_host(app, version, status):
    environ = EnvironBuilder("/healthz").get_environ() | {"SERVER_PROTOCOL": version}
    del environ["HTTP_HOST"]
    assert run_wsgi_app(app.wsgi_app, environ)[1] == status


@pytest.mark.parametrize(
    "query", ["a\r\nSet-Cookie: a=b", "\n", "\r", "a b", "\x00", "\xff\xfe", "%0d%0a", "%ff", '"<>']
)
def test_no_query_breaks_the_way_to_an_address_with_its_slash(app, query):
    environ = EnvironBuilder("/en").get_environ() | {"QUERY_STRING": query}
    body, status, headers = run_wsgi_app(app.wsgi_app, environ)
    assert status == "308 PERMANENT REDIRECT"
    assert headers["Location"].startswith("http://localhost/en/?")
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("poison", POISONS, ids=lambda each: next(iter(each)))
@pytest.mark.parametrize("address", ["/en/", "/en/trials/interfant-21", "/en/search?q=leukaemia", "/en/questions/age"])
def test_the_same_address_is_the_same_page_whatever_is_sent_along(client, address, poison):
    plain, poisoned = client.get(address), client.get(address, headers=poison)
    assert plain.data == poisoned.data
    assert "evil" not in str(poisoned.headers)
    assert poisoned.status_code == plain.status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/search?q=" + quote("ß" * 200), 200),
        ("/en/search?q=" + "a" * 201, 400),
        ("/en/search?q=" + "a" * 9_000, 400),
        ("/en/?" + "a" * 20_000, 400),
        ("/en/search?" + "&".join(f"status={number}" for number in range(MOST_FIELDS + 1)), 400),
        ("/en/" + "a" * 20_000, 404),
    ],
)
def test_a_long_address_is_refused(client, address, status):
    assert client.get(address).status_code == status


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"years": "5" * (LONGEST_ANSWER + 1)}, 400),
        ({f"field-{number}": "x" for number in range(MOST_FIELDS + 1)}, (400, 413)),
        ({"years": "5", "x" * (LONGEST_ANSWER + 1): ""}, 400),
        ({"years": "5" * 17_000}, 413),
    ],
)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_form_with_too_much_in_it_is_refused(client, data, status, kind):
    response = client.post("/en/questions/age", data=data, content_type=kind)
    assert response.status_code in (status if isinstance(status, tuple) else (status,))


def test_every_answer_that_is_offered_fits(app, client):
    with app.test_request_context("/en/", base_url="https://localhost"):
        from finder.web.current import snapshot

        offered = [term.id for tree in (snapshot().diagnoses, snapshot().treatments) for term in tree]
        ticked = [term for term in snapshot().treatments if term.is_asked]
    assert max(map(len, offered)) <= LONGEST_ANSWER
    assert len(ticked) + 2 <= MOST_FIELDS


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND", "X"])
@pytest.mark.parametrize("address", ["/en/", "/en/questions/age", "/static/site.css", "/api/v1/match"])
def test_other_methods_are_refused(client, address, method):
    assert client.open(address, method=method).status_code == 405


@pytest.mark.parametrize("address", ["/en/questions/age", "/en/questions/clear", "/api/v1/match"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "https://localhost.evil.example"},
        {"Origin": "http://[", "Sec-Fetch-Site": "none"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused(client, address, headers):
    response = client.post(address, data={"years": "5"}, headers=headers)
    assert response.status_code == 403
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "body",
    [b"[" * 15_000, b'{"age":' * 2_000, b'{"a":1,"a":2}', b"1e999", b'"\\ud800"', b'{"diagnosis": "\\u0000"}', b"null"],
)
def test_json_that_is_made_to_break_things_is_only_refused(client, body):
    response = client.post("/api/v1/match", data=body, content_type="application/json")
    assert response.status_code == 400
    assert response.json["error"]
