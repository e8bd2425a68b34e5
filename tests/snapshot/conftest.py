from datetime import date

import pytest

from finder.snapshot import Snapshots
from finder.snapshot.folders import snapshots_folder
from finder.snapshot.publishing import publish_content
from tests.content.writing import facts, words, write_content, write_trial

TODAY = date(2026, 11, 20)


@pytest.fixture
def content(tmp_path):
    """A small valid content folder with two trials."""
    content = write_content(tmp_path)
    write_trial(content, "moonlight", facts=facts(acronym="Moonlight-2", identifiers="{nct: NCT00000002}"))
    return content


@pytest.fixture
def instance(tmp_path):
    return tmp_path / "instance"


@pytest.fixture
def publish(content, instance):
    """Give the trial “sunrise” a title, publish the content and return the id of its snapshot."""

    def publish(title="The first title"):
        write_trial(content, "sunrise", words=words(title=title))
        return publish_content(content, instance, today=TODAY).id

    return publish


@pytest.fixture
def title(instance):
    """Return the title of “sunrise” that a process starting now serves."""
    return lambda: title_in(Snapshots(instance).current())


@pytest.fixture
def folder(instance):
    """Return the folder of a snapshot."""
    return lambda snapshot_id: snapshots_folder(instance) / snapshot_id


def title_in(snapshot):
    return snapshot.trial("sunrise").words["en"].title
