"""The server as it is run: a process of its own, reached over the network of this computer."""

import os
import signal
import threading
import time

import pytest

from finder.serving.address import Address, AddressProblem, check_free
from finder.serving.server import CannotServe, bring_up_to_date
from finder.serving.watching import watch_folder
from finder.snapshot import Snapshots
from finder.snapshot.folders import snapshot_ids
from finder.snapshot.publishing import rollback
from tests.conftest import settings_for
from tests.content.writing import facts, words, write_content, write_files, write_trial
from tests.running import PATIENCE, Server

SOON = 5
"""In seconds: what is published must be seen by everybody within this time."""
only_posix = pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals between processes")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Two workers on a small content folder that is watched."""
    server = Server(write_content(tmp_path_factory.mktemp("site")), "--watch", "--workers", "2")
    server.wait_for("Trial Finder is at")
    yield server
    server.kill()


def test_the_address_is_printed_when_the_site_answers(server):
    assert server.lines == [server.lines[0], f"Trial Finder is at http://127.0.0.1:{server.port}/"]
    assert server.lines[0].startswith("Published 1 trial in ")
    assert "A new medicine for children with leukaemia" in server.get("/en/trials/sunrise")


def test_an_edit_is_published_and_every_worker_shows_it(server):
    began = time.monotonic()
    write_trial(server.content, words=words(title="An edited title"))
    server.wait_for("] Published 1 trial in ")
    unseen = 20
    while unseen and time.monotonic() - began < SOON:
        unseen = unseen - 1 if "An edited title" in server.get("/en/trials/sunrise") else 20
    assert unseen == 0, f"after {SOON} seconds some worker shows the old title"


def test_an_error_is_told_and_the_site_stays_as_it_was(server):
    write_trial(server.content, facts=facts(phase="nine"))
    assert server.wait_for("content/trials/sunrise/facts.yaml, line 5: phase").startswith("[")
    server.wait_for("1 problem in 1 of 10 files. Nothing was published.")
    assert "<h1" in server.get("/en/trials/sunrise")
    write_trial(server.content)
    server.wait_for("] Published 1 trial in ")


def test_nothing_that_a_visitor_asks_for_is_printed(server):
    server.get("/en/search?q=canary-words")
    server.get("/no-such-page?q=canary-words")
    write_files(server.content, {"synonyms.yaml": "- [canary, bird]\n"})
    server.wait_for("] Published 1 trial in ")
    assert "canary-words" not in "\n".join(server.lines)


def test_a_second_server_on_the_same_port_says_so_in_plain_words(server):
    with pytest.raises(AddressProblem) as taken:
        check_free(Address("127.0.0.1", server.port))
    assert str(taken.value) == (
        f"Port {server.port} is already in use. "
        "Stop the program that uses it, or choose another port, for example: finder serve --port 8000"
    )


def test_what_was_rolled_back_stays_so_and_the_way_forward_is_told(tmp_path):
    settings = settings_for(write_content(tmp_path), tmp_path / "instance")
    bring_up_to_date(settings, lambda _: None)
    write_trial(settings.content, words=words(title="A title"))
    bring_up_to_date(settings, lambda _: None)
    later = snapshot_ids(settings.instance)[0]
    rollback(settings.instance)
    told = []
    bring_up_to_date(settings, told.append)
    assert told == [f"The content is built but held back. To publish it: finder publish {later}"]


@only_posix
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_server_stops_quietly(tmp_path, sent):
    server = Server(write_content(tmp_path), "--watch", "--workers", "1")
    server.wait_for("Trial Finder is at")
    os.killpg(server.process.pid, sent)
    assert server.rest() == []
    assert server.process.returncode == 0


@only_posix
def test_workers_end_with_a_parent_that_was_killed(tmp_path):
    server = Server(write_content(tmp_path), "--workers", "1")
    server.wait_for("Trial Finder is at")
    server.kill()
    deadline = time.monotonic() + SOON
    while time.monotonic() < deadline:
        try:
            check_free(Address("127.0.0.1", server.port))
            return
        except AddressProblem:
            time.sleep(0.05)
    pytest.fail("a worker still holds the port")


def test_content_with_errors_and_nothing_published_before_cannot_be_served(tmp_path):
    settings = settings_for(write_content(tmp_path, {"trials/sunrise/en.md": None}), tmp_path / "instance")
    told = []
    with pytest.raises(CannotServe) as refused:
        bring_up_to_date(settings, told.append)
    assert str(refused.value) == "There is nothing to serve yet. Put that right, then start again."
    assert told[0].startswith("content/trials/sunrise")
    assert told[0].endswith("1 problem in 1 of 9 files. Nothing was published.")


def test_content_with_errors_leaves_what_was_published_before(tmp_path):
    settings = settings_for(write_content(tmp_path), tmp_path / "instance")
    bring_up_to_date(settings, lambda _: None)
    write_trial(settings.content, facts="")
    told = []
    bring_up_to_date(settings, told.append)
    assert "Nothing was published." in told[0]
    assert Snapshots(settings.instance).current().slugs() == ["sunrise"]


def test_a_content_folder_that_is_gone_leaves_what_was_published_before(tmp_path):
    settings = settings_for(write_content(tmp_path), tmp_path / "instance")
    bring_up_to_date(settings, lambda _: None)
    settings.content.rename(tmp_path / "elsewhere")
    told = []
    bring_up_to_date(settings, told.append)
    assert told == [f"There is no folder “{settings.content}”, so nothing new is published."]


def test_unchanged_content_is_not_published_again(tmp_path):
    settings = settings_for(write_content(tmp_path), tmp_path / "instance")
    bring_up_to_date(settings, lambda _: None)
    told = []
    bring_up_to_date(settings, told.append)
    assert told == []


def test_a_change_that_met_another_build_is_tried_again(tmp_path):
    content, stop, calls = write_content(tmp_path), threading.Event(), []

    def publish():
        calls.append(len(calls))
        if len(calls) == 2:
            stop.set()
        return len(calls) == 2

    watching = threading.Thread(target=watch_folder, args=(content, stop, publish))
    watching.start()
    for number in range(PATIENCE * 10):
        if calls:
            break
        write_trial(content, words=words(title=f"Title {number}"))
        stop.wait(0.1)
    watching.join(PATIENCE)
    assert calls == [0, 1]


def test_an_address_that_is_not_ours_is_refused_in_plain_words():
    with pytest.raises(AddressProblem) as refused:
        check_free(Address("192.0.2.1", 8000))
    assert str(refused.value) == (
        "“192.0.2.1” is not an address of this computer. Leave out --host, or write: --host 127.0.0.1"
    )
