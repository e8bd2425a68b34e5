"""Every test that searches the small catalogue runs on each engine."""

from importlib.util import find_spec

import pytest

from finder.content.catalogue import EngineName
from tests.search import small_catalogue

needs_tantivy = pytest.mark.skipif(not find_spec("tantivy"), reason="needs tantivy: pip install '.[large]'")
ENGINES = [EngineName.WHOOSH, pytest.param(EngineName.TANTIVY, marks=needs_tantivy)]


def pytest_generate_tests(metafunc):
    used = [value for value in vars(metafunc.module).values() if getattr(value, "__module__", "") == _NAME]
    if any(value in (small_catalogue.find, small_catalogue.slugs, small_catalogue.small_search) for value in used):
        metafunc.fixturenames.append("engine")
        metafunc.parametrize("engine", ENGINES, indirect=True, ids=str, scope="module")


_NAME = small_catalogue.__name__


@pytest.fixture(scope="module")
def engine(request):
    small_catalogue.use_engine(request.param)
    yield request.param
    small_catalogue.use_engine(EngineName.WHOOSH)
