import pytest

from finder.search.bits import bits_of, first, flags_of, membership, numbers_of


@pytest.mark.parametrize("numbers", [[], [0], [7, 8], [0, 3, 64, 1_000], list(range(50))])
def test_numbers_come_back_as_they_went_in(numbers):
    bits = bits_of(numbers)
    assert numbers_of(bits) == numbers
    assert bits.bit_count() == len(numbers)
    assert [number for number, flag in enumerate(flags_of(bits)) if flag] == numbers
    assert [number for number in range(1_100) if membership(bits)(number)] == numbers


def test_the_first_are_all_below_a_number():
    assert numbers_of(first(4)) == [0, 1, 2, 3]
    assert first(0) == 0
