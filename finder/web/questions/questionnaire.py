"""The questions, one a page, to the results and the sheet for the appointment."""

from typing import Any

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from finder.core.answers import Answers
from finder.core.questions import Question
from finder.formats.matching_json import BadAnswers, read_answers
from finder.web.current import snapshot
from finder.web.delivery.caching import never_keep
from finder.web.paging import paged
from finder.web.places import Place
from finder.web.questions import answer_cookie, answering
from finder.web.questions.answers_in_words import answer_rows
from finder.web.questions.question_pages import question_page, read_form
from finder.web.questions.results import Part, sort_trials
from finder.web.questions.steps import (
    CHECK,
    Step,
    all_steps,
    choices_at,
    is_finer_step,
    read_step,
    step_after,
    step_before,
)
from finder.wording.messages import gettext

bp = Blueprint("questionnaire", __name__, url_prefix="/<place:place>/questions")
MOST_ON_A_PAGE = 70


@bp.before_request
def load_answers() -> None:
    """Read the visitor's answers, checking them anew: what no longer makes sense is a fresh start, and said so."""
    g.answers_were_lost = False
    g.kept = answer_cookie.load()
    try:
        g.answers = read_answers(g.kept, snapshot().vocabularies)
    except BadAnswers:
        g.kept, g.answers, g.answers_were_lost = {}, Answers(), True


@bp.after_request
def stay_awake(response: Response) -> Response:
    """Give the answers two more hours with every page of the questions, and keep none of these pages in a cache."""
    if request.method == "GET" and g.get("kept"):  # a request that was refused at the door never came to its answers
        answer_cookie.keep(response, g.kept)
    return never_keep(response)


@bp.get("/")
def start(place: Place) -> ResponseReturnValue:
    """Say what is asked and why, and what happens to the answers."""
    return render_template("questions/start.html", has_answers=bool(g.kept), cleared="cleared" in request.args)


@bp.get("/<name>")
def step(place: Place, name: str) -> ResponseReturnValue:
    """Ask one question, with the answer given before, if any."""
    asked = _step_or_404(name)
    if "begun" in request.args and not g.kept:
        return render_template("questions/no_cookies.html")
    if asked.question is Question.DIAGNOSIS and not choices_at(asked, g.answers):
        return redirect(url_for("questionnaire.step", name=Question.DIAGNOSIS.value))
    return _ask(asked)


@bp.post("/<name>")
def answer(place: Place, name: str) -> ResponseReturnValue:
    """Take one answer and go on, or say on the same page what to put right."""
    asked = _step_or_404(name)
    try:
        given = read_form(asked, request.form, g.answers)
    except answering.FormProblem as problem:
        return _ask(asked, problem), 422
    kept = {**g.kept, answering.KEPT_AS[asked.question]: given.keep}
    try:
        answers = read_answers(kept, snapshot().vocabularies)
    except BadAnswers:  # each answer alone was read; only the two ages can still contradict each other
        message = gettext("The age when it was found cannot be above the age now. Change one of the two.")
        return _ask(asked, answering.FormProblem("years", message)), 422
    goes_to = step_after(asked, answers, knows_no_more=given.knows_no_more)
    if "change" in request.args and not is_finer_step(asked, goes_to):
        goes_to = CHECK
    return answer_cookie.keep(_go_on(goes_to), kept)


def _go_on(name: str) -> Response:
    """Return the way to the next page. `begun` lets it notice a browser that keeps no cookies."""
    notes: dict[str, Any] = {} if g.kept else {"begun": ""}
    if "change" in request.args and name != CHECK:
        notes["change"] = ""
    return Response(status=303, headers={"Location": url_for("questionnaire.step", name=name, **notes)})


def _step_or_404(name: str) -> Step:
    found = read_step(name)
    if found is None:
        abort(404)
    return found


def _ask(asked: Step, problem: answering.FormProblem | None = None) -> str:
    steps = [one.question for one in all_steps(g.answers)]
    return render_template(
        "questions/question.html",
        asked=asked,
        shown=question_page(asked, g.kept, g.answers, request.form if problem else None),
        problem=problem,
        back=step_before(asked, g.answers),
        number=list(dict.fromkeys(steps)).index(asked.question) + 1 if asked.question in steps else None,
        skip_to=step_after(asked, g.answers, knows_no_more=True),
        is_change="change" in request.args,
    )


@bp.get("/check")
def check(place: Place) -> ResponseReturnValue:
    """Show all answers before the results."""
    if "begun" in request.args and not g.kept:
        return render_template("questions/no_cookies.html")
    last = all_steps(g.answers)[-1]
    return render_template("questions/check.html", rows=answer_rows(g.kept, g.answers), back=last.name)


@bp.get("/results")
def results(place: Place) -> ResponseReturnValue:
    """Show every trial in one of three groups."""
    return render_template(
        "questions/results.html", rows=answer_rows(g.kept, g.answers), results=sort_trials(g.answers)
    )


@bp.get("/results/<part>")
def part(place: Place, part: str) -> ResponseReturnValue:
    """Show every trial of one part of the results."""
    if part not in set(Part):
        abort(404)
    found = sort_trials(g.answers).part(Part(part))
    return render_template("questions/part.html", part=part, page=paged(found, most=MOST_ON_A_PAGE), total=len(found))


@bp.get("/sheet")
def sheet(place: Place) -> ResponseReturnValue:
    """Show one page to print and take to the appointment."""
    return render_template("questions/sheet.html", rows=answer_rows(g.kept, g.answers), results=sort_trials(g.answers))


@bp.post("/clear")
def clear(place: Place) -> ResponseReturnValue:
    """Forget the answers."""
    return answer_cookie.forget(Response(status=303, headers={"Location": url_for("questionnaire.start", cleared="")}))
