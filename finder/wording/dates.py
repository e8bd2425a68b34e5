"""Dates in words, in the language of the page."""

from datetime import date

from babel.dates import format_date, format_skeleton

from finder.wording.messages import current_locale


def date_in_words(day: date) -> str:
    """Return a date as people say it.

    >>> date_in_words(date(2026, 1, 8))
    '8 January 2026'
    """
    return format_date(day, "long", locale=current_locale())


def partial_date_in_words(written: str) -> str:
    """Return a date that may lack its day or month, written as `2024`, `2024-04` or `2024-04-09`.

    >>> partial_date_in_words("2024-04"), partial_date_in_words("2024")
    ('April 2024', '2024')
    """
    year, *rest = (int(part) for part in written.split("-"))
    match rest:
        case [month, day]:
            return date_in_words(date(year, month, day))
        case [month]:
            return format_skeleton("yMMMM", date(year, month, 1), locale=current_locale())
        case _:
            return str(year)


def country_name(code: str) -> str:
    """Return the name of a country in the language of the page.

    >>> country_name("NL")
    'Netherlands'
    """
    return str(current_locale().territories.get(code, code))
