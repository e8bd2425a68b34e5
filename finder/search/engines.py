"""What a search engine does for us. Engines are given terms and give back scored documents.

No engine ever sees what a visitor wrote, so nothing of any query language can be reached.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol

from finder.content.catalogue import EngineName
from finder.core.problems import Problem, Severity

Documents = Iterable[tuple[Sequence[str], str]]
"""The terms of each document, repeated as often as they count, and the text to keep of it. No term holds a space."""

MOST_FOR_WHOOSH = 20_000
"""How many trials Whoosh searches well."""


class EngineMissing(OSError):
    """The engine that an index was written with is not installed. The message says how to install it."""


@dataclass(frozen=True)
class Found:
    """The best documents for some terms."""

    best: list[tuple[int, float]]
    """Numbers and scores, the best first; of equal ones the one with the lower number."""
    total: int
    """How many there are in all."""
    unfiltered: int
    """How many there would be if all were kept, up to the last one that is."""
    is_least: bool = False
    """True where there may be more than `total`: counting them all would have taken too long."""


class Engine(Protocol):
    """A written index, open for reading. Threads may share it. Documents are numbered in their order, from 0."""

    def __len__(self) -> int: ...

    def best(self, weights: Mapping[str, float], most: int, keep: int | None = None, held: str | None = None) -> Found:
        """Return the best documents among those that hold any of the terms, each term counting as it is weighted.

        `keep` has the bits of the documents that may be returned; None is all of them. `held` is a term that all of
        these are known to hold, which may help to find them sooner.
        """

    def held_by(self, term: str) -> int:
        """Return how many documents hold the term."""

    def kept(self, number: int) -> str:
        """Return the text kept of a document."""

    def close(self) -> None:
        """Let go of the files."""


class EngineModule(Protocol):
    """What the module of an engine holds."""

    def write_index(self, folder: Path, documents: Documents) -> None:
        """Write an index of documents into the folder, which is made."""

    def open_index(self, folder: Path) -> Engine:
        """Open a written index."""


def engine_module(engine: EngineName) -> EngineModule:
    """Return the module of an engine.

    Raises EngineMissing.
    """
    try:
        return import_module(f"finder.search.{engine}_engine")
    except ModuleNotFoundError as missing:
        raise EngineMissing(
            f"The trials were indexed with the search engine {engine}, which is not installed. "
            "Install it with: pip install 'trial-finder[large]'"
        ) from missing


def too_many_trials(content: Path, engine: EngineName, trials: int) -> tuple[Problem, ...]:
    """Return the warning that there are more trials than the engine searches well."""
    if engine is not EngineName.WHOOSH or trials <= MOST_FOR_WHOOSH:
        return ()
    return (
        Problem(
            path=PurePath(content.name, "site.yaml"),
            field="engine",
            message=f"There are {trials:,} trials. The search engine whoosh is quick with up to {MOST_FOR_WHOOSH:,}.",
            hint="Install the other one with: pip install 'trial-finder[large]', and write: engine: tantivy",
            severity=Severity.WARNING,
        ),
    )
