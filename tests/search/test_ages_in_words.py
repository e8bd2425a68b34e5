import pytest

from finder.core.ages import NEWBORN, Age, AgeSpan, Unit
from finder.search.ages_in_words import find_ages


@pytest.mark.parametrize(
    ("text", "meaning", "span"),
    [
        ("5 year old", "5 years", AgeSpan.completed(5, Unit.YEARS)),
        ("my five-year-old", "5 years", AgeSpan.completed(5, Unit.YEARS)),
        ("8 months", "8 months", AgeSpan.completed(8, Unit.MONTHS)),
        ("8-month-old boy", "8 months", AgeSpan.completed(8, Unit.MONTHS)),
        ("17yo", "17 years", AgeSpan.completed(17, Unit.YEARS)),
        ("17 y/o", "17 years", AgeSpan.completed(17, Unit.YEARS)),
        ("aged 3", "3 years", AgeSpan.completed(3, Unit.YEARS)),
        ("Age 14", "14 years", AgeSpan.completed(14, Unit.YEARS)),
        ("6 weeks old", "6 weeks", AgeSpan.completed(6, Unit.WEEKS)),
        ("1 yr 6 months", "1 year 6 months", AgeSpan(Age(months=18), Age(months=19))),
        ("under 1 year old", "under 1 year", AgeSpan(NEWBORN, Age(months=12))),
        ("less than 18 months", "under 18 months", AgeSpan(NEWBORN, Age(months=18))),
        ("under the age of 5", "under 5 years", AgeSpan(NEWBORN, Age.of(5, Unit.YEARS))),
        ("cancer in under 5s", "under 5 years", AgeSpan(NEWBORN, Age.of(5, Unit.YEARS))),
        ("my little boy is four and has it", "4 years", AgeSpan.completed(4, Unit.YEARS)),
        ("she’s 3", "3 years", AgeSpan.completed(3, Unit.YEARS)),
        ("my daughter, 12, has", "12 years", AgeSpan.completed(12, Unit.YEARS)),
        ("lymphoma boy 6", "6 years", AgeSpan.completed(6, Unit.YEARS)),
        ("just turned 5", "5 years", AgeSpan.completed(5, Unit.YEARS)),
        ("9 mnth old", "9 months", AgeSpan.completed(9, Unit.MONTHS)),
        ("4 and a half years old", "4 years 6 months", AgeSpan(Age(months=54), Age(months=55))),
        ("2.5 yo", "2 years 6 months", AgeSpan(Age(months=30), Age(months=31))),
    ],
)
def test_ages_are_read_as_families_write_them(text, meaning, span):
    (age,) = find_ages(text)
    assert (age.meaning, age.span) == (meaning, span)


@pytest.mark.parametrize(
    "text",
    [
        "phase 3",
        "stage 4",
        "MT103-205",
        "6 months ago",
        "5 year survival",
        "2 years after",
        "after 3 months",
        "within 6 months",
        "18 months off treatment",
        "my son 2 weeks ago",
        "she is one of",
        "he has 2 tumours",
        "999 years",
        "one in four",
        "",
    ],
)
def test_other_numbers_are_no_ages(text):
    assert find_ages(text) == []


def test_an_age_knows_where_it_stands():
    text = "leukaemia in my 8 month old"
    (age,) = find_ages(text)
    assert text[age.start : age.end] == "8 month old"
