"""The hazard log: what stands in it is true, and a page shows it to the clinician who reviews it."""

import re
from pathlib import PurePath
from urllib.parse import urljoin

import pytest

from finder.content.files import ContentFolder
from finder.content.hazards import ACCEPTABLE, Risk, read_hazards, read_hazards_page
from finder.content.report import Report
from finder.formats.problem_text import problem_as_text
from tests.conftest import PROJECT
from tests.content.writing import write_content

HAZARD = """\
hazards:
  late:
    hazard: It is late.
    harm: Somebody <b>waits</b>.
    cause: The clock.
    before: {severity: 3, likelihood: 3}
    control: A watch.
    tests: [tests/core/test_ages.py::test_a_lower_limit_keeps_its_unit]
    after: {severity: 2, likelihood: 2}
    remains: The watch is slow.
"""


def read(text):
    report = Report(PurePath("content/hazards.yaml"))
    return *read_hazards(text, report), [problem_as_text(problem) for problem in report.problems]


def functions_in(path):
    return set(re.findall(r"^def (test_\w+)", (PROJECT / path).read_text("utf-8"), re.MULTILINE))


def our_hazards():
    return read((PROJECT / "content" / "hazards.yaml").read_text("utf-8"))[1]


def test_our_hazard_log_has_no_problem():
    assert read((PROJECT / "content" / "hazards.yaml").read_text("utf-8"))[2] == []


@pytest.mark.parametrize("hazard", our_hazards(), ids=lambda hazard: hazard.id)
def test_every_hazard_is_brought_down_by_a_control_whose_tests_exist(hazard):
    assert hazard.after.level <= ACCEPTABLE
    assert hazard.after.level < hazard.before.level or hazard.before.level <= ACCEPTABLE
    missing = [test for test in hazard.tests if test.split("::")[1] not in functions_in(test.split("::")[0])]
    assert missing == []


def test_the_risk_grows_with_both_of_its_parts():
    levels = {(s, n): Risk(s, n).level for s in range(1, 6) for n in range(1, 6)}
    assert all(levels[s, n] <= levels.get((s + 1, n), 5) for s, n in levels)
    assert all(levels[s, n] <= levels.get((s, n + 1), 5) for s, n in levels)
    assert (levels[1, 1], levels[5, 5]) == (1, 5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("after: {severity: 2, likelihood: 2}", "after: {severity: 4, likelihood: 4}"),
            "content/hazards.yaml, line 2: hazards.late\n"
            "  What remains of “late” is a risk of 4, and 2 is the most that may.\n"
            "  Add a control that brings it down, or do not publish.",
        ),
        (
            ("    tests: [tests/core/test_ages.py::test_a_lower_limit_keeps_its_unit]\n", ""),
            "content/hazards.yaml, line 2: hazards.late\n"
            "  “late” names no test.\n"
            "  Name the tests that hold its control to its word.",
        ),
    ],
)
def test_a_mistake_is_told_in_plain_words(change, said):
    assert read(HAZARD.replace(*change))[2] == [said]


def test_who_reviewed_it_is_said_only_once_somebody_has():
    assert read(HAZARD)[0] == ""
    assert read("reviewed: {by: A nurse, on: 2026-11-20}\n" + HAZARD)[0] == "Reviewed by A nurse on 2026-11-20."


def test_a_site_without_a_hazard_log_has_no_page_of_it(tmp_path):
    assert read_hazards_page(ContentFolder(write_content(tmp_path))) == ()


def test_the_page_shows_texts_as_text(tmp_path):
    (page,) = read_hazards_page(ContentFolder(write_content(tmp_path, {"hazards.yaml": HAZARD})))
    assert "Somebody &lt;b&gt;waits&lt;/b&gt;." in page.html
    assert "A lower limit keeps its unit" in page.html


@pytest.mark.parametrize("start", ["for-professionals", "how-we-work"])
def test_the_clinical_reviewer_finds_the_page(page, start):
    (address,) = {address for _, address in page(f"/en/pages/{start}").links() if "hazards" in (address or "")}
    shown = page(urljoin(f"/en/pages/{start}", address))
    assert "A trial that takes nobody new is shown as open." in shown.headings(2)
    assert "Nobody with clinical training has reviewed this yet." in shown.main
