import gzip
import json
from datetime import date

import pytest

from finder.core.problems import Severity
from finder.registry.importing import import_file
from finder.registry.shelf import LONGEST_LINE, MOST_TOLD, Shelf
from tests.registry.records import record, whole_record, write_lines

TODAY = date(2026, 11, 20)


@pytest.fixture
def content(tmp_path):
    return tmp_path / "content"


def numbers(content):
    return [trial.number for trial in Shelf(content, today=TODAY).trials()]


def told(content):
    shelf = Shelf(content, today=TODAY).read()
    return [(problem.path.as_posix(), problem.line, problem.message) for r in shelf.reports for problem in r.problems]


def test_there_need_be_no_shelf(content):
    assert numbers(content) == []


def test_bad_lines_are_told_and_nothing_else_is_lost(content):
    write_lines(content / "registry" / "a.jsonl", record("NCT00000001"), "{bad", "", record("x"), record("NCT00000002"))
    assert numbers(content) == ["NCT00000001", "NCT00000002"]
    path = "content/registry/a.jsonl"
    assert told(content) == [
        (path, 2, "This line is not a record in JSON."),
        (path, 4, "“x” is not a number of ClinicalTrials.gov. A number is NCT and eight figures."),
    ]


def test_nothing_on_the_shelf_stops_a_publish(content):
    write_lines(content / "registry" / "a.jsonl", "[", "nonsense", '"text"', "null")
    shelf = Shelf(content, today=TODAY).read()
    problems = [problem for report in shelf.reports for problem in report.problems]
    assert len(problems) == 4
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_a_flood_of_bad_lines_is_told_in_short(content):
    write_lines(content / "registry" / "a.jsonl", *["{"] * 1500)
    assert len(told(content)) == MOST_TOLD + 1
    assert told(content)[-1][2] == "1,480 more problems like these are in this file."


def test_a_line_without_end_is_passed_over(content):
    write_lines(content / "registry" / "a.jsonl.gz", "x" * (2 * LONGEST_LINE + 5), record("NCT00000001"))
    assert numbers(content) == ["NCT00000001"]
    assert told(content)[0][1:] == (1, "The line is longer than 5,000,000 characters.")


def test_of_a_damaged_file_the_beginning_is_used(content):
    path = write_lines(
        content / "registry" / "a.jsonl.gz", *(record(f"NCT{n:08}", title="x" * n) for n in range(1, 2000))
    )
    path.write_bytes(path.read_bytes()[:-200])
    assert len(numbers(content)) > 1000
    assert told(content)[0][2] == "The file ends in the middle, or is damaged."


@pytest.mark.parametrize("name", ["b.jsonl", "b.jsonl.gz", "b.json", "b.json.gz"])
@pytest.mark.parametrize("form", ["lines", "list", "studies", "pretty"])
def test_every_form_that_the_register_hands_out_can_be_imported(content, tmp_path, name, form):
    records = [record("NCT00000001", title="One\nline"), record("NCT00000002")]
    forms = {
        "lines": "".join(f"{json.dumps(one)}\n" for one in records),
        "list": json.dumps(records),
        "studies": json.dumps({"studies": records}),
        "pretty": json.dumps({"studies": records}, indent=2),
    }
    path = tmp_path / name
    path.write_bytes(gzip.compress(forms[form].encode()) if name.endswith("gz") else forms[form].encode())
    report = import_file(path, content, today=TODAY)
    assert (report.shelved, report.skipped) == (2, 0)
    assert numbers(content) == ["NCT00000001", "NCT00000002"]
    assert [one.name for one in (content / "registry").iterdir()] == ["b.jsonl.gz"]


def test_a_single_record_can_be_imported(content, tmp_path):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(whole_record(), indent=2))
    assert import_file(path, content, today=TODAY).shelved == 1


def test_importing_twice_makes_the_same_file(content, tmp_path):
    path = write_lines(tmp_path / "a.jsonl", record(), "{")
    import_file(path, content, today=TODAY)
    before = (content / "registry" / "a.jsonl.gz").read_bytes()
    assert import_file(path, content, today=TODAY).shelved == 1
    assert (content / "registry" / "a.jsonl.gz").read_bytes() == before


def test_a_file_on_the_shelf_can_be_imported_again(content):
    path = write_lines(content / "registry" / "a.jsonl.gz", record(), "{")
    assert import_file(path, content, today=TODAY).skipped == 1
    assert numbers(content) == ["NCT01234567"]
    assert told(content) == []


def test_a_file_without_anything_of_use_leaves_the_shelf_as_it_is(content, tmp_path):
    write_lines(content / "registry" / "a.jsonl.gz", record())
    assert import_file(write_lines(tmp_path / "a.jsonl", "nothing"), content, today=TODAY).shelved == 0
    assert numbers(content) == ["NCT01234567"]
