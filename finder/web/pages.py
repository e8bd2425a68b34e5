"""Home, the glossary and the standing pages."""

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from finder.web.current import glossary_here, site, snapshot
from finder.web.delivery.caching import never_keep
from finder.web.places import Place
from finder.web.trials.glossary_parts import glossary_parts

bp = Blueprint("pages", __name__)


@bp.get("/")
def front_door() -> ResponseReturnValue:
    """Send the visitor to their language. The one address whose answer depends on who asks."""
    languages = list(site().languages)
    language = request.accept_languages.best_match(languages) or languages[0]
    response = never_keep(Response(status=302))
    response.location = url_for("pages.home", place=Place(language))
    response.vary.add("Accept-Language")
    return response


@bp.get("/<place:place>/")
def home(place: Place) -> ResponseReturnValue:
    """Show the ways in: the questions, the search, the list."""
    return render_template("home.html", groups=snapshot().diagnoses.start(), total=len(snapshot().slugs()))


@bp.get("/<place:place>/glossary")
@bp.get("/<place:place>/glossary/<int:part>")
def glossary(place: Place, part: int = 1) -> ResponseReturnValue:
    """Explain the words, from one letter to another."""
    parts = glossary_parts(glossary_here().values())
    if not 1 <= part <= len(parts):
        abort(404)
    return render_template("glossary.html", parts=parts, shown=parts[part - 1])


@bp.get("/<place:place>/pages/<name>")
def standing(place: Place, name: str) -> ResponseReturnValue:
    """Show a standing page in the visitor's language, or marked as English where it is not translated."""
    page = snapshot().page(name, place.language) or snapshot().page(name, next(iter(site().languages)))
    if page is None:
        abort(404)
    return render_template("standing.html", page=page, terms=[glossary_here()[term] for term in page.terms])
