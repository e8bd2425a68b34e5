"""Reads the fields of a register's record: ages, dates, statuses, phases, countries, however they are written."""

import re
from calendar import month_name
from datetime import date
from functools import cache

from finder.content.countries import country_codes
from finder.core.ages import AgeLimit, Bound, Unit
from finder.core.registry import Sex
from finder.core.statuses import Status
from finder.core.trials import Phase

_AGE = re.compile(r"(\d{1,5})\s*(minute|hour|day|week|month|year)s?", re.IGNORECASE)
_NO_AGE = ("", "n/a", "na", "none", "no limit")
_HOURS_A_DAY, _MINUTES_A_DAY = 24, 24 * 60

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_IN_WORDS = re.compile(r"([A-Za-z]+)\s+(?:(\d{1,2}),\s*)?(\d{4})")

_SEXES = {"all": Sex.ALL, "a": Sex.ALL, "both": Sex.ALL, "female": Sex.FEMALE, "f": Sex.FEMALE, "male": Sex.MALE,
          "m": Sex.MALE}  # fmt: skip
_PHASES = {
    frozenset({"early_phase1"}): Phase.EARLY_1,
    frozenset({"phase1"}): Phase.ONE,
    frozenset({"phase1", "phase2"}): Phase.ONE_TWO,
    frozenset({"phase2"}): Phase.TWO,
    frozenset({"phase2", "phase3"}): Phase.TWO_THREE,
    frozenset({"phase3"}): Phase.THREE,
    frozenset({"phase4"}): Phase.FOUR,
    frozenset({"na"}): Phase.NOT_APPLICABLE,
}
# Names of countries that ClinicalTrials.gov writes otherwise than Babel's English does.
_COUNTRIES = {
    "bosnia and herzegovina": "BA", "brunei darussalam": "BN", "burma": "MM", "congo": "CG",
    "congo, the democratic republic of the": "CD", "cote d'ivoire": "CI", "côte d'ivoire": "CI",
    "czech republic": "CZ", "hong kong": "HK", "iran, islamic republic of": "IR",
    "korea, democratic people's republic of": "KP", "korea, republic of": "KR",
    "lao people's democratic republic": "LA", "libyan arab jamahiriya": "LY", "macau": "MO",
    "macedonia, the former yugoslav republic of": "MK", "micronesia, federated states of": "FM",
    "moldova, republic of": "MD", "myanmar": "MM", "palestinian territories, occupied": "PS",
    "palestinian territory, occupied": "PS", "russian federation": "RU", "swaziland": "SZ",
    "syrian arab republic": "SY", "tanzania, united republic of": "TZ", "the netherlands": "NL",
    "trinidad and tobago": "TT", "turkey": "TR", "turkey (türkiye)": "TR", "viet nam": "VN",
}  # fmt: skip


def read_limit(bound: Bound, written: str) -> AgeLimit | None:
    """Return an age limit in the unit that it is written in; None where there is none.

    Hours and minutes, which some trials of newborns have, become the whole days that surely hold them.

    >>> read_limit(Bound.AT_LEAST, "6 Weeks")
    AgeLimit(bound=<Bound.AT_LEAST: 'at_least'>, number=6, unit=<Unit.WEEKS: 'weeks'>)
    >>> read_limit(Bound.AT_MOST, "36 Hours").number, read_limit(Bound.AT_LEAST, "N/A")
    (1, None)

    Raises ValueError where it is not an age.
    """
    if written.strip().lower() in _NO_AGE:
        return None
    found = _AGE.fullmatch(written.strip())
    if not found:
        raise ValueError(written)
    number, unit = int(found[1]), found[2].lower()
    if unit in ("hour", "minute"):
        return AgeLimit(bound, number // (_HOURS_A_DAY if unit == "hour" else _MINUTES_A_DAY), Unit.DAYS)
    return AgeLimit(bound, number, Unit(f"{unit}s"))


def read_date(written: str) -> date:
    """Return a date; of a month, its first day, so that nothing looks fresher than it may be.

    >>> read_date("2017-11-29"), read_date("2002-07"), read_date("July 15, 2002")
    (datetime.date(2017, 11, 29), datetime.date(2002, 7, 1), datetime.date(2002, 7, 15))

    Raises ValueError where it is not one.
    """
    in_words = _IN_WORDS.fullmatch(written.strip())
    if in_words and in_words[1].lower() in _MONTHS:
        return date(int(in_words[3]), _MONTHS[in_words[1].lower()], int(in_words[2] or 1))
    return date.fromisoformat(f"{written.strip()}-01" if len(written.strip()) == len("2002-07") else written.strip())


def partial_date(written: str) -> str | None:
    """Return a date as precise as it is written: `2022`, `2022-12` or `2022-12-15`; None where it is not one.

    >>> partial_date("December 2022"), partial_date("December 15, 2022"), partial_date("2022"), partial_date("soon")
    ('2022-12', '2022-12-15', '2022', None)
    """
    if re.fullmatch(r"\d{4}", written.strip()):
        return written.strip()
    try:
        day = read_date(written).isoformat()
    except ValueError:
        return None
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d|\D+\d{1,2},.*", written.strip())
    return day if is_day else day[: len("2022-12")]


def read_status(written: str) -> Status:
    """Return a recruitment status.

    Raises ValueError where ClinicalTrials.gov has no such status for trials.
    """
    return Status(written.strip().lower().replace("_", "-").replace(", ", "-").replace(" ", "-"))


def read_sex(written: str) -> Sex | None:
    """Return whom a trial takes, or None where that is not said in a word we know."""
    return _SEXES.get(written.strip().lower())


def read_phase(written: tuple[str, ...]) -> Phase | None:
    """Return the phase, or None where there is none that we know.

    >>> read_phase(("PHASE1", "PHASE2")), read_phase(("PHASE2|PHASE3",)), read_phase(())
    (<Phase.ONE_TWO: '1/2'>, <Phase.TWO_THREE: '2/3'>, None)
    """
    return _PHASES.get(frozenset(part for one in written for part in re.split(r"[|/,\s]+", one.lower()) if part))


def country_code(written: str) -> str | None:
    """Return the code of a country, or None where we do not know it.

    >>> country_code("United States"), country_code("Korea, Republic of"), country_code("Atlantis")
    ('US', 'KR', None)
    """
    name = written.strip()
    return country_codes().get(name) or _COUNTRIES.get(name.lower()) or _codes_by_folded_name().get(name.lower())


@cache
def _codes_by_folded_name() -> dict[str, str]:
    return {name.replace("&", "and").lower(): code for name, code in country_codes().items()}
