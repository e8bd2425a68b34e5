"""Runs the site: publishes what has changed, then serves it, and watches the content where asked to.

The workers are processes of their own. They learn the settings from the environment, and of a new snapshot from its
pointer, so neither publishing nor rolling back restarts them.
"""

import multiprocessing
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server
from granian.server.common import AbstractServer

from finder.serving.address import Address, check_free, wait_until_answering
from finder.serving.watching import publish_and_tell, watch
from finder.settings import Settings
from finder.snapshot import NoSnapshot, Snapshots
from finder.snapshot.publishing import held_back, needs_publishing
from finder.web.guarding.shared_counts import make_file
from finder.web.guarding.slow_forms import THREADS
from finder.web.questions.answer_keys import read_keys

APP = "finder.serving.worker:app"
_RESPAWN_PAUSE = 0.3
"""In seconds: workers that cannot even start must not take the whole computer."""
_STOP_WITHIN = 10
"""In seconds: how long a page that is still being made may hold up the end."""
_HEADERS_WITHIN = 10_000
"""In milliseconds: how long a visitor may take to say what they ask for."""
_LONGEST_HEAD = 32 * 1024
"""In bytes: the first line of a request and all its headers."""

Tell = Callable[[str], None]


class CannotServe(Exception):
    """There is nothing to serve. The message says what to do."""


def serve(settings: Settings, address: Address, *, workers: int, watching: bool, tell: Tell) -> None:
    """Serve the site until told to stop, by Ctrl-C or a signal.

    Raises CannotServe where the content has never been without errors, and AddressProblem.
    """
    check_free(address)
    bring_up_to_date(settings, tell)
    # A forked worker would hold what the watching thread holds at that moment, the lock on building among it.
    multiprocessing.set_start_method("spawn", force=True)
    with _counts(settings) as counts:
        shared = replace(
            settings,
            styleguide=settings.styleguide or watching,  # shown to editors
            answer_keys=read_keys(settings),
            counts=counts,
        )
        os.environ.update(shared.as_environment())
        server = _server(address, workers)
        with _helpers(settings, address, watching=watching, tell=tell):
            server.serve()


def bring_up_to_date(settings: Settings, tell: Tell) -> None:
    """Publish the content if it has changed. Where it has errors, what was published before is served.

    Raises CannotServe where nothing was.
    """
    if not settings.content.is_dir():
        tell(f"There is no folder “{settings.content}”, so nothing new is published.")
    elif needs_publishing(settings.content, settings.instance):
        publish_and_tell(settings, tell)
    elif held := held_back(settings.content, settings.instance):
        tell(f"The content is built but held back. To publish it: finder publish {held}")
    snapshots = Snapshots(settings.instance)
    try:
        snapshots.current().close()
    except NoSnapshot:
        raise CannotServe("There is nothing to serve yet. Put that right, then start again.") from None


@contextmanager
def _counts(settings: Settings) -> Iterator[str]:
    """Make the file in which all workers count requests together, and return the address that Flask-Limiter has for it.

    Where no file can be made, each worker counts for itself.
    """
    if settings.counts:
        yield settings.counts
        return
    try:
        folder = tempfile.TemporaryDirectory(prefix="finder-counts-", ignore_cleanup_errors=True)
    except OSError:
        yield ""
        return
    with folder as name:
        make_file(Path(name) / "counts")
        yield f"shared-counts://{name}/counts"


@contextmanager
def _helpers(settings: Settings, address: Address, *, watching: bool, tell: Tell) -> Iterator[None]:
    """Beside the server: say when the site answers, and watch the content where asked to."""
    stop = threading.Event()
    threads = [threading.Thread(target=_announce, args=(address, stop, tell))]
    if watching:
        threads.append(threading.Thread(target=watch, args=(settings, stop, tell)))
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _announce(address: Address, stop: threading.Event, tell: Tell) -> None:
    if wait_until_answering(address, stop):
        tell(f"Trial Finder is at {address.url}")


class _SteadyServer(Server):  # type: ignore[misc,valid-type]
    """Replaces every worker that ends, however often: Granian itself gives up when one ends twice within seconds."""

    def _respawn_workers(self, workers: list[int], *rest: Any, **choices: Any) -> None:
        super()._respawn_workers(workers, *rest, **choices)
        self.respawned_wrks.clear()
        time.sleep(_RESPAWN_PAUSE)


def _server(address: Address, workers: int) -> AbstractServer[Any]:
    server: AbstractServer[Any] = _SteadyServer(
        APP,
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_WITHIN, max_buffer_size=_LONGEST_HEAD),
        websockets=False,
        log_level=LogLevels.error,
        log_access=False,  # an address may hold what somebody searched for
        respawn_failed_workers=True,
        workers_kill_timeout=_STOP_WITHIN,
    )
    return server
