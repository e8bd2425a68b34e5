from functools import cache

import pytest

from finder.search.snippets import LONGEST, as_kept, sentences, snippet
from finder.search.vocabulary import Vocabulary
from tests.search.small_catalogue import catalogue, find


@cache
def vocabulary():
    return Vocabulary(catalogue(), "en")


def snip(text, **terms):
    terms = {key.replace("__", "/"): weight for key, weight in terms.items()}
    words = vocabulary().analyser.words
    return snippet(as_kept((s, [w.stem for w in words(s)]) for s in sentences(text)), terms, vocabulary())


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("It is called “MRD.” Then more.", ["It is called “MRD.”", "Then more."]),
        ("A heading\nA sentence that\ngoes on.", ["A heading", "A sentence that goes on."]),
        ("\n\n  \n", []),
    ],
)
def test_a_text_is_read_by_sentences(text, split):
    assert list(sentences(text)) == split


def test_the_sentence_that_holds_most_is_shown_with_the_words_marked():
    assert snip("Babies come. The babies had blinatumomab.", babi=1.0, blinatumomab=1.0) == (
        ("The ", False),
        ("babies", True),
        (" had ", False),
        ("blinatumomab", True),
        (".", False),
    )


def test_a_sentence_is_shown_rather_than_a_heading():
    assert snip("Blinatumomab\nEverybody in it had blinatumomab.", blinatumomab=1.0)[0] == (
        "Everybody in it had ",
        False,
    )


def test_nothing_is_shown_where_the_text_holds_nothing():
    assert snip("Something else.", babi=1.0) == ()


def test_a_long_sentence_is_cut_between_words_around_the_visitors():
    pieces = snip("many words " * 60 + "about blinatumomab and " + "many more " * 60, blinatumomab=1.0)
    text = "".join(piece for piece, _ in pieces)
    assert ("blinatumomab", True) in pieces
    assert (text[:2], text[-2:]) == ("… ", " …")
    assert len(text) <= LONGEST + 4
    assert set(text.split()) == {"…", "many", "words", "about", "blinatumomab", "and", "more"}


def test_other_names_of_what_was_looked_for_are_marked_too():
    (hit,) = [hit for hit in find("MT103").hits if hit.slug == "interfant-21"]
    assert ("blinatumomab", True) in hit.snippet


def test_the_pieces_are_the_sentence_again():
    for hit in find("leukemia baby").hits:
        assert "<" not in "".join(piece for piece, _ in hit.snippet)


def test_the_title_is_no_snippet():
    (hit,) = find("neuroblastoma", country="GB").hits[:1]
    assert hit.snippet == ()
