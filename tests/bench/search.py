"""Times the search over a register's records, beside the bare engines on the same machine, records and queries.

`python -m tests.bench.search REGISTRY QUERIES [--sizes 200 2000] [--engines whoosh tantivy]`: REGISTRY holds records as
`finder import` takes them, QUERIES a query a line: a number, a tab, its words. Needs tantivy: pip install '.[large]'.

What is timed: reading the words, filters, ranking the best ten. The snippets of their page are told apart, which the
bare engines have none of. Each query is asked once before it is timed, and that first time is told apart. The machine
should do nothing else meanwhile; `--cpu` counts only the time that the search itself was running.
"""

import argparse
import random
import resource
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import finder
from finder.content.catalogue import EngineName
from finder.content.reading import read_content
from finder.core.ages import AgeSpan, Unit
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.formats.trec import read_queries
from finder.registry.shelf import ShelfReport, lines_of, usable
from finder.search.documents import document
from finder.search.registry_documents import registry_document, with_diagnoses
from finder.search.searching import LONGEST_QUERY, PER_PAGE, SearchRequest, TrialSearch, build_index
from finder.search.vocabulary import Vocabulary
from tests.bench.bare_engines import BARE

CONTENT = Path(finder.__file__).parent.parent / "content"
TODAY = date(2026, 11, 20)
SIZES = (200, 2_000, 25_000, 111_000)
PROCESSES = (1, 2, 4)
ROUNDS = 3
FAMILIES = [
    "leukaemia", "baby leukaemia came back", "my 5 year old has neuroblastoma", "blinatumomab", "MT103", "hr nbl 2",
    "nct05327894", "brain tumour", "toddler with a tumor on the kidney", "relapsed ALL 17yo", "car t", "lukemia",
    "trial for my son", "", "eye cancer in manchester", "koselugo", "retinablastoma newly diagnosed", "cancer",
]  # fmt: skip
ALL_FILTERS = {
    "statuses": frozenset({Status.RECRUITING, Status.UNKNOWN}),
    "age": AgeSpan.completed(5, Unit.YEARS),
    "diagnosis": "leukaemia",
    "stage": Stage.CAME_BACK,
    "country": "US",
}


@dataclass(frozen=True)
class Data:
    """What is searched: the charity's trials, filled up with records of the register, and the queries."""

    registry: Path
    size: int
    engine: EngineName

    def catalogue(self):
        made = read_content(CONTENT, today=TODAY).catalogue
        assert made is not None, "The content has problems: run “finder check”."
        return replace(made, trials=made.trials[: self.size], site=replace(made.site, engine=self.engine))

    def records(self, catalogue):
        report = ShelfReport(Path("bench"))
        files = sorted(path for path in self.registry.iterdir() if ".jsonl" in path.name)
        found = (trial for path in files for _, trial in usable(lines_of(path, report), report, today=TODAY))
        wanted = max(0, self.size - len(catalogue.trials))
        return with_diagnoses(islice(found, wanted), Vocabulary(catalogue, "en"))


def main() -> None:
    asked = arguments()
    clock = time.thread_time if asked.cpu else time.perf_counter
    queries = [words[:LONGEST_QUERY] for _, words in read_queries(asked.queries.read_text("utf-8"))] + FAMILIES
    print(f"{len(queries)} queries. Times in ms.\n")
    for size in asked.sizes:
        for engine in asked.engines:
            with tempfile.TemporaryDirectory() as folder:
                data = Data(asked.registry, size, EngineName(engine))
                compare(Path(folder), data, queries, clock)


def compare(folder, data, queries, clock):
    """Build and time our search and the bare engines, each in a process of its own, and print a table."""
    print(f"## {data.size:,} trials, {data.engine}")
    built = alone(build, folder, data)
    print(f"built in {built[0]:.1f} s, {built[1]:.1f} MB on disk, {built[2]:.0f} MB of memory at most")
    opened, memory, rows = alone(time_ours, folder, data, queries, clock)
    print(f"opened in {opened:.2f} s, {memory:.0f} MB of memory while searching")
    for name in (str(data.engine), "FTS5"):
        rows[f"bare {name}"] = alone(time_bare, folder, name, queries, clock)
    whole = percentile(rows["ours"], 95)
    for name, times in rows.items():
        p50, p95, p99 = (percentile(times, part) for part in (50, 95, 99))
        print(f"{name:>20}: p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f}   ours is {whole / p95:.1f} times its p95")
    rates = (f"{count}: {queries_a_second(folder, data, queries, count):,.0f}" for count in PROCESSES)
    print(f"queries a second, by number of processes: {', '.join(rates)}\n")


