"""Lets nobody hold up the site by sending a form slowly.

The server gives each request a thread, and a form that trickles in keeps its thread waiting. So there are many more
threads than may work at the same time; and of these, some never wait for a form, so that whoever reads is served.
"""

import threading
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from flask import Flask, abort, request

from finder.web.guarding.security import LONGEST_FORM, WSGI, Environ

AT_WORK = 16
"""In each worker. More at the same time would only get in each other's way."""
MOST_FORMS = 48
"""In each worker: how many forms may be on their way."""
THREADS = MOST_FORMS + AT_WORK
NOT_READ = "finder.form_was_not_read"


class SlowForms:
    """Reads each form to its end before a thread may work on it. Refuses it unread where too many are on their way."""

    def __init__(self, app: WSGI, *, most_forms: int = MOST_FORMS, at_work: int = AT_WORK) -> None:
        self._app = app
        self._forms = threading.Semaphore(most_forms)
        self._turns = threading.Semaphore(at_work)

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer a request once its form is here and there is a turn for it."""
        if environ["REQUEST_METHOD"] == "POST":
            self._wait_for_form(environ)
        with self._turns:
            return self._app(environ, start_response)

    def _wait_for_form(self, environ: Environ) -> None:
        if not self._forms.acquire(blocking=False):
            environ |= {NOT_READ: True, "wsgi.input": BytesIO()}
            return
        try:
            _read_form(environ)
        finally:
            self._forms.release()


def _read_form(environ: Environ) -> None:
    """Put the whole form where the pages look for it. One that says it is too long is not read: it will be refused."""
    said = environ.get("CONTENT_LENGTH") or ""
    if said.isdecimal() and int(said) > LONGEST_FORM:
        return
    form = environ["wsgi.input"].read(LONGEST_FORM + 1)
    environ |= {"wsgi.input": BytesIO(form), "CONTENT_LENGTH": str(len(form))}
    environ.pop("HTTP_TRANSFER_ENCODING", None)  # it is in one piece now


def refuse_what_was_not_read() -> None:
    """Say that the site is busy, where a form was not read because of that."""
    if request.environ.get(NOT_READ):
        abort(503)


def init_app(app: Flask) -> None:
    """Stand before everything that makes a page. Pages that are kept ready need no turn."""
    app.wsgi_app = SlowForms(app.wsgi_app)  # type: ignore[method-assign]
    app.before_request(refuse_what_was_not_read)
