"""The one cookie: what it may hold, who can read it, and when it ends."""

import base64
import json
import re
import stat
import sys
import time
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet

from finder.web.app import create_app
from finder.web.questions.answer_cookie import IDLE_SECONDS
from finder.web.questions.answer_keys import read_keys
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
    line = set_cookie_of(client.post("/en/questions/diagnosis", data={"answer": "leukaemia"}))
    value = line.split(";")[0].partition("=")[2]
    parts = [value, *re.split(r"[.|:~]", value)]
    readings = [base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in parts] + [line.encode()]
    assert not [reading for reading in readings if b"leukaemia" in reading or b"diagnosis" in reading]


def test_on_ones_own_machine_it_works_without_tls(app):
    client = app.test_client()
    plain = set_cookie_of(client.post("/en/questions/age", data={"years": "5"}, base_url="http://127.0.0.1:8000"))
    assert plain.startswith("answers=")
    assert "Secure" not in plain


def test_elsewhere_it_insists_on_tls(app):
    cookie = set_cookie_of(
        app.test_client().post("/en/questions/age", data={"years": "5"}, base_url="http://trials.example.org")
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


def test_a_cookie_longer_than_any_browser_keeps_is_not_even_tried(app):
    sent = {"headers": {"Cookie": "__Host-answers=" + "g" * 6000}, "base_url": "https://localhost"}
    shown = app.test_client(use_cookies=False).get("/en/questions/check", **sent)
    assert LOST in shown.get_data(as_text=True)


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


def settings_in(folder, *keys):
    return replace(settings_for(folder / "content", folder / "instance"), answer_keys=keys)


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_key_is_made_once_and_readable_to_us_alone(tmp_path):
    settings = settings_in(tmp_path)
    assert read_keys(settings) == read_keys(settings)
    assert [path.name for path in settings.instance.iterdir()] == ["answers.key"]
    if sys.platform != "win32":
        assert mode_of(settings.instance / "answers.key") == 0o600


@pytest.mark.parametrize("damage", [b"", b"half a key", b"\xff\xfe"])
def test_a_damaged_key_is_replaced_by_a_new_one(tmp_path, damage):
    settings = settings_in(tmp_path)
    before = read_keys(settings)
    (settings.instance / "answers.key").write_bytes(damage)
    after = read_keys(settings)
    assert after != before
    assert read_keys(settings) == after
    if sys.platform != "win32":
        assert mode_of(settings.instance / "answers.key") == 0o600


def test_where_nothing_can_be_kept_there_is_a_key_all_the_same(tmp_path, caplog):
    settings = settings_in(tmp_path)
    settings.instance.write_text("a file where the folder should be")
    assert len(read_keys(settings)) == 1
    assert caplog.messages[0].startswith("The key of the answers cannot be kept in ")


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_new_key_still_opens_what_the_old_one_locked(tmp_path, is_kept):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings = settings_in(tmp_path) if is_kept else settings_in(tmp_path, new, old)
    if is_kept:
        settings.instance.mkdir()
        (settings.instance / "answers.key").write_text(f"{new}\n{old}\n")
    assert read_keys(settings) == (new, old)


def test_two_machines_with_the_same_keys_share_the_answers(instance):
    key = Fernet.generate_key().decode()
    settings = replace(settings_for(PROJECT / "content", instance), answer_keys=(key,))
    one, other = create_app(settings).test_client(), create_app(settings).test_client()
    one.post("/en/questions/age", data={"years": "5"}, base_url="https://localhost")
    other.set_cookie("__Host-answers", one.get_cookie("__Host-answers").value)
    assert b"5 years" in other.get("/en/questions/check", base_url="https://localhost").data
