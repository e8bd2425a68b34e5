"""The search form: what its fields offer, and what an address asks for with them."""

from dataclasses import dataclass
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from finder.core.ages import AgeSpan, read_age
from finder.core.statuses import Status
from finder.core.trials import Stage
from finder.search.searching import SearchRequest
from finder.web.current import site, snapshot
from finder.web.paging import read_page
from finder.wording import statuses
from finder.wording.dates import country_name
from finder.wording.messages import gettext
from finder.wording.reasons import name_of, stage_answer

Word = TypeVar("Word", Status, Stage)


@dataclass(frozen=True)
class FilterProblem:
    """A filter we could not read: which field, and what to write."""

    field: str
    message: str


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    is_chosen: bool


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
        page=read_page(args.get("page", "")),
        language=language,
        exact=args.get("exact") == "1",
    )


def _known(written: list[str], kind: type[Word], field: str, problems: list[FilterProblem]) -> list[Word]:
    known = [kind(value) for value in written if value in set(kind)]
    if len(known) < len([value for value in written if value]):
        problems.append(
            FilterProblem(field, gettext("We do not know one of these choices. Choose again from the list."))
        )
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


def countries() -> list[str]:
    """Return the countries that trials take place in: the site's own first, the rest by name."""
    taking_part = snapshot().countries
    own = [code for code in site().countries if code in taking_part]
    return own + sorted(taking_part - set(own), key=country_name)


def status_name(status: Status) -> str:
    """Return a status as a filter names it: without a date, for fresh and stale alike."""
    if status is Status.RECRUITING:
        return gettext("Open, or was open when last checked")
    return statuses.plain_label(status)


def form_choices(args: MultiDict[str, str]) -> dict[str, list[Choice]]:
    """Return what each filter offers, with what the address chose."""
    chosen = {name: args.getlist(name) for name in ("status", "diagnosis", "stage", "country")}
    asked = [term for term in snapshot().diagnoses if term.is_asked]
    return {
        "status_choices": [Choice(one, status_name(one), one in chosen["status"]) for one in Status],
        "diagnosis_choices": [Choice(term.id, name_of(term), term.id in chosen["diagnosis"]) for term in asked],
        "stage_choices": [Choice(one, stage_answer(one), one in chosen["stage"]) for one in Stage],
        "country_choices": [Choice(code, country_name(code), code in chosen["country"]) for code in countries()],
    }
