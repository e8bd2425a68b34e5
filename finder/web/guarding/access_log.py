"""One line of JSON for each request: which kind of page, how it went, how long it took, and nothing of who asked.

An address can hold what somebody searched for, and what somebody mistyped: so the line names the kind of page alone.
There is no internet address, no query, no form, no cookie, no referrer and no kind of browser in it.
"""

import json
import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from flask import Flask

from finder.web.delivery.kept_pages import ENDPOINT
from finder.web.guarding.security import WSGI, Environ

_log = logging.getLogger("finder.access")
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")


class AccessLog:
    """Writes the line once the application has answered."""

    def __init__(self, app: WSGI, write: Callable[[str], None]) -> None:
        self._app = app
        self._write = write

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer a request and write its line."""
        began, answered = time.perf_counter(), list[str]()

        def note_status(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            answered.append(status[:3])
            return start_response(status, headers, *rest)

        try:
            return self._app(environ, note_status)
        finally:
            self._write(_line(environ, answered[-1] if answered else "500", time.perf_counter() - began))


def _line(environ: Environ, status: str, seconds: float) -> str:
    method = environ["REQUEST_METHOD"]
    line = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": method if method in _METHODS else "other",
        "page": environ.get(ENDPOINT) or "none",
        "status": int(status),
        "ms": round(seconds * 1000, 1),
    }
    return json.dumps(line)


def init_app(app: Flask, *, is_wanted: bool) -> None:
    """Write the lines to the standard error where they are wanted, before everything else that answers a request."""
    if not is_wanted:
        return
    if not _log.handlers:
        _log.addHandler(logging.StreamHandler())
    _log.setLevel(logging.INFO)
    _log.propagate = False
    app.wsgi_app = AccessLog(app.wsgi_app, _log.info)  # type: ignore[method-assign]
