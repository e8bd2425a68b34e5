"""The one cookie: what it may hold, who can read it, and when it ends."""

import json
import stat
import sys
import time
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet

from finder.web.answer_cookie import IDLE_SECONDS, read_keys
from finder.web.app import create_app
from tests.conftest import PROJECT, settings_for

LOST = "Your earlier answers have ended, so we start afresh. Nobody else has seen them."


def set_cookie_of(response):
    return response.headers["Set-Cookie"]


def test_it_is_set_only_by_an_answer_and_locked_to_this_site(client):
    assert "Set-Cookie" not in client.get("/en/").headers
    assert "Set-Cookie" not in client.get("/en/questions/age").headers
    name, *attributes = set_cookie_of(client.post("/en/questions/age", data={"years": "5"})).split("; ")
    assert name.startswith("__Host-answers=")
    assert sorted(attributes) == ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]


def test_it_cannot_be_read_without_the_key(client):
    value = set_cookie_of(client.post("/en/questions/diagnosis", data={"answer": "leukaemia"}))
    assert "leukaemia" not in value
    assert "diagnosis" not in value


def test_on_ones_own_machine_it_works_without_tls(app):
    client = app.test_client()
    plain = set_cookie_of(client.post("/en/questions/age", data={"years": "5"}, base_url="http://127.0.0.1:8000"))
    assert plain.startswith("answers=")
    assert "Secure" not in plain


def test_elsewhere_it_insists_on_tls(app):
    cookie = set_cookie_of(
        app.test_client().post("/en/questions/age", data={"years": "5"}, base_url="http://example.org")
    )
    assert cookie.startswith("__Host-answers=")
    assert "Secure" in cookie


def own_cookie(app, answers, *, at=None):
    keys = app.extensions["finder-answers"]
    return keys.encrypt_at_time(json.dumps(answers).encode(), at or int(time.time())).decode()


@pytest.mark.parametrize(
    "value",
    [
        "not a token",
        "",
        "é",
        "gAAAAA",
        "x" * 4000,
        Fernet(Fernet.generate_key()).encrypt(b'{"age": {"years": 5}}').decode(),
    ],
)
def test_a_cookie_that_is_not_ours_is_a_fresh_start(client, page, value):
    client.set_cookie("__Host-answers", value)
    shown = page("/en/questions/check")
    assert "5 years" not in shown.main
    assert (LOST in shown.main) is bool(value)


def test_it_ends_after_two_idle_hours(app, client, page):
    old = own_cookie(app, {"age": {"years": 5}}, at=int(time.time()) - IDLE_SECONDS - 5)
    client.set_cookie("__Host-answers", old)
    shown = page("/en/questions/check")
    assert LOST in shown.main
    assert "5 years" not in shown.main


@pytest.mark.parametrize(
    "answers", [{"age": {"years": "x"}}, {"diagnosis": "gone"}, {"stage": "later"}, {"unknown": 1}, "x"]
)
def test_answers_that_make_no_sense_any_more_are_a_fresh_start(app, client, page, answers):
    client.set_cookie("__Host-answers", own_cookie(app, answers))
    assert LOST in page("/en/questions/check").main


def test_looking_at_a_page_of_the_questions_is_not_idling(app, client):
    client.post("/en/questions/age", data={"years": "5"})
    assert "Set-Cookie" in client.get("/en/questions/check").headers


def test_the_key_is_made_once_and_readable_to_us_alone(tmp_path):
    kept = tmp_path / "answers.key"
    first, second = read_keys((), kept), read_keys((), kept)
    assert second.decrypt(first.encrypt(b"x")) == b"x"
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_new_key_still_opens_what_the_old_one_locked(tmp_path):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    locked = read_keys((old,), tmp_path / "unused").encrypt(b"x")
    assert read_keys((new, old), tmp_path / "unused").decrypt(locked) == b"x"
    assert not (tmp_path / "unused").exists()


def test_two_machines_with_the_same_keys_share_the_answers(instance):
    key = Fernet.generate_key().decode()
    settings = replace(settings_for(PROJECT / "content", instance), answer_keys=(key,))
    one, other = create_app(settings).test_client(), create_app(settings).test_client()
    one.post("/en/questions/age", data={"years": "5"}, base_url="https://localhost")
    other.set_cookie("__Host-answers", one.get_cookie("__Host-answers").value)
    assert b"5 years" in other.get("/en/questions/check", base_url="https://localhost").data
