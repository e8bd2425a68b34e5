"""Reads single values as they are written: whole numbers, days, addresses. Nothing is guessed or rounded."""

import re
from datetime import date
from urllib.parse import urlsplit

_NUMBER = re.compile(r"[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ROUGH_DAY = re.compile(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?")
_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""Ids and slugs: they become part of addresses."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""Codes of languages: `en`, `pt-BR`."""


def read_whole_number(text: str) -> int | None:
    """Read a whole number in figures.

    >>> read_whole_number("160"), read_whole_number("18.9"), read_whole_number("1e2"), read_whole_number("-1")
    (160, None, None, None)
    """
    return int(text) if _NUMBER.fullmatch(text) else None


def read_yes_or_no(text: str) -> bool | None:
    """Read `true` or `false`, or the words that mean them.

    >>> read_yes_or_no("true"), read_yes_or_no("No"), read_yes_or_no("maybe")
    (True, False, None)
    """
    return _YES_OR_NO.get(text.lower())


def read_day(text: str) -> date | None:
    """Read a day of the calendar.

    >>> read_day("2026-01-08"), read_day("2026-02-30"), read_day("8 January 2026")
    (datetime.date(2026, 1, 8), None, None)
    """
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def first_day_of(text: str) -> date | None:
    """Return the first day of a year, a month or a day, as far as it is known, or None for anything else.

    >>> first_day_of("2024"), first_day_of("2024-09"), first_day_of("2024-13")
    (datetime.date(2024, 1, 1), datetime.date(2024, 9, 1), None)
    """
    written = _ROUGH_DAY.fullmatch(text)
    return read_day(written[1] + (written[2] or "-01") + (written[3] or "-01")) if written else None


def is_web_address(text: str) -> bool:
    """Tell whether this is the whole address of something on the web.

    >>> is_web_address("https://example.org/a"), is_web_address("example.org"), is_web_address("javascript:alert(1)")
    (True, False, False)
    """
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"[\s<>\"]", text)
    except ValueError:
        return False
