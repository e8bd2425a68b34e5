"""Search: the visitor's words and filters in, trials out, and what was understood."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from finder.core.registry import RegistryTrial
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search.advice import advice_asked
from finder.search.searching import LONGEST_QUERY, Hit, QueryTooLong, SearchResult, Understood
from finder.search.snippets import Snippet
from finder.web.current import names, place, site, snapshot, today
from finder.web.paging import pages_near
from finder.web.places import Place
from finder.web.searching.dead_ends import broader, signpost
from finder.web.searching.search_form import FilterProblem, countries, form_choices, read_request, status_name
from finder.web.searching.suggest import offered
from finder.web.trials import presenters
from finder.web.trials.registry import registry_card
from finder.wording.dates import country_name
from finder.wording.messages import gettext
from finder.wording.reasons import name_of, stage_answer

bp = Blueprint("search", __name__)

ANYWAY = "anyway"
"""In an address: search for these words, although they read like a question for a person."""


@dataclass(frozen=True)
class Chip:
    """Something understood or filtered, with the address of the same search without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Result:
    """A trial that was found, and the words in it that show why."""

    card: presenters.TrialCard
    snippet: Snippet
    is_summarised: bool = True


@bp.get("/<place:place>/search")
def results(place: Place) -> ResponseReturnValue:
    """Show what the words find. A filter that cannot be read is said, and the rest still works."""
    problems: list[FilterProblem] = []
    asked = read_request(request.args, place.language, problems)
    try:
        found = snapshot().search.find(asked, today=today(), fresh_days=site().fresh_days)
    except QueryTooLong:
        problem = gettext("Your search is very long. Write at most %(num)s letters.", num=LONGEST_QUERY)
        return render_template("search.html", **_form(request.args, [FilterProblem("q", problem)])), 400
    advice = None if request.args.get(ANYWAY) else advice_asked(asked.words)
    if advice:
        anyway = same_search(**{ANYWAY: "1"})
        return render_template(
            "search.html", **{**_form(request.args, problems), "signpost": signpost(advice), "anyway": anyway}
        )
    return render_template("search.html", **{**_form(request.args, problems), **_shown(found)})


def _form(args: MultiDict[str, str], problems: list[FilterProblem]) -> dict[str, object]:
    """Return what the search form shows."""
    return {
        "words": args.get("q", ""),
        "age": args.get("age", ""),
        "problems": problems,
        "filter_chips": filter_chips(args),
        "offered": offered(),
        "found": None,
        "signpost": None,
        **form_choices(args),
    }


def _shown(found: SearchResult) -> dict[str, object]:
    """Return what was found, as the page shows it."""
    return {
        "found": found,
        "results": [shown for hit in found.hits if (shown := _result(hit))],
        "chips": [Chip(understood_in_words(one), same_search(q=one.without)) for one in found.understood],
        "exact": same_search(exact="1"),
        "suggestion": _suggestion(found),
        "page_links": {number: same_search(page=str(number)) for number in pages_near(found.page, found.pages)},
        "broader": broader(found.understood, request.args.get("diagnosis", "")) if not found.hits else [],
    }


def _suggestion(found: SearchResult) -> Chip | None:
    """Return the query as it may have been meant, where it was not searched for so already."""
    meant = found.did_you_mean
    return Chip(meant, same_search(q=meant)) if meant and not found.showing else None


def _result(hit: Hit) -> Result | None:
    entry = snapshot().found(hit.slug)
    if isinstance(entry, RegistryTrial):
        return Result(registry_card(entry), hit.snippet, is_summarised=False)
    return Result(presenters.trial_card(entry), hit.snippet) if entry else None


def filter_chips(args: MultiDict[str, str]) -> list[Chip]:
    """Return each filter that is on, with the address of the search without it."""
    chips = []
    for field, value in args.items(multi=True):
        label = filter_in_words(field, value)
        if label:
            rest = [(f, v) for f, v in args.items(multi=True) if v and (f, v) != (field, value) and f != "page"]
            chips.append(Chip(label, _address(rest)))
    return chips


def filter_in_words(field: str, value: str) -> str:
    """Return a filter's value as its chip shows it; empty for what is not a filter or not known."""
    match field:
        case "status" if value in set(Status):
            return status_name(Status(value))
        case "stage" if value in set(Stage):
            return stage_answer(Stage(value))
        case "diagnosis" if value in snapshot().diagnoses:
            return name_of(snapshot().diagnoses[value])
        case "country" if value in countries():
            return country_name(value)
        case "age" if value:
            return gettext("Age: %(age)s", age=value)
        case _:
            return ""


def understood_in_words(one: Understood) -> str:
    """Return what was understood from the words, as its chip shows it."""
    vocabulary = names()
    trees = {"diagnosis": vocabulary.diagnoses, "treatment": vocabulary.treatments, "marker": vocabulary.markers}
    if one.kind in trees and one.meaning in trees[one.kind]:
        return name_of(trees[one.kind][one.meaning])
    match one.kind:
        case "age":
            return gettext("Age: %(age)s", age=one.meaning)
        case "stage":
            return stage_answer(Stage(one.meaning))
        case "place" if len(one.meaning) == 2:
            return country_name(one.meaning)
        case _:
            return one.words


def same_search(**changes: str) -> str:
    """Return the address of this search with something changed, from its first page unless that is the change."""
    kept = [
        (field, value) for field, value in request.args.items(multi=True) if field not in changes and field != "page"
    ]
    return _address([*kept, *changes.items()])


def _address(fields: list[tuple[str, str]]) -> str:
    query = urlencode([(field, value) for field, value in fields if value])
    return url_for("search.results", place=place()) + (f"?{query}" if query else "")
