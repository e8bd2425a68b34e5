"""Numbers as families read them, not as a protocol writes them."""

import pytest

from finder.content.writing.numbers import check_numbers


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Age ≤ 365 days.", "≤ 365"),
        ("It is <= 3.", "<= 3"),
        ("It is > 3.", "> 3"),
        ("A dose of 10 mg/m2 a day.", "10 mg/m2"),
        ("A dose of 10 mg/m²/day.", "10 mg/m²/day"),
        ("At 365 d of age.", "365 d"),
        ("For 2 yr now.", "2 yr"),
        ("Below 0.01 % of cells.", "0.01 %"),
        ("Cells: 5 × 109 in all.", "5 × 109"),
    ],
)
def test_what_only_professionals_read_is_an_error(sentences, report, text, written):
    check_numbers(sentences(text), report)
    assert [problem.message.split("”")[0] for problem in report.problems] == [f"“{written}"]
    assert report.has_errors


@pytest.mark.parametrize(
    "text",
    [
        "At least 365 days.",
        "A dose of 10 milligrams.",
        "About 25 % of them.",
        "2 to 3 weeks.",
        "4 days a week.",
        "1,400.",
    ],
)
def test_figures_with_words_are_plain(sentences, report, told, text):
    check_numbers(sentences(text), report)
    assert told() == []


def test_rates_have_one_second_number_on_a_page(sentences, report, told):
    check_numbers(sentences("About 1 in 10 had fever. About 3 of every 10 were sick. It took 1 in 2 years."), report)
    assert told() == []
    check_numbers(sentences("About 1 in 10 had fever.\nAbout 3 in 100 were sick."), report)
    message = "This page counts in more than one way (in 10, in 100): “About 3 in 100 were sick.”"
    assert told() == [("warning", 2, message, "Use the same second number throughout, such as “in 100”.")]
