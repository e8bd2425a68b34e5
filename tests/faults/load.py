"""Visitors who look at every answer they get: was it there, and was it right?"""

import http.client
import json
import re
import threading
import time
from collections import Counter

TITLE = re.compile(rb"<h1[^>]*>([^<]*)</h1>")


class Visitors:
    """A few visitors at once, each on a connection of their own, from entering the `with` block to leaving it."""

    def __init__(self, port, titles, *, number=4, pause=0.002):
        self.port, self.titles, self.pause = port, titles, pause
        self.counts, self.wrong = Counter(), []
        self.longest_gap = 0.0
        self._answered = time.monotonic()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._visit, args=(turn,)) for turn in range(number)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()

    @property
    def sent(self):
        return sum(self.counts.values()) - self.counts["asked again"]

    @property
    def failed(self):
        return self.counts["failed"]

    def _visit(self, turn):
        connection = self._connect()
        while not self._stop.wait(self.pause):
            turn += 1
            page = PAGES[turn % len(PAGES)]
            try:
                self._judge(page, *self._ask(connection, page))
            except (OSError, http.client.HTTPException):
                self.counts["failed"] += 1
                self._stop.wait(0.1)  # nobody asks again sooner
        connection.close()

    def _connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def _ask(self, connection, page):
        """Ask as browsers do: where a connection that was used before has been closed, once more on a new one."""
        was_used = connection.sock is not None
        try:
            return self._ask_once(connection, page)
        except (OSError, http.client.HTTPException):
            connection.close()
            if not was_used:
                raise
            self.counts["asked again"] += 1
            return self._ask_once(connection, page)

    def _ask_once(self, connection, page):
        connection.request("GET", page)
        response = connection.getresponse()
        return response.status, response.read()

    def _judge(self, page, status, body):
        now = time.monotonic()
        self.longest_gap, self._answered = max(self.longest_gap, now - self._answered), now
        if status == 200 and self._is_right(page, body):
            self.counts["right"] += 1
        elif status in (500, 503):
            self.counts["failed"] += 1
        else:
            self.counts["wrong"] += 1
            self.wrong.append((page, status, body[:200]))

    def _is_right(self, page, body):
        """A page of the trial has a title it was given once; the search and the questions find the trial."""
        if page.startswith("/en/trials/"):
            found = TITLE.search(body)
            return bool(found) and found[1].decode().strip() in self.titles
        if page.startswith("/api/"):
            trials = json.loads(body)["trials"]
            return [one["slug"] for one in trials] == ["sunrise"] and trials[0]["title"] in self.titles
        return b"Sunrise" in body or b"trial" in body


PAGES = ["/en/trials/sunrise", "/api/v1/trials?q=sunrise-1", "/en/search?q=sunrise-1", "/en/questions/results"]
