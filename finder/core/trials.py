"""A trial as its `facts.yaml` states it: what is true in every language."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finder.core.ages import AgeRule
from finder.core.statuses import Recruitment, Status


class Stage(StrEnum):
    """Where things are now. The same words for a trial's limits and a family's answer."""

    NEWLY_DIAGNOSED = "newly-diagnosed"
    ON_TREATMENT = "on-treatment"
    DID_NOT_RESPOND = "did-not-respond"
    CAME_BACK = "came-back"
    CAME_BACK_MORE_THAN_ONCE = "came-back-more-than-once"
    FINISHED_TREATMENT = "finished-treatment"


class Results(StrEnum):
    """Whether anything was published. Apart from recruitment: an open trial may have results, a closed one none."""

    NONE = "none"
    POSTED = "posted"
    PLAIN_SUMMARY = "plain-summary"


class Phase(StrEnum):
    """The phases of ClinicalTrials.gov, as written in `facts.yaml`."""

    EARLY_1 = "early-1"
    ONE = "1"
    ONE_TWO = "1/2"
    TWO = "2"
    TWO_THREE = "2/3"
    THREE = "3"
    FOUR = "4"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, kw_only=True)
class PriorTreatment:
    """Limits on treatment so far. Ids of treatments; the words are in the trial's criteria."""

    none_of: tuple[str, ...] = ()
    """At any time, in any dose, rules a child out."""
    any_of: tuple[str, ...] = ()
    """At least one of these is required."""
    ask: tuple[str, ...] = ()
    """Timing, dose or reason decides: something to ask about, never a ground to set a trial aside."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """One set of limits. A limit the trial does not state is empty, and asks nothing of anyone."""

    name: dict[str, str] = field(default_factory=dict)
    """What tells this group from the trial's others, per language. Empty where there is one group."""
    age: AgeRule = AgeRule()
    diagnoses: tuple[str, ...] = ()
    disease_stage: tuple[Stage, ...] = ()
    prior_treatment: PriorTreatment = PriorTreatment()
    ask_doctor: tuple[str, ...] = ()
    """Markers and test results that decide, and that only the doctor knows."""


@dataclass(frozen=True, kw_only=True)
class Hospital:
    """A hospital that a source names as taking part."""

    name: str
    city: str
    country: str
    """ISO 3166-1 alpha-2."""
    status: Status | None = None
    """The hospital's own recruitment status, where a source gives one."""


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Another source that says something else of the recruitment status."""

    says: Status
    source: str
    on: str = ""
    """When it said so, as precisely as it is known: `2024`, `2024-04` or `2024-04-09`; empty where undated."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where facts come from."""

    name: str
    url: str = ""
    seen: str = ""
    """The date printed on it, as precisely as it is known."""


@dataclass(frozen=True, kw_only=True)
class Related:
    """Slugs of trials that came before this one, that follow it, or that ask something close."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Review:
    """When a person last read the whole page against its sources, and when the next reading is due."""

    last: date
    next: date


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A clinical trial."""

    slug: str
    acronym: str
    scientific_title: str
    identifiers: dict[str, str]
    """Numbers by register: `nct`, `eudract`, `ctis`, `isrctn`, `protocol`."""
    sponsor: str
    phase: Phase
    recruitment: Recruitment
    groups: tuple[Group, ...]
    review: Review
    supporters: tuple[str, ...] = ()
    participants: int | None = None
    treatments: tuple[str, ...] = ()
    """What the trial gives or does, as ids of treatments."""
    results: Results = Results.NONE
    hospitals: tuple[Hospital, ...] = ()
    hospitals_complete: bool = False
    countries: tuple[str, ...] = ()
    """Countries known to take part, those of the hospitals included."""
    related: Related = Related()
    conflicts: tuple[Conflict, ...] = ()
    sources: tuple[Source, ...] = ()

    def diagnoses(self) -> tuple[str, ...]:
        """Return the diagnoses of all groups, each once."""
        return tuple(dict.fromkeys(d for group in self.groups for d in group.diagnoses))

    def stages(self) -> tuple[Stage, ...]:
        """Return the stages of all groups, each once."""
        return tuple(dict.fromkeys(s for group in self.groups for s in group.disease_stage))

    def ask_doctor(self) -> tuple[str, ...]:
        """Return the points of all groups that only the doctor knows, each once."""
        return tuple(dict.fromkeys(m for group in self.groups for m in group.ask_doctor))

    def treatments_to_ask_about(self) -> tuple[str, ...]:
        """Return the earlier treatments of all groups for which timing, dose or reason decides, each once."""
        return tuple(dict.fromkeys(t for group in self.groups for t in group.prior_treatment.ask))
