"""Prints what the faults did, as a table for the README: `python -m tests.faults [part of a name]`."""

import random
import sys
import tempfile
from pathlib import Path

from tests.faults.scenarios import SCENARIOS, Site


def main(wanted: str) -> None:
    print("| fault | requests | unanswered | wrong | |\n|---|---|---|---|---|", flush=True)
    for scenario, times in SCENARIOS.items():
        if wanted not in scenario.__name__:
            continue
        with tempfile.TemporaryDirectory() as folder:
            site = Site(Path(folder))
            try:
                found = scenario(site, times, random.Random(1))
            finally:
                site.end()
        share = f"{found.failed} ({found.failed / max(1, found.sent):.2%})" if found.failed else "0"
        print(f"| {scenario.__doc__} | {found.sent:,} | {share} | {found.wrong} | {found.note} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
