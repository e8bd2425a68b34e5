"""Every kind of page through the Nu HTML checker, where Java and its jar are found.

`npm install vnu-jar` brings the jar; the variable VNU_JAR says where it is.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bench.pages import ANSWERED, KINDS_OF_PAGE, STYLESHEET, answer_as
from tests.conftest import PROJECT

BABY = "with a baby just diagnosed"


@pytest.fixture(scope="module")
def checker():
    """The command that checks files."""
    jar = Path(os.environ.get("VNU_JAR", PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"))
    missing = [name for name, found in (("java", shutil.which("java")), (str(jar), jar.is_file())) if not found]
    if missing:
        assert "FINDER_NEEDS_NU" not in os.environ, (
            f"The Nu HTML checker must run here, but these are missing: {missing}"
        )
        pytest.skip(f"the Nu HTML checker needs {' and '.join(missing)}")
    return ["java", "-jar", str(jar), "--also-check-css"]


def test_the_nu_html_checker_finds_nothing(client, checker, tmp_path):
    for view in ("", "professional/"):
        for address in KINDS_OF_PAGE:
            save(client, f"/en/{view}{address}", tmp_path)
    answer_as(client, BABY)
    for address in ANSWERED:
        save(client, f"/en/questions/{address}", tmp_path)
    (tmp_path / "site.css").write_bytes(client.get(STYLESHEET).get_data())
    checked = subprocess.run(
        [*checker, *sorted(map(str, tmp_path.iterdir()))], capture_output=True, text=True, check=False
    )
    assert checked.stderr.strip() == ""


def save(client, address, folder):
    name = "".join(letter if letter.isalnum() else "-" for letter in address)
    (folder / f"{name}.html").write_bytes(client.get(address).get_data())
