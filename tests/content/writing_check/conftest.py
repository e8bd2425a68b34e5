from pathlib import PurePath

import pytest

from finder.content.outline import Passage
from finder.content.report import Report
from finder.content.writing.blocks import read_blocks
from finder.content.writing.sentences import sentences_of


@pytest.fixture
def report():
    return Report(PurePath("content/trials/sunrise/en.md"))


@pytest.fixture
def told(report):
    """Return what has been reported, each problem as its severity, line, message and hint."""
    return lambda: [(str(each.severity), each.line, each.message, each.hint) for each in report.problems]


@pytest.fixture
def blocks():
    """Take markdown apart."""
    return lambda text: read_blocks(Passage(1, text))


@pytest.fixture
def sentences(blocks):
    """Part markdown into sentences."""
    return lambda text: sentences_of(blocks(text))
