"""Imports run one way: core ← content ← search, snapshot ← web | cli."""

import ast
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

FLOORS = [
    {"core", "parent"},
    {"content", "registry", "settings"},
    {"search"},
    {"snapshot", "wording"},
    {"formats"},
    {"web", "serving"},
    {"cli", "__main__"},
]
MODULES = sorted((PROJECT / "finder").rglob("*.py"))


def name_of(path):
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module):
    return module.split(".")[1]


def rooms_imported_by(path):
    """The rooms of ours that a module imports, wherever in the module it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    ours = {one for one in found if one.startswith("finder.")}
    return {room_of(one) for one in ours}


def floor_of(room):
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name != "finder" or path.stem != "__init__"], ids=name_of
)
def test_a_room_stands_only_on_those_below(path):
    room = room_of(name_of(path))
    for below in rooms_imported_by(path) - {room}:
        assert floor_of(below) <= floor_of(room), f"{name_of(path)} imports {below}, which stands above it"
        assert {room, below} != {"web", "cli"}


@pytest.mark.parametrize(
    ("rooms", "absent"),
    [
        ("finder.core.matching finder.core.questions", "flask whoosh click yaml markdown msgspec babel"),
        ("finder.content.reading", "flask whoosh click"),
        ("finder.search.searching", "flask click"),
        ("finder.snapshot", "flask click"),
    ],
)
def test_a_room_loads_without_what_stands_above_it(rooms, absent):
    program = f"import sys, {', '.join(rooms.split())}; print([one for one in {absent.split()} if one in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert loaded.stdout.strip() == "[]"


def test_only_one_module_imports_the_search_engine():
    users = [name_of(path) for path in MODULES if "whoosh" in imported_packages(path)]
    assert users == ["finder.search.whoosh_engine"]


def imported_packages(path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_html_is_trusted_in_one_module_only():
    words = ("Markup(", "|safe", "render_template_string", "yaml.load(", "pickle", "eval(")
    places = [*MODULES, *(PROJECT / "finder" / "web" / "templates").rglob("*.html")]
    found = {path.name for path in places for word in words if word in path.read_text("utf-8")}
    assert found <= {"trusted_html.py"}
