"""The hospitals of a trial: those that a source calls open first, a long list folded."""

from collections.abc import Iterable
from dataclasses import dataclass

from finder.core.statuses import Status
from finder.core.trials import Hospital
from finder.wording import statuses
from finder.wording.dates import country_name

MOST_IN_SIGHT = 8
"""A list longer than this is folded after its first few."""
FIRST_FEW = 5


@dataclass(frozen=True)
class HospitalView:
    """A hospital in the list of a trial."""

    name: str
    city: str
    status: str


ByCountry = dict[str, list[HospitalView]]


@dataclass(frozen=True)
class HospitalList:
    """The hospitals in sight, and those a tap away, each under the names of their countries."""

    first: ByCountry
    others: ByCountry
    number_of_others: int


def hospital_list(hospitals: Iterable[Hospital]) -> HospitalList:
    """Return the hospitals: those known to be open first, then by country, city and name."""
    ordered = sorted(hospitals, key=lambda one: (one.status is not Status.RECRUITING, *_address(one)))
    number_open = sum(one.status is Status.RECRUITING for one in ordered)
    in_sight = len(ordered) if len(ordered) <= MOST_IN_SIGHT else max(FIRST_FEW, number_open)
    return HospitalList(by_country(ordered[:in_sight]), by_country(ordered[in_sight:]), len(ordered) - in_sight)


def by_country(hospitals: Iterable[Hospital]) -> ByCountry:
    """Return hospitals under the names of their countries, in the order they come."""
    found: ByCountry = {}
    for hospital in hospitals:
        status = statuses.registry_words(hospital.status) if hospital.status else ""
        found.setdefault(country_name(hospital.country), []).append(HospitalView(hospital.name, hospital.city, status))
    return found


def _address(hospital: Hospital) -> tuple[str, str, str]:
    return country_name(hospital.country), hospital.city, hospital.name
