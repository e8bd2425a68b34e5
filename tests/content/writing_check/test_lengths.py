"""How long sentences, paragraphs and lists may be, and how the editor is told."""

import pytest

from finder.content.writing.lengths import check_lengths, check_mean_length


def words(count):
    return "Word " + "word " * (count - 2) + "end."


@pytest.mark.parametrize(("count", "severity"), [(20, None), (21, "warning"), (25, "warning"), (26, "error")])
def test_sentences_may_have_25_words_and_should_have_20(blocks, report, told, count, severity):
    check_lengths(blocks(words(count)), report)
    assert [each[0] for each in told()] == ([severity] if severity else [])


def test_a_sentence_that_is_too_long_is_quoted_with_what_to_do(blocks, report, told):
    check_lengths(blocks(f"First.\n\n- {words(26)}"), report)
    assert told() == [
        (
            "error",
            3,
            f"This sentence has 26 words, more than the 25 allowed: “Word {'word ' * 23}…”",
            "Make two of it, each of which says one thing.",
        )
    ]


@pytest.mark.parametrize(
    ("begin", "count", "severity"),
    [("", 3, None), ("", 4, "warning"), ("", 6, "error"), ("- ", 4, None), ("- ", 5, "warning"), ("- ", 6, "error")],
)
def test_paragraphs_and_points_are_short(blocks, report, told, begin, count, severity):
    check_lengths(blocks(begin + "It is so. " * count), report)
    assert [each[0] for each in told()] == ([severity] if severity else [])


def test_a_long_paragraph_is_told_by_its_first_sentence(blocks, report, told):
    check_lengths(blocks("One.\n\n" + "It is so. " * 4), report)
    hint = "Make two of it. 3 sentences are easy to take in."
    assert told() == [("warning", 3, "This paragraph has 4 sentences: “It is so.”", hint)]


def test_a_list_has_at_most_seven_points_between_headings(blocks, report, told):
    check_lengths(blocks("- A\n" * 7 + "\n### More\n\n" + "- B\n  > Clinical.\n" * 8), report)
    hint = "Put headings (###) between them, so that no list has more than 7."
    clinical_lines_apart = [block for block in blocks("- A\n" * 8)]
    assert told() == []
    check_lengths(clinical_lines_apart, report)
    assert told() == [("warning", 1, "This list has 8 points: “A”", hint)]


def test_sentences_are_short_on_the_whole(sentences, report, told):
    check_mean_length(sentences(f"{words(12)} {words(18)}"), report)
    assert told() == []
    check_mean_length(sentences(f"{words(12)} {words(20)}"), report)
    message = "The sentences of this page have 16.0 words on average, and should have 15."
    assert told() == [("error", None, message, "Say one thing in each sentence.")]
