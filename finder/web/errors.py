"""The pages for when something is wrong: what happened and what to do, never what broke inside."""

import logging
import secrets
import traceback

from flask import Flask, current_app, g, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from finder.snapshot import NoSnapshot
from finder.web.current import snapshots
from finder.web.delivery.caching import NEVER
from finder.wording.messages import gettext

RETRY_AFTER = {429: "60", 503: "5"}
"""In seconds: how soon it is worth asking again."""

log = logging.getLogger(__name__)


def title_and_text(code: int) -> tuple[str, str]:
    """Return what to say for an HTTP error."""
    match code:
        case 403:
            return gettext("We did not take this form"), gettext(
                "It seems to come from another site. Please go to the page here and send it again."
            )
        case 404:
            return gettext("We cannot find this page"), gettext(
                "The address may be old or mistyped. You can search, or look through all trials."
            )
        case 405:
            return gettext("This page cannot be used in that way"), gettext("Please start again from the home page.")
        case 413:
            return gettext("That was too much to send"), gettext("Please go back and send a shorter text.")
        case 429:
            return gettext("Too many requests at once"), gettext(
                "Many requests came from your connection. Please wait a minute and try again. Your answers are kept."
            )
        case 500:
            return gettext("Something went wrong on our side"), gettext(
                "It is not your fault. Please try again in a minute. If it goes on, call or write to us."
            )
        case 503:
            return gettext("The site cannot answer just now"), gettext("Please try again in a few minutes.")
        case _:
            return gettext("We could not read this request"), gettext("Please go back and try again.")


def show_error(error: HTTPException) -> ResponseReturnValue:
    """Show an HTTP error as a page, or as JSON where JSON was asked for."""
    if error.response is not None:
        return error.response
    answer = make_response(respond(error.code or 500))
    if error.code in RETRY_AFTER:
        answer.headers["Retry-After"] = RETRY_AFTER[error.code]
    return answer


def respond(code: int, reference: str = "") -> ResponseReturnValue:
    """Return the page for an error. `reference` lets staff find it in the log; it holds nothing of the visitor."""
    title, text = title_and_text(code)
    if request.path.startswith("/api/"):
        return jsonify(error=title, what_to_do=text), code
    return render_template("error.html", title=title, text=text, code=code, reference=reference), code


def show_fault(error: Exception) -> ResponseReturnValue:
    """Log where it broke without a word of what the visitor sent, and show a page with a reference."""
    reference = secrets.token_hex(4)
    # Neither the message of the exception nor the address: both can hold what a family answered or searched for.
    frames = " > ".join(f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
    log.error("error %s on page %s: %s at %s", reference, request.endpoint, type(error).__name__, frames)
    if "snapshot" in g:
        snapshots().look_into(g.snapshot)  # where its files were damaged, the next page comes from one that holds
    return respond(500, reference)


def show_not_ready(error: NoSnapshot) -> ResponseReturnValue:
    """Say that nothing has been published yet, without any of the site's own content: there is none."""
    title, text = title_and_text(503)
    page = current_app.jinja_env.get_template("not_ready.html").render(title=title, text=text)
    return page, 503, {"Cache-Control": NEVER, "Retry-After": RETRY_AFTER[503]}


def init_app(app: Flask) -> None:
    """Show every error as one of these pages."""
    app.register_error_handler(HTTPException, show_error)
    app.register_error_handler(Exception, show_fault)
    app.register_error_handler(NoSnapshot, show_not_ready)
