"""What filters and the order of results know of each trial, without reading the trial.

Registry records can be a hundred thousand, and say much the same: most have no limits, many the same date. So each
different value is kept once, and for each trial its place among them.
"""

from array import array
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from finder.core.ages import AgeRule
from finder.core.registry import RegistryTrial
from finder.core.statuses import Recruitment
from finder.core.trials import Group, Stage, Trial
from finder.search.vocabulary import countries_of

T = TypeVar("T", bound=Hashable)

_FILE = "rows.json"


@dataclass(frozen=True)
class Limits:
    """What of a group's limits a visitor can choose by."""

    age: AgeRule
    diagnoses: tuple[str, ...]
    stages: tuple[Stage, ...]

    @classmethod
    def of(cls, group: Group) -> "Limits":
        """Return the limits of a group."""
        return cls(group.age, group.diagnoses, group.disease_stage)


class Column(Generic[T]):
    """One value for each trial, each different value held once."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self.places = array("I")
        self._known: dict[T, int] = {}

    def __getitem__(self, number: int) -> T:
        return self.values[self.places[number]]

    def __iter__(self) -> Iterator[T]:
        return (self.values[place] for place in self.places)

    def add(self, value: T) -> None:
        """Add the next trial's value."""
        place = self._known.setdefault(value, len(self.values))
        if place == len(self.values):
            self.values.append(value)
        self.places.append(place)


@dataclass(frozen=True)
class Rows:
    """What is known of trials, by their number."""

    slugs: list[str] = field(default_factory=list)
    recruitments: Column[Recruitment] = field(default_factory=Column)
    limits: Column[tuple[Limits, ...]] = field(default_factory=Column)
    countries: Column[tuple[str, ...]] = field(default_factory=Column)

    def __len__(self) -> int:
        return len(self.slugs)

    def add(self, trial: Trial | RegistryTrial) -> None:
        """Add the next trial."""
        self.slugs.append(trial.slug)
        checked = trial.recruitment
        self.recruitments.add(Recruitment(status=checked.status, source="", checked=checked.checked))
        self.limits.add(tuple(Limits.of(group) for group in trial.groups))
        self.countries.add(tuple(countries_of(trial)))

    def add_stored(self, folder: Path) -> None:
        """Add the trials whose rows were written into the folder."""
        stored = msgspec.json.decode((folder / _FILE).read_bytes(), type=_Stored)
        self.slugs.extend(stored.slugs)
        for column, (values, places) in (
            (self.recruitments, stored.recruitments),
            (self.limits, stored.limits),
            (self.countries, stored.countries),
        ):
            for place in places:
                column.add(values[place])  # type: ignore[arg-type]

    def write(self, folder: Path) -> None:
        """Write the rows into a folder."""
        columns = (self.recruitments, self.limits, self.countries)
        stored = _Stored(self.slugs, *((column.values, list(column.places)) for column in columns))  # type: ignore[arg-type]
        (folder / _FILE).write_bytes(msgspec.json.encode(stored))


@dataclass(frozen=True)
class _Stored:
    slugs: list[str]
    recruitments: tuple[list[Recruitment], list[int]]
    limits: tuple[list[tuple[Limits, ...]], list[int]]
    countries: tuple[list[tuple[str, ...]], list[int]]
