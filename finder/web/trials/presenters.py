"""Trials as ready strings: what a card, a fact sheet or a list prints. Templates only place them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from finder.content.catalogue import TrialEntry
from finder.core.statuses import Openness, ShownStatus, Status
from finder.core.trials import Conflict, Group, Phase, Results, Trial
from finder.web.current import is_professional, names, place, show_status, snapshot, words_of
from finder.wording import statuses
from finder.wording.ages import age_rule_in_words
from finder.wording.dates import country_name, partial_date_in_words
from finder.wording.messages import gettext, ngettext
from finder.wording.reasons import any_of, in_language, inside_a_sentence, name_of, stage_answer

REGISTERS = {
    "nct": ("ClinicalTrials.gov", "https://clinicaltrials.gov/study/{}"),
    "eudract": ("EudraCT", "https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:{}"),
    "ctis": ("EU CT", "https://euclinicaltrials.eu/ctis-public/view/{}"),
    "isrctn": ("ISRCTN", "https://www.isrctn.com/{}"),
}


@dataclass(frozen=True)
class StatusView:
    """A dated status as it is drawn everywhere."""

    label: str
    dated: str
    advice: str
    colour: str
    openness: Openness
    source: str


@dataclass(frozen=True)
class TrialCard:
    """A trial in a list."""

    slug: str
    url: str
    title: str
    language: str
    """The language the title and lead are in, which may not be the page's."""
    lead: str
    acronym: str
    status: StatusView
    ages: tuple[str, ...]
    diagnoses: str
    phase: str
    identifier: str


def status_view(trial: Trial) -> StatusView:
    """Return the status of a trial in the words of the page's view."""
    return shown_status_view(show_status(trial.recruitment), trial.recruitment.source)


def shown_status_view(shown: ShownStatus, source: str) -> StatusView:
    """Return what may be said of a status today in the words of the page's view."""
    return StatusView(
        label=status_label(shown),
        dated=statuses.dated(shown),
        advice=statuses.advice(shown),
        colour=statuses.colour(shown),
        openness=shown.openness,
        source=source,
    )


def status_label(shown: ShownStatus) -> str:
    """Return the label of a status for the readers of this page."""
    return statuses.professional_label(shown) if is_professional() else statuses.family_label(shown)


def trial_card(entry: TrialEntry) -> TrialCard:
    """Return a trial as a list shows it."""
    trial, words = entry.trial, words_of(entry)
    return TrialCard(
        slug=trial.slug,
        url=url_for("trials.show", place=place(), slug=trial.slug),
        title=trial.scientific_title if is_professional() else words.title,
        language="en" if is_professional() else words.language,
        lead=words.title if is_professional() else words.lead_text,
        acronym=trial.acronym,
        status=status_view(trial),
        ages=ages_in_words(trial.groups),
        diagnoses=diagnoses_in_words(trial.diagnoses()),
        phase=phase_in_words(trial.phase),
        identifier=next(iter(trial.identifiers.values())),
    )


def in_list_order(entries: Iterable[TrialEntry]) -> list[TrialEntry]:
    """Return the trials in the order of lists: confirmed open, open when last checked, the rest; by title within."""
    return sorted(entries, key=lambda entry: (show_status(entry.trial.recruitment).openness, words_of(entry).title))


