"""The command that puts a register's records on the shelf."""

import pytest
from click.testing import CliRunner

from finder.cli import main
from tests.content.writing import write_content, write_trial
from tests.registry.records import record, whole_record, write_lines


@pytest.fixture
def content(tmp_path):
    content = write_content(tmp_path)
    write_trial(content, "sunrise")
    return content


@pytest.fixture
def finder(content, tmp_path):
    def run(*arguments):
        folders = ["--content", str(content), "--instance", str(tmp_path / "instance")]
        result = CliRunner().invoke(main, [*map(str, arguments), *folders], catch_exceptions=False)
        return result.exit_code, result.output

    return run


def test_what_can_be_used_is_shelved_and_the_rest_is_told_by_its_line(finder, tmp_path):
    path = write_lines(tmp_path / "new.jsonl", whole_record(), "{bad", record(eligibilityModule={"minimumAge": "old"}))
    assert finder("import", path) == (
        0,
        "new.jsonl, line 2 (a warning)\n"
        "  This line is not a record in JSON.\n"
        "  The line was passed over, and all others are used.\n\n"
        "new.jsonl, line 3 (a warning)\n"
        "  NCT01234567 has the age limit “old”, which is not an age. It is held against nobody.\n\n"
        "new.jsonl: 2 trials on the shelf. 1 passed over. 1 field left out.\n"
        "To show them: finder publish\n",
    )


def test_a_file_of_the_same_name_takes_the_place_of_the_old_one_and_says_so(finder, tmp_path):
    finder("import", write_lines(tmp_path / "new.jsonl", whole_record()))
    code, said = finder("import", write_lines(tmp_path / "new.jsonl", whole_record(), record()))
    assert code == 0
    assert said.startswith("new.jsonl: 2 trials on the shelf, in place of the file of that name.\n")


def test_a_file_with_nothing_of_use_ends_with_an_error(finder, tmp_path):
    code, said = finder("import", write_lines(tmp_path / "new.jsonl", "nothing"))
    assert code == 1
    assert said.endswith("new.jsonl: 0 trials on the shelf. 1 passed over.\n")


def test_what_was_imported_is_searched(finder, tmp_path):
    finder("import", write_lines(tmp_path / "new.jsonl.gz", whole_record()))
    code, said = finder("search", "blinatumomab babies")
    assert code == 0
    assert "Open: taking new patients · Last confirmed on 1 November 2026.\n  Blinatumomab for babies" in said
    assert "nct07654321  Not yet in plain language" in said


def test_a_run_names_records_by_their_number(finder, tmp_path):
    finder("import", write_lines(tmp_path / "new.jsonl.gz", whole_record()))
    (tmp_path / "queries.tsv").write_text("1\tblinatumomab babies\n")
    finder("search", "--queries", tmp_path / "queries.tsv", "--run", tmp_path / "run")
    assert "1 Q0 NCT07654321 1 " in (tmp_path / "run").read_text()


def test_check_tells_what_is_wrong_on_the_shelf(finder, content):
    write_lines(content / "registry" / "a.jsonl", "{bad")
    code, said = finder("check")
    assert code == 0
    assert "content/registry/a.jsonl, line 1 (a warning)\n  This line is not a record in JSON." in said
