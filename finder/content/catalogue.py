"""What the content folder holds once it has been read: values only, ready to be stored and shown."""

from dataclasses import dataclass, field
from enum import StrEnum

from finder.core.matching import Vocabularies
from finder.core.terms import Term, Tree
from finder.core.trials import Trial


class EngineName(StrEnum):
    """The search engines there are."""

    WHOOSH = "whoosh"
    """Comes with the site, and searches up to some 20,000 trials well."""
    TANTIVY = "tantivy"
    """For more than that. Installed on its own."""


@dataclass(frozen=True, kw_only=True)
class PhoneLine:
    """A line that families can call."""

    name: str
    number: str
    """As people read it: `0800 000 0000`."""
    hours: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The charity that runs the site, and its choices, from `site.yaml`."""

    name: str
    charity: str
    address: str
    """Where the public reaches the site, without a slash at the end: `https://trials.example.org`."""
    email: str
    phone: PhoneLine
    urgent: dict[str, str]
    """Per language: what to do when a child is very ill now. One short paragraph."""
    languages: dict[str, str]
    """The languages offered, by code, each with its own name: `{en: English}`. The first is the one to fall back on."""
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes of the countries that filters offer first."""
    fresh_days: int = 90
    review_months: int = 12
    engine: EngineName = EngineName.WHOOSH


@dataclass(frozen=True, kw_only=True)
class CriterionPair:
    """One criterion in both readings, as HTML. The same criterion, never the one without the other."""

    plain: str
    clinical: str


@dataclass(frozen=True, kw_only=True)
class CriteriaList:
    """Criteria under one heading: the section's own, or one of its sub-headings."""

    heading: str = ""
    intro: str = ""
    """HTML before the list; empty where there is none."""
    pairs: tuple[CriterionPair, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of a trial's words, as HTML."""

    id: str
    """Which section it is, the same in every language: `tested`, `who-may`, `who-may-not` ..."""
    heading: str
    html: str = ""
    """The text, for sections that hold no criteria."""
    criteria: tuple[CriteriaList, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GlossaryEntry:
    """A term and what it means, in one language."""

    id: str
    """The term as an address: `minimal-residual-disease`."""
    term: str
    html: str
    also: tuple[str, ...] = ()
    say: str = ""
    """How to say it, where that helps: `blin-a-TOO-moo-mab`."""


@dataclass(frozen=True, kw_only=True)
class TrialWords:
    """A trial's `<language>.md`, ready to show."""

    language: str
    title: str
    lead: str
    """The lead paragraph as HTML, with its terms linked."""
    lead_text: str
    """The lead paragraph as plain text, for lists and descriptions."""
    sections: tuple[Section, ...]
    """For families, in the order of the page."""
    professional: str
    """`For health professionals` as HTML."""
    terms: tuple[str, ...]
    """Ids of the glossary entries that the words link to."""
    plain_text: str
    """All words without markup, clinical lines and the professional section included: what search reads."""


@dataclass(frozen=True, kw_only=True)
class TrialEntry:
    """A trial with its words in each language it is written in."""

    trial: Trial
    words: dict[str, TrialWords]
    digest: str
    """SHA-256 over all that the entry was made from: unchanged digest, unchanged entry."""


@dataclass(frozen=True, kw_only=True)
class StandingPage:
    """A page such as `about-trials`, in one language."""

    name: str
    language: str
    title: str
    lead_text: str
    html: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that the site shows, read and checked."""

    site: Site
    diagnoses: tuple[Term, ...]
    treatments: tuple[Term, ...]
    markers: tuple[Term, ...]
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that mean the same; the first is the one the site prefers."""
    trials: tuple[TrialEntry, ...]
    glossary: dict[str, tuple[GlossaryEntry, ...]] = field(default_factory=dict)
    """Entries per language, in alphabetical order."""
    pages: tuple[StandingPage, ...] = ()

    def vocabularies(self) -> Vocabularies:
        """Return the trees that the matcher needs."""
        return Vocabularies(Tree(self.diagnoses), Tree(self.treatments))
