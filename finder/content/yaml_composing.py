"""Builds nodes from the events of the YAML parser, which is never asked to construct anything."""

from collections.abc import Iterator

import yaml

from finder.content.report import Report, quoted
from finder.content.yaml_nodes import Fields, Items, Node, Value

DEEPEST = 8

# The parser written in C is twenty times faster; the other one is always there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable(Exception):
    """A file of a form that no field can be trusted in: where, what is wrong, what to do."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def compose(text: str, report: Report) -> Node:
    """Build the nodes of a file in one pass, no deeper than any file of ours needs to be.

    Raises Unreadable, or the parser's own YAMLError, where the file has no form to speak of.
    """
    return _Composer(text, report).compose()


class _Composer:
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
            raise Unreadable(1, "This file holds nothing but comments.", "Write its content, or remove it.")
        return root

    def _refuse_second_document(self, event: yaml.Event) -> None:
        raise Unreadable(
            _line_of(event),
            "A line of “---” cuts this file in two.",
            "Remove the line: one file, one list of fields.",
        )

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line_of(event)
        if depth > DEEPEST:
            raise Unreadable(
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
