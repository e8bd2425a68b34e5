"""Reads YAML files into nodes that know their line, or says in plain words why that cannot be done."""

from pathlib import PurePath

import yaml

from finder.content.report import Report
from finder.content.yaml_complaints import complaint
from finder.content.yaml_composing import Unreadable, compose
from finder.content.yaml_nodes import Fields, Items, Node


def read_yaml(text: str, report: Report) -> Node | None:
    """Read a file, or return None where its form is so broken that no field can be trusted."""
    if _has_tabs(text, report):
        return None
    try:
        return compose(text, report)
    except Unreadable as unreadable:
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
