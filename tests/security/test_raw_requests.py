"""Bytes that no browser sends, to the server as it is run: each answered or refused, and everybody else served."""

import re
import socket
import time
from contextlib import ExitStack, suppress

import pytest

from finder.web.guarding.slow_forms import MOST_FORMS
from tests.content.writing import write_content
from tests.running import Server

HOST = b"Host: localhost\r\n"
LAST = b"Connection: close\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
SLOWLY = 50
TOO_LONG_TO_BE_HEARD = 1_000_000
"""In bytes."""


def ask(path=b"/en/", more=b"", body=b"", *, method=b"GET", host=HOST, version=b"HTTP/1.1"):
    return b"".join((method, b" ", path, b" ", version, b"\r\n", host, LAST, more, b"\r\n", body))


def post(more, body=b"years=5"):
    return ask(b"/en/questions/age", FORM + more, body, method=b"POST")


def header(value):
    return ask(more=b"X: " + value + b"\r\n")


SMUGGLED = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
REQUESTS = {
    "an ordinary page": (ask(), [200]),
    "an ordinary form": (post(b"Content-Length: 7\r\n"), [303]),
    "two different lengths": (post(b"Content-Length: 7\r\nContent-Length: 3\r\n"), [400]),
    "a list of lengths": (post(b"Content-Length: 7, 7\r\n"), [400]),
    "a length below nothing": (post(b"Content-Length: -1\r\n"), [400]),
    "a length with a sign": (post(b"Content-Length: +7\r\n"), [400]),
    "a length that is no number": (post(b"Content-Length: 0x7\r\n"), [400]),
    "a length beyond all numbers": (post(b"Content-Length: 99999999999999999999999\r\n"), [400]),
    "a length that is too much": (post(b"Content-Length: 999999\r\n"), [413]),
    "pieces and a length": (post(b"Content-Length: 4\r\n" + CHUNKED, SMUGGLED), [422]),
    "a length after pieces": (post(CHUNKED + b"Content-Length: 4\r\n", SMUGGLED), [422]),
    "pieces of an unknown kind": (post(b"Transfer-Encoding: xchunked\r\n"), [400]),
    "pieces with a space": (post(b"Transfer-Encoding : chunked\r\n"), [400]),
    "pieces said twice": (post(CHUNKED + b"Transfer-Encoding: identity\r\n"), [400]),
    "pieces that hold a form": (post(CHUNKED, b"7\r\nyears=5\r\n0\r\n\r\n"), [303]),
    "pieces that are too much": (post(CHUNKED, b"5000\r\n" + b"a" * 0x5000 + b"\r\n0\r\n\r\n"), [413]),
    "pieces of no size": (post(CHUNKED, b"zz\r\nyears=5\r\n0\r\n\r\n"), [422]),
    "pieces beyond all sizes": (post(CHUNKED, b"ffffffffffffffffff\r\nyears=5\r\n"), [422]),
    "a form announced": (post(b"Expect: 100-continue\r\nContent-Length: 7\r\n"), [100, 303]),
    "a form that is too much announced": (post(b"Expect: 100-continue\r\nContent-Length: 999999\r\n", b""), [413]),
    "another site's whole address": (ask(b"http://evil.example/en/"), [200]),
    "no page": (ask(b"*", method=b"OPTIONS"), [404]),
    "a way to elsewhere": (ask(b"evil.example:443", method=b"CONNECT"), [404]),
    "an echo": (ask(method=b"TRACE"), [405]),
    "a very long method": (ask(method=b"A" * 10_000), [405]),
    "a method with markup": (ask(method=b"<script>"), [400]),
    "a control byte in the method": (ask(method=b"G\x00T"), [400]),
    "a zero in the path": (ask(b"/en/\x00"), [400]),
    "control bytes in the path": (ask(b"/en/\x01\x1f\x7f"), [400]),
    "any bytes in the path": (ask(b"/en/\xff\xfe"), [400]),
    "any bytes in the query": (ask(b"/en/search?q=\xff\xfe"), [400]),
    "a path of broken signs": (ask(b"/en/%zz%"), [404]),
    "a path of signs that are no text": (ask(b"/en/trials/%ff%fe%c0%af%ed%a0%80"), [404]),
    "a query of signs that are no text": (ask(b"/en/search?q=%ff%fe%ed%a0%80%00"), [200]),
    "a new line in the path": (ask(b"/%0d%0aSet-Cookie:%20a=b"), [404]),
    "a space in the path": (ask(b"/en/ a b"), [400]),
    "a path without its slash": (ask(b"en/"), [400]),
    "a path of two slashes": (ask(b"//evil.example/en/"), [404]),
    "a long path": (ask(b"/" + b"a" * 10_000), [404]),
    "a very long path": (ask(b"/" + b"a" * 100_000), [431]),
    "a path of a million letters": (ask(b"/" + b"a" * 1_000_000), [431]),
    "a long header": (header(b"a" * 20_000), [200]),
    "a header of 100 kB": (header(b"a" * 100_000), [431]),
    "two thousand headers": (ask(more=b"".join(b"X%d: a\r\n" % each for each in range(2_000))), [431]),
    "a zero in a header": (header(b"a\x00b"), [400]),
    "a control byte in a header": (header(b"a\x0bb"), [400]),
    "half a line end in a header": (header(b"a\rY: b"), [400]),
    "a folded header": (header(b"a\r\n b"), [400]),
    "a header without a name": (ask(more=b": a\r\n"), [400]),
    "a header without its colon": (ask(more=b"abc\r\n"), [400]),
    "two hosts": (ask(host=HOST + b"Host: evil.example\r\n"), [400]),
    "two hosts, ours last": (ask(host=b"Host: evil.example\r\n" + HOST), [400]),
    "no host": (ask(host=b""), [400]),
    "an empty host": (ask(host=b"Host: \r\n"), [400]),
    "any bytes as the host": (ask(host=b"Host: \xff\xfe\r\n"), [400]),
    "no host, from a machine": (ask(b"/healthz", host=b"", version=b"HTTP/1.0"), [200]),
    "a version before all versions": (b"GET /en/\r\n\r\n", [400]),
    "a version that is not spoken": (ask(version=b"HTTP/2.0"), [400]),
    "another protocol": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500), [400]),
    "a change of protocol": (ask(more=b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"), [200]),
    "parts that overlap": (ask(b"/static/site.css?v=1", b"Range: bytes=" + b"0-,0-," * 200 + b"0-\r\n"), [416]),
    "a part from before the start": (ask(b"/static/site.css?v=1", b"Range: bytes=-99999999999999999999\r\n"), [416]),
    "a part in unknown units": (ask(b"/static/site.css?v=1", b"Range: lines=\xff\r\n"), [416]),
    "a tag of any bytes": (ask(more=b'If-None-Match: W/,"\xff",,"\r\n'), [200]),
    "thousands of tags": (ask(more=b"If-None-Match: " + b'"a",' * 4_000 + b"\r\n"), [200]),
    "a day that never was": (ask(more=b"If-Modified-Since: Mon, 99 Foo 99999 99:99:99 GMT\r\n"), [200]),
    "encodings of any bytes": (ask(more=b"Accept-Encoding: \xff;q=nan, gzip;q=1e999, ;;=\r\n"), [200]),
    "languages of any bytes": (ask(b"/", b"Accept-Language: en;q=nan,\xff-\xff,*;q=1e999\r\n"), [302]),
    "cookies of any bytes": (
        ask(b"/en/questions/age", b'Cookie: =;;;answers;=a;answers="\\377"; \xff=\r\n'),
        [200],
    ),
    "many at once": (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20 + ask(), [200] * 21),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(write_content(tmp_path_factory.mktemp("raw")), "--workers", "1")
    server.wait_for("Trial Finder is at")
    server.began_with = server.workers()
    yield server
    server.kill()


def connect(server):
    return socket.create_connection(("127.0.0.1", server.port), timeout=5)


def answer_to(server, request):
    """Return everything that comes back until the server closes the connection."""
    with connect(server) as connection:
        came = b""
        with suppress(ConnectionError):  # refused before all of it was sent: the answer is there to read
            connection.sendall(request)
        with suppress(ConnectionError):
            while piece := connection.recv(65_536):
                came += piece
    return came


@pytest.mark.parametrize(("request_", "statuses"), REQUESTS.values(), ids=REQUESTS)
def test_every_request_is_answered_or_refused_at_once(server, request_, statuses):
    came = answer_to(server, request_)
    if len(request_) >= TOO_LONG_TO_BE_HEARD and not came:
        return  # the server hung up while we still talked, and its answer was lost on the way
    assert [int(status) for status in re.findall(rb"^HTTP/1\.[01] (\d+)", came, re.MULTILINE)] == statuses
    assert b"Traceback" not in came
    assert b"smuggled" not in came
    assert not re.search(rb"^(set-cookie: a=b|location: .*evil)", came, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX: ",
        b"POST /en/questions/age HTTP/1.1\r\nHost: localhost\r\n" + FORM + b"Content-Length: 1000\r\n\r\nyears=",
        b"POST /en/questions/age HTTP/1.1\r\nHost: localhost\r\n" + FORM + CHUNKED + b"\r\n5\r\nye",
    ],
    ids=["silence", "half a header", "half a form", "half a piece"],
)
def test_whoever_sends_slowly_holds_up_nobody_else(server, beginning):
    """Even with more of them than the server waits for."""
    with ExitStack() as slow:
        for _ in range(MOST_FORMS + SLOWLY):
            slow.enter_context(connect(server)).sendall(beginning)
        began = time.monotonic()
        assert [server.ask("GET", path)[0].status for path in ("/healthz", "/en/", "/en/questions/age")] == [200] * 3
        assert time.monotonic() - began < 3


def test_a_form_is_taken_though_fifty_others_come_slowly(tmp_path):
    server = Server(write_content(tmp_path), "--workers", "2")
    server.wait_for("Trial Finder is at")
    try:
        with ExitStack() as slow:
            for _ in range(SLOWLY):
                slow.enter_context(connect(server)).sendall(post(b"Content-Length: 1000\r\n"))
            began = time.monotonic()
            sent = {"Content-Type": "application/x-www-form-urlencoded"}
            assert server.ask("POST", "/en/questions/age", "years=5", sent)[0].status == 303
            assert time.monotonic() - began < 3
    finally:
        server.kill()


def test_after_all_this_the_same_worker_serves_and_nothing_was_printed(server):
    assert server.get("/en/").startswith("<!doctype html>")
    assert server.workers() == server.began_with
    server.process.terminate()
    assert server.rest() == []
