import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import finder

PACKAGE = Path(finder.__file__).parent

SEARCH_ONCE = """
import pathlib, sys
from finder.search.whoosh_engine import open_index, write_index
folder = pathlib.Path(sys.argv[1])
write_index(folder, [(["baby"], "A baby.")])
engine = open_index(folder)
assert engine.held_by("baby") and engine.best({"baby": 1.0}, 1).total and engine.kept(0) == "A baby."
engine.close()
"""


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


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_only_one_module_knows_an_engine(engine):
    knowing = {path.name for path in PACKAGE.rglob("*.py") if engine in _imports(path)}
    assert knowing == {f"{engine}_engine.py"}


def _imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
