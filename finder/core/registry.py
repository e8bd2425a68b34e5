"""A trial as a public register holds it, that nobody has put into plain words yet."""

from dataclasses import dataclass
from enum import StrEnum

from finder.core.ages import AgeRule
from finder.core.statuses import Recruitment
from finder.core.trials import Group, Hospital, Phase


class Sex(StrEnum):
    """Whom a register says that a trial takes."""

    ALL = "all"
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True)
class Intervention:
    """What a trial gives or does, as the register names it."""

    name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RegistryTrial:
    """A register's record, in its own words. What it does not state is empty, and asks nothing of anyone.

    Of its limits only the age, and the diagnoses that its conditions name, can be held against anything. The rest
    stands in its criteria, which only people can read.
    """

    number: str
    """As the register writes it: `NCT05327894`."""
    title: str
    recruitment: Recruitment
    status_word: str = ""
    """The status in the register's own word: `RECRUITING`, or one that we do not know."""
    official_title: str = ""
    acronym: str = ""
    other_numbers: tuple[str, ...] = ()
    sponsor: str = ""
    phase: Phase | None = None
    age: AgeRule = AgeRule()
    youngest: str = ""
    """The age limit as the register writes it: `6 Weeks`."""
    oldest: str = ""
    sex: Sex | None = None
    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    """Of the sponsor, and of the register's own catalogue of subjects."""
    interventions: tuple[Intervention, ...] = ()
    summary: str = ""
    description: str = ""
    criteria: str = ""
    """Lines as the register has them."""
    hospitals: tuple[Hospital, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, those of the hospitals included."""
    diagnoses: tuple[str, ...] = ()
    """Ids of our diagnoses that the conditions name. The record alone does not say: see `finder.search`."""

    @property
    def slug(self) -> str:
        """Return the record's name in addresses."""
        return self.number.lower()

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the limits that answers can be held against."""
        return (Group(age=self.age, diagnoses=self.diagnoses),)
