"""Each fault as one function: break something while visitors visit, and return what they noticed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass

from finder.snapshot.digests import content_digest
from finder.snapshot.folders import published_ids, snapshots_folder
from tests.content.writing import WORDS, words, write_content, write_trial
from tests.faults.load import Visitors
from tests.running import Server

FIRST = WORDS["title"]


@dataclass
class Outcome:
    """What came of a fault: how many requests, how many of them unanswered, how many answered wrongly."""

    sent: int
    failed: int
    wrong: int
    note: str = ""


class Site:
    """A small site with two workers, and the titles that its trial has ever had."""

    def __init__(self, folder, *options):
        self.content = write_content(folder)
        self.instance = folder / ".finder"
        self.titles = {FIRST}
        self.options = options
        self.server = self.start()

    def start(self, port=None):
        server = Server(self.content, "--workers", "2", *self.options, port=port)
        server.wait_for("Trial Finder is at")
        return server

    def visitors(self, **choices):
        return Visitors(self.server.port, self.titles, **choices)

    def retitle(self, title):
        self.titles.add(title)
        write_trial(self.content, words=words(title=title))

    def publisher(self):
        command = [sys.executable, "-m", "finder", "publish", "--content", str(self.content)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")

    def publish(self):
        publisher = self.publisher()
        said, _ = publisher.communicate()
        return publisher.returncode, said

    def kill_a_worker(self, chance):
        workers = self.server.workers()
        assert workers, self.server.lines
        os.kill(chance.choice(workers), signal.SIGKILL)

    def seconds_until(self, holds, most=20):
        began = time.monotonic()
        while time.monotonic() - began < most:
            try:
                if holds():
                    return time.monotonic() - began
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"not so after {most} seconds")

    def shows(self, title):
        """Tell whether every worker shows a title: forty new connections meet all of them."""
        return all(title in self.server.get("/en/trials/sunrise") for _ in range(40))

    def end(self):
        self.server.kill()


def outcome(visitors, note):
    assert visitors.wrong == [], visitors.wrong[:3]
    return Outcome(visitors.sent, visitors.failed, len(visitors.wrong), note)


def workers_killed(site, times, chance):
    """Workers killed with kill -9, at random moments"""
    before = content_digest(site.content)
    with site.visitors() as visitors:
        for _ in range(times):
            time.sleep(chance.uniform(0.5, 4))
            site.kill_a_worker(chance)
        back = site.seconds_until(lambda: len(site.server.workers()) == 2 and site.shows(FIRST))
    assert content_digest(site.content) == before
    return outcome(visitors, f"{times} kills; both workers back within {back:.1f} s; longest silence "
                             f"{visitors.longest_gap:.1f} s")  # fmt: skip


def one_worker_killed_again_and_again(site, times, chance):
    """One worker killed as soon as it is back"""
    with site.visitors() as visitors:
        for _ in range(times):
            site.kill_a_worker(random.Random(0))
            time.sleep(0.7)
        site.seconds_until(lambda: len(site.server.workers()) == 2)
    assert site.server.process.poll() is None
    return outcome(visitors, f"{times} kills; the server went on")


def reloads(site, times, chance):
    """Workers replaced by a reload (SIGHUP)"""
    with site.visitors() as visitors:
        for _ in range(times):
            before = site.server.workers()
            os.kill(site.server.process.pid, signal.SIGHUP)
            site.seconds_until(lambda before=before: not set(before) & set(site.server.workers()), most=40)
    return outcome(visitors, f"{times} reloads")


def everything_killed(site, times, chance):
    """The whole server killed with kill -9, and started again"""
    starts, sent = [], 0
    for _ in range(times):
        with site.visitors() as visitors:
            time.sleep(chance.uniform(0.5, 1.5))
            os.killpg(site.server.process.pid, signal.SIGKILL)
            site.server.process.wait()
            began = time.monotonic()
        sent += visitors.counts["right"]
        assert visitors.wrong == []
        site.server = site.start()
        starts.append(time.monotonic() - began)
        assert site.shows(max(site.titles, key=lambda title: title == FIRST))
    return Outcome(sent, 0, 0, f"{times} times; answering again within {max(starts):.1f} s")


def anything_killed(site, times, chance):
    """Workers, publishers and the server itself killed with kill -9, at random moments, while content is published"""
    killed = Counter()
    with site.visitors() as visitors:
        for number in range(times):
            site.retitle(f"Random {number}")
            publisher = site.publisher()
            time.sleep(chance.uniform(0.0, 2.5))
            kind = chance.choices(["workers", "publishers", "servers"], [6, 3, 1])[0]
            killed[kind] += 1
            if kind == "publishers":
                publisher.kill()
            elif kind == "servers":
                site.server.kill()
                site.server = site.start(site.server.port)
            elif site.server.workers():
                site.kill_a_worker(chance)
            publisher.communicate()
        written = content_digest(site.content)
        assert site.publish()[0] == 0
        site.seconds_until(lambda: site.shows(f"Random {times - 1}"))
    assert content_digest(site.content) == written
    assert not list(snapshots_folder(site.instance).glob(".building-*"))
    kills = ", ".join(f"{killed[kind]} of {kind}" for kind in sorted(killed))
    return outcome(visitors, f"{kills}; the last title stands, longest silence {visitors.longest_gap:.1f} s")


def publishes(site, times, chance):
    """Content published while visitors read"""
    slowest = 0.0
    with site.visitors() as visitors:
        for number in range(times):
            site.retitle(f"Title {number}")
            assert site.publish()[0] == 0
            slowest = max(slowest, site.seconds_until(lambda number=number: site.shows(f"Title {number}"), most=5))
    return outcome(visitors, f"{times} publishes; shown by all workers within {slowest:.1f} s")


def publishers_killed(site, times, chance):
    """The publisher killed with kill -9, at random moments"""
    with site.visitors() as visitors:
        for number in range(times):
            site.retitle(f"Killed {number}")
            publisher = site.publisher()
            time.sleep(chance.uniform(0.0, 1.2))
            publisher.kill()
            publisher.communicate()
        site.retitle("After the kills")
        assert site.publish()[0] == 0
        site.seconds_until(lambda: site.shows("After the kills"), most=5)
    assert not list(snapshots_folder(site.instance).glob(".building-*"))
    return outcome(visitors, f"{times} kills; nothing left over, the next publish went through")


def two_publishers(site, times, chance):
    """Two publishers at once"""
    refused, slowest = 0, 0.0
    with site.visitors() as visitors:
        for number in range(times):
            site.retitle(f"Both {number}")
            began = time.monotonic()
            both = [site.publisher(), site.publisher()]
            said = [each.communicate()[0] for each in both]
            slowest = max(slowest, time.monotonic() - began)
            refused += sum("Another build is running" in each for each in said)
            assert 0 in [each.returncode for each in both]
            site.seconds_until(lambda number=number: site.shows(f"Both {number}"), most=5)
    return outcome(visitors, f"{times} times; {refused} told to wait; done within {slowest:.1f} s")


def broken_edits(site, times, chance):
    """Content published with an error in it"""
    errors = ["acronym: [\n", "acronym: {{{}\n", "\x00", "status: open\n", ""]
    with site.visitors() as visitors:
        for number in range(times):
            (site.content / "trials" / "sunrise" / "facts.yaml").write_text(errors[number % len(errors)])
            code, said = site.publish()
            assert code == 1
            assert "facts.yaml" in said
            assert "Nothing was published." in said
        write_trial(site.content)
        assert site.publish()[0] == 0
    return outcome(visitors, f"{times} errors told with their file; the old pages went on")


def files_damaged(site, times, chance):
    """Files of the snapshot damaged while they are served"""
    with site.visitors() as visitors:
        for number in range(times):
            site.retitle(f"Damaged {number}")
            site.publish()
            site.seconds_until(lambda number=number: site.shows(f"Damaged {number}"), most=5)
            folder = snapshots_folder(site.instance) / published_ids(site.instance)[0]
            path = chance.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
            written = path.read_bytes()
            path.unlink()
            path.write_bytes(bytes(byte ^ 4 for byte in written))
            before = site.server.workers()
            os.kill(site.server.process.pid, signal.SIGHUP)  # new workers, which must refuse it
            site.seconds_until(lambda before=before: not set(before) & set(site.server.workers()), most=40)
            site.retitle(f"Mended {number}")
            assert site.publish()[0] == 0
    return outcome(visitors, f"{times} files; new workers went on with the snapshot before")


SCENARIOS = {
    workers_killed: 40,
    one_worker_killed_again_and_again: 15,
    reloads: 3,
    everything_killed: 5,
    anything_killed: 300,
    publishes: 25,
    publishers_killed: 50,
    two_publishers: 10,
    broken_edits: 10,
    files_damaged: 8,
}
"""Each fault, with how many times it happens in the table."""
