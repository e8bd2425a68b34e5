"""The two grades: by hand, on three whole pages, and what an editor is told of a page that is too hard."""

from math import sqrt
from pathlib import Path

import pytest

from finder.content.writing.family_text import read_family_text
from finder.content.writing.grades import check_grades
from finder.content.writing.lengths import check_lengths
from finder.content.writing.readability import flesch_kincaid, long_words_of, smog

PAGES = Path(__file__).parent / "pages"

# Counted by hand: sentences, words, syllables, and words of three syllables or more.
COUNTED = [
    ("The cat sat.", 1, 3, 3, 0),
    ("The cat sat. The dog ran off.", 2, 7, 7, 0),
    ("Your child has leukaemia.", 1, 4, 7, 1),
    ("Your child has leukemia.", 1, 4, 7, 1),
    ("This trial tests blinatumomab.", 1, 4, 9, 1),
    ("- Blood tests\n- A scan\n- A needle in the back", 3, 9, 10, 0),
    ("- Blood tests.\n- A scan.\n- A needle in the back.", 3, 9, 10, 0),
    ("### Hospital visits\nYour child stays for 4 weeks.", 2, 8, 11, 1),
    ("MRD is what is left.", 1, 5, 7, 1),
    ("Tests for CD19 and DNA.", 1, 5, 9, 2),
    ("About 0.5 in 1,400 of them.", 1, 6, 7, 0),
    ("The tumour has grown.", 1, 4, 5, 0),
    ("The tumor has grown.", 1, 4, 5, 0),
    ("Chemotherapy kills cells. So does radiotherapy.", 2, 6, 15, 2),
    ("Is it safe? We do not know yet.", 2, 8, 8, 0),
    ("The **B-cell** kind, [explained](x) here.", 1, 5, 7, 0),
    ("Imatinib (say: ih-MAT-in-ib) is a tablet.", 1, 4, 8, 1),
    ("Randomised, double-blind study.", 1, 3, 8, 2),
    ("Ask Dr. Lee at St. Anna, e.g. Today.", 1, 9, 11, 0),
    ("They wanted to go home. They waited.", 2, 7, 9, 0),
]


@pytest.mark.parametrize(("text", "in_sentences", "words", "syllables", "long_words"), COUNTED)
def test_the_grades_of_texts_counted_by_hand(sentences, text, in_sentences, words, syllables, long_words):
    parts = sentences(text)
    assert sum(len(part.words) for part in parts) == words
    assert smog(parts) == pytest.approx(8 + sqrt(30 * long_words / in_sentences))
    assert flesch_kincaid(parts) == pytest.approx(0.39 * words / in_sentences + 11.8 * syllables / words - 15.59)


def test_words_of_the_title_are_not_counted_where_they_come_again(sentences):
    text = sentences("This trial tests chemotherapy against radiotherapy. Chemotherapy comes first.")
    assert smog(text, known_words=long_words_of("Chemotherapy for babies")) == 8 + sqrt(30 * 1 / 2)


def test_no_text_has_the_lowest_grades():
    assert (smog([]), flesch_kincaid([])) == (8.0, 0.0)


@pytest.mark.parametrize(
    ("page", "smog_grade", "flesch_kincaid_grade", "longest", "is_plain_enough"),
    [
        ("short-and-hard", 15.2, 11.1, 39, False),
        ("clinical", 16.3, 12.1, 25, False),
        ("long-and-plain", 13.9, 7.3, 43, True),
    ],
)
def test_the_limits_tell_plain_pages_from_hard_ones(
    report, page, smog_grade, flesch_kincaid_grade, longest, is_plain_enough
):
    text = read_family_text((PAGES / f"{page}.md").read_text())
    known = long_words_of(text.title.text)
    assert smog(text.sentences, known_words=known) == pytest.approx(smog_grade, abs=0.2)
    assert flesch_kincaid(text.sentences) == pytest.approx(flesch_kincaid_grade, abs=0.2)
    assert max(len(sentence.words) for sentence in text.sentences) == longest
    check_grades(text, report)
    assert report.has_errors is not is_plain_enough


def test_a_plain_page_may_still_have_sentences_that_are_too_long(report):
    check_lengths(read_family_text((PAGES / "long-and-plain.md").read_text()).below_the_title, report)
    assert [problem.line for problem in report.problems if problem.severity == "error"] == [3, 17, 43]


def test_the_editor_of_a_hard_page_is_told_its_long_words_and_its_longest_sentence(report, told):
    page = (
        "# A study\n\nRandomised investigation of conventional chemotherapy.\n\n## Aim\n\nEffectiveness is evaluated.\n"
    )
    check_grades(read_family_text(page), report)
    assert told() == [
        (
            "error",
            None,
            "This page is too hard to read: SMOG 14.7 (at most 14, better 12), "
            "Flesch-Kincaid 19.8 (at most 8, better 6).",
            "Use shorter words where you can; the long ones used most are randomised, investigation, conventional, "
            "chemotherapy, effectiveness. Part long sentences, such as "
            "“Randomised investigation of conventional chemotherapy.”",
        )
    ]
