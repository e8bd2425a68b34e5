"""Times the search on many made-up trials: `python -m tests.bench.search [how many]`."""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from finder.search.searching import SearchRequest, TrialSearch, build_index
from tests.search.small_catalogue import TODAY, TRIALS, catalogue, entry

QUERIES = [
    "blinatumomab",
    "leukemia baby",
    "MLL",
    "baby leukaemia came back",
    "relapsed all 5 year old",
    "hr nbl 2",
    "",
]
COMMON = ["leukaemia", "baby", "blinatumomab", "chemotherapy", "relapsed", "KMT2A", "treatment", "B-cell ALL", "trial."]
WORDS_OF_A_TRIAL, DIFFERENT_WORDS, ROUNDS = 680, 18_000, 50


def main(count: int) -> None:
    chance = random.Random(1)
    rare = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=8)) for _ in range(DIFFERENT_WORDS)]

    def text(length: int) -> str:
        return " ".join(chance.choice(rare if chance.random() < 0.6 else COMMON) for _ in range(length))

    trials = tuple(
        entry(f"t{n}", f"T{n}-X", title=text(8), lead=text(20), text=text(WORDS_OF_A_TRIAL), groups=groups, nct="")
        for n in range(count)
        for groups in [TRIALS[n % len(TRIALS)].trial.groups]
    )
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        build_index(Path(folder) / "index", catalogue(trials))
        built = time.perf_counter() - started
        search = TrialSearch.open(Path(folder) / "index", catalogue(trials))
        times = sorted(timed(search, words) for words in QUERIES * ROUNDS)
        search.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{count} trials: built in {built:.1f} s; p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms")


def timed(search: TrialSearch, words: str) -> float:
    started = time.perf_counter()
    search.find(SearchRequest(words=words), today=TODAY, fresh_days=90)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
