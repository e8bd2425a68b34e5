"""The site as visitors meet it: the real content, published once, on a fixed day."""

import os
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from finder.formats.problem_text import problem_as_text
from finder.settings import Settings
from finder.snapshot.publishing import publish_content
from finder.web.app import create_app
from tests.strict_page import open_page

# The gate tries the same examples every time; FINDER_FUZZ asks for others, and more of them.
hypothesis.settings.register_profile("gate", derandomize="FINDER_FUZZ" not in os.environ)
hypothesis.settings.load_profile("gate")

PROJECT = Path(__file__).parent.parent
TODAY = date(2026, 11, 20)


def settings_for(content, instance, *, translations=PROJECT / "translations", today=TODAY):
    """Settings of a site over a content folder, on a day that stands still."""
    return Settings(
        content=content, instance=instance, translations=translations, static=PROJECT / "static", today=lambda: today
    )


@pytest.fixture(scope="session")
def instance(tmp_path_factory):
    """An instance folder in which the real content is published."""
    folder = tmp_path_factory.mktemp("instance")
    built = publish_content(PROJECT / "content", folder, today=TODAY)
    assert built.id, "\n".join(problem_as_text(problem) for problem in built.reading.problems)
    return folder


@pytest.fixture(scope="session")
def app(instance):
    """The site over the real content."""
    return create_app(settings_for(PROJECT / "content", instance))


@pytest.fixture
def client(app):
    """A visitor's browser without cookies yet, over TLS as in real life."""
    return over_tls(app).test_client()


def over_tls(app):
    """Let a site's test clients use https unless they say otherwise."""
    app.config["PREFERRED_URL_SCHEME"] = "https"
    return app


@pytest.fixture
def page(client):
    """Open an address through the strict door that every page must pass, and return it for a closer look."""

    def visit(address, *, status=200, **request):
        return open_page(client, address, status=status, **request)

    return visit


@pytest.fixture
def site_over(tmp_path):
    """Publish a content folder of the test's own and return a browser on it."""

    def build(content, **choices):
        built = publish_content(content, tmp_path / "own-instance", today=choices.get("today", TODAY))
        assert built.id, [problem_as_text(problem) for problem in built.reading.problems]
        return over_tls(create_app(settings_for(content, tmp_path / "own-instance", **choices))).test_client()

    return build
