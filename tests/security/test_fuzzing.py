"""Thousands of generated requests, none of which may end in a fault of ours.

FINDER_FUZZ says how many of each kind: `FINDER_FUZZ=10000 pytest tests/security/test_fuzzing.py` is the long form.
"""

import json
import os
import warnings
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.conftest import PROJECT, settings_for

MANY = int(os.environ.get("FINDER_FUZZ", "150"))
quietly = settings(
    max_examples=MANY,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)
ODD = [
    "\x00",
    "\ud800",
    "\u202e",
    "\r\n",
    "%00",
    "%0d%0a",
    "../",
    "//",
    "\\",
    "{{7*7}}",
    "%(n)s",
    "<script>",
    "😀",
    "ß",
    "٣",
]
text = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(ODD), max_size=6).map("".join))
known = st.sampled_from(
    "en xx professional questions trials search glossary pages diagnoses static api v1 match age check results sheet "
    "clear interfant-21 b-all privacy treatment stage diagnosis age-at-diagnosis site.css registry".split()
)
whole = st.sampled_from(
    "/ /en/ /en/search /en/trials/ /en/trials/interfant-21 /en/questions/ /en/questions/age /en/questions/diagnosis "
    "/en/questions/results /en/questions/sheet /en/professional/questions/stage /api/v1/trials /api/v1/match /readyz "
    "/static/site.css /sitemap.xml".split()
)
paths = whole | st.lists(st.one_of(known, known, known, text), max_size=6).map(lambda parts: "/" + "/".join(parts))
fields = st.lists(
    st.tuples(
        st.sampled_from("q status age diagnosis stage country page v answer years months unsure change begun".split())
        | text,
        text
        | st.sampled_from(["5", "recruiting", "b-all", "came-back", "GB", "2", "-1", "9" * 30, "not-sure", "none"]),
    ),
    max_size=8,
)
latin = st.text(alphabet=st.characters(min_codepoint=1, max_codepoint=255, exclude_characters="\r\n"), max_size=60)
headers = st.dictionaries(
    st.sampled_from(
        "HTTP_HOST HTTP_COOKIE HTTP_ACCEPT_LANGUAGE HTTP_ACCEPT_ENCODING HTTP_ORIGIN HTTP_RANGE HTTP_IF_NONE_MATCH "
        "HTTP_IF_MODIFIED_SINCE HTTP_SEC_FETCH_SITE HTTP_X_FORWARDED_FOR HTTP_X_FORWARDED_HOST HTTP_USER_AGENT "
        "CONTENT_TYPE HTTP_TRANSFER_ENCODING HTTP_ACCEPT HTTP_AUTHORIZATION".split()
    ),
    latin
    | st.sampled_from(["__Host-answers=gAAAAA", "answers=x", "gzip;q=", "*", "W/", "bytes=9-1", "[", "x" * 8_000]),
    max_size=5,
)
methods = st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "OPTIONS", "TRACE", "X"])


def raw(text):
    """A text as WSGI hands it on: any bytes at all, each as one letter."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def send(app, method, path, query, form, sent):
    builder = EnvironBuilder(method=method, base_url="https://localhost", data={})
    environ = builder.get_environ()
    body = "&".join(f"{name}={value}" for name, value in form).encode("utf-8", "surrogatepass")
    environ |= {"PATH_INFO": raw(path), "QUERY_STRING": raw("&".join(f"{name}={value}" for name, value in query))}
    environ |= {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    environ |= {"CONTENT_TYPE": "application/x-www-form-urlencoded"} | sent
    body, status, answered = run_wsgi_app(app.wsgi_app, environ, buffered=True)
    return int(status[:3]), answered


@quietly
@given(methods, paths, fields, fields, headers)
def test_no_request_at_all_ends_in_a_fault(app, method, path, query, form, sent):
    status, answered = send(app, method, path, query, form, sent)
    assert status < 500
    assert answered["Content-Security-Policy"]


@quietly
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | text | st.sampled_from(["b-all", "not-sure", "none"]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from("age age_at_diagnosis diagnosis treatments stage years months weeks days".split())
                | text,
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_no_answers_as_json_end_in_a_fault(client, answers):
    body = json.dumps(answers)
    status = client.post("/api/v1/match", data=body, content_type="application/json").status_code
    assert status in (200, 400)


def test_the_json_interface_is_as_it_is_described(instance):
    """Schemathesis makes requests from the published description, and holds each answer against it."""
    schemathesis = pytest.importorskip("schemathesis")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from finder.web.app import create_app

        app = create_app(settings_for(PROJECT / "content", instance))
        app.wsgi_app = without("HTTP_ACCEPT_ENCODING", app.wsgi_app)  # Schemathesis asks for gzip and cannot read it
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
        for operation in schema.get_all_operations():
            check_operation(operation.ok())


def without(header, app):
    return lambda environ, start: app({name: environ[name] for name in environ if name != header}, start)


def check_operation(operation):
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    # No schema can say that a child was not diagnosed when older than now, or that 0.0 is not written as a number.
    excluded = [positive_data_acceptance] if operation.path == "/api/v1/match" else []

    @settings(max_examples=max(20, MANY // 10), deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def hold(case):
        case.call_and_validate(excluded_checks=excluded)

    hold()
