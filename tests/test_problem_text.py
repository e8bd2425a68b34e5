from pathlib import PurePath

import pytest

from finder.content.reading import Reading
from finder.core.problems import Problem, Severity
from finder.formats.problem_text import count_in_words, problem_as_text, problem_for_github

AGE = Problem(
    path=PurePath("content/trials/sunrise/facts.yaml"),
    line=7,
    field="age at_least",
    message="“eighteen” is not an age.",
    hint="Write the age in figures with its unit, for example: at_least: 18 years",
)
OLD = Problem(path=PurePath("content/site.yaml"), message="It is 100% old.\nVery old.", severity=Severity.WARNING)


def test_a_problem_says_where_what_and_what_to_do():
    assert problem_as_text(AGE) == (
        "content/trials/sunrise/facts.yaml, line 7: age at_least\n"
        "  “eighteen” is not an age.\n"
        "  Write the age in figures with its unit, for example: at_least: 18 years"
    )


def test_a_warning_says_that_it_is_one():
    assert problem_as_text(OLD) == "content/site.yaml (a warning)\n  It is 100% old.\nVery old."


def test_github_shows_a_problem_beside_its_line():
    assert problem_for_github(AGE) == (
        "::error file=content/trials/sunrise/facts.yaml,line=7::age at_least: “eighteen” is not an age. "
        "Write the age in figures with its unit, for example: at_least: 18 years"
    )


def test_github_gets_one_line_whatever_the_message_holds():
    assert problem_for_github(OLD) == "::warning file=content/site.yaml::It is 100%25 old.%0AVery old."


@pytest.mark.parametrize(
    ("problems", "files", "said"),
    [
        ([], 34, "No problems in 34 files."),
        ([], 1, "No problems in 1 file."),
        ([AGE], 34, "1 problem in 1 of 34 files."),
        ([AGE, AGE], 34, "2 problems in 1 of 34 files."),
        ([OLD], 34, "1 warning in 1 of 34 files."),
        ([AGE, OLD, OLD], 34, "1 problem and 2 warnings in 2 of 34 files."),
    ],
)
def test_the_last_line_counts(problems, files, said):
    reading = Reading(catalogue=None, problems=tuple(problems), files=files, reused=0)
    assert count_in_words(reading) == said
