"""The same as the pages, as JSON, for other programs. Needs no key, keeps nothing."""

from typing import Any

import msgspec
from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from finder.content.catalogue import TrialEntry
from finder.core.registry import RegistryTrial
from finder.core.terms import Term
from finder.formats.matching_json import BadAnswers, match_as_json, read_answers
from finder.formats.search_json import search_as_json, trial_as_json
from finder.search.searching import LONGEST_QUERY, QueryTooLong
from finder.web.api.description import describe
from finder.web.current import site, snapshot, today
from finder.web.delivery.caching import never_keep
from finder.web.searching.search_form import countries, read_request
from finder.wording.messages import gettext
from finder.wording.reasons import name_of

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/trials")
def trials() -> ResponseReturnValue:
    """Search, with the filters of the search page."""
    problems: list[Any] = []
    asked = read_request(request.args, next(iter(site().languages)), problems)
    if problems:
        return jsonify(error=[problem.message for problem in problems]), 400
    try:
        found = snapshot().search.find(asked, today=today(), fresh_days=site().fresh_days)
    except QueryTooLong:
        return jsonify(
            error=[gettext("Your search is very long. Write at most %(num)s letters.", num=LONGEST_QUERY)]
        ), 400
    entries = [entry for hit in found.hits if (entry := snapshot().found(hit.slug))]
    body = search_as_json(found, entries, today=today(), fresh_days=site().fresh_days)
    return jsonify(**body, total=found.total, page=found.page, pages=found.pages)


@bp.get("/trials/<slug>")
def trial(slug: str) -> ResponseReturnValue:
    """Return one trial: its facts as the charity's files or the register state them, its title and its lead."""
    entry = snapshot().found(slug)
    if entry is None:
        abort(404)
    return jsonify(_trial_as_json(entry))


def _trial_as_json(entry: TrialEntry | RegistryTrial) -> dict[str, Any]:
    line = trial_as_json(entry, today=today(), fresh_days=site().fresh_days)
    if isinstance(entry, RegistryTrial):
        return {**line, "lead": entry.summary, "facts": msgspec.to_builtins(entry)}
    lead = next(iter(entry.words.values())).lead_text
    return {**line, "lead": lead, "facts": msgspec.to_builtins(entry.trial)}


@bp.post("/match")
def match() -> ResponseReturnValue:
    """Hold answers against every trial. The answers are read, used and forgotten."""
    data = _read_json()
    if data is None:
        return never_keep(
            jsonify(error=[gettext("Send the answers as JSON, with the content type application/json.")])
        ), 400
    try:
        answers = read_answers(data, snapshot().vocabularies)
    except BadAnswers as bad:
        return never_keep(jsonify(error=list(bad.messages))), 400
    return never_keep(jsonify(match_as_json(snapshot().trials(), answers, snapshot().vocabularies)))


def _read_json() -> Any:
    """Return what the body says, or None where it says nothing: no JSON, or nested without end."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


@bp.get("/openapi.json")
def description() -> ResponseReturnValue:
    """Describe this interface for programs."""
    return jsonify(describe(snapshot(), countries()))


@bp.get("/diagnoses")
def diagnoses() -> ResponseReturnValue:
    """Return the tree of diagnoses."""
    return jsonify(diagnoses=[_diagnosis_as_json(term) for term in snapshot().diagnoses])


def _diagnosis_as_json(term: Term) -> dict[str, Any]:
    also = [name for names in term.also.values() for name in names]
    return {"id": term.id, "name": name_of(term), "parent": term.parent, "also_called": also}
