"""The style guide: every piece of the design in every state, from made-up trials. Shown while the content is edited."""

from datetime import date

from flask import Blueprint, Flask, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from finder.content.catalogue import GlossaryEntry
from finder.core.ages import Age
from finder.core.statuses import ShownStatus, Status
from finder.core.trials import Hospital, Phase
from finder.web.current import place as current_place
from finder.web.places import Place
from finder.web.questions.answering import FormProblem
from finder.web.questions.question_pages import Option, QuestionPage
from finder.web.searching.search import Chip
from finder.web.searching.search_form import Choice
from finder.web.trials import presenters
from finder.web.trials.hospitals import hospital_list
from finder.web.trials.pictures import AgesBar, marks, phase_steps, place_of

bp = Blueprint("styleguide", __name__)

COLOURS = ("paper", "surface", "tint", "tint-2", "ink", "muted", "edge", "brand", "link", "focus", "bad", "sun")
DAY = date(2026, 1, 8)
HOSPITALS = [
    Hospital(name=f"Hospital {number}", city="A town", country="NL" if number % 2 else "BE", status=status)
    for number, status in enumerate([Status.RECRUITING, Status.COMPLETED, *[None] * 8], start=1)
]


@bp.get("/styleguide")
def front() -> ResponseReturnValue:
    """Lead to the guide in the first language."""
    return redirect(url_for("styleguide.show", place=current_place()))


@bp.get("/<place:place>/styleguide")
def show(place: Place) -> ResponseReturnValue:
    """Draw every piece."""
    return render_template(
        "styleguide.html",
        colours=COLOURS,
        cards=[_card(shown) for shown in _statuses()],
        question=_question("radios"),
        ages=_question("age"),
        choices=[Choice("1", "One choice", False), Choice("2", "Another, chosen", True)],
        problem=FormProblem("years", "Write the age in years, or choose “I’m not sure”."),
        chips=[Chip("Leukaemia", "#chips"), Chip("Age: 8 months", "#chips")],
        page_links={number: "#pagination" for number in (1, 4, 5, 6, 9)},
        bars=[_bar((0, 12), 8), _bar((216, 360), 9 * 12), _bar((0, 360), None)],
        phases=[(presenters.phase_in_words(phase), phase_steps(phase)) for phase in Phase if phase_steps(phase)],
        terms=[GlossaryEntry(id="a-term", term="A term", html="<p>What it means, in a sentence.</p>", say="a TERM")],
        hospitals=hospital_list(HOSPITALS),
    )


def _statuses() -> list[ShownStatus]:
    stale = [one for one in Status if not one.is_final and one is not Status.UNKNOWN]
    return [
        *(ShownStatus(status=one, checked=DAY, is_stale=False) for one in Status if one is not Status.UNKNOWN),
        ShownStatus(status=Status.UNKNOWN, checked=None, is_stale=False),
        *(ShownStatus(status=one, checked=DAY, is_stale=True) for one in stale),
    ]


def _card(shown: ShownStatus) -> presenters.TrialCard:
    return presenters.TrialCard(
        slug="made-up",
        url="#cards",
        title="A made-up trial, to see how a card looks",
        language="en",
        lead="What is tested, against what, and for whom, in a sentence or two.",
        acronym="MADE-UP",
        status=presenters.shown_status_view(shown, "A register"),
        ages=("up to 365 days when diagnosed",),
        diagnoses="An illness",
        phase=presenters.phase_in_words(Phase.TWO),
        identifier="NCT00000000",
    )


def _question(kind: str) -> QuestionPage:
    return QuestionPage(
        kind=kind,
        heading="A question",
        why="A sentence on why we ask.",
        options=(Option("1", "One answer", False, "What it means."), Option("2", "Another, chosen", True)),
        last_options=(Option("not-sure", "I’m not sure", False),),
        years="5",
    )


def _bar(months: tuple[int, int], child: int | None) -> AgesBar:
    low, high = (place_of(Age(months=one)) for one in months)
    where = place_of(Age(months=child)) if child is not None else None
    return AgesBar("The ages of a made-up trial.", ((low, high),), marks(), where)


def init_app(app: Flask, *, is_wanted: bool) -> None:
    """Show the guide where it is wanted."""
    if is_wanted:
        app.register_blueprint(bp)
