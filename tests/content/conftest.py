import pytest

from finder.content.reading import read_content
from tests.content.writing import TODAY, write_content


@pytest.fixture
def content(tmp_path):
    """A small valid content folder."""
    return write_content(tmp_path)


@pytest.fixture
def problems(content):
    """Read the content folder and return each problem as three texts: where, what and what to do."""

    def read():
        reading = read_content(content, today=TODAY)
        return [(problem.where(), problem.message, problem.hint) for problem in reading.problems]

    return read


@pytest.fixture
def problem(problems):
    """Read the content folder, which has exactly one problem."""

    def read():
        found = problems()
        assert len(found) == 1, found
        return found[0]

    return read
