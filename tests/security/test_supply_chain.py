"""What the site is made of: every package locked to its digests, and one owner for the search engine's name."""

import re
import tomllib
from importlib.metadata import packages_distributions

from packaging.requirements import Requirement

from tests.conftest import PROJECT

LOCK = (PROJECT / ".ci" / "requirements.lock").read_text("utf-8")
PINNED = dict(re.findall(r"^([a-z0-9_.-]+)==([^\s\\;]+)", LOCK, re.MULTILINE))
NEEDED = [
    Requirement(line)
    for line in tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
]


def test_every_package_the_site_needs_is_locked_to_a_version_that_will_do():
    missing = [str(one) for one in NEEDED if not one.specifier.contains(PINNED.get(one.name.lower(), "0"))]
    assert missing == [], "run: uv pip compile pyproject.toml --universal --generate-hashes -o .ci/requirements.lock"


def test_every_locked_package_has_its_digests():
    parts = re.split(r"^(?=[a-z0-9_.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert [part.splitlines()[0] for part in parts if "--hash=sha256:" not in part] == []


def test_the_lock_names_no_place_to_load_from():
    assert re.findall(r"https?://|file:|--index|--find-links|--extra", LOCK) == []


def test_one_package_owns_the_name_of_the_search_engine():
    assert packages_distributions()["whoosh"] == ["Whoosh"]
    assert [name for name in PINNED if "whoosh" in name] == ["whoosh"]
