"""Names to choose from while typing: one list for everybody, so that asking for it tells nothing about anyone."""

from collections.abc import Iterable, Iterator

from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue

from finder.core.terms import Term
from finder.web.current import snapshot
from finder.wording.reasons import name_of

bp = Blueprint("suggest", __name__, url_prefix="/api/v1")

KEPT_FOR = 3600
"""In seconds: how long browsers and proxies may use the list without asking again."""
MOST_OFFERED = 90
"""How many names the search field offers. They cost a page less than 1.5 kB, compressed."""


@bp.get("/suggestions")
def suggestions() -> ResponseReturnValue:
    """Return the names of diagnoses, treatments, trials and hospitals. The same for everyone: there is no query."""
    shown = snapshot()
    response: Response = jsonify(
        diagnoses=_names(shown.diagnoses),
        treatments=_names(shown.treatments),
        trials=shown.acronyms,
        hospitals=_once(hospital.name for entry in shown.trials() for hospital in entry.trial.hospitals),
    )
    response.headers["Cache-Control"] = f"public, max-age={KEPT_FOR}"
    return response


def offered() -> list[str]:
    """Return what the search field offers by itself: the illnesses, and the trials by their short names."""
    shown = snapshot()
    illnesses = [name_of(term) for term in shown.diagnoses if term.is_asked]
    return _once([*illnesses, *shown.acronyms[:MOST_OFFERED]])[:MOST_OFFERED]


def _names(terms: Iterable[Term]) -> list[str]:
    return _once(name for term in terms for name in _names_of(term))


def _names_of(term: Term) -> Iterator[str]:
    yield from term.names.values()
    for also in term.also.values():
        yield from also


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
