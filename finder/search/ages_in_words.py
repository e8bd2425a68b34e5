"""Finds the ages that a query gives in numbers: "5 year old", "8-month-old", "17yo", "my son is four", "under 1s"."""

import re
from dataclasses import dataclass

from finder.core.ages import NEWBORN, Age, AgeSpan, Unit
from finder.core.answers import MAX_AGE_YEARS
from finder.search.everyday_words import NUMBER_WORDS

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_UNITS = {
    Unit.YEARS: r"years?|yrs?|y",
    Unit.MONTHS: r"months?|mo?n?ths?|mos?",
    Unit.WEEKS: r"weeks?|wks?",
    Unit.DAYS: r"days?",
}
_UNIT = "|".join(_UNITS.values())
_CHILD = "boy|girl|(?:grand)?(?:son|daughter|child)|kid|baby|brother|sister|nephew|niece"
_AGE = re.compile(
    rf"""(?<!\d[./])\b
    (?P<time>(?:after|within|every|last|past|next|another|first)\s+(?:the\s+)?)?
    (?P<child>(?:{_CHILD}|s?he|they|who)(?:['’]?s|['’]?re|\s+is|\s+are)\s+(?:now\s+|only\s+)? | (?:{_CHILD}),?\s+)?
    (?P<under>(?:under|below|less\s+than|younger\s+than)[\s-]+)?
    (?P<aged>(?:the\s+)?age\s+of\s+ | age[ds]?\s+ | turn(?:ed|ing)\s+)?
    (?P<number>{_NUMBER})
    (?P<half>[.,]5|\s?½|\s+1/2|\s+and\s+a\s+half)?
    (?:[\s-]*(?:
        (?P<yo>y/o|y\.?\s?o\b\.?) |
        (?P<unit>{_UNIT})\b
        (?:[\s,-]*(?:and\s+)?(?P<more>{_NUMBER})[\s-]*(?:{_UNITS[Unit.MONTHS]})\b)? |
        (?P<group>(?<=\w)s)\b
    ))?
    (?P<old>[\s-]*(?:old|of\s+age)\b)?
    (?!\w)(?![\s-]*(?:{_UNIT}|of|th|[%/.-]?\d)\b)
    (?!\s*(?:ago|later|after|before|since|survival|remission|relapse|post|into|off|from|clear|free|apart|a\s+week)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class WrittenAge:
    """An age in a text, from `start` up to, not including, `end`."""

    start: int
    end: int
    span: AgeSpan
    meaning: str
    """The age, said plainly: `8 months`."""


def find_ages(text: str) -> list[WrittenAge]:
    """Return the ages that a text gives in figures, in order. A number alone, as in "phase 3", is none.

    >>> [age.meaning for age in find_ages("8-month-old, phase 2, aged 5, 17yo, two years ago")]
    ['8 months', '5 years', '17 years']
    """
    return [age for found in _AGE.finditer(text) if (age := _read(found))]


def _read(found: re.Match[str]) -> WrittenAge | None:
    is_group = found["under"] and found["group"]
    is_time = found["time"] and not found["old"]
    if is_time or not (found["child"] or found["aged"] or found["yo"] or found["unit"] or is_group):
        return None
    number, unit = _number(found["number"]), _unit(found["unit"])
    if number > (MAX_AGE_YEARS if unit is Unit.YEARS else 999):
        return None
    start = min(found.start(part) for part in ("under", "aged", "number") if found[part])
    said = _said(number, unit)
    if found["under"]:
        return WrittenAge(start, found.end(), AgeSpan(NEWBORN, Age.of(number, unit)), f"under {said}")
    span = AgeSpan.completed(number, unit)
    months = 6 if found["half"] else _number(found["more"]) if found["more"] else 0
    if months and unit is Unit.YEARS and span.low is not None:
        span = AgeSpan(span.low + Age(months=months), span.low + Age(months=months + 1))
        said = f"{said} {_said(months, Unit.MONTHS)}"
    return WrittenAge(start, found.end(), span, said)


def _number(written: str) -> int:
    return NUMBER_WORDS.get(written.lower()) or int(written)


def _unit(written: str | None) -> Unit:
    if written is None:
        return Unit.YEARS
    return next(unit for unit, pattern in _UNITS.items() if re.fullmatch(pattern, written, re.IGNORECASE))


def _said(number: int, unit: Unit) -> str:
    return f"{number} {unit.removesuffix('s') if number == 1 else unit}"
