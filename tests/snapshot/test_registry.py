"""The register's records in a snapshot: beside the charity's own trials, and never in their way."""

from datetime import date

import pytest

from finder.search.searching import SearchRequest
from finder.snapshot import Snapshots
from finder.snapshot.building import build_content
from finder.snapshot.publishing import publish_content
from tests.registry.records import record, whole_record, write_lines

TODAY = date(2026, 11, 20)


@pytest.fixture
def shelf(content):
    return content / "registry" / "a.jsonl"


@pytest.fixture
def shown(publish, instance):
    """Publish, and return what is shown then."""

    def shown():
        publish()
        return Snapshots(instance).current()

    return shown


def find(snapshot, words="", **filters):
    found = snapshot.search.find(SearchRequest(words=words, **filters), today=TODAY, fresh_days=90)
    return [(hit.slug, hit.is_summarised) for hit in found.hits]


def test_a_record_is_found_and_read_but_is_not_one_of_the_trials(shelf, shown):
    write_lines(shelf, whole_record())
    snapshot = shown()
    assert ("nct07654321", False) in find(snapshot, "blinatumomab for babies")
    assert find(snapshot, "NCT 07654321")[0] == ("nct07654321", False)
    assert snapshot.found("nct07654321").title == "Blinatumomab for babies"
    assert "nct07654321" not in snapshot.slugs()
    assert snapshot.slugs() == ["moonlight", "sunrise"]


def test_its_conditions_name_our_diagnoses(shelf, shown):
    write_lines(shelf, whole_record(), record("NCT00000009", conditionsModule={"conditions": ["Asthma"]}))
    snapshot = shown()
    assert snapshot.found("nct07654321").diagnoses == ("all",)
    assert snapshot.found("nct00000009").diagnoses == ()
    assert ("nct07654321", False) in find(snapshot, diagnosis="leukaemia")
    assert ("nct07654321", False) not in find(snapshot, diagnosis="wilms")


def test_what_the_charity_has_summarised_wins(shelf, shown):
    write_lines(shelf, record("NCT00000002", title="The register's own words for Moonlight-2"))
    snapshot = shown()
    assert len(snapshot.registry) == 0
    assert find(snapshot, "NCT00000002") == [("moonlight", True)]


def test_of_a_number_that_comes_twice_the_latest_update_is_shown(content, shown):
    def updated(day, title):
        return record(title=title, statusModule={"lastUpdatePostDateStruct": {"date": day}})

    write_lines(content / "registry" / "a.jsonl", updated("2026-11-02", "The newer one"))
    write_lines(content / "registry" / "b.jsonl", updated("2025-01-01", "The older one"))
    assert shown().found("nct01234567").title == "The newer one"


def test_a_bad_line_is_told_and_does_not_stop_the_publish(content, shelf, instance, shown):
    write_lines(shelf, "{", whole_record())
    assert len(shown().registry) == 1
    built = build_content(content, instance, today=TODAY)
    assert built.id is not None


def test_publishing_tells_what_was_passed_over(content, shelf, instance, publish):
    publish()
    write_lines(shelf, "{")
    problems = publish_content(content, instance, today=TODAY).reading.problems
    assert [problem.message for problem in problems] == ["This line is not a record in JSON."]


def test_a_changed_shelf_is_shown(shelf, shown):
    write_lines(shelf, record(title="The first title"))
    assert shown().found("nct01234567").title == "The first title"
    write_lines(shelf, record(title="The second title"))
    assert shown().found("nct01234567").title == "The second title"


def test_a_shelf_that_did_not_change_is_taken_over(content, shelf, instance, publish, monkeypatch):
    write_lines(shelf, whole_record())
    publish("One title")
    monkeypatch.setattr("finder.registry.shelf.Shelf.trials", lambda shelf: pytest.fail("The shelf was read again."))
    built = publish_content(content, instance, today=TODAY)
    assert Snapshots(instance).current().found("nct07654321")
    assert built.id
