"""What a YAML file holds, with the line of each piece. Nothing is converted: `NO` stays the two letters written."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Value:
    """Something written as it is read: a word, a number, a date, a sentence. Empty where nothing is written."""

    line: int
    text: str


@dataclass(frozen=True)
class Items:
    """A list."""

    line: int
    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Fields:
    """Names with what belongs to each."""

    line: int
    by_name: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """The line each name stands on."""


Node = Value | Items | Fields
