import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.search.searching import LONGEST_QUERY, PER_PAGE
from tests.search.small_catalogue import find, slugs

OPERATORS = [
    "*", "?*?*?*?*z", "[a TO z]", "id:interfant-21", "terms:leukaemia", "slug:*", "leuk*", "~9", "leukaemia~9",
    '"leukaemia baby"', "leukaemia AND NOT baby", "-leukaemia", "+leukaemia", "leukaemia^99", "a OR b", "{a TO z}",
    "\\", "//",
]  # fmt: skip
SIGNS = [
    "(" * 200, ")" * 200, "\x00" * 20, "\ud800", "\udfff leukaemia", "\u202eaimeakuel", "\u200f\u200e", "😀" * 100,
    "é" * 200, "e\u0301" * 100, "ﷺ" * 200, "'" * 200, "a'" * 100, "x" * 200, "1 " * 100, "5 year " * 28, "²³½Ⅷ",
    "<script>alert(1)</script>", "'; DROP TABLE trials; --", "%00%0a", "../../etc/passwd", "diagnosis/all",
    "synonym/0", "trial/interfant-21", "{{7*7}}", "%(n)s", "\u2028\u2029\x85", "ß" * 200, "İ" * 200,
]  # fmt: skip


@pytest.mark.parametrize("text", OPERATORS + SIGNS)
def test_hostile_words_are_only_words(text):
    found = find(text)
    assert (found.page, len(found.hits)) == (1, min(found.total, PER_PAGE))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("leukaemia AND NOT baby", "leukaemia and not baby"),
        ('"leukaemia baby"', "leukaemia baby"),
        ("leukaemia^99 baby", "leukaemia 99 baby"),
        ("leuk*", "leuk"),
        ("-leukaemia", "leukaemia"),
        ("[leukaemia TO baby]", "leukaemia to baby"),
    ],
)
def test_operators_are_read_as_plain_words(written, plain):
    assert slugs(written) == slugs(plain)


@pytest.mark.parametrize("text", ["kept:blinatumomab", "terms:blinatumomab", "id:blinatumomab"])
def test_no_field_can_be_reached(text):
    assert set(slugs(text)) == set(slugs("blinatumomab"))


@pytest.mark.parametrize("text", ["diagnosis/xyzzy", "synonym/99", "place/QQ", "trial/none"])
def test_no_meaning_can_be_asked_for_by_its_term(text):
    assert find(text).understood == ()


@given(st.text(max_size=LONGEST_QUERY))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_can_be_searched(text):
    find(text)


@given(st.text(alphabet="all arms B-T 5yo(*)[]:~^'’\"", max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_near_our_own_signs_can_be_searched(text):
    for chip in find(text).understood:
        find(chip.without)