def ages_in_words(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the ages of each group after the group's name, or the ages alone where all groups share them."""
    texts = [age_rule_in_words(group.age) for group in groups]
    if len(set(texts)) == 1:
        return (texts[0],)
    names_of_groups = (in_language(group.name) for group in groups)
    return tuple(gettext("%(group)s: %(ages)s", ages=t, group=n) for t, n in zip(texts, names_of_groups, strict=True))


MOST_DIAGNOSES = 6


def diagnoses_in_words(ids: Iterable[str]) -> str:
    """Return the names of diagnoses, with commas. Families hear of the first few: the criteria name them all."""
    tree, all_ids = names().diagnoses, list(ids)
    if is_professional():
        return ", ".join(tree[one].clinical or name_of(tree[one]) for one in all_ids)
    named = ", ".join(name_of(tree[one]) for one in all_ids[:MOST_DIAGNOSES])
    return gettext("%(diagnoses)s and others", diagnoses=named) if len(all_ids) > MOST_DIAGNOSES else named


def phase_in_words(phase: Phase) -> str:
    """Return the phase with what it means in a few words."""
    if is_professional():
        return (
            gettext("Not applicable")
            if phase is Phase.NOT_APPLICABLE
            else gettext("Phase %(phase)s", phase=phase.value)
        )
    match phase:
        case Phase.EARLY_1 | Phase.ONE:
            return gettext("Phase 1: finds a dose that children can take")
        case Phase.ONE_TWO:
            return gettext("Phase 1 and 2: finds a dose, then looks at how well it works")
        case Phase.TWO:
            return gettext("Phase 2: looks at how well it works")
        case Phase.TWO_THREE:
            return gettext("Phase 2 and 3: looks at how well it works, then compares it with usual treatment")
        case Phase.THREE:
            return gettext("Phase 3: compares it with usual treatment, in many children")
        case Phase.FOUR:
            return gettext("Phase 4: looks at a treatment that is already in use")
        case Phase.NOT_APPLICABLE:
            return gettext("A study without a phase: it does not test a new medicine")


def results_in_words(results: Results) -> str:
    """Return whether results are out."""
    match results:
        case Results.NONE:
            return gettext("None that we have seen")
        case Results.POSTED:
            return gettext("Published, in scientific words")
        case Results.PLAIN_SUMMARY:
            return gettext("Published, with a plain summary")


@dataclass(frozen=True)
class Identifier:
    """A number in a register, with the address of its record where the register has one."""

    register: str
    number: str
    url: str


def identifiers(trial: Trial) -> list[Identifier]:
    """Return the trial's numbers, with links to their records."""
    found = []
    for register, number in trial.identifiers.items():
        label, address = REGISTERS.get(register, (gettext("Protocol"), ""))
        found.append(Identifier(label, number, address.format(number) if address else ""))
    return found


def where_in_words(trial: Trial) -> str:
    """Return the countries that take part, and how many hospitals we know of: they need not be in all of these."""
    countries = countries_in_words(trial)
    number = len(trial.hospitals)
    if not number:
        return countries or gettext("We have not seen a list of hospitals")
    return ngettext(
        "%(countries)s. We know of %(num)s hospital.",
        "%(countries)s. We know of %(num)s hospitals.",
        number,
        countries=countries,
    )


def what_sources_say(trial: Trial) -> list[str]:
    """Return what each source says of the status: the others' words, and its own where no date lets us show it."""
    lines = [conflict_in_words(conflict) for conflict in trial.conflicts]
    own = trial.recruitment
    is_told = any(own.source in conflict.source or conflict.source in own.source for conflict in trial.conflicts)
    if own.checked is None and own.status is not Status.UNKNOWN and not is_told:
        lines.insert(0, conflict_in_words(Conflict(says=own.status, source=own.source)))
    return lines


def conflict_in_words(conflict: Conflict) -> str:
    """Return what another source says of the status, and when it said so."""
    says = statuses.registry_words(conflict.says)
    if not conflict.on:
        return gettext("%(source)s says “%(status)s”, without a date.", source=conflict.source, status=says)
    on = partial_date_in_words(conflict.on)
    return gettext("%(source)s says “%(status)s”, %(date)s.", source=conflict.source, status=says, date=on)


def stages_in_words(trial: Trial) -> list[str]:
    """Return where things may be for those who join."""
    return [stage_answer(stage) for stage in trial.stages()]


def ask_points(trial: Trial, had: Callable[[str], bool] = lambda treatment: True) -> list[str]:
    """Return the questions that only the child's team can answer: on markers and tests, and on the timing of treatment.

    `had` leaves out treatments that the child surely never had.
    """
    vocabulary = names()
    markers = [vocabulary.markers[one] for one in trial.ask_doctor()]
    points = [in_language(marker.ask) or name_of(marker) for marker in markers]
    treatments = [vocabulary.treatments[one] for one in trial.treatments_to_ask_about() if had(one)]
    if treatments:
        named = any_of(inside_a_sentence(term) for term in treatments)
        points.append(
            gettext("If my child has had %(treatments)s: does it matter when, or how much?", treatments=named)
        )
    return points


def related_cards(slugs: Iterable[str]) -> list[TrialCard]:
    """Return the cards of related trials."""
    entries = (snapshot().trial(slug) for slug in slugs)
    return [trial_card(entry) for entry in entries if entry is not None]


def countries_in_words(trial: Trial) -> str:
    """Return the countries that take part, by name."""
    return ", ".join(sorted(country_name(code) for code in trial.countries))


def treatments_in_words(trial: Trial) -> str:
    """Return what the trial gives or does."""
    return ", ".join(name_of(names().treatments[one]) for one in trial.treatments)


def takes_nobody_new(trial: Trial) -> bool:
    """Tell whether a trial is over or closed for good."""
    return show_status(trial.recruitment).status.is_final


MOST_SIMILAR = 3


def open_trials_like(trial: Trial) -> list[TrialCard]:
    """Return trials for the same illness and stage that are open or were when last confirmed, the freshest first.

    The more trials are named as following this one, the fewer.
    """
    named = {*trial.related.before, *trial.related.after, *trial.related.similar, trial.slug}
    others = [entry for entry in snapshot().trials() if entry.trial.slug not in named and is_like(entry.trial, trial)]
    open_ones = [entry for entry in others if show_status(entry.trial.recruitment).openness is not Openness.OTHER]
    return [trial_card(entry) for entry in in_list_order(open_ones)[: max(1, MOST_SIMILAR - len(trial.related.after))]]


def is_like(one: Trial, other: Trial) -> bool:
    """Tell whether two trials share a diagnosis, or a kind of it, and a stage where both name any."""
    tree = snapshot().diagnoses
    shares_diagnosis = any(
        tree.is_at_or_below(a, b) or tree.is_at_or_below(b, a) for a in one.diagnoses() for b in other.diagnoses()
    )
    shares_stage = not one.stages() or not other.stages() or bool(set(one.stages()) & set(other.stages()))
    return shares_diagnosis and shares_stage
