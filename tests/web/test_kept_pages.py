"""Finished pages kept in memory: sent again until the content or the day changes, and nothing of a visitor's."""

import gzip
from dataclasses import replace
from datetime import date, timedelta

import pytest

from finder.snapshot.publishing import publish_content
from finder.web.app import create_app
from finder.web.delivery import kept_pages
from finder.web.delivery.kept_pages import KeptPages, Name, Page
from tests.conftest import PROJECT, TODAY, settings_for
from tests.content.writing import words, write_content, write_trial

TRIAL = "/en/trials/interfant-21"
OURS = {"base_url": "https://localhost"}


@pytest.fixture
def made(monkeypatch):
    """Count the pages that are kept: what is sent again is not made again."""
    kept = []
    keep = KeptPages.keep
    monkeypatch.setattr(KeptPages, "keep", lambda self, name, page: (kept.append(name.path), keep(self, name, page)))
    return kept


@pytest.fixture
def fresh(instance):
    """A site that nobody has visited yet."""
    return create_app(settings_for(PROJECT / "content", instance)).test_client()


def test_a_page_is_made_once_and_sent_again_the_same(fresh, made):
    first, second = fresh.get(TRIAL, **OURS), fresh.get(TRIAL, **OURS)
    assert made == [TRIAL]
    assert first.data == second.data
    assert {**first.headers, "Date": ""} == {**second.headers, "Date": ""}


def test_a_browser_that_holds_the_page_is_not_sent_it_again(fresh):
    first = fresh.get(TRIAL, **OURS)
    again = fresh.get(TRIAL, headers={"If-None-Match": first.headers["ETag"]}, **OURS)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert fresh.get(TRIAL, headers={"If-None-Match": '"another"'}, **OURS).status_code == 200


def test_the_page_comes_compressed_to_whoever_can_read_it(fresh):
    plain = fresh.get(TRIAL, **OURS)
    small = fresh.get(TRIAL, headers={"Accept-Encoding": "gzip"}, **OURS)
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 3
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "address", ["/en/questions/", "/en/questions/age", "/en/search?q=leukaemia", "/en/nowhere", "/", "/healthz"]
)
def test_nothing_of_a_visitors_is_kept(fresh, made, address):
    fresh.get(address, **OURS)
    assert made == []


def test_a_request_under_another_sites_name_gets_no_kept_page(fresh):
    fresh.get(TRIAL, **OURS)
    assert fresh.get(TRIAL, headers={"Host": "evil.example"}).status_code == 400


def test_a_new_day_is_a_new_page(instance):
    day = [date(2026, 2, 1)]
    settings = replace(settings_for(PROJECT / "content", instance), today=lambda: day[0])
    client = create_app(settings).test_client()
    before = client.get("/en/trials/", **OURS).data
    day[0] = TODAY
    assert client.get("/en/trials/", **OURS).data != before


def test_a_day_that_changes_while_a_page_is_made_keeps_nothing(instance, made):
    days = iter([TODAY, *[TODAY + timedelta(days=1)] * 10_000])
    settings = replace(settings_for(PROJECT / "content", instance), today=lambda: next(days))
    create_app(settings).test_client().get("/en/glossary", **OURS)
    assert made == []


def test_what_is_published_is_shown_at_once(tmp_path):
    content, instance = write_content(tmp_path), tmp_path / "instance"
    publish_content(content, instance, today=TODAY)
    app = create_app(settings_for(content, instance))
    client = app.test_client()
    assert b"A new medicine" in client.get("/en/trials/sunrise", **OURS).data
    write_trial(content, words=words(title="Another title"))
    publish_content(content, instance, today=TODAY)
    app.extensions["finder-snapshots"]._look_again = 0
    assert b"Another title" in client.get("/en/trials/sunrise", **OURS).data


def name(path, snapshot="one"):
    return Name(snapshot, date(2026, 11, 20), path, is_gzip=False)


def page(size):
    return Page([("ETag", '"x"')], b"x" * size, "x", "pages.home")


def test_memory_is_bounded_and_the_page_asked_for_longest_ago_goes_first():
    kept = KeptPages(None, None, most_bytes=250)
    for path in "ab":
        kept.keep(name(path), page(100))
    kept._find(name("a"))
    kept.keep(name("c"), page(100))
    assert [kept._find(name(path)) is not None for path in "abc"] == [True, False, True]
    kept.keep(name("large"), page(1000))
    assert kept._bytes == 0


def test_an_older_snapshots_pages_go_at_once():
    kept = KeptPages(None, None)
    kept.keep(name("a"), page(100))
    kept.keep(name("b", snapshot="two"), page(100))
    assert kept._bytes == 100
    assert kept._find(name("a")) is None


def test_the_room_for_pages_is_what_the_readme_says():
    assert kept_pages.MOST_BYTES == 32 * 1024 * 1024
