"""Where sentences end, what counts as a word, and on which line of the file each begins."""

import pytest

from finder.content.outline import Passage
from finder.content.writing.blocks import Kind, read_blocks, without_markup
from finder.content.writing.sentences import Sentence


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Up to 0.01 of 1,400. Then more.", ["Up to 0.01 of 1,400.", "Then more."]),
        ("Tests, e.g. Blood tests, are done.", ["Tests, e.g. Blood tests, are done."]),
        ("At St. Anna and with Dr. Lee. Ask.", ["At St. Anna and with Dr. Lee.", "Ask."]),
        ("It is “open”. Is it? “Yes.” Ask.", ["It is “open”.", "Is it?", "“Yes.”", "Ask."]),
        ("See trials.example.org today.", ["See trials.example.org today."]),
        ("- One\n- Two\n  goes on\n- Three.", ["One", "Two goes on", "Three."]),
        ("### Before\nFirst\nline\n\nNext", ["Before", "First line", "Next"]),
        ("1. First\n2. Second", ["First", "Second"]),
        ("Take **blina** (say: BLEE-na. Slowly) [at home](x).", ["Take blina at home."]),
        ("| Age | Dose |\n|---|---|\n| 2 | small |", ["Age; Dose", "2; small"]),
        ("", []),
    ],
)
def test_points_headings_and_full_stops_end_sentences(sentences, text, parts):
    assert [sentence.text for sentence in sentences(text)] == parts


def test_each_sentence_knows_its_line(sentences):
    text = "First line\ngoes on. Second\nends.\n\n- A point.\n  Its second sentence."
    assert [sentence.line for sentence in sentences(text)] == [1, 2, 5, 6]


def test_clinical_lines_are_told_apart_from_plain_ones():
    blocks = read_blocks(Passage(5, "- Your child is 5.\n  > Age 5.\n  > At diagnosis."))
    assert [(block.kind, block.line, block.text) for block in blocks] == [
        (Kind.POINT, 5, "Your child is 5."),
        (Kind.CLINICAL, 6, "Age 5.\nAt diagnosis."),
    ]


def test_markup_is_no_part_of_the_words():
    assert without_markup("**Bold**, *slanted*, `code`, a\\*b, snake_case, [a link](../x)") == (
        "Bold, slanted, code, a*b, snake_case, a link"
    )


def test_words_with_hyphens_and_numbers_are_one_word_each():
    assert Sentence("A B-cell, 0.5 of 1,400: isn’t it KMT2A::AFF1?", 1).words == (
        ["A", "B-cell", "0.5", "of", "1,400", "isn’t", "it", "KMT2A", "AFF1"]
    )


def test_a_long_sentence_is_quoted_in_part():
    assert Sentence("word " * 40, 1).quoted == "“" + "word " * 24 + "…”"
