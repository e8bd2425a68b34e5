"""A pace for the pages that take work to make: the search, the questions and the JSON interface.

It stops a program that asks without pause, and nobody else. A hospital ward or a charity's office has one address for
everybody in it, so the limit is what thirty people at once can use, not what one person does.
"""

import hashlib
import ipaddress
import logging
import secrets

from flask import Flask, current_app, request
from flask_limiter import Limiter

from finder.settings import Settings
from finder.web.guarding.security import is_loopback
from finder.web.guarding.shared_counts import SharedCounts  # noqa: F401  Flask-Limiter finds a store by the start of its address

USUAL_PACE = 600
"""Requests a minute from one address: thirty people with a page every three seconds."""
_KEY = "finder-counting-key"
_SLOW_PAGES = ("search.", "questionnaire.", "api.")


def pace_of(settings: Settings) -> int:
    """Return how many requests a minute one address may make; 0 is no limit.

    A proxy in front has limits of its own, so there is none behind it unless the settings ask for one.
    """
    if settings.requests_per_minute is not None:
        return settings.requests_per_minute
    return 0 if settings.behind_proxy else USUAL_PACE


def who_asks() -> str:
    """Return a keyed hash of the address that a request comes from, so that no store ever holds an address."""
    key = current_app.extensions[_KEY]
    return hashlib.blake2b(household(request.remote_addr or "").encode(), digest_size=16, key=key).hexdigest()


def household(address: str) -> str:
    """Return what one visitor has of addresses: one in the fourth version, half of all its figures in the sixth.

    >>> household("192.0.2.7"), household("2001:db8:1:2:3:4:5:6")
    ('192.0.2.7', '2001:db8:1:2::')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ipaddress.IPv6Address(int(found) >> 64 << 64))


def init_app(app: Flask, settings: Settings) -> None:
    """Answer 429 to whoever asks faster than the pace."""
    pace = pace_of(settings)
    if not pace:
        return
    limiter = Limiter(
        who_asks,
        application_limits=[f"{pace} per minute"],
        application_limits_exempt_when=lambda: _is_free(settings),
        storage_uri=settings.counts or "memory://",
        strategy="fixed-window",
        swallow_errors=True,  # a site that cannot count still serves
    )
    app.extensions[_KEY] = hashlib.sha256("".join(settings.answer_keys).encode() or secrets.token_bytes()).digest()
    limiter.init_app(app)
    logging.getLogger("flask-limiter").setLevel(logging.CRITICAL)  # a line for every refusal would fill the log


def _is_free(settings: Settings) -> bool:
    """Tell whether a request is not counted: for a page that is quick to make, or from this computer itself.

    What comes from this computer is its editor, or a proxy that we were not told of: one address for all visitors.
    """
    is_from_here = settings.requests_per_minute is None and is_loopback(request.remote_addr or "")
    return is_from_here or not (request.endpoint or "").startswith(_SLOW_PAGES)
