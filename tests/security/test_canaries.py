"""Words that only a family could have given are pushed through every flow, and then looked for everywhere."""

import json
import re
from urllib.parse import urlencode

import pytest

from finder.web.guarding.access_log import AccessLog
from tests.content.writing import DIAGNOSES, TREATMENTS, write_content
from tests.running import Server

CANARY = "canary"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOLD = {
    "Referer": "https://elsewhere.example/?canary-referer",
    "User-Agent": "canary-browser",
    "X-Forwarded-For": "192.0.2.77",
    "Accept-Language": "en, canary",
}
ANSWERS = [
    ("age", {"years": "5"}),
    ("age", {"years": "canary-age"}),
    ("diagnosis", {"answer": "canary-diagnosis"}),
    ("diagnosis", {"answer": "canary-that-is-none"}),
    ("treatment", {"answer": "canary-treatment"}),
    ("stage", {"answer": "came-back"}),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A site with its access log on, whose vocabulary holds canaries that a family can choose."""
    folder = tmp_path_factory.mktemp("canaries")
    changes = {
        "diagnoses.yaml": DIAGNOSES + "canary-diagnosis:\n  name: {en: A canary}\n",
        "treatments.yaml": TREATMENTS + "canary-treatment:\n  name: {en: Bird seed}\n",
    }
    (folder / "temporary").mkdir()
    surroundings = {"FINDER_ACCESS_LOG": "yes", "TMPDIR": str(folder / "temporary")}
    server = Server(write_content(folder, changes), "--workers", "2", environment=surroundings)
    server.folder = folder
    server.wait_for("Trial Finder is at")
    yield server
    server.kill()


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def walk(server):
    """Answer, look, search and fail in every way there is. Return every header that came back."""
    cookie, headers = "", []

    def ask(method, path, body=None, more=None):
        nonlocal cookie
        sent = {**TOLD, **(more or {}), **({"Cookie": cookie} if cookie else {})}
        response, _ = server.ask(method, path, body, sent)
        cookie = (response.headers.get("Set-Cookie") or cookie).split(";")[0]
        headers.extend(f"{name}: {value}" for name, value in response.headers.items())
        return response.status

    for question, given in ANSWERS:
        ask("POST", f"/en/questions/{question}", urlencode(given), FORM)
    pages = ["age", "diagnosis", "treatment", "stage", "check", "results", "sheet"]
    assert {ask("GET", f"/en/questions/{page}") for page in pages} == {200}
    for path in (
        "/en/search?q=canary-search",
        "/en/search?q=" + "canary" * 50,
        "/canary-path",
        "/en/trials/canary-slug",
    ):
        ask("GET", path)
    ask("GET", "/en/?canary-query=1")
    ask("GET", "/en/", more={"Host": "canary.example"})
    ask("CANARY", "/en/")
    ask("GET", "/api/v1/trials?q=canary-search")
    as_json = {"Content-Type": "application/json"}
    ask("POST", "/api/v1/match", json.dumps({"diagnosis": "canary-diagnosis", "stage": "canary-stage"}), as_json)
    ask("POST", "/en/questions/age", urlencode({"years": "canary" * 4000}), FORM)
    ask("POST", "/en/questions/clear", "", FORM)
    return headers


def test_no_word_of_a_family_is_in_a_header_a_log_or_a_file(server):
    before = files_below(server.folder)
    headers = walk(server)
    assert [line for line in headers if CANARY in line.lower()] == []
    after = files_below(server.folder)
    changed = [path for path in after if after[path] != before.get(path)]
    assert [path.name for path in changed if path.name != "counts"] == []
    assert not any(word in after[path] for path in changed for word in (b"canary", b"192.0.2.77", b"127.0.0.1"))
    server.process.terminate()
    printed = server.rest()
    assert len(printed) >= 20
    assert [
        line for line in printed if re.search(r"canary|192\.0\.2|127\.0\.0|elsewhere|\?", line, re.IGNORECASE)
    ] == []
    for line in printed:
        assert set(json.loads(line)) == {"at", "method", "page", "status", "ms"}


@pytest.mark.parametrize(
    ("environ", "page"),
    [({}, "none"), ({"finder.endpoint": "trials.show"}, "trials.show"), ({"finder.endpoint": ""}, "none")],
)
def test_a_line_of_the_access_log_names_the_kind_of_page_alone(environ, page):
    lines = []

    def answer(environ, start_response):
        start_response("404 NOT FOUND", [])
        return []

    asked = {
        "REQUEST_METHOD": "CANARY",
        "PATH_INFO": "/en/canary",
        "QUERY_STRING": "q=canary",
        "REMOTE_ADDR": "192.0.2.77",
        "HTTP_REFERER": "canary",
        "HTTP_COOKIE": "canary",
        **environ,
    }
    AccessLog(answer, lines.append)(asked, lambda *_: None)
    line = json.loads(lines[0])
    assert (line["method"], line["page"], line["status"]) == ("other", page, 404)
    assert set(line) == {"at", "method", "page", "status", "ms"}


def test_a_request_that_breaks_everything_is_logged_as_a_fault():
    lines = []

    def answer(environ, start_response):
        raise RuntimeError("canary")

    with pytest.raises(RuntimeError):
        AccessLog(answer, lines.append)({"REQUEST_METHOD": "GET"}, lambda *_: None)
    assert json.loads(lines[0])["status"] == 500
