import json

import pytest
from click.testing import CliRunner

from finder.cli import main
from finder.snapshot import Snapshots
from finder.snapshot.folders import published_ids, snapshot_ids
from finder.snapshot.publishing import KEEP
from tests.content.writing import facts, words, write_content, write_trial

COMMANDS = ["serve", "check", "build", "publish", "rollback", "search", "match", "translations", "translations update"]


@pytest.fixture
def content(tmp_path):
    """A small valid content folder with two trials."""
    content = write_content(tmp_path)
    young = facts(acronym="Moonlight-2", identifiers="{isrctn: ISRCTN00000002}", groups="[{age: {under: 3 years}}]")
    who_may = "- Your child is **under 3** and has leukaemia (B-ALL).\n  > Age < 3 years; B-ALL."
    write_trial(content, "moonlight", facts=young, words=words(who_may=who_may))
    return content


@pytest.fixture
def instance(tmp_path):
    return tmp_path / "instance"


@pytest.fixture
def finder(content, instance):
    """Run a command on the content folder and return its exit code and all that it printed."""

    def run(*arguments):
        folders = ["--content", str(content), "--instance", str(instance)]
        result = CliRunner().invoke(main, [*map(str, arguments), *folders], catch_exceptions=False)
        return result.exit_code, result.output

    return run


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(command):
    result = CliRunner().invoke(main, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Usage: main")


def test_the_version_is_told():
    assert CliRunner().invoke(main, ["--version"]).output.startswith("Trial Finder ")


def test_check_is_content_with_good_content(finder):
    assert finder("check") == (0, "No problems in 12 files.\n")


def test_check_prints_every_problem_with_its_place(finder, content):
    write_trial(content, "sunrise", facts=facts(phase="nine", participants="many"))
    exit_code, printed = finder("check")
    assert exit_code == 1
    assert printed.startswith("content/trials/sunrise/facts.yaml, line 5: phase\n  “nine” ")
    assert "\n\ncontent/trials/sunrise/facts.yaml, line 10: participants\n  “many” " in printed
    assert printed.endswith("\n\n2 problems in 1 of 12 files.\n")


def test_check_speaks_the_language_of_github(finder, content):
    write_trial(content, "sunrise", facts=facts(phase="100%"))
    exit_code, printed = finder("check", "--format", "github")
    assert exit_code == 1
    assert printed.startswith("::error file=content/trials/sunrise/facts.yaml,line=5::phase: “100%25” ")
    assert printed.endswith("\n1 problem in 1 of 12 files.\n")


def test_a_warning_fails_only_a_strict_check(finder, content):
    write_trial(content, "sunrise", facts=facts(countries=None))
    exit_code, printed = finder("check")
    assert exit_code == 0
    assert printed.startswith("content/trials/sunrise/facts.yaml (a warning)\n  ")
    assert printed.endswith("\n\n1 warning in 1 of 12 files.\n")
    assert finder("check", "--strict") == (1, printed)


def test_publish_says_how_many_trials(finder, instance):
    exit_code, printed = finder("publish")
    assert exit_code == 0
    assert printed.startswith("Published 2 trials in ")
    assert Snapshots(instance).current().slugs() == ["moonlight", "sunrise"]


def test_publish_with_errors_publishes_nothing(finder, content, instance):
    finder("publish")
    write_trial(content, "sunrise", facts="")
    exit_code, printed = finder("publish")
    assert exit_code == 1
    assert printed.startswith("content/trials/sunrise/facts.yaml")
    assert printed.endswith("\n\n1 problem in 1 of 12 files. Nothing was published.\n")
    assert len(snapshot_ids(instance)) == 1


def test_publish_counts_the_warnings(finder, content):
    write_trial(content, "sunrise", facts=facts(countries=None))
    assert finder("publish")[1].endswith(" seconds. 1 warning in 1 of 12 files. To see: finder check\n")


def test_what_was_built_can_be_published(finder, instance):
    finder("publish")
    exit_code, printed = finder("build")
    (built, _) = snapshot_ids(instance)
    assert exit_code == 0
    assert printed.startswith("Built 2 trials in ")
    assert printed.endswith(f"\nTo publish it: finder publish {built}\n")
    assert published_ids(instance)[0] != built
    assert finder("publish", built) == (0, f"Published {built}.\n")
    assert published_ids(instance)[0] == built


def test_build_with_errors_ends_with_1(finder, content):
    write_trial(content, "sunrise", words="")
    exit_code, printed = finder("build")
    assert exit_code == 1
    assert "To publish it" not in printed


def test_rollback_goes_back_and_publish_forward(finder, instance):
    for _ in range(KEEP):
        finder("publish")
    before = published_ids(instance)[1]
    assert finder("rollback") == (0, f"Published {before} again.\n")
    finder("rollback")
    assert finder("rollback") == (1, "Error: There is no earlier snapshot to go back to. Nothing was changed.\n")


def test_an_unknown_snapshot_is_refused(finder):
    assert finder("publish", "nope") == (1, "Error: There is no snapshot “nope”. These are there: none at all.\n")


def test_a_content_folder_that_is_not_there_is_refused(tmp_path):
    result = CliRunner().invoke(main, ["check", "--content", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert f"Directory '{tmp_path / 'nowhere'}' does not exist." in result.output


def test_search_publishes_first_where_nothing_is(finder, instance):
    exit_code, _ = finder("search", "blinatumomab")
    assert exit_code == 0
    assert len(snapshot_ids(instance)) == 1


def test_search_prints_each_trial_with_its_dated_status_and_whom_to_ask(finder, monkeypatch):
    exit_code, printed = finder("search", "moonlight-2")
    assert exit_code == 0
    assert "A new medicine for children with leukaemia\n  moonlight\n" in printed
    assert "1 October 2026" in printed
    assert printed.endswith("\n\nAsk your child’s doctor which of these, if any, to look into.\n")


def test_search_that_finds_nothing_says_that_this_means_little(finder):
    printed = finder("search", "qwertyuiop")[1]
    assert "Found 0 of 2 trials.\n\nThat does not mean that there is no trial." in printed


def test_search_prints_json_for_scripts(finder):
    found = json.loads(finder("search", "moonlight-2", "--json")[1])
    assert list(found) == ["understood", "did_you_mean", "trials"]
    assert list(found["trials"][0]) == ["slug", "title", "status", "checked", "label"]
    assert found["trials"][0]["slug"] == "moonlight"
    assert found["trials"][0]["checked"] == "2026-10-01"


def test_search_runs_many_queries_in_the_format_of_trec(finder, tmp_path):
    (tmp_path / "queries.tsv").write_bytes("\ufeff7\tmoonlight-2\n\n8\tsunrise-1\n".encode())
    run = tmp_path / "run.txt"
    exit_code, _ = finder("search", "--queries", tmp_path / "queries.tsv", "--run", run)
    assert exit_code == 0
    lines = run.read_text().splitlines()
    assert "7 Q0 moonlight 1 1.000000 trial-finder" in lines
    assert "8 Q0 NCT00000001 1 1.000000 trial-finder" in lines


def test_queries_that_cannot_be_read_are_refused(finder, tmp_path):
    (tmp_path / "queries.tsv").write_text("7 moonlight\n")
    exit_code, printed = finder("search", "--queries", tmp_path / "queries.tsv", "--run", tmp_path / "run.txt")
    assert exit_code == 1
    assert printed.endswith("Line 1 is “7 moonlight”. Write the query’s number, a tab, and its words.\n")


@pytest.mark.parametrize("arguments", [[], ["--queries", __file__], ["word", "--queries", __file__, "--run", "-"]])
def test_search_needs_words_or_a_file_of_queries(finder, arguments):
    exit_code, printed = finder("search", *arguments)
    assert exit_code == 2
    assert "Error: Give WORDS to search for, or both --queries FILE and --run OUT." in printed


def test_a_very_long_search_is_refused(finder):
    assert finder("search", "word " * 100) == (1, "Error: Your search has 500 characters. Write 200 or fewer.\n")


def test_match_puts_every_trial_in_one_place(finder, tmp_path):
    (tmp_path / "answers.json").write_text('{"age": {"years": 5}, "diagnosis": "leukaemia", "treatments": "none"}')
    exit_code, printed = finder("match", tmp_path / "answers.json")
    assert exit_code == 0
    assert json.loads(printed) == {"possible": [], "cannot-tell": ["sunrise"], "aside": {"moonlight": ["age"]}}


def test_match_says_everything_that_is_wrong_with_the_answers(finder, tmp_path):
    path = tmp_path / "answers.json"
    path.write_text('{"age": 5, "diagnosis": "b-al"}')
    assert finder("match", path) == (
        1,
        f"""\
Error: “{path}” cannot be used.
  “age” is “5”, which is not an age. For example: {{"years": 5}} or {{"years": 0, "months": 8}}.
  “diagnosis” has “b-al”, which we do not know. Did you mean “b-all”?
""",
    )


def test_match_says_where_a_file_stops_being_json(finder, tmp_path):
    path = tmp_path / "answers.json"
    path.write_text('{"age": }')
    exit_code, printed = finder("match", path)
    assert exit_code == 1
    assert printed == f"Error: “{path}” is not JSON: Expecting value: line 1 column 9 (char 8).\n"


def test_asking_content_that_has_never_been_good_prints_its_problems(finder, content):
    write_trial(content, "sunrise", words="")
    exit_code, printed = finder("search", "blinatumomab")
    assert exit_code == 1
    assert printed.startswith("Error: Nothing is published yet.\n\ncontent/trials/sunrise/en.md")


def test_serve_ends_with_the_problems_where_nothing_was_ever_published(finder, content):
    write_trial(content, "sunrise", words="")
    exit_code, printed = finder("serve", "--port", "54321")
    assert exit_code == 1
    assert printed.startswith("content/trials/sunrise/en.md")
    assert printed.endswith(
        "Nothing was published.\nError: There is nothing to serve yet. Put that right, then start again.\n"
    )


def test_folders_come_from_the_environment_too(content, instance):
    environment = {"FINDER_CONTENT": str(content), "FINDER_INSTANCE": str(instance)}
    result = CliRunner(env=environment).invoke(main, ["publish"])
    assert result.output.startswith("Published 2 trials in ")
    assert len(snapshot_ids(instance)) == 1


@pytest.mark.parametrize("command", ["check", "build", "publish"])
def test_without_a_content_folder_the_error_says_what_to_do(command, tmp_path):
    result = CliRunner(env={"FINDER_CONTENT": str(tmp_path / "gone")}).invoke(main, [command])
    assert result.exit_code == 1
    assert result.output == (
        f"Error: There is no folder “{tmp_path / 'gone'}”. Name the content folder with --content.\n"
    )


def test_settings_that_cannot_be_understood_are_told_in_plain_words():
    result = CliRunner(env={"FINDER_BEHIND_PROXY": "maybe"}).invoke(main, ["check"])
    assert (result.exit_code, result.output) == (
        1,
        "Error: The variable FINDER_BEHIND_PROXY is “maybe”. Write “yes” or “no”.\n",
    )


def test_translations_are_updated_beside_the_content(finder):
    exit_code, printed = finder("translations", "update", "--help")
    assert exit_code == 0
    assert "translations/messages.pot" in printed
