"""A pace that stops a program and no ward: counted by all workers together, without an address anywhere."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet

from finder.web.app import create_app
from finder.web.guarding.rate_limits import USUAL_PACE
from finder.web.guarding.shared_counts import SIZE, SharedCounts, make_file
from tests.conftest import PROJECT, settings_for
from tests.strict_page import Page

VISITOR = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture
def counts(tmp_path):
    make_file(tmp_path / "counts")
    return f"shared-counts://{tmp_path / 'counts'}"


@pytest.fixture
def site(instance, counts):
    """Return a worker of a site with these settings. All of them count in one file."""

    def site(**changes):
        settings = replace(settings_for(PROJECT / "content", instance), counts=counts, **changes)
        return create_app(replace(settings, answer_keys=(KEY,))).test_client()

    return site


KEY = Fernet.generate_key().decode()


def ask(client, address="/api/v1/match", *, who=VISITOR, **sent):
    sent = {"buffered": True, "base_url": "https://localhost", **sent}
    return client.open(address, environ_overrides=who, **sent).status_code


def test_thirty_people_behind_one_address_are_not_slowed_down(site):
    """Each opens a page of the questions every four seconds: 450 requests in a minute from one address."""
    client = site()
    assert {ask(client, "/en/questions/diagnosis") for _ in range(30 * 60 // 4)} == {200}


def test_whoever_asks_without_pause_is_told_kindly(site):
    client = site(requests_per_minute=5)
    assert [ask(client, "/en/questions/age") for _ in range(7)] == [200] * 5 + [429] * 2
    response = client.get("/en/search?q=x", environ_overrides=VISITOR, base_url="https://localhost")
    assert response.headers["Retry-After"] == "60"
    assert Page("/en/search", response).heading == "Too many requests at once"
    assert response.headers["Cache-Control"] == "no-store"


def test_all_workers_count_together(site):
    one, other = site(requests_per_minute=6), site(requests_per_minute=6)
    assert [ask(client, "/en/questions/age") for client in (one, other) * 4] == [200] * 6 + [429] * 2


def test_everybody_has_a_pace_of_their_own(site):
    client = site(requests_per_minute=2)
    assert [ask(client, "/en/questions/age", who={"REMOTE_ADDR": f"192.0.2.{n}"}) for n in range(9)] == [200] * 9


def test_one_household_of_the_sixth_version_counts_once(site):
    client = site(requests_per_minute=2)
    asked = [ask(client, "/en/questions/age", who={"REMOTE_ADDR": f"2001:db8::{n}"}) for n in range(4)]
    assert asked == [200, 200, 429, 429]


def test_a_pretended_address_changes_nothing(site):
    client = site(requests_per_minute=2)
    asked = [ask(client, "/en/questions/age", headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(4)]
    assert asked == [200, 200, 429, 429]


def test_behind_a_proxy_its_word_counts_and_the_visitors_own_does_not(site):
    client = site(requests_per_minute=2, behind_proxy=True)
    forwarded = [f"{invented}, 203.0.113.9" for invented in ("1.1.1.1", "2.2.2.2", "3.3.3.3")]
    asked = [ask(client, "/en/questions/age", headers={"X-Forwarded-For": each}) for each in forwarded]
    assert asked == [200, 200, 429]


@pytest.mark.parametrize("address", ["/en/", "/en/trials/interfant-21", "/static/site.css", "/healthz", "/nowhere"])
def test_what_is_quick_to_make_is_never_refused(site, address):
    client = site(requests_per_minute=2)
    assert 429 not in [ask(client, address) for _ in range(5)]


@pytest.mark.parametrize(
    ("changes", "who"),
    [({}, {"REMOTE_ADDR": "127.0.0.1"}), ({"behind_proxy": True}, VISITOR), ({"requests_per_minute": 0}, VISITOR)],
)
def test_by_itself_it_counts_neither_this_computer_nor_behind_a_proxy(site, changes, who):
    client = site(**changes)
    assert {ask(client, who=who, method="POST", json={}) for _ in range(USUAL_PACE + 5)} == {200}


def test_the_file_holds_no_address(site, tmp_path):
    client = site()
    for _ in range(3):
        ask(client, "/en/search?q=canary")
    written = (tmp_path / "counts").read_bytes()
    assert len(written) == SIZE
    assert any(written)
    assert b"192.0.2.7" not in written
    assert b"canary" not in written


def test_a_window_ends_after_a_minute(counts):
    now = [1000.0]
    store = SharedCounts(counts, clock=lambda: now[0])
    assert [store.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert store.get_expiry("a") == 1060.0
    now[0] += 61
    assert store.get("a") == 0
    assert store.incr("a", 60) == 1


def test_a_clock_that_jumps_back_locks_nobody_out(counts):
    now = [1_000_000.0]
    store = SharedCounts(counts, clock=lambda: now[0])
    for _ in range(100):
        store.incr("a", 60)
    now[0] -= 86_400
    assert store.incr("a", 60) == 1


def test_threads_lose_next_to_nothing(counts):
    store = SharedCounts(counts)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.incr("a", 60), range(2_000)))
    assert 1_900 <= store.get("a") <= 2_000


def test_what_was_counted_can_be_forgotten(counts):
    store = SharedCounts(counts)
    for key in "ab":
        store.incr(key, 60)
    store.clear("a")
    assert (store.get("a"), store.get("b")) == (0, 1)
    store.reset()
    assert store.get("b") == 0
    assert store.check()
