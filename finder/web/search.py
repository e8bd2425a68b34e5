"""Search: the visitor's words and filters in, trials out, and what was understood."""

from dataclasses import dataclass
from typing import TypeVar

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from finder.core.ages import AgeSpan, read_age
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search.searching import LONGEST_QUERY, QueryTooLong, SearchRequest, SearchResult, Understood
from finder.web import presenters
from finder.web.current import names, place, site, snapshot, today
from finder.web.places import Place
from finder.wording import statuses
from finder.wording.dates import country_name
from finder.wording.messages import gettext
from finder.wording.reasons import name_of, stage_answer

bp = Blueprint("search", __name__)

Word = TypeVar("Word", Status, Stage)


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Chip:
    """Something understood or filtered, with the address of the same search without it."""

    label: str
    url: str


@dataclass(frozen=True)
class FilterProblem:
    """A filter we could not read: which field, and what to write."""

    field: str
    message: str


@bp.get("/<place:place>/search")
def results(place: Place) -> ResponseReturnValue:
    """Show what the words find. A filter that cannot be read is said, and the rest still works."""
    problems: list[FilterProblem] = []
    asked = read_request(request.args, place.language, problems)
    try:
        found = snapshot().search.find(asked, today=today(), fresh_days=site().fresh_days)
    except QueryTooLong:
        problem = gettext("Your search is very long. Write at most %(num)s letters.", num=LONGEST_QUERY)
        return render_template("search.html", **_form(request.args, [FilterProblem("q", problem)]), found=None), 400
    return render_template("search.html", **_form(request.args, problems), found=found, **_shown(found))


def _form(args: MultiDict[str, str], problems: list[FilterProblem]) -> dict[str, object]:
    """Return what the search form shows."""
    chosen = {name: args.getlist(name) for name in ("status", "diagnosis", "stage", "country")}
    return {
        "words": args.get("q", ""),
        "age": args.get("age", ""),
        "problems": problems,
        "status_choices": [Choice(s, status_name(s), s in chosen["status"]) for s in Status],
        "diagnosis_choices": [
            Choice(term.id, name_of(term), term.id in chosen["diagnosis"]) for term in snapshot().diagnoses if term.is_asked
        ],
        "stage_choices": [Choice(s, stage_answer(s), s in chosen["stage"]) for s in Stage],
        "country_choices": [Choice(code, country_name(code), code in chosen["country"]) for code in countries()],
        "filter_chips": filter_chips(args),
    }


def _shown(found: SearchResult) -> dict[str, object]:
    """Return what was found, as the page shows it."""
    entries = [snapshot().trial(hit.slug) for hit in found.hits]
    return {
        "cards": [(presenters.trial_card(entry), hit.snippet) for entry, hit in zip(entries, found.hits, strict=True) if entry],
        "chips": [Chip(understood_in_words(one), same_search(q=one.without)) for one in found.understood],
        "suggestion": Chip(found.did_you_mean, same_search(q=found.did_you_mean)) if found.did_you_mean else None,
        "page_links": {number: same_search(page=str(number)) for number in pages_near(found.page, found.pages)},
    }


def pages_near(page: int, pages: int) -> list[int]:
    """Return the page numbers worth a link: the first, the last, and the neighbours.

    >>> pages_near(5, 9)
    [1, 4, 5, 6, 9]
    """
    return [number for number in range(1, pages + 1) if number in (1, pages) or abs(number - page) <= 1]


def read_request(args: MultiDict[str, str], language: str, problems: list[FilterProblem]) -> SearchRequest:
    """Return the search that an address asks for; what cannot be read is added to the problems and left out."""
    diagnosis = args.get("diagnosis") or None
    if diagnosis is not None and diagnosis not in snapshot().diagnoses:
        problems.append(FilterProblem("diagnosis", gettext("We do not know this diagnosis. Choose one from the list.")))
        diagnosis = None
    return SearchRequest(
        words=args.get("q", "").strip(),
        statuses=frozenset(_known(args.getlist("status"), Status, "status", problems)),
        age=_read_age(args.get("age", "").strip(), problems),
        diagnosis=diagnosis,
        stage=next(iter(_known(args.getlist("stage"), Stage, "stage", problems)), None),
        country=_read_country(args.get("country", ""), problems),
        page=_read_page(args.get("page", "")),
        language=language,
    )


def _known(written: list[str], kind: type[Word], field: str, problems: list[FilterProblem]) -> list[Word]:
    known = [kind(value) for value in written if value in set(kind)]
    if len(known) < len([value for value in written if value]):
        problems.append(FilterProblem(field, gettext("We do not know one of these choices. Choose again from the list.")))
    return known


def _read_age(written: str, problems: list[FilterProblem]) -> AgeSpan | None:
    if not written:
        return None
    age = read_age(f"{written} years" if written.isdecimal() else written)
    if age is None:
        problems.append(FilterProblem("age", gettext("Write the age with its unit, such as “8 months” or “5 years”.")))
        return None
    return AgeSpan.completed(*age)


def _read_country(written: str, problems: list[FilterProblem]) -> str | None:
    if not written or written in countries():
        return written or None
    problems.append(FilterProblem("country", gettext("We know of no trial in this country. Choose one from the list.")))
    return None


def _read_page(written: str) -> int:
    """Return the page asked for; anything that is no page number is the first, as a mistyped address should not fail."""
    return min(max(int(written), 1), 10_000) if written.isdecimal() and len(written) < 6 else 1


def countries() -> list[str]:
    """Return the countries that trials take place in: the site's own first, the rest by name."""
    taking_part = {code for entry in snapshot().trials() for code in presenters.all_countries(entry.trial)}
    own = [code for code in site().countries if code in taking_part]
    return own + sorted(taking_part - set(own), key=country_name)


def status_name(status: Status) -> str:
    """Return a status as a filter names it: without a date, for fresh and stale alike."""
    if status is Status.RECRUITING:
        return gettext("Open, or was open when last checked")
    return statuses.plain_label(status)


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
    kept = [(field, value) for field, value in request.args.items(multi=True) if field not in changes and field != "page"]
    return _address([*kept, *changes.items()])


def _address(fields: list[tuple[str, str]]) -> str:
    query: dict[str, list[str]] = {}
    for field, value in fields:
        if value:
            query.setdefault(field, []).append(value)
    return url_for("search.results", **{**query, "place": place()})
