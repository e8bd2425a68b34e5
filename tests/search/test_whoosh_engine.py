import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import finder
from finder.search.whoosh_engine import WhooshEngine, write_index

PACKAGE = Path(finder.__file__).parent

SEARCH_ONCE = """
import pathlib, sys
from finder.search.whoosh_engine import WhooshEngine, write_index
folder = pathlib.Path(sys.argv[1])
write_index(folder, [(["baby"], "A baby.")])
engine = WhooshEngine(folder)
assert engine.has("baby") and engine.scores({"baby": 1.0}) and engine.kept(0) == "A baby."
engine.close()
"""


@pytest.fixture
def engine(tmp_path):
    documents = [(["a", "b"], "first"), (["b", "b", "c"], "second"), (["diagnosis/all"], "third\tline\nnext")]
    write_index(tmp_path / "new" / "index", documents)
    engine = WhooshEngine(tmp_path / "new" / "index")
    yield engine
    engine.close()


def test_documents_are_numbered_in_their_order(engine):
    assert [engine.kept(number) for number in range(len(engine))] == ["first", "second", "third\tline\nnext"]


def test_every_document_with_any_of_the_terms_is_scored(engine):
    scores = engine.scores({"b": 1.0, "diagnosis/all": 1.0, "nowhere": 1.0})
    assert set(scores) == {0, 1, 2}
    assert all(score > 0 for score in scores.values())


def test_a_term_that_counts_more_moves_its_documents_up(engine):
    assert max(engine.scores({"a": 5.0, "c": 1.0}).items(), key=lambda pair: pair[1])[0] == 0
    assert max(engine.scores({"a": 1.0, "c": 5.0}).items(), key=lambda pair: pair[1])[0] == 1


@pytest.mark.parametrize(
    ("term", "held"), [("a", True), ("diagnosis/all", True), ("all", False), ("*", False), ("", False)]
)
def test_it_knows_which_terms_stand_in_any_document(engine, term, held):
    assert engine.has(term) is held


def test_it_works_where_warnings_are_errors_and_nothing_is_compiled_yet(tmp_path):
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "cache"), "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SEARCH_ONCE, str(tmp_path / "index")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_only_this_module_knows_the_engine():
    knowing = {path.name for path in PACKAGE.rglob("*.py") if "whoosh" in _imports(path)}
    assert knowing == {"whoosh_engine.py"}


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
