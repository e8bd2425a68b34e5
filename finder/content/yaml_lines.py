"""Reads YAML into values that know their line. Nothing is converted: `NO` stays the two letters that were written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

import yaml

from finder.content.report import Report, quoted
from finder.content.yaml_complaints import complaint

DEEPEST = 8

# The parser written in C is twenty times faster; the other one is always there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def read_yaml(text: str, report: Report) -> Node | None:
    """Read a file, or return None where its form is so broken that no field can be trusted."""
    if _has_tabs(text, report):
        return None
    try:
        return _Composer(text, report).compose()
    except _Unreadable as unreadable:
        report.error(unreadable.message, unreadable.hint, line=unreadable.line)
    except yaml.YAMLError as error:
        message, hint, line = complaint(text, error)
        report.error(message, hint, line=line)
    return None


def read_fields(text: str, report: Report) -> Fields | None:
    """Read a file that holds fields, as all but one of ours do."""
    node = read_yaml(text, report)
    if node is None or isinstance(node, Fields):
        return node
    report.error("This file holds no fields.", "Write lines such as `name: value`.", line=node.line)
    return None


def find_line(text: str, *names: str | int) -> int | None:
    """Return the line of a field in a file that was read without problems, by its names and places from the top."""
    node: Node | None = read_yaml(text, Report(PurePath()))
    line = None
    for name in names:
        if isinstance(node, Fields) and isinstance(name, str) and name in node.by_name:
            line, node = node.lines[name], node.by_name[name]
        elif isinstance(node, Items) and isinstance(name, int) and name < len(node.nodes):
            node = node.nodes[name]
            line = node.line
        else:
            break
    return line


def _has_tabs(text: str, report: Report) -> bool:
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if "\t" in line]
    for number in lines:
        report.error("This line holds a tab.", "Put spaces in its place.", line=number)
    return bool(lines)


class _Unreadable(Exception):
    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


class _Composer:
    """Builds the values from the parser's events, one pass, no deeper than any file of ours needs to be."""

    def __init__(self, text: str, report: Report) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._report = report

    def compose(self) -> Node:
        root: Node = Value(1, "")
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and event.explicit and _line_of(event) > 1:
                self._refuse_second_document(event)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, depth=1)
        if isinstance(root, Value) and not root.text:
            raise _Unreadable(1, "This file holds nothing but comments.", "Write its content, or remove it.")
        return root

    def _refuse_second_document(self, event: yaml.Event) -> None:
        raise _Unreadable(
            _line_of(event),
            "A line of “---” cuts this file in two.",
            "Remove the line: one file, one list of fields.",
        )

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line_of(event)
        if depth > DEEPEST:
            raise _Unreadable(
                line, f"More than {DEEPEST} levels are nested here.", "Check the brackets and the indentation."
            )
        self._refuse_programming(event, line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(line, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(line, tuple(self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)))
        return Value(line, _written(event))

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield event

    def _fields(self, line: int, depth: int) -> Fields:
        fields = Fields(line)
        for event in self._until(yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            node = self._node(next(self._events), depth + 1)
            if not isinstance(key, Value) or not key.text:
                self._report.error("A field has no name here.", "Write lines such as `name: value`.", line=key.line)
            elif key.text in fields.by_name:
                self._report.error(
                    f"{quoted(key.text)} is written twice: the first is on line {fields.lines[key.text]}.",
                    "Keep one of them.",
                    line=key.line,
                    field=key.text,
                )
            else:
                fields.by_name[key.text] = node
                fields.lines[key.text] = key.line
        return fields

    def _refuse_programming(self, event: yaml.Event, line: int) -> None:
        """Refuse the parts of YAML that copy and convert values: they are what hostile files are made of."""
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        written = f"{sign}{anchor}" if anchor else tag and tag.replace("tag:yaml.org,2002:", "!!")
        if written:
            self._report.error(
                f"{quoted(written)} is a command to the computer, which this file cannot hold.",
                "If it is part of the text, put the whole text in quotation marks.",
                line=line,
            )


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _written(event: yaml.Event) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        return "*"
    text = " ".join(event.value.split())
    return "" if not event.style and text in ("~", "null") else text