def alone(work, *given):
    """Do some work in a new process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(work, *given).result()


def build(folder, data):
    catalogue = data.catalogue()
    records = list(data.records(catalogue)) if data.size <= SIZES[1] else None
    started = time.perf_counter()
    build_index(folder / "ours", catalogue, lambda: records if records is not None else data.records(catalogue))
    took, memory = time.perf_counter() - started, peak_memory()
    vocabulary = Vocabulary(catalogue, "en")
    for name in (str(data.engine), "FTS5"):
        BARE[name].write(folder / name, bare_texts(data, catalogue, vocabulary))
    return took, sum(path.stat().st_size for path in (folder / "ours").rglob("*") if path.is_file()) / 1e6, memory


def bare_texts(data, catalogue, vocabulary):
    """Return the texts of the trials as their words' stems, without what only our search puts there."""
    summarised = (document(entry, vocabulary) for entry in catalogue.trials)
    records = (registry_document(record, vocabulary) for record in data.records(catalogue))
    for documents in (summarised, records):
        yield from (" ".join(term for term in terms if "/" not in term) for terms, _ in documents)


def time_ours(folder, data, queries, clock):
    catalogue = data.catalogue()
    started = time.perf_counter()
    search = TrialSearch.open(folder / "ours", catalogue)
    opened = time.perf_counter() - started
    first = [time_of(partial(rank, search, words), clock) for words in queries]
    times = timed(lambda words: rank(search, words), queries, clock)
    with_snippets = timed(lambda words: find(search, words), queries, clock)
    filtered = timed(lambda words: rank(search, words, **ALL_FILTERS), queries, clock)
    return opened, peak_memory(), {
        "ours": times, "ours, asked first": first, "ours, all filters": filtered, "ours, with snippets": with_snippets,
    }  # fmt: skip


def time_bare(folder, name, queries, clock):
    engine = BARE[name](folder / name)
    stems = Vocabulary(read_content(CONTENT, today=TODAY).catalogue, "en").analyser.stems
    return timed(engine.find, [stems(words, without=()) for words in queries], clock)


def rank(search, words, **filters):
    return search.ranking(SearchRequest(words=words, **filters), PER_PAGE, today=TODAY, fresh_days=90)


def find(search, words):
    return search.find(SearchRequest(words=words), today=TODAY, fresh_days=90)


def timed(ask, queries, clock):
    """Return the times of all queries, in an order that is the same each time and nobody's favourite."""
    for query in queries:
        ask(query)
    mixed = random.Random(1).sample(queries * ROUNDS, len(queries) * ROUNDS)
    return [time_of(partial(ask, query), clock) for query in mixed]


def time_of(work, clock):
    started = clock()
    work()
    return (clock() - started) * 1000


def queries_a_second(folder, data, queries, processes):
    """Let so many processes ask all queries at the same time."""
    spawn = get_context("spawn")
    together = {"initializer": meet_at, "initargs": (spawn.Barrier(processes),)}
    with ProcessPoolExecutor(processes, mp_context=spawn, **together) as pool:
        asked = [pool.submit(ask_all, folder, data, queries) for _ in range(processes)]
        return processes * ROUNDS * len(queries) / max(one.result() for one in asked)


def meet_at(barrier):
    global everybody_is_ready
    everybody_is_ready = barrier


def ask_all(folder, data, queries):
    """Return how long it took to ask all queries, from when every process was ready to."""
    search = TrialSearch.open(folder / "ours", data.catalogue())
    for query in queries:
        find(search, query)
    everybody_is_ready.wait()
    started = time.perf_counter()
    for query in queries * ROUNDS:
        find(search, query)
    return time.perf_counter() - started


def percentile(times, part):
    return statistics.quantiles(times, n=100, method="inclusive")[part - 1]


def peak_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("registry", type=Path, metavar="REGISTRY")
    parser.add_argument("queries", type=Path, metavar="QUERIES")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--engines", nargs="+", choices=[str(name) for name in EngineName], default=list(EngineName))
    parser.add_argument("--cpu", action="store_true", help="Count the time that the search was running.")
    return parser.parse_args()


if __name__ == "__main__":
    main()
