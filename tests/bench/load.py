"""Loads `finder serve` as it is shipped, beside a bare Flask “hello” under the same server in the same run.

`python -m tests.bench.load [--trials 2000] [--requests 100000] [--seconds 10]` needs wrk (Debian: apt install wrk).
Everything stays on 127.0.0.1. Figures of two runs can only be compared on a machine that does nothing else.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from finder.content.reading import read_content
from finder.snapshot.building import build
from finder.snapshot.publishing import publish
from tests.conftest import PROJECT
from tests.running import free_port

WORKERS = "2"
HELLO = """
from flask import Flask
app = Flask(__name__)

@app.get("/")
def hello():
    return "Hello"
"""
TRIAL = "/en/trials/interfant-21"
SEARCHES = [
    "baby leukaemia came back", "neuroblastoma", "blinatumomab", "5 year old brain tumour", "lukemia", "ewing",
    "hr nbl 2", "kidney tumour toddler", "car t", "nct05327894", "my son has relapsed all", "wilms", "eye cancer",
    "KMT2A", "trial",
]  # fmt: skip
MIXED = [
    *("/en/", TRIAL, "/en/trials/", "/en/professional/trials/interfant-21", "/en/glossary", "/en/pages/about-trials"),
    *("/en/questions/age", "/en/questions/diagnosis", "/en/questions/results", "/en/diagnoses/leukaemia", "/nowhere"),
    *("/api/v1/trials?q=neuroblastoma", "/en/search?q=leukaemia", "/en/search?q=lukemia", "/healthz", "/readyz"),
]
SCRIPT = """
local paths = {%s}
local turn = 0
request = function()
  turn = turn + 1
  return wrk.format("GET", paths[turn %% #paths + 1], {["Accept-Encoding"] = "gzip"})
end
%s
done = function(summary, latency)
  io.write(string.format('JSON{"requests": %%d, "micros": %%d, "p50": %%d, "p95": %%d, "bad": %%d, "other": %%d}\\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.errors.status))
end
"""


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        instance = folder / "instance"
        publish_many(instance, asked.trials)
        with hello(folder) as bare, site(instance) as (port, process):
            print(f"{asked.trials:,} trials, {WORKERS} workers, {os.cpu_count()} processors")
            compare(bare, port, asked.seconds)
            paced(port, asked.seconds)
            soak(port, process, asked.requests)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=2_000)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=10)
    return parser.parse_args()


def publish_many(instance: Path, count: int) -> None:
    """Publish the real content, its trials repeated under other names until there are enough."""
    made = read_content(PROJECT / "content", today=date.today()).catalogue
    assert made is not None, "The content has problems: run “finder check”."
    entries = list(made.trials)
    while len(entries) < count:
        number = len(entries)
        one = made.trials[number % len(made.trials)]
        renamed = replace(one.trial, slug=f"{one.trial.slug}-{number}", acronym=f"{one.trial.acronym}-{number}")
        entries.append(replace(one, trial=replace(renamed, identifiers={"protocol": f"P{number}"})))
    publish(instance, build(replace(made, trials=tuple(entries[:count])), instance, content="0" * 64))


@contextmanager
def hello(folder: Path):
    (folder / "hello.py").write_text(HELLO)
    port = free_port()
    options = ["--interface", "wsgi", "--workers", WORKERS, "--blocking-threads", "4", "--port", str(port)]
    command = [sys.executable, "-m", "granian", *options, "--no-access-log", "--log-level", "error", "hello:app"]
    with running(subprocess.Popen(command, cwd=folder), port):
        yield port


@contextmanager
def site(instance: Path):
    port = free_port()
    surroundings = {**os.environ, "FINDER_INSTANCE": str(instance), "FINDER_CONTENT": str(instance / "none")}
    command = [sys.executable, "-m", "finder", "serve", "--port", str(port), "--workers", WORKERS]
    process = subprocess.Popen(command, cwd=PROJECT, env=surroundings, stdout=subprocess.DEVNULL)
    with running(process, port):
        yield port, process


@contextmanager
def running(process, port):
    try:
        for _ in range(600):
            if (
                subprocess.run(
                    ["wrk", "-t1", "-c1", "-d1", f"http://127.0.0.1:{port}/"], capture_output=True
                ).returncode
                == 0
            ):
                break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def wrk(port, paths, seconds, *, connections=8, pause_ms=0):
    """Run wrk over these paths and return what it measured: times in milliseconds, and how much went wrong."""
    pause = f"delay = function() return {pause_ms} end" if pause_ms else ""
    quoted = ", ".join(json.dumps(path.replace(" ", "%20")) for path in paths)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % (quoted, pause))
        script.flush()
        options = ["-t1", f"-c{connections}", f"-d{seconds}", "-s", script.name]
        done = subprocess.run(["wrk", *options, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True)
    found = json.loads(re.search(r"JSON(\{.*\})", done.stdout)[1])
    rate = found["requests"] / (found["micros"] / 1e6)
    return {**found, "rate": rate, "p50": found["p50"] / 1000, "p95": found["p95"] / 1000}


def compare(bare, port, seconds):
    """Tell how many requests a second each kind of page takes, as a part of what a bare hello takes."""
    searches = [f"/en/search?q={words}" for words in SEARCHES]
    kinds = {"trial page": [TRIAL], "search": searches, "question": ["/en/questions/diagnosis"], "mixed": MIXED}
    for name, paths in kinds.items():
        wrk(port, paths, 1)  # warm
        base, found = wrk(bare, ["/"], seconds), wrk(port, paths, seconds)
        ratio = found["rate"] / base["rate"]
        print(f"{name:12} {found['rate']:8.0f}/s  {ratio:5.2f} of hello ({base['rate']:.0f}/s)  "
              f"p95 {found['p95']:.1f} ms, of hello {base['p95']:.1f} ms", flush=True)  # fmt: skip


def paced(port, seconds):
    """Tell how long visitors wait at twenty requests a second."""
    searches = [f"/en/search?q={words}" for words in SEARCHES]
    for name, paths in {"search": searches, "question": ["/en/questions/diagnosis"], "trial page": [TRIAL]}.items():
        found = wrk(port, paths, seconds, connections=4, pause_ms=200)
        print(f"{name:12} at {found['rate']:.0f}/s: p50 {found['p50']:.1f} ms, p95 {found['p95']:.1f} ms, "
              f"{found['bad']} unanswered", flush=True)  # fmt: skip


def soak(port, process, count):
    """Tell how memory and open files grow over many mixed requests, once everything has been warm."""
    sent, bad = 0, 0
    wrk(port, MIXED, 10)
    before = measured(process)
    while sent < count:
        found = wrk(port, MIXED, 20)
        sent, bad = sent + found["requests"], bad + found["bad"]
    after = measured(process)
    growth = {name: f"{before[name]} to {after[name]}" for name in before}
    print(f"{sent:,} mixed requests, {bad} unanswered: memory {growth['kB']} kB "
          f"({after['kB'] / before['kB'] - 1:+.1%}), open files {growth['files']}", flush=True)  # fmt: skip


def measured(process):
    """Return the memory and the open files of the server and its workers."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()[1:]]
    ours = [(pid, rss) for pid, parent, rss in rows if process.pid in (pid, parent)]
    return {
        "kB": sum(rss for _, rss in ours),
        "files": sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid, _ in ours),
    }


if __name__ == "__main__":
    main()
