"""Words that promise or judge: never as a fact, and some never at all."""

import pytest

from finder.content.writing.promises import check_promises, find_promises
from finder.content.writing.sentences import Sentence


def found(text):
    return [word for word, _ in find_promises(Sentence(text, 1))]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Your child is eligible.", "eligible"),
        ("See if you qualify.", "qualify"),
        ("This trial matches you.", "matches you"),
        ("It fits your child.", "fits your child"),
        ("It is suitable for babies.", "suitable"),
        ("It could be right for you.", "right for you"),
        ("We recommend it.", "recommend"),
        ("No trials for you.", "No trials for you"),
        ("This is a 90 % match.", "90 % match"),
        ("It is the best medicine.", "best"),
        ("A breakthrough in care.", "breakthrough"),
        ("It is guaranteed to help.", "guaranteed"),
        ("The medicine is safe.", "safe"),
        ("It keeps your child safe.", "safe"),
        ("It can cure leukaemia.", "cure"),
        ("A promising, life-saving drug.", "promising"),
        ("It has no side effects.", "no side effects"),
        ("Is your child eligible?", "eligible"),
        ("Your child is not suitable.", "suitable"),
    ],
)
def test_promises_and_verdicts_are_found(text, word):
    assert word in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We do not know if it is safe.",
        "Nobody knows which is best.",
        "It is not yet known how safe it is.",
        "The trial asks if the dose is safe.",
        "It tests whether it is safer.",
        "This does not mean that the leukaemia is cured.",
        "There is no cure for it yet.",
        "The dose was not safe.",
        "Is it safe to go home?",
        "It looks for the best dose.",
        "Safety was not the reason.",
        "The donor’s cells match.",
        "Ask which part fits what your child has.",
        "The dose was given by a match in age.",
        "It secures the line.",
    ],
)
def test_questions_doubts_and_denials_are_no_promises(text):
    assert found(text) == []


def test_a_promise_is_told_with_its_sentence_and_what_to_write(sentences, report, told):
    check_promises(sentences("First line.\nThis medicine is safe."), report)
    assert told() == [
        (
            "error",
            2,
            "“safe” promises too much: “This medicine is safe.”",
            "Say what side effects are known, or “we do not know if it is safe”.",
        )
    ]
