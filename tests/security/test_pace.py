"""The pace as the site has it by itself: 600 requests a minute from one address, and not one more."""

import pytest

from finder.web.app import create_app
from finder.web.guarding.rate_limits import USUAL_PACE
from tests.conftest import PROJECT, over_tls, settings_for
from tests.strict_page import Page

WARD = {"REMOTE_ADDR": "192.0.2.7"}
QUICK = "/api/v1/match"
"""As much work as any other page for the counter, and the least for a test: a form that is refused."""


@pytest.fixture
def ward(instance):
    """A browser in a hospital ward, in which everybody has the same address."""
    return over_tls(create_app(settings_for(PROJECT / "content", instance))).test_client()


def ask(client, address=QUICK, **sent):
    return client.open(address, environ_overrides=WARD, **sent)


def test_the_601st_request_in_a_minute_is_refused_with_a_plain_page(ward):
    assert USUAL_PACE == 600
    assert 429 not in {ask(ward, method="POST", json=[]).status_code for _ in range(600)}
    refused = ask(ward, "/en/questions/age")
    shown = Page("/en/questions/age", refused)
    assert (refused.status_code, shown.heading) == (429, "Too many requests at once")
    assert shown.main.startswith(
        "Too many requests at once Many requests came from your connection. "
        "Please wait a minute and try again. Your answers are kept."
    )
    invented = {"X-Forwarded-For": "198.51.100.1", "X-Real-IP": "198.51.100.1", "Forwarded": "for=198.51.100.1"}
    assert ask(ward, "/en/search?q=x", headers=invented).status_code == 429
    assert ask(ward, QUICK, method="POST", json=[]).json == {
        "error": "Too many requests at once",
        "what_to_do": "Many requests came from your connection. Please wait a minute and try again. "
        "Your answers are kept.",
    }


def test_whoever_was_refused_can_still_read(ward):
    for _ in range(605):
        ask(ward, method="POST", json=[])
    assert [ask(ward, address).status_code for address in ("/en/", "/en/trials/interfant-21", "/en/pages/support")] == [
        200,
        200,
        200,
    ]
