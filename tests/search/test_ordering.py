from finder.core.statuses import Openness
from finder.search.ordering import in_order

OPENNESS = [Openness.OTHER, Openness.CONFIRMED_OPEN, Openness.WAS_OPEN, Openness.CONFIRMED_OPEN]
TITLES = ["d", "c", "b", "a"]


def order(*scores):
    return list(in_order(dict(enumerate(scores)), TITLES, OPENNESS.__getitem__))


def test_clearly_better_words_come_first_whatever_is_open():
    assert order(10.0, 5.0, 2.0, 1.0) == [0, 1, 2, 3]


def test_among_about_equals_the_open_come_first_then_those_that_were():
    assert order(10.0, 9.6, 9.7, 5.0) == [1, 2, 0, 3]


def test_equals_are_compared_with_the_best_of_them_and_not_in_a_chain():
    assert order(10.0, 9.3, 9.6, 9.0) == [2, 0, 1, 3]


def test_full_equals_stand_by_title():
    assert order(1.0, 1.0, 1.0, 1.0) == [3, 1, 2, 0]


def test_nothing_has_no_order():
    assert order() == []
