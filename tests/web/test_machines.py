"""Whether the site is well, as machines ask: exact, and without a word of where its files are."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from finder.snapshot.folders import published_ids, snapshots_folder
from finder.snapshot.publishing import publish_content
from finder.web import machines
from finder.web.app import create_app
from tests.conftest import TODAY, settings_for
from tests.content.writing import write_content


@pytest.fixture
def settings(tmp_path):
    content = write_content(tmp_path)
    publish_content(content, tmp_path / "instance", today=TODAY)
    return settings_for(content, tmp_path / "instance")


@pytest.fixture
def client(settings):
    return create_app(settings).test_client()


def folder_of(settings):
    return snapshots_folder(settings.instance) / published_ids(settings.instance)[0]


def test_a_whole_snapshot_that_finds_its_trials_is_ready(client, settings):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.json == {
        "status": "ready",
        "snapshot": published_ids(settings.instance)[0],
        "is_latest": True,
        "trials": 1,
        "days_since_publish": 0,
    }


@pytest.mark.parametrize("pattern", ["index/**/*.seg", "catalogue.sqlite"])
@pytest.mark.parametrize("damage", ["missing", "shorter"])
def test_a_snapshot_whose_files_are_gone_or_cut_is_not_ready(client, settings, pattern, damage):
    assert client.get("/readyz").status_code == 200
    path = next(folder_of(settings).glob(pattern))
    whole = path.read_bytes()
    path.unlink()
    if damage == "shorter":
        path.write_bytes(whole[:-1])
    response = client.get("/readyz")
    assert (response.status_code, response.json["status"]) == (503, "not ready")
    assert str(settings.instance) not in response.get_data(as_text=True)
    assert client.get("/healthz").status_code == 200


def test_a_search_that_does_not_find_a_trial_by_its_name_is_not_ready(client, monkeypatch):
    client.get("/readyz")
    monkeypatch.setattr(machines, "SearchRequest", lambda words: replace(SEARCH, words="xylophone"))
    assert client.get("/readyz").status_code == 503


SEARCH = machines.SearchRequest()


@pytest.mark.parametrize(("days", "limit", "status"), [(40, None, 200), (40, 30, 503), (20, 30, 200)])
def test_content_older_than_the_settings_allow_is_not_ready(settings, monkeypatch, days, limit, status):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=days)

    monkeypatch.setattr(machines, "datetime", Later)
    client = create_app(replace(settings, ready_days=limit)).test_client()
    response = client.get("/readyz")
    assert (response.status_code, response.json["days_since_publish"]) == (status, days)
    assert datetime.now(UTC)


def test_before_anything_is_published_the_process_is_well_and_not_ready(tmp_path):
    client = create_app(settings_for(tmp_path / "content", tmp_path / "instance")).test_client()
    assert client.get("/healthz").json == {"status": "up"}
    assert client.get("/readyz").status_code == 503


def test_damage_while_serving_is_noticed_by_the_first_fault_and_the_snapshot_before_serves(settings, monkeypatch):
    app = create_app(settings)
    client = app.test_client()
    client.get("/en/")
    before = folder_of(settings)
    publish_content(settings.content, settings.instance, today=TODAY)
    app.extensions["finder-snapshots"]._look_again = 0
    assert client.get("/readyz").json["snapshot"] != before.name
    shutil.rmtree(folder_of(settings) / "index")

    def break_down(*_):
        raise ValueError("a page of the index makes no sense")

    with monkeypatch.context() as patch:
        patch.setattr("finder.web.pages.render_template", break_down)
        assert client.get("/en/glossary").status_code == 500
    assert client.get("/readyz").json["snapshot"] == before.name
    assert client.get("/readyz").json["is_latest"] is False
