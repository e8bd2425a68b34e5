"""The README is enough, and true."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest
from click.testing import CliRunner

from finder.cli import main
from finder.core.trials import Group, PriorTreatment, Trial
from tests.conftest import PROJECT

README = (PROJECT / "README.md").read_text("utf-8")


def commands(group, prefix="finder"):
    for name, command in group.commands.items():
        yield f"{prefix} {name}"
        if hasattr(command, "commands"):
            yield from commands(command, f"{prefix} {name}")


@pytest.mark.parametrize("command", [one for one in commands(main) if one != "finder translations"])
def test_every_command_is_in_the_readme_and_explains_itself(command):
    assert f"`{command}" in README
    result = CliRunner().invoke(main, [*command.split()[1:], "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_every_command_in_the_readme_exists():
    named = set(re.findall(r"`finder ([a-z]+)", README))
    assert named <= set(main.commands)


@pytest.mark.parametrize("kind", [Trial, Group, PriorTreatment])
def test_every_field_of_a_trial_is_in_the_readme(kind):
    names = {field.name for field in fields(kind)} - {"slug"}
    assert [name for name in names if f"`{name}`" not in README] == []


def test_every_file_the_readme_names_exists():
    named = re.findall(r"`((?:core|wording|web|content|tests)/[\w/]+\.(?:py|yaml))`", README)
    assert named
    missing = [name for name in named if not (PROJECT / name).exists() and not (PROJECT / "finder" / name).exists()]
    assert missing == []


def test_the_readme_stays_short_enough_to_read():
    assert len(README.splitlines()) <= 150


def test_the_top_level_is_what_the_readers_expect():
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=PROJECT, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == {
        "pyproject.toml", "finder", "content", "translations", "static", "tests", "README.md",
    }  # fmt: skip


def test_the_module_form_of_the_command_works():
    said = subprocess.run(
        [sys.executable, "-m", "finder", "--help"], capture_output=True, text=True, cwd=PROJECT, check=True
    )
    assert said.stdout.startswith("Usage: finder")
