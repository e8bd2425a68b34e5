"""What a name in a text means."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """The kinds of things that words name."""

    TRIAL = "trial"
    DIAGNOSIS = "diagnosis"
    TREATMENT = "treatment"
    MARKER = "marker"
    STAGE = "stage"
    AGE = "age"
    PLACE = "place"
    SYNONYM = "synonym"
    """A group of words that mean the same, and that is nothing but that."""


OF_THE_VISITOR = (Kind.STAGE, Kind.AGE)
"""What a query says of a child. A trial's own ages and stages stand in its facts: its words name others' too."""


@dataclass(frozen=True)
class Meaning:
    """One thing that a name stands for."""

    kind: Kind
    id: str

    @property
    def is_indexed(self) -> bool:
        """Tell whether a text that names it is one about it."""
        return self.kind not in OF_THE_VISITOR

    @cached_property
    def term(self) -> str:
        """Return how it is indexed. No word that a visitor writes can hold the stroke."""
        return f"{self.kind}/{'_'.join(self.id.split())}"

    @cached_property
    def exact_term(self) -> str:
        """Return how it is indexed where it is meant itself, and not only as what something else is a kind of."""
        return f"{self.term}/itself"
