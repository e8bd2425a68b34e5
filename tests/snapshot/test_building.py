import json
from hashlib import sha256

import pytest

from finder.search.searching import SearchRequest
from finder.snapshot import Snapshots, open_snapshot
from finder.snapshot.building import build, build_content
from finder.snapshot.errors import FailedBuild
from finder.snapshot.folders import left_over_folders, snapshot_ids
from finder.snapshot.publishing import publish_content
from finder.snapshot.self_test import check_snapshot
from tests.content.writing import facts, words, write_files, write_trial
from tests.snapshot.conftest import TODAY


@pytest.fixture
def snapshot(publish, instance):
    publish()
    return Snapshots(instance).current()


def test_a_snapshot_holds_what_the_content_says(snapshot):
    assert snapshot.slugs() == ["moonlight", "sunrise"]
    assert snapshot.trial("moonlight").trial.identifiers == {"nct": "NCT00000002"}
    assert snapshot.trials() == tuple(snapshot.trial(slug) for slug in snapshot.slugs())
    assert snapshot.trial("../sunrise") is None
    assert snapshot.site.charity == "A charity"
    assert [term.id for term in snapshot.diagnoses.lineage("b-all")] == ["b-all", "all", "leukaemia"]
    assert "blinatumomab" in snapshot.treatments
    assert "kmt2a-rearranged" in snapshot.markers
    assert snapshot.vocabularies.diagnoses is snapshot.diagnoses
    assert snapshot.glossary("en")["blinatumomab"].say == "blin-a-TOO-moo-mab"
    assert snapshot.glossary("nl") == {}
    assert snapshot.page("about-trials", "en").title == "About clinical trials"
    assert snapshot.page("about-trials", "nl") is None


def test_a_snapshot_finds_its_trials(snapshot):
    found = snapshot.search.find(SearchRequest(words="Moonlight-2"), today=TODAY, fresh_days=90)
    assert found.hits[0].slug == "moonlight"


def test_a_snapshot_has_the_time_it_was_built_in_its_name(snapshot):
    assert snapshot.id.startswith(f"{snapshot.built:%Y%m%d-%H%M%S}")
    assert snapshot.built.tzname() == "UTC"


def test_the_manifest_knows_every_file_to_the_byte(publish, folder):
    made = folder(publish())
    manifest = json.loads((made / "manifest.json").read_bytes())
    files = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    del files["manifest.json"]
    assert {name: each["sha256"] for name, each in manifest["files"].items()} == {
        name: sha256(written).hexdigest() for name, written in files.items()
    }
    assert {name: each["size"] for name, each in manifest["files"].items()} == {n: len(w) for n, w in files.items()}


def test_what_is_built_is_not_published(content, instance, publish, title):
    publish("The first title")
    write_trial(content, "sunrise", words=words(title="The second title"))
    built = build_content(content, instance, today=TODAY)
    assert built.id == snapshot_ids(instance)[0]
    assert title() == "The first title"


def test_content_with_an_error_builds_nothing(content, instance, publish, title):
    publish("The first title")
    write_trial(content, "sunrise", facts="acronym: [\n")
    built = build_content(content, instance, today=TODAY)
    assert built.id is None
    assert built.reading.problems
    assert len(snapshot_ids(instance)) == 1
    assert title() == "The first title"


def test_progress_is_told(content, instance):
    told = []
    build_content(content, instance, today=TODAY, progress=told.append)
    assert told[-3:] == ["Storing the trials", "Building the search index", "Testing the new snapshot"]


def test_a_status_edit_reads_one_trial_and_takes_over_the_search_index(content, instance, publish, folder):
    first = publish()
    paused = facts(recruitment="{status: suspended, checked: 2026-11-19, source: A register}")
    write_trial(content, "sunrise", facts=paused, words=words(title="The first title"))
    second = publish_content(content, instance, today=TODAY)
    assert second.reading.reused == 1
    assert Snapshots(instance).current().trial("sunrise").trial.recruitment.status == "suspended"
    assert _index(folder(second.id)) == _index(folder(first))


def test_changed_words_make_the_search_index_anew(instance, publish, folder):
    first, second = publish("A title"), publish("A title about xylophones")
    assert _index(folder(second)) != _index(folder(first))
    found = Snapshots(instance).current().search.find(SearchRequest(words="xylophones"), today=TODAY, fresh_days=90)
    assert [hit.slug for hit in found.hits] == ["sunrise"]


def test_a_copied_search_index_shares_no_file_with_the_old_one(publish, folder):
    first, second = publish(), publish()
    names = [path.relative_to(folder(first)) for path in (folder(first) / "index").rglob("*") if path.is_file()]
    assert not any((folder(first) / name).samefile(folder(second) / name) for name in names)


def test_what_a_killed_build_left_behind_goes_with_the_next(instance, publish):
    write_files(instance / "snapshots" / ".building-12345", {"20260101-half/catalogue.sqlite": "half"})
    publish()
    assert left_over_folders(instance) == []


def test_a_snapshot_that_fails_its_own_test_is_not_kept(content, instance, publish, folder):
    made = publish()
    other = open_snapshot(folder(publish("Another title"))).catalogue
    with pytest.raises(FailedBuild) as failed:
        check_snapshot(folder(made), other)
    assert str(failed.value) == "The new snapshot was not kept: its trials are not those that were read."


def test_a_build_that_breaks_off_leaves_nothing_behind(instance, publish, folder):
    publish()
    catalogue = open_snapshot(folder(snapshot_ids(instance)[0])).catalogue
    with pytest.raises(KeyboardInterrupt):
        build(catalogue, instance, content="0" * 64, progress=_interrupt)
    assert len(snapshot_ids(instance)) == 1
    assert left_over_folders(instance) == []


def _interrupt(_):
    raise KeyboardInterrupt


def _index(folder):
    index = folder / "index"
    return {path.relative_to(index): path.read_bytes() for path in index.rglob("*") if path.is_file()}
