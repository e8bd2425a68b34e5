"""Ways on from a search that found nothing, and for questions that only people can answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import url_for

from finder.search.advice import Advice
from finder.search.chips import Understood
from finder.web.current import place, site, snapshot
from finder.wording.messages import gettext
from finder.wording.reasons import in_language, name_of

SUPPORT, ABOUT = "support", "about-trials"


@dataclass(frozen=True)
class Link:
    """A way on."""

    label: str
    url: str


@dataclass(frozen=True)
class Signpost:
    """What we can say to a question that a list of trials does not answer."""

    heading: str
    text: str
    links: tuple[Link, ...]


def signpost(advice: Advice) -> Signpost:
    """Return the way to somebody who can answer."""
    match advice:
        case Advice.URGENT:
            heading, text = gettext("If your child is very ill now"), in_language(site().urgent)
        case Advice.SYMPTOMS:
            heading = gettext("Worried that it may be cancer?")
            text = gettext("Please see a doctor soon. Trials are for children whose illness is already known.")
        case Advice.DECISION:
            heading = gettext("A decision to talk over with your child’s team")
            text = gettext(
                "Please do not stop or change treatment before you have spoken with them. "
                "You may ask for a second opinion."
            )
        case Advice.OUTLOOK:
            heading = gettext("A hard question, and one you can ask")
            text = gettext(
                "Numbers on the internet are not about your child. "
                "The team who know your child can say what they expect. We are here to listen too."
            )
    pages = {SUPPORT: gettext("Support"), ABOUT: gettext("About clinical trials")}
    return Signpost(heading, text, tuple(_links(pages)))


def _links(pages: dict[str, str]) -> Iterator[Link]:
    """Return links to those standing pages that the charity has."""
    names = {page.name for page in snapshot().pages}
    for name in (one for one in pages if one in names):
        yield Link(pages[name], url_for("pages.standing", place=place(), name=name))


def broader(understood: Iterable[Understood], filtered_by: str) -> list[Link]:
    """Return the nearest broader diagnosis of each that was looked for, that has trials."""
    tree = snapshot().diagnoses
    asked = [one.meaning for one in understood if one.kind == "diagnosis"] + [filtered_by]
    found = dict.fromkeys(above for one in asked if one in tree for above in _with_trials_above(one))
    return [Link(name_of(tree[one]), url_for("trials.for_diagnosis", place=place(), diagnosis_id=one)) for one in found]


def _with_trials_above(diagnosis: str) -> list[str]:
    """Return the diagnosis itself, or else the nearest above it, that a trial takes or takes a kind of."""
    tree = snapshot().diagnoses
    taken = {each.id for entry in snapshot().trials() for one in entry.trial.diagnoses() for each in tree.lineage(one)}
    return [term.id for term in tree.lineage(diagnosis) if term.id in taken][:1]
