"""A running `finder serve`, for the tests that need the server as it is run: a process reached over the network."""

import http.client
import os
import queue
import socket
import subprocess
import sys
import threading

PATIENCE = 30
"""In seconds: when a test gives up."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running `finder serve`, and what it has printed."""

    def __init__(self, content, *options, environment=None, port=None):
        self.content, self.port = content, port or free_port()
        command = [sys.executable, "-m", "finder", "serve", "--content", str(content), "--port", str(self.port)]
        printed = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
        surroundings = {**os.environ, **(environment or {})}
        self.process = subprocess.Popen([*command, *options], start_new_session=True, env=surroundings, **printed)
        self.lines, self._queue = [], queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with self.process.stdout as printed:
            for line in printed:
                self._queue.put(line.rstrip())
        self._queue.put(None)

    def wait_for(self, words):
        """Wait until a line holds the words, and return the line."""
        while True:
            line = self._queue.get(timeout=PATIENCE)
            assert line is not None, self.lines
            self.lines.append(line)
            if words in line:
                return line

    def get(self, path):
        return self.ask("GET", path)[1].decode()

    def ask(self, method, path, body=None, headers=None):
        """Return the response to a request of one's own, and what it brought."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        brought = response.read()
        connection.close()
        return response, brought

    def workers(self):
        """Return the process ids of the workers."""
        listed = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
        rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
        return sorted(
            int(pid) for pid, parent, args in rows if int(parent) == self.process.pid and "spawn_main" in args
        )

    def rest(self):
        """Wait for the end, and return what was still printed."""
        self.process.wait(PATIENCE)
        return list(iter(self._queue.get, None))

    def kill(self):
        self.process.kill()
        self.process.wait()
