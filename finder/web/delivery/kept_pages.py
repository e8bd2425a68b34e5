"""Finished pages, kept ready in memory: those that are the same for everyone, until the content or the day changes.

A page that was sent once is sent again without being made again. Nothing under `questions/` and nothing that was
searched for is ever here: only addresses without a query, and only what `caching` lets everyone keep.
"""

import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.datastructures import Headers
from werkzeug.http import parse_etags

from finder.snapshot import NoSnapshot
from finder.web import current
from finder.web.delivery.caching import is_for_everyone
from finder.web.delivery.compressing import takes_gzip
from finder.web.guarding.security import WSGI, Environ, is_our_host

MOST_BYTES = 32 * 1024 * 1024
"""In each worker. The page that was not asked for the longest makes room."""
NAME = "finder.kept_page"
ENDPOINT = "finder.endpoint"
_OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Encoding")


@dataclass(frozen=True)
class Name:
    """What makes a page the same page: the snapshot, the day that statuses are held against, the address, its form."""

    snapshot: str
    day: date
    path: str
    is_gzip: bool


@dataclass(frozen=True)
class Page:
    """A page as it is sent."""

    headers: list[tuple[str, str]]
    body: bytes
    etag: str
    endpoint: str

    def send(self, environ: Environ, start_response: Any) -> list[bytes]:
        """Send the page, or only that it has not changed."""
        environ[ENDPOINT] = self.endpoint
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if asked and parse_etags(asked).contains_weak(self.etag):
            start_response("304 NOT MODIFIED", [each for each in self.headers if each[0] not in _OF_THE_BODY])
            return []
        start_response("200 OK", self.headers)
        return [self.body]


class KeptPages:
    """The pages kept by one worker, in front of the application. Any number of threads may ask."""

    def __init__(self, app: WSGI, name: Callable[[Environ, bool], Name | None], most_bytes: int = MOST_BYTES) -> None:
        self._app = app
        self._name = name
        self._most_bytes = most_bytes
        self._pages: OrderedDict[Name, Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer a request: with a page that is kept, or else from the application."""
        if environ["REQUEST_METHOD"] == "GET" and not environ.get("QUERY_STRING"):
            name = self._name(environ, takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")))
            page = self._find(name) if name else None
            if page:
                return page.send(environ, start_response)
            environ[NAME] = name
        return self._app(environ, start_response)

    def _find(self, name: Name) -> Page | None:
        with self._lock:
            page = self._pages.get(name)
            if page:
                self._pages.move_to_end(name)
            return page

    def keep(self, name: Name, page: Page) -> None:
        """Keep a page, and let go of others where there is no room."""
        with self._lock:
            if any(_is_outdated(other, name) for other in itertools.islice(self._pages, 1)):
                self._pages.clear()  # they were all of one snapshot and one day
                self._bytes = 0
            if name not in self._pages:
                self._pages[name] = page
                self._bytes += len(page.body)
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._pages.popitem(last=False)[1].body)


def _is_outdated(kept: Name, name: Name) -> bool:
    return (kept.snapshot, kept.day) != (name.snapshot, name.day)


def init_app(app: Flask) -> Callable[[Response], Response]:
    """Keep what the application makes. Return the step that a finished response passes to be kept."""

    def name_now(environ: Environ, is_gzip: bool) -> Name | None:
        with app.app_context():
            return _name(environ, is_gzip)

    kept = KeptPages(app.wsgi_app, name_now)

    def keep(response: Response) -> Response:
        name: Name | None = request.environ.get(NAME)
        request.environ[ENDPOINT] = request.endpoint or ""
        # Named again: the day or the snapshot may have changed while the page was made.
        if name and _may_be_kept(response) and name == _name(request.environ, name.is_gzip):
            kept.keep(name, _page(response))
        return response

    app.wsgi_app = kept  # type: ignore[method-assign]
    return keep


def _name(environ: Environ, is_gzip: bool) -> Name | None:
    """Return the name of a page now; None before anything is published, and for another site's name."""
    try:
        shown = current.snapshots().current()
    except NoSnapshot:
        return None
    public = urlsplit(shown.site.address).hostname
    if not is_our_host(environ.get("HTTP_HOST", ""), public, current.settings().hosts):
        return None
    return Name(shown.id, current.today(), environ.get("PATH_INFO", ""), is_gzip)


def _may_be_kept(response: Response) -> bool:
    is_whole = response.status_code == 200 and not response.direct_passthrough and not response.is_streamed
    return is_whole and is_for_everyone(response) and "Set-Cookie" not in response.headers


def _page(response: Response) -> Page:
    body = response.get_data()
    headers = Headers(response.headers)
    headers["Content-Length"] = str(len(body))
    return Page(headers.to_wsgi_list(), body, response.get_etag()[0] or "", request.endpoint or "")
