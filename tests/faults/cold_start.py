"""How long the site takes to start from its content alone: `python -m tests.faults.cold_start [trials]`."""

import http.client
import itertools
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import PROJECT
from tests.running import Server

TRIALS = 500
MOST_SECONDS = 10


def copy_content(folder: Path, number: int) -> Path:
    """Return a content folder with the charity's trials, repeated under other names until there are enough."""
    content = folder / "content"
    shutil.copytree(PROJECT / "content", content)
    originals = sorted((content / "trials").iterdir())
    for count, original in enumerate(itertools.islice(itertools.cycle(originals), max(0, number - len(originals)))):
        copied = original.with_name(f"{original.name}-{count}")
        shutil.copytree(original, copied)
        facts = (copied / "facts.yaml").read_text("utf-8")
        facts = re.sub(r"^(acronym: .*)$", rf"\1 {count}", facts, flags=re.MULTILINE)
        facts = re.sub(
            r"^identifiers:.*(\n .*)*", f"identifiers: {{protocol: Copy {count}}}", facts, flags=re.MULTILINE
        )
        (copied / "facts.yaml").write_text(facts, "utf-8")
    return content


def seconds_until_ready(content: Path) -> float:
    """Start `finder serve` where nothing was ever published, and return when `/readyz` says yes."""
    began = time.monotonic()
    server = Server(content, "--workers", "2")
    try:
        while not is_ready(server):
            assert server.process.poll() is None, server.rest()[-1]
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        server.kill()


def is_ready(server: Server) -> bool:
    try:
        return server.ask("GET", "/readyz")[0].status == 200
    except (OSError, http.client.HTTPException):
        return False


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        taken = seconds_until_ready(copy_content(Path(folder), number))
    print(f"{number} trials: ready after {taken:.1f} s (at most {MOST_SECONDS})")
    sys.exit(0 if taken <= MOST_SECONDS else 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TRIALS)
