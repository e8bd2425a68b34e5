"""The style guide: every piece in every state, for those who edit and for nobody else."""

from dataclasses import replace

import pytest

from finder.core.statuses import Status
from finder.web.app import create_app
from tests.conftest import PROJECT, over_tls, settings_for
from tests.strict_page import open_page


@pytest.fixture
def editor(instance):
    """A browser on the site as `finder serve --watch` shows it."""
    settings = replace(settings_for(PROJECT / "content", instance), styleguide=True)
    return over_tls(create_app(settings)).test_client()


@pytest.mark.parametrize("view", ["", "professional/"])
def test_it_draws_each_status_and_passes_the_strict_door(editor, view):
    shown = open_page(editor, f"/en/{view}styleguide")
    assert len(set(shown.statuses())) >= len(Status)


def test_its_address_needs_no_language(editor):
    assert editor.get("/styleguide").headers["Location"] == "/en/styleguide"


def test_visitors_never_see_it(client):
    assert client.get("/styleguide").status_code == 404
    assert client.get("/en/styleguide").status_code == 404
