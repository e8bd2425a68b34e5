"""What every template may use: the links of header and footer, the switches of view and language, the macros' needs."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, request, url_for

from finder.web.current import is_professional, place, site, snapshot, today
from finder.web.delivery.caching import static_url
from finder.web.locale import direction_of
from finder.web.places import Place, View
from finder.web.trusted_html import stored_html
from finder.wording.dates import date_in_words, partial_date_in_words
from finder.wording.reasons import in_language

SEARCH = "search.results"
OF_A_FAMILY = ("questionnaire.check", "questionnaire.results", "questionnaire.part", "questionnaire.sheet")
"""Pages that mean something only with a family's answers."""
KEPT_ELSEWHERE = ("page", "change")
"""What of a query goes along to another language or view, besides a search: nothing that a family answered."""


@dataclass(frozen=True)
class Switch:
    """A link to this same page in another language or view."""

    label: str
    url: str
    is_current: bool
    language: str


def page_url(at: Place, *, absolute: bool = False) -> str:
    """Return the address of this page at another place, the home page where this page is not one of a place."""
    if request.endpoint and request.view_args and "place" in request.view_args:
        given = request.args.to_dict(flat=False)
        query = {name: value for name, value in given.items() if request.endpoint == SEARCH or name in KEPT_ELSEWHERE}
        path = url_for(request.endpoint, **{**query, **request.view_args, "place": at})
    else:
        path = url_for("pages.home", place=at)
    return f"{site().address}{path}" if absolute else path


def canonical_url() -> str:
    """Return the address that search engines should know this page by.

    All searches are the search page to them, and what is a family's own is where the questions begin.
    """
    if request.endpoint == SEARCH:
        return f"{site().address}{url_for(SEARCH)}"
    if request.endpoint in OF_A_FAMILY:
        return f"{site().address}{url_for('questionnaire.start')}"
    return page_url(place(), absolute=True)


def view_switches() -> list[tuple[View, str, bool]]:
    """Return the two views with the address of this page in each, and which is shown now."""
    return [(view, page_url(place().in_view(view)), place().view is view) for view in View]


def language_switches() -> list[Switch]:
    """Return every language with the address of this page in it."""
    here = place()
    return [
        Switch(name, page_url(here.in_language(code)), code == here.language, code)
        for code, name in site().languages.items()
    ]


def alternates() -> list[tuple[str, str]]:
    """Return this page in every language, itself included, as absolute addresses for search engines."""
    return [(code, page_url(place().in_language(code), absolute=True)) for code in site().languages]


def tel(number: str) -> str:
    """Return a telephone number as an address that phones dial.

    >>> tel("0800 000 0000")
    'tel:08000000000'
    """
    return "tel:" + "".join(character for character in number if character in "+0123456789")


def common() -> dict[str, Any]:
    """Return what every template knows."""
    return {
        "place": place(),
        "is_professional": is_professional(),
        "site": site(),
    }


def fill_in_place(endpoint: str, values: dict[str, Any]) -> None:
    """Keep links in the language and view of the page unless they say otherwise."""
    if "place" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "place"):
        values["place"] = place()


def init_app(app: Flask) -> None:
    """Give templates what they need."""
    app.context_processor(common)
    app.url_defaults(fill_in_place)
    app.jinja_env.globals.update(
        alternates=alternates,
        canonical_url=canonical_url,
        direction_of=direction_of,
        date_in_words=date_in_words,
        in_language=in_language,
        language_switches=language_switches,
        page_url=page_url,
        partial_date_in_words=partial_date_in_words,
        snapshot=snapshot,
        static_url=static_url,
        stored_html=stored_html,
        tel=tel,
        today=today,
        view_switches=view_switches,
        View=View,
    )
