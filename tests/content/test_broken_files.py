"""Files that no reader should have to face: said in plain words, with the line, and without the parser's own."""

import sys

import pytest

from finder.content.report import Report
from finder.content.yaml_lines import read_yaml
from finder.content.yaml_nodes import Fields, Items, Value
from tests.content.writing import facts, write_files

FACTS_FILE = "trials/sunrise/facts.yaml"
LINE_UP = "Begin fields that belong together at the same place"
LISTS = "Write lists as [one, two] and fields as {name: value, other: value}."
IN_STRAIGHT_MARKS = (
    'Put text that holds a colon in straight quotation marks ("). Begin fields that belong together at one place.'
)
NAME_AND_VALUE = "Write a name, a colon, a space and a value, for example: phase: 3"
CLOSE_IT = 'Close it at the end of the text. Text with an apostrophe goes between double quotation marks: "women\'s".'
IN_QUOTATION_MARKS = "If it is part of the text, put the whole text in quotation marks."


@pytest.mark.parametrize("name", [FACTS_FILE, "trials/sunrise/en.md", "site.yaml", "glossary/en.md"])
@pytest.mark.parametrize(
    ("written", "line", "message", "hint"),
    [
        (b"", "", "This file is empty.", "Write its content, or remove it."),
        (b" \n\n", "", "This file is empty.", "Write its content, or remove it."),
        (
            b"a" * 5_000_000,
            "",
            "This file is larger than 200 kB, which is more than a page can hold.",
            "Check that nothing was pasted in by mistake.",
        ),
        (
            "# Préface\nné".encode("latin-1"),
            ", line 1",
            "This file is not saved as UTF-8, so letters such as “é” would be lost.",
            "In your editor choose “Save as”, and the encoding UTF-8.",
        ),
        (
            b"# a\nb\x00c\n",
            ", line 2",
            "This line holds a character that cannot be seen (U+0000).",
            "Type the line again instead of pasting it.",
        ),
        (
            "# a\n\nb\u202ec\n".encode(),
            ", line 3",
            "This line holds a character that cannot be seen (U+202E).",
            "Type the line again instead of pasting it.",
        ),
        (
            "# caf\ufffd".encode(),
            ", line 1",
            "This line holds “\ufffd”, which stands where a letter was lost.",
            "Type the letter again.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_the_door(content, problems, name, written, line, message, hint):
    write_files(content, {name: written})
    assert (f"content/{name}{line}", message, hint) in problems()


def test_a_file_of_windows_is_read_like_any_other(content, problems):
    write_files(content, {FACTS_FILE: b"\xef\xbb\xbf" + facts().replace("\n", "\r\n").encode()})
    assert problems() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another reason to give")
def test_a_file_that_cannot_be_opened_is_told_with_the_reason(content, problem):
    write_files(content, {FACTS_FILE: None})
    (content / FACTS_FILE).mkdir()
    assert problem() == (
        f"content/{FACTS_FILE}",
        "This file cannot be opened: is a directory.",
        "Ask whoever looks after the computer.",
    )


@pytest.mark.parametrize(
    ("written", "line", "message", "hint"),
    [
        (
            "a: 1\nb: Study: a new one",
            2,
            "This line has a colon too many, or does not line up with the lines above it.",
            IN_STRAIGHT_MARKS,
        ),
        (
            "a: 1\nb: 'It's'",
            2,
            "This line does not line up with the lines above it, or has text after a closing quotation mark.",
            f"{LINE_UP}, and put the whole text in quotation marks.",
        ),
        (
            'a: 1\nb: "open\nc: 2',
            2,
            "A quotation mark is opened here and never closed.",
            CLOSE_IT,
        ),
        (
            'a: 1\nb: "open\nc: 2\nd: "closed"',
            2,
            "A quotation mark is opened here and only closed on line 4.",
            CLOSE_IT,
        ),
        ("a: [1, 2\nb: 3\n", 1, "A bracket is opened here and not closed, or a comma is missing.", LISTS),
        ("a: {b: 1", 1, "A bracket is opened here and not closed, or a comma is missing.", LISTS),
        ("a: ]", 1, "There is a bracket or a comma here without anything before it.", LISTS),
        ("a: |\n text\nb", 3, "This line has no colon, or no space after it.", NAME_AND_VALUE),
        ("a: 1\nb:2\nc: 3", 2, "This line has no colon, or no space after it.", NAME_AND_VALUE),
        (
            "a: - b",
            1,
            "A list cannot begin on this line.",
            "Begin each point of a list on a line of its own: `- point`.",
        ),
        (
            'a: "\\q"',
            1,
            "A “\\” between double quotation marks is a command to the computer.",
            "Write the text without it, or between single quotation marks.",
        ),
        ("  a: 1\n b: 2", 2, "This line does not line up with the lines above it.", f"{LINE_UP}."),
        ("a: &", 1, "A text that begins with “&” or “*” cannot be read.", "Put the whole text in quotation marks."),
        ("a: >b", 1, "A text that begins with “>” or “|” cannot be read.", "Put the whole text in quotation marks."),
        ("a: @b", 1, "A text that begins with “@” cannot be read.", "Put the text in quotation marks."),
        ("a: %b", 1, "A text that begins with “%” cannot be read.", "Put the text in quotation marks."),
        ("a: &b c", 1, "“&b” is a command to the computer, which this file cannot hold.", IN_QUOTATION_MARKS),
        ("a: *b", 1, "“*b” is a command to the computer, which this file cannot hold.", IN_QUOTATION_MARKS),
        (
            "a: !!python/object/apply:os.system [b]",
            1,
            "“!!python/object/apply:os.system” is a command to the computer, which this file cannot hold.",
            IN_QUOTATION_MARKS,
        ),
        ("a: 1\nb: 2\ta", 2, "This line holds a tab.", "Put spaces in its place."),
        (
            "a: 1\n---\nb: 2",
            2,
            "A line of “---” cuts this file in two.",
            "Remove the line: one file, one list of fields.",
        ),
        ("[a]: b", 1, "A field has no name here.", "Write lines such as `name: value`."),
        (
            "a: " + "[" * 20_000,
            1,
            "More than 8 levels are nested here.",
            "Check the brackets and the indentation.",
        ),
        ("# nothing", 1, "This file holds nothing but comments.", "Write its content, or remove it."),
        ("just words", 1, "This file holds no fields.", "Write lines such as `name: value`."),
        ("- a", 1, "This file holds no fields.", "Write lines such as `name: value`."),
    ],
)
def test_broken_yaml_is_told_in_plain_words(content, problems, written, line, message, hint):
    write_files(content, {FACTS_FILE: written})
    assert problems()[0] == (f"content/{FACTS_FILE}, line {line}", message, hint)


def test_copies_of_copies_are_refused_before_they_grow(content, problems):
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    write_files(content, {FACTS_FILE: "a0: &a0 x\n" + levels})
    assert problems()[0][1] == "“&a0” is a command to the computer, which this file cannot hold."


def test_a_file_with_hundreds_of_problems_tells_the_first_hundred(content, problems):
    write_files(content, {FACTS_FILE: facts() + "".join(f"x{n}: y\n" for n in range(500))})
    found = problems()
    assert len(found) == 101
    assert (
        f"content/{FACTS_FILE}",
        "This file has more problems than these.",
        "Put these right first, or begin again from a copy that worked.",
    ) in found


def test_values_are_what_is_written_with_their_lines():
    report = Report("facts.yaml")
    node = read_yaml("a: NO\nb:\n  - 1.10\n  - 'on'  # a comment\nc: >-\n  two\n  lines\nd: ~\n", report)
    assert report.problems == []
    assert node == Fields(
        1,
        {
            "a": Value(1, "NO"),
            "b": Items(3, (Value(3, "1.10"), Value(4, "on"))),
            "c": Value(5, "two lines"),
            "d": Value(8, ""),
        },
        {"a": 1, "b": 2, "c": 5, "d": 8},
    )
