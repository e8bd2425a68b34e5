"""One trial in both readings, all trials by diagnosis, and the trials for a diagnosis."""

from dataclasses import dataclass

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from finder.content.catalogue import TrialEntry, TrialWords
from finder.core.terms import Term
from finder.web.current import glossary_here, is_professional, snapshot, words_of
from finder.web.paging import paged
from finder.web.places import Place
from finder.web.trials import presenters
from finder.web.trials.hospitals import hospital_list
from finder.web.trials.limits import limits_of
from finder.web.trials.pictures import phase_steps
from finder.wording.reasons import name_of

bp = Blueprint("trials", __name__)
MOST_ON_A_SHELF = 50
MOST_ON_A_PAGE = 20


@dataclass(frozen=True)
class Shelf:
    """The trials under one main group of diagnoses."""

    id: str
    name: str
    cards: list[presenters.TrialCard]
    number_of_others: int
    """How many more its own page has."""


@bp.get("/<place:place>/trials/")
def index(place: Place) -> ResponseReturnValue:
    """List every trial under each main group it belongs to."""
    return render_template("trials.html", shelves=shelves(), total=len(snapshot().slugs()))


def shelves() -> list[Shelf]:
    """Return the main groups that have trials, with theirs in the order of lists."""
    tree, entries = snapshot().diagnoses, presenters.in_list_order(snapshot().trials())
    found = [(root, [entry for entry in entries if is_about(entry, root)]) for root in tree.start()]
    found += [
        (root, [entry for entry in entries if is_about_all_of(entry, root)])
        for root in tree.roots()
        if not root.is_asked
    ]
    return [_shelf(root, shelf) for root, shelf in found if shelf]


def _shelf(root: Term, entries: list[TrialEntry]) -> Shelf:
    cards = [presenters.trial_card(entry) for entry in entries[:MOST_ON_A_SHELF]]
    return Shelf(root.id, name_of(root), cards, max(0, len(entries) - MOST_ON_A_SHELF))


def is_about(entry: TrialEntry, diagnosis: Term) -> bool:
    """Tell whether a trial takes this diagnosis or a kind of it."""
    tree = snapshot().diagnoses
    return any(tree.is_at_or_below(one, diagnosis.id) for one in entry.trial.diagnoses())


def is_about_all_of(entry: TrialEntry, diagnosis: Term) -> bool:
    """Tell whether a trial takes this broad diagnosis itself, with every kind of it."""
    return diagnosis.id in entry.trial.diagnoses()


@bp.get("/<place:place>/diagnoses/<diagnosis_id>")
def for_diagnosis(place: Place, diagnosis_id: str) -> ResponseReturnValue:
    """List the trials for a diagnosis: those for a kind of it, and those for something broader that holds it."""
    tree = snapshot().diagnoses
    if diagnosis_id not in tree:
        abort(404)
    diagnosis = tree[diagnosis_id]
    broader = [term for term in tree.lineage(diagnosis_id) if term.id != diagnosis_id]
    entries = [
        entry
        for entry in presenters.in_list_order(snapshot().trials())
        if is_about(entry, diagnosis) or any(is_about_all_of(entry, term) for term in broader)
    ]
    return render_template(
        "diagnosis.html",
        diagnosis=diagnosis,
        name=name_of(diagnosis),
        broader=[term for term in reversed(broader) if term.is_asked],
        kinds=tree.children(diagnosis_id),
        number_of_records=len(snapshot().registry),
        total=len(entries),
        page=paged([presenters.trial_card(entry) for entry in entries], most=MOST_ON_A_PAGE),
    )


def terms_shown(words: TrialWords) -> list[str]:
    """Return the terms that this view links to: professionals read fewer of the words that families do."""
    if not is_professional():
        return list(words.terms)
    shown = [section.html for section in words.sections if section.id in ("results", "uncertain")]
    shown += [criteria.intro for section in words.sections for criteria in section.criteria]
    return [term for term in words.terms if any(f'popovertarget="g-{term}"' in html for html in shown)]


@bp.get("/<place:place>/trials/<slug>")
def show(place: Place, slug: str) -> ResponseReturnValue:
    """Show a trial: the same criteria in either reading, the status first and the prompt last."""
    entry = snapshot().trial(slug)
    if entry is None:
        abort(404)
    words = words_of(entry)
    glossary = snapshot().glossary(words.language) or glossary_here()
    return render_template(
        "trial.html",
        trial=entry.trial,
        words=words,
        sections={section.id: section for section in words.sections},
        card=presenters.trial_card(entry),
        terms=[glossary[term] for term in terms_shown(words)],
        takes_nobody_new=presenters.takes_nobody_new(entry.trial),
        hospitals=hospital_list(entry.trial.hospitals),
        limits=limits_of(entry.trial),
        phase_steps=phase_steps(entry.trial.phase),
        say=presenters,
    )
