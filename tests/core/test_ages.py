from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.core.ages import Age, AgeLimit, AgeRule, AgeSpan, Bound, Unit, read_age

DAYS, WEEKS, MONTHS, YEARS = Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS


def limits(lower=None, upper=None):
    return AgeRule(lower=lower and AgeLimit(*lower), upper=upper and AgeLimit(*upper)).span()


INSIDE, OUTSIDE, ACROSS = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("upper", "answer", "expected"),
    [
        ((Bound.AT_MOST, 365, DAYS), (364, DAYS), INSIDE),
        ((Bound.AT_MOST, 365, DAYS), (365, DAYS), INSIDE),
        ((Bound.AT_MOST, 365, DAYS), (366, DAYS), OUTSIDE),
        ((Bound.UNDER, 365, DAYS), (364, DAYS), INSIDE),
        ((Bound.UNDER, 365, DAYS), (365, DAYS), OUTSIDE),
        ((Bound.AT_MOST, 365, DAYS), (0, YEARS), INSIDE),
        ((Bound.AT_MOST, 365, DAYS), (11, MONTHS), INSIDE),
        ((Bound.AT_MOST, 365, DAYS), (12, MONTHS), ACROSS),  # the first birthday is day 365 or 366
        ((Bound.AT_MOST, 365, DAYS), (1, YEARS), ACROSS),
        ((Bound.AT_MOST, 365, DAYS), (13, MONTHS), OUTSIDE),
        ((Bound.UNDER, 1, YEARS), (11, MONTHS), INSIDE),
        ((Bound.UNDER, 1, YEARS), (12, MONTHS), OUTSIDE),
        ((Bound.UNDER, 1, YEARS), (364, DAYS), INSIDE),
        ((Bound.UNDER, 1, YEARS), (365, DAYS), ACROSS),  # inside in a leap year
        ((Bound.UNDER, 1, YEARS), (366, DAYS), OUTSIDE),
        ((Bound.UNDER, 18, YEARS), (17, YEARS), INSIDE),
        ((Bound.UNDER, 18, YEARS), (18, YEARS), OUTSIDE),
        ((Bound.AT_MOST, 17, YEARS), (17, YEARS), INSIDE),
        ((Bound.AT_MOST, 21, YEARS), (21, YEARS), INSIDE),  # until the 22nd birthday
        ((Bound.AT_MOST, 21, YEARS), (22, YEARS), OUTSIDE),
        ((Bound.AT_MOST, 6, WEEKS), (48, DAYS), INSIDE),
        ((Bound.AT_MOST, 6, WEEKS), (49, DAYS), OUTSIDE),
    ],
)
def test_an_upper_limit_keeps_its_unit(upper, answer, expected):
    span = AgeSpan.completed(*answer)
    assert (span.is_surely_within(limits(upper=upper)), span.is_surely_outside(limits(upper=upper))) == expected


@pytest.mark.parametrize(
    ("lower", "answer", "expected"),
    [
        ((Bound.AT_LEAST, 29, DAYS), (28, DAYS), OUTSIDE),
        ((Bound.AT_LEAST, 29, DAYS), (29, DAYS), INSIDE),
        ((Bound.AT_LEAST, 29, DAYS), (0, MONTHS), ACROSS),
        ((Bound.AT_LEAST, 29, DAYS), (1, MONTHS), ACROSS),  # February may have 28 days
        ((Bound.AT_LEAST, 29, DAYS), (2, MONTHS), INSIDE),
        ((Bound.OVER, 18, MONTHS), (17, MONTHS), OUTSIDE),
        ((Bound.OVER, 18, MONTHS), (18, MONTHS), ACROSS),
        ((Bound.OVER, 18, MONTHS), (19, MONTHS), INSIDE),
        ((Bound.AT_LEAST, 18, MONTHS), (1, YEARS), ACROSS),
        ((Bound.AT_LEAST, 18, YEARS), (17, YEARS), OUTSIDE),
        ((Bound.AT_LEAST, 18, YEARS), (18, YEARS), INSIDE),
        ((Bound.AT_LEAST, 12, MONTHS), (1, YEARS), INSIDE),
        ((Bound.AT_LEAST, 365, DAYS), (1, YEARS), INSIDE),
        ((Bound.AT_LEAST, 1, YEARS), (365, DAYS), ACROSS),
    ],
)
def test_a_lower_limit_keeps_its_unit(lower, answer, expected):
    span = AgeSpan.completed(*answer)
    assert (span.is_surely_within(limits(lower=lower)), span.is_surely_outside(limits(lower=lower))) == expected


def test_the_day_before_the_eighteenth_birthday_is_under_18_and_the_birthday_is_not():
    under_18 = limits(upper=(Bound.UNDER, 18, YEARS))
    day_before = Age(months=17 * 12, days=364)
    birthday = Age.of(18, YEARS)
    assert AgeSpan(day_before, Age(months=17 * 12, days=365)).is_surely_within(under_18)
    assert AgeSpan(birthday, Age(months=18 * 12, days=1)).is_surely_outside(under_18)


@given(
    born=st.dates(date(2000, 1, 1), date(2040, 12, 28)).filter(lambda day: day.day <= 28),
    months=st.integers(0, 240),
    days=st.integers(0, 400),
    other_months=st.integers(0, 240),
    other_days=st.integers(0, 400),
)
def test_what_is_sure_of_two_ages_is_true_on_every_calendar(born, months, days, other_months, other_days):
    one, other = Age(months, days), Age(other_months, other_days)
    if one.is_surely_at_least(other):
        assert day_reached(born, one) >= day_reached(born, other)


def day_reached(born, age):
    """The day on which somebody reaches an age, by the calendar."""
    month = born.month - 1 + age.months
    return date(born.year + month // 12, month % 12 + 1, born.day) + timedelta(days=age.days)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 months", (8, MONTHS)),
        ("1 year", (1, YEARS)),
        (" 6 Weeks ", (6, WEEKS)),
        ("365days", (365, DAYS)),
        ("18", None),
        ("1.5 years", None),
        ("-1 years", None),
        ("eighteen years", None),
        ("", None),
    ],
)
def test_an_age_is_read_only_with_its_unit(text, expected):
    assert read_age(text) == expected
